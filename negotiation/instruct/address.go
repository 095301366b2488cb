package instruct

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxAddresses is how many paragraphs one instruction may name.
const maxAddresses = 50

// addresses reads one address or a list of them ("paragraphs 7, 8.b and 9").
// Doubt is Range where it reads "3 to 5".
func (p *parser) addresses() (list []string, doubt Doubt, ok bool) {
	first, ok := p.address()
	if !ok {
		return nil, "", false
	}
	list = []string{first}
	if first == "" {
		return list, "", true
	}
	for len(list) < maxAddresses {
		if p.rangeTo() {
			return list, Range, true
		}
		var more string
		if !p.try(func() bool { return p.oneMore(list[len(list)-1], &more) }) {
			break
		}
		list = append(list, more)
	}
	return list, "", true
}

// rangeTo reads the rest of "3 to 5".
func (p *parser) rangeTo() bool {
	return p.try(func() bool {
		if !p.dash() && !p.take(phrasesTo) {
			return false
		}
		_, ok := p.label(false)
		return ok
	})
}

var phrasesTo = phrasesOf("to|through|a|al|au|ao|hasta|jusqu au|ate")

// oneMore reads the next of a list of addresses, which may leave out what it
// shares with the one before: "7(b) and (c)".
func (p *parser) oneMore(before string, more *string) bool {
	comma := p.mark(",")
	and := p.take(ands)
	if !and && !comma {
		return false
	}
	p.take(articles)
	if !and && (p.peek(headNouns) || p.peek(sectionNouns)) {
		return false // "paragraph 7, point 2" is one
	}
	address, ok := p.unit()
	if stem := strings.TrimRight(before, "0123456789"); ok && strings.HasSuffix(stem, ".bullet") && isNumber(address) && address[0] != '.' {
		address = ".bullet" + address // "bullets 2 and 3"
	}
	if ok && strings.HasPrefix(address, ".") {
		at := strings.LastIndex(before, ".")
		if at < 0 {
			return false
		}
		address = before[:at] + address
	}
	*more = address
	return ok
}

// address reads what names one paragraph. It is empty for "this paragraph".
func (p *parser) address() (address string, ok bool) {
	ok = p.try(func() bool {
		this := false
		for n := 0; n < 3 && p.take(articles); n++ {
			this = true
		}
		if address, ok = p.chain(); ok {
			return true
		}
		return this && p.take(thisNouns) && !p.bareLabelFollows()
	})
	return address, ok
}

// bareLabelFollows reports whether what comes next may be the label of a
// paragraph, so that no noun before it stands alone.
func (p *parser) bareLabelFollows() bool {
	at := p.at
	_, ok := p.label(false)
	p.at = at
	return ok
}

// chain reads one unit with those that it hangs below or that hang below it:
// "subparagraph (b) of paragraph 7", "paragraph 7, subparagraph (b)".
func (p *parser) chain() (string, bool) {
	address, ok := p.unit()
	if !ok {
		return "", false
	}
	for n := 0; n < 3; n++ {
		if !p.try(func() bool { return p.child(&address) }) && !p.try(func() bool { return p.parent(&address) }) {
			break
		}
	}
	p.try(func() bool { return p.take(ins) && p.take(wholeDrafts) })
	return address, true
}

// child reads ", subparagraph (b)" and adds it to address.
func (p *parser) child(address *string) bool {
	if !p.mark(",") || strings.HasPrefix(*address, ".") {
		return false
	}
	p.take(articles)
	if p.article && p.take(headNouns) {
		label, ok := p.label(false)
		if ok {
			*address = p.below(*address+"."+label, "")
		}
		return ok
	}
	sub, ok := p.sub()
	if ok {
		*address += sub
	}
	return ok
}

// parent reads "of paragraph 7" and puts it before address.
func (p *parser) parent(address *string) bool {
	own := *address
	item := strings.HasPrefix(own, ".")
	if !p.take(ofs) && !(item && (p.mark(",") || p.take(ins))) {
		return false
	}
	p.take(articles)
	switch {
	case isNumber(own) && p.take(preambles):
		*address = "PP" + strings.TrimPrefix(own, ".")
		return true
	case isNumber(own) && p.take(operativeParts):
		*address = "OP" + strings.TrimPrefix(own, ".")
		return true
	case p.try(func() bool { return p.take(sectionNouns) && p.sectionLabel() != "" }):
		return !item // paragraphs are numbered through all sections
	}
	upper, ok := p.unit()
	if !ok || strings.HasPrefix(own, "OP") || strings.HasPrefix(own, "PP") {
		return false
	}
	*address = upper + "." + strings.TrimPrefix(own, ".")
	return true
}

