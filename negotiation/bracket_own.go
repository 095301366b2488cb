package negotiation

import (
	"slices"
	"strings"

	"plenary/diff"
)

// OwnBrackets are the brackets that words hold as they came: those of a paragraph,
// or those that a proposal would bring into it. They are no brackets of ours,
// whatever they look like, and documents print them as words.
type OwnBrackets struct {
	Paragraph ParagraphID
	// Address is that of the paragraph, or of the one after which to insert.
	Address string
	// Proposal brings them; empty where the draft holds them.
	Proposal ProposalID
	// Brackets is how many open.
	Brackets int
	Problems []BracketProblem
}

// ownBrackets are those of the paragraphs that stand, where there are any.
func (b *builder) ownBrackets() []OwnBrackets {
	var list []OwnBrackets
	for _, p := range b.view.Paragraphs {
		count, problems := readBrackets(p.Text)
		if !p.Deleted && count+len(problems) > 0 {
			list = append(list, OwnBrackets{Paragraph: p.ID, Address: p.Address, Brackets: count, Problems: problems})
		}
	}
	return list
}

// broughtBrackets are those of the proposals on the table whose words bring some,
// by number. What is combined brings those of its parents.
func (b *builder) broughtBrackets() []OwnBrackets {
	var list []OwnBrackets
	for _, p := range b.view.Proposals {
		if p.Status() != OnTable || p.Combined() {
			continue
		}
		for _, c := range p.Changes {
			if !c.bringsBrackets() {
				continue
			}
			count, problems := readBrackets(c.Text)
			list = append(list, OwnBrackets{Paragraph: c.Paragraph, Address: b.paragraph(c.Paragraph).Address, Proposal: p.ID,
				Brackets: count, Problems: problems})
		}
	}
	return list
}

// bringsBrackets reports whether a bracket is among the words that c brings, or
// whether it leaves one of the draft's without its other half.
func (c Change) bringsBrackets() bool {
	switch c.Kind {
	case Insert:
		return strings.ContainsAny(c.Text, "[]")
	case Amend:
		return slices.ContainsFunc(c.Redline, func(s diff.Span) bool { return s.Op != diff.Equal && strings.ContainsAny(s.Text, "[]") })
	}
	return false
}
