package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxInstructions is how many instructions one text may hold.
const maxInstructions = 200

// Parse reads the instructions of a text, in its order. It is false where the
// text is none: a paragraph, a comment, a wish without words, and also where any
// of it that begins as an instruction does cannot be read to its end. What is
// read but cannot be carried out has a Doubt; see Clear.
//
// See the package comment for the grammar.
func Parse(text string) ([]Instruction, bool) {
	if len(text) > MaxText || !utf8.ValidString(text) {
		return nil, false
	}
	text = norm.NFC.String(strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, text))
	// An apostrophe behind an s may close a quotation or not.
	for _, possessive := range []bool{false, true} {
		p := parserOf(text, possessive)
		if list, ok := p.instructions(); ok {
			return list, true
		}
		if !strings.ContainsAny(text, "'’") {
			break
		}
	}
	return nil, false
}

func parserOf(text string, possessive bool) *parser {
	p := &parser{text: text, tokens: scan(text, possessive), shouting: true}
	for _, t := range p.tokens {
		if t.kind == wordToken && len(t.text) > 2 && strings.ContainsFunc(t.text, unicode.IsLower) {
			p.shouting = false
		}
	}
	return p
}

func (p *parser) instructions() ([]Instruction, bool) {
	var list []Instruction
	remarks := map[int][]string{} // what is said behind each, and before the first
	for p.separate(); !p.done(); p.separate() {
		if len(list) > maxInstructions {
			return nil, false
		}
		start := p.at
		p.joined = p.afterAnd()
		more, how := p.clause(list)
		switch {
		case how == badClause, how == noClause && p.wishes(start):
			return nil, false
		case how == goodClause:
			list = more
			continue
		}
		p.at = start
		otherwise := p.peek(alternatives) || p.peek(conditions) || p.peek(conditionStarts)
		for n := range list {
			if otherwise {
				list[n].Doubt = Alternative
			}
		}
		said, negative := p.remark(start)
		if len(list) == 0 && negative {
			return nil, false
		}
		if len(list) > 0 && p.hesitates(start) {
			list[len(list)-1].Doubt = Conditional
		}
		remarks[len(list)] = append(remarks[len(list)], said)
	}
	if len(list) == 0 {
		return nil, false
	}
	list[0].Comment = strings.TrimSpace(strings.Join(remarks[0], " ") + " " + list[0].Comment)
	for n := range list {
		list[n].say(strings.Join(remarks[n+1], " "))
	}
	return list, true
}

func (i *Instruction) say(comment string) {
	i.Comment = strings.TrimSpace(i.Comment + " " + comment)
}

// separate passes over what stands between two instructions: marks, the label
// of an item, "and".
func (p *parser) separate() {
	for !p.done() {
		switch {
		case p.mark(".", ";", ",", "•", "*", "·", "▪", "-", "–", "—", ":", "!", "?", "¡", "¿"), p.take(ands), p.try(p.enumerator):
		default:
			return
		}
	}
}

// afterAnd reports whether "and" was passed over last, in the same sentence.
func (p *parser) afterAnd() bool {
	for n := p.at - 1; n >= 0 && n > p.at-3; n-- {
		if ands.match(p.tokens[n:p.at]) == p.at-n {
			return true
		}
	}
	return false
}

// enumerator reads the label of an item of a list: "(a)", "1.", "ii)".
func (p *parser) enumerator() bool {
	opened := p.mark("(")
	if _, ok := p.bareLabel(true); !ok {
		return false
	}
	return (p.mark(")") || !opened && p.mark(".")) && (p.now().gap || p.done())
}