func isNumber(s string) bool {
	n, err := strconv.Atoi(strings.TrimPrefix(s, "."))
	return err == nil && n > 0
}

// unit reads a noun with its label, or a label that needs none: "7.b", "OP3".
func (p *parser) unit() (address string, ok bool) {
	for _, form := range []func() (string, bool){p.resolution, p.sub, p.headed, p.titled, p.bare} {
		if p.try(func() bool { address, ok = form(); return ok }) {
			return address, true
		}
	}
	return "", false
}

// resolution reads "operative paragraph 3", "OP3" and "second preambular
// paragraph".
func (p *parser) resolution() (string, bool) {
	nth, _ := p.ordinal()
	prefix := ""
	key := p.now().key
	switch {
	case p.take(operativeNouns):
		prefix = "OP"
	case p.take(preambleNouns):
		prefix = "PP"
	case nth == 0 && p.now().kind == wordToken && len(key) > 2 && (key[:2] == "op" || key[:2] == "pp") && isNumber(key[2:]):
		p.at++
		return p.below(strings.ToUpper(key[:2])+key[2:], p.again()), true
	default:
		return "", false
	}
	if nth > 0 {
		return prefix + strconv.Itoa(int(nth)), true
	}
	p.mark(".")
	p.take(numberSigns)
	if label, ok := p.label(false); ok && label[0] >= '0' && label[0] <= '9' {
		return p.below(prefix+label, ""), true
	}
	return "", false
}

// headed reads "paragraph 7", "Article 4(2)", "section A".
func (p *parser) headed() (string, bool) {
	section := p.peek(sectionNouns)
	p.article = p.peek(articleNouns)
	if !p.mark("§") && !p.take(headNouns) && !p.take(sectionNouns) {
		return "", false
	}
	p.mark(".")
	if p.take(numberSigns) {
		p.mark("°", ".")
	}
	if section {
		label := p.sectionLabel()
		return label, label != ""
	}
	label, ok := p.label(false)
	if !ok || label[0] < '0' || label[0] > '9' {
		return "", false
	}
	return p.below(label, ""), true
}

// titled reads "the title of section B", which is the section's own text.
func (p *parser) titled() (string, bool) {
	if !p.take(titleNouns) || !p.take(ins) {
		return "", false
	}
	p.take(articles)
	if !p.take(sectionNouns) {
		return "", false
	}
	label := p.sectionLabel()
	return label, label != ""
}

// sectionLabel reads a capital letter or a roman number.
func (p *parser) sectionLabel() string {
	t := p.now()
	if t.kind != wordToken || strings.ToUpper(t.text) != t.text || !isItemLabel(t.key) {
		return ""
	}
	p.at++
	return t.text
}

// sub reads "subparagraph (b)", "literal c)", "third bullet", as ".b".
func (p *parser) sub() (string, bool) {
	nth, ordinal := p.ordinal()
	switch {
	case p.take(bulletNouns):
		if ordinal {
			return ".bullet" + strconv.Itoa(int(nth)), nth > 0
		}
		t := p.now()
		p.at++
		return ".bullet" + t.key, t.kind == wordToken && len(t.key) < 3 && isNumber(t.key)
	case ordinal:
		return "", false
	case p.take(subNouns):
		label, ok := p.label(true)
		if !ok || label[0] >= '0' && label[0] <= '9' {
			return "", false
		}
		if !p.now().gap {
			p.mark(")")
		}
		return p.below("."+label, ""), true
	}
	label, ok := p.subLabel()
	return p.below("."+label, ""), ok
}

// bare reads a label without a noun: "7", "7.b", "7(b)", "5 bis".
func (p *parser) bare() (string, bool) {
	label, ok := p.label(false)
	if !ok || label[0] < '0' || label[0] > '9' {
		return "", false
	}
	return p.below(label, ""), true
}

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
	case digits != "" && rest == "", digits == "" && item && isItemLabel(rest):
		p.at++
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
