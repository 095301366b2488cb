package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// below adds the labels that follow an address directly: "7" and ".b(ii)".
func (p *parser) below(address, again string) string {
	address += again
	for n := 0; n < 3; n++ {
		var label string
		if !p.try(func() (ok bool) { label, ok = p.nested(); return ok }) {
			break
		}
		if isRoman(label) && strings.Contains(address, ".") {
			return address + "(" + label + ")"
		}
		address += "." + label
	}
	return address
}

// nested reads ".b", "(b)" or "b)".
func (p *parser) nested() (string, bool) {
	if t := p.now(); t.kind == markToken && t.key == "." && !t.gap && !p.next(1).gap {
		p.at++
		if bullet := p.now(); strings.HasPrefix(bullet.key, "bullet") && isNumber(bullet.key[6:]) {
			p.at++
			return bullet.key, true
		}
		return p.label(true)
	}
	return p.subLabel()
}

// subLabel reads "(b)", "b)" or "(2)".
func (p *parser) subLabel() (string, bool) {
	opened := p.mark("(")
	label, ok := p.label(true)
	if !ok || !opened && label[0] >= '0' && label[0] <= '9' {
		return "", false
	}
	return label, p.mark(")")
}

// label reads a number of up to three digits or, where item is set, the letter or
// roman number of an item, with "bis" and the like.
func (p *parser) label(item bool) (string, bool) {
	if p.mark("(") {
		label, ok := p.bareLabel(item)
		return label, ok && p.mark(")")
	}
	return p.bareLabel(item)
}

func (p *parser) bareLabel(item bool) (string, bool) {
	t := p.now()
	if t.kind != wordToken {
		return "", false
	}
	digits := t.key[:len(t.key)-len(strings.TrimLeft(t.key, "0123456789"))]
	rest := t.key[len(digits):]
	switch {
	case len(digits) > 3 || digits != "" && digits[0] == '0':
		return "", false
	case digits != "" && (rest == "º" || rest == "ª"):
		p.at++
		return digits, true
	case digits != "" && rest == "", digits == "" && item && isItemLabel(rest):
		p.at++
		if digits != "" && !p.now().gap {
			p.mark("°") // a number that is read as "fifth"
		}
		return t.key + p.again(), true
	case digits != "" && repeats.list[rest]:
		p.at++
		return t.key, true
	case digits != "" && len(rest) == 1 && rest[0] < utf8.RuneSelf:
		p.at++
		if !p.now().gap {
			p.mark(")")
		}
		return digits + "." + rest, true // 7b, 7b)
	}
	return "", false
}

// again reads "bis" and the like.
func (p *parser) again() string {
	if t := p.now(); t.kind == wordToken && repeats.list[t.key] {
		p.at++
		return t.key
	}
	return ""
}

// isItemLabel reports whether s may be the letter or the roman number of an item.
func isItemLabel(s string) bool {
	if len(s) == 1 {
		return unicode.IsLetter(rune(s[0]))
	}
	return len(s) == 2 && s[0] == s[1] && s[0] >= 'a' && s[0] <= 'd' || isRoman(s)
}

// isRoman reports whether s looks like a small roman number.
func isRoman(s string) bool {
	return s != "" && len(s) <= 6 && strings.Trim(s, "ivx") == ""
}
