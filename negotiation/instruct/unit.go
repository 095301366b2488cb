package instruct

import (
	"strconv"
	"strings"
)

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
	if p.mark("§") {
		p.mark("§")
	} else if !p.take(headNouns) && !p.take(sectionNouns) {
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
