package instruct

import (
	"slices"
	"strings"
)

// outcome is how far a clause was read.
type outcome int

const (
	noClause outcome = iota
	badClause
	goodClause
)

// clause reads one verb with what belongs to it and what is said beside it, and
// what goes on with the same verb: replace "A" by "B" and "C" by "D".
func (p *parser) clause(list []Instruction) ([]Instruction, outcome) {
	var c clause
	const most = 12 // parts before a verb
	for n, preambles := 0, 0; n < most; n++ {
		switch {
		case c.isNew && (p.now().key == ":" || isDash(p.now().key)):
			c.verb = insertVerb // a new paragraph with its text, and no verb
			return p.verbClause(list, c)
		case p.part(&c):
		case preambles < 2 && p.try(p.preamble):
			preambles++
		case n > 0 && p.colon():
			p.try(p.enumerator)
		case n > 0 && p.mark(",", "-", "–", "—"):
		default:
			return p.verbClause(list, c)
		}
	}
	return list, noClause
}

func (p *parser) verbClause(list []Instruction, c clause) ([]Instruction, outcome) {
	if c.verb == noVerb {
		c.verb = p.verb()
	}
	if c.verb == noVerb {
		return list, noClause
	}
	lead, throughout := append(slices.Clone(c.in), c.whole...), c.everywhere
	p.parts(&c)
	if c.verb == amendVerb && p.byVerb(&c) {
		lead = c.in
		p.parts(&c)
	}
	more, ok := p.read(c)
	if !ok {
		if weak(c) {
			return list, noClause
		}
		return list, badClause
	}
	if len(lead) > 0 && more[0].wordy() && len(more) == 1 {
		p.carry, p.throughout = more[0].Address, false
	}
	if throughout && more[0].Everywhere {
		p.carry, p.throughout = "", true
	}
	if p.throughout {
		spread(more)
	}
	if merged, ok := p.merge(list, more, c); ok {
		return p.tail(merged)
	}
	return p.goOn(list, more, c)
}

// weak reports whether a clause may be a sentence that only begins as an
// instruction does ("Use of ...").
func weak(c clause) bool {
	return (c.verb == readVerb || c.verb == moveVerb || c.verb == changeVerb || c.verb == amendVerb) &&
		len(c.subjects)+len(c.objects)+len(c.in)+len(c.whole) == 0 && c.text == ""
}

// parts reads the parts behind a verb.
func (p *parser) parts(c *clause) {
	for !p.atEnd() || p.textOnNextLine(c) {
		if !p.part(c) && !p.try(func() bool { return p.mark(",") && p.part(c) }) {
			return
		}
	}
}

// textOnNextLine reports whether a quotation on a line of its own is what a
// colon before it announced.
func (p *parser) textOnNextLine(c *clause) bool {
	return p.now().line && p.now().kind == quoteToken && p.after(":") && c.text == ""
}

// byVerb reads: amend paragraph 7 by replacing ...
func (p *parser) byVerb(c *clause) bool {
	return p.try(func() bool {
		if !p.take(bys) && !p.take(enWords) {
			return false
		}
		c.verb = p.verb()
		c.onPlaces()
		return c.verb != noVerb
	})
}

var enWords = phrasesOf("en|mediante|a fin de|para|pour|ao|so as to|to")

// goOn reads further objects of the same verb, and then what is said beside.
func (p *parser) goOn(list, more []Instruction, c clause) ([]Instruction, outcome) {
	first := len(list)
	list = append(list, more...)
	for len(list) <= maxInstructions {
		next := clause{verb: c.verb}
		ok := p.try(func() bool {
			comma := p.mark(",")
			return (p.take(ands) || comma) && (p.object(&next) || p.located(&next) && p.object(&next))
		})
		if !ok {
			break
		}
		p.parts(&next)
		more, ok := p.read(next)
		if !ok {
			return list, badClause
		}
		if len(c.in) > 0 && len(next.in) == 0 && len(next.whole) == 0 {
			for n := range more {
				more[n].Address = list[len(list)-1].Address
			}
		}
		list = append(list, more...)
	}
	// A place behind the last of them is that of all.
	last := list[len(list)-1]
	for n := first; n < len(list); n++ {
		if list[n].Address == "" && list[n].wordy() && last.wordy() {
			list[n].Address = last.Address
		}
	}
	if p.throughout || last.Everywhere {
		spread(list[first:])
	}
	return p.tail(list)
}

// wordy reports whether the instruction is on words of a paragraph.
func (i Instruction) wordy() bool {
	return i.Verb == ReplaceWords || i.Verb == DeleteWords || i.Verb == InsertWords
}

// merge makes one of a deletion and what goes in its place: delete "X" and insert
// "Y" instead, delete paragraph 3 and replace it with: ...
//
// "Delete X and insert Y" is the same, as parliaments have it.
func (p *parser) merge(list, more []Instruction, c clause) ([]Instruction, bool) {
	if len(list) == 0 || len(more) != 1 {
		return nil, false
	}
	last, now := list[len(list)-1], more[0]
	pronoun := c.verb == replaceVerb && now.Verb == ReplaceParagraph && len(c.whole) == 0
	inPlace := c.verb == insertVerb && (c.inPlace || p.joined && last.Verb == DeleteWords) && now.Verb == InsertWords &&
		now.Doubt == NoPlace && (now.Address == "" || last.Address == "" || now.Address == last.Address)
	if !pronoun && !inPlace || last.Verb != DeleteWords && last.Verb != DeleteParagraph {
		return nil, false
	}
	last.New = now.New
	if now.Address != "" {
		last.Address = now.Address
	}
	if last.Verb == DeleteWords {
		last.Verb = ReplaceWords
	} else {
		last.Verb = ReplaceParagraph
	}
	merged := slices.Clone(list)
	merged[len(merged)-1] = last
	return merged, true
}

// tail reads to the end of a sentence: nothing, another instruction, or a
// reason. What else stands in brackets or behind a dash leaves a Doubt; anything
// else would change what was read.
func (p *parser) tail(list []Instruction) ([]Instruction, outcome) {
	last := &list[len(list)-1]
	start := p.at
	comma := p.mark(",")
	sure := true
	switch {
	case p.asked():
		last.Doubt = Conditional
		return list, goodClause
	case p.atEnd():
		return list, goodClause
	case p.mark("(", "[", "–", "—", "-"):
		sure = p.gives(true)
	case p.peek(purposes):
		sure = p.gives(false)
	case comma && p.peek(proposals):
	case p.peek(conditions), p.peek(conditionStarts):
	case p.nextClause():
		return list, goodClause
	default:
		return list, badClause
	}
	p.at = start
	said, _ := p.remark(start)
	last.say(strings.TrimLeft(said, ",-–— "))
	if !sure || p.hesitates(start) || p.conditional(start) {
		last.Doubt = Conditional
	}
	return list, goodClause
}

// nextClause reports whether another instruction follows behind "and".
func (p *parser) nextClause() bool {
	at := p.at
	defer func() { p.at = at }()
	if !p.take(ands) && !p.after(",") {
		return false
	}
	var c clause
	for n := 0; n < 4 && (p.part(&c) || p.try(p.preamble) || p.mark(",")); n++ {
	}
	return p.verb() != noVerb
}
