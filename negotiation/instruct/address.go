package instruct

import (
	"strconv"
	"strings"
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
	if !and && (p.peek(headNouns) || p.peek(sectionNouns) || p.now().key == "§") {
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
	if p.article && (p.mark("§") || p.take(headNouns)) {
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
