package jsondoc

import (
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

type consolidated struct {
	Revision    int              `json:"revision"`
	Brackets    int              `json:"brackets"`
	Bracketed   int              `json:"bracketed"`
	Open        int              `json:"open"`
	Paragraphs  []bracketed      `json:"paragraphs"`
	OwnBrackets []ownBrackets    `json:"own_brackets"`
	Brought     []ownBrackets    `json:"brought_brackets"`
	Deep        []string         `json:"deep"`
	History     []historicalMark `json:"history"`
}

type bracketed struct {
	Paragraph *paragraph         `json:"paragraph,omitempty"`
	Proposed  *proposedParagraph `json:"proposed,omitempty"`
	Brackets  int                `json:"brackets"`
	Passages  []passage          `json:"passages"`
	Notes     []point            `json:"notes"`
}

type proposedParagraph struct {
	Kind  negotiation.Kind `json:"kind"`
	After string           `json:"after"`
}

type passage struct {
	Text    string   `json:"text,omitempty"`
	Bracket *bracket `json:"bracket,omitempty"`
}

type bracket struct {
	Op     diff.Op       `json:"op"`
	By     []attribution `json:"by"`
	Inside []passage     `json:"inside"`
}

type attribution struct {
	Proposal   negotiation.ProposalID   `json:"proposal"`
	Delegation negotiation.Delegation   `json:"delegation"`
	Sponsors   []negotiation.Delegation `json:"sponsors"`
}

type ownBrackets struct {
	Paragraph negotiation.ParagraphID `json:"paragraph"`
	Address   string                  `json:"address"`
	Proposal  negotiation.ProposalID  `json:"proposal,omitempty"`
	Brackets  int                     `json:"brackets"`
	Problems  []bracketProblem        `json:"problems"`
}

type bracketProblem struct {
	Kind negotiation.BracketProblemKind `json:"kind"`
	At   int                            `json:"at"`
}

type historicalMark struct {
	Seq      negotiation.Seq `json:"seq"`
	At       time.Time       `json:"at"`
	Brackets int             `json:"brackets"`
	Open     int             `json:"open"`
}

func newConsolidated(t *negotiation.ConsolidatedText) *consolidated {
	if t == nil {
		return nil
	}
	d := &consolidated{Revision: t.Revision, Brackets: t.Brackets, Bracketed: t.Bracketed, Open: t.Open,
		Paragraphs: []bracketed{}, OwnBrackets: newOwnBrackets(t.Own), Brought: newOwnBrackets(t.Brought), Deep: list(t.Deep), History: newHistory(t.History)}
	for _, p := range t.Paragraphs {
		d.Paragraphs = append(d.Paragraphs, newBracketed(p))
	}
	return d
}

func newHistory(counts []negotiation.Count) []historicalMark {
	history := []historicalMark{}
	for _, c := range counts {
		history = append(history, historicalMark{c.Seq, c.At.UTC(), c.Brackets, c.Open})
	}
	return history
}

func newOwnBrackets(all []negotiation.OwnBrackets) []ownBrackets {
	brackets := make([]ownBrackets, len(all))
	for i, o := range all {
		brackets[i] = ownBrackets{o.Paragraph, o.Address, o.Proposal, o.Brackets, []bracketProblem{}}
		for _, p := range o.Problems {
			brackets[i].Problems = append(brackets[i].Problems, bracketProblem(p))
		}
	}
	return brackets
}

func newBracketed(p negotiation.ConsolidatedParagraph) bracketed {
	b := bracketed{Brackets: p.Brackets, Passages: newPassages(p.Passages), Notes: newNotes(p.Notes)}
	if p.Proposed() {
		b.Proposed = &proposedParagraph{p.Kind, p.After}
	} else {
		printed := newParagraph(p.PrintedParagraph)
		b.Paragraph = &printed
	}
	return b
}

func newPassages(all []negotiation.Passage) []passage {
	passages := make([]passage, len(all))
	for i, p := range all {
		passages[i].Text = p.Text
		if p.Bracket == nil {
			continue
		}
		b := &bracket{Op: p.Bracket.Op, By: []attribution{}, Inside: newPassages(p.Bracket.Inside)}
		for _, by := range p.Bracket.By {
			b.By = append(b.By, attribution{by.Proposal, by.Delegation, list(by.Sponsors)})
		}
		passages[i].Bracket = b
	}
	return passages
}
