package web

import (
	"plenary/diff"
	"plenary/negotiation"
)

// sessionTextPart is what part "session-text" shows: the paragraph on the floor,
// the draft's words and beside them a column a proposal. Where positions can be taken
// there are spots, named by what they would be on.
type sessionTextPart struct {
	Base
	// ParagraphView is the one on the floor; without an ID there is none.
	negotiation.ParagraphView
	Label   string
	Present diff.Script
	// Chapeau is the paragraph that this one hangs below; Below are its items.
	Chapeau *belowEntry
	Below   []belowEntry
	// Says are the positions on the paragraph as it stands.
	Says    positionsPart
	Columns []floorColumn
}

// floorColumn is an open proposal on the paragraph on the floor.
type floorColumn struct {
	proposalPart
	// Raised says that it was put forward in this session, from the floor; Newest
	// that it is the last one that was.
	Raised, Newest bool
	// Frozen says that the meeting is asked to agree to it.
	Frozen bool
}

// floorText makes the part of what is on the floor of the view of s.
func floorText(b Base, s sides) sessionTextPart {
	floor := s.Session.Floor
	p, called := s.paragraph(floor.Paragraph)
	if !called {
		return sessionTextPart{Base: b}
	}
	text := sessionTextPart{Base: b, ParagraphView: p, Label: rowLabel(p.Paragraph), Present: present(p), Says: positionsSaid(b, p.Positions)}
	if chapeau, ok := s.paragraph(p.Parent); ok && p.Kind.Sub() {
		text.Chapeau = entryOf(chapeau)
	}
	for _, below := range s.below[p.ID] {
		text.Below = append(text.Below, *entryOf(*below))
	}
	for _, part := range s.parts(b, s.open(p.ID)) {
		text.Columns = append(text.Columns, floorColumn{proposalPart: part,
			Raised: part.Raised == s.Session.Number, Newest: part.ID == floor.Proposal,
			Frozen: floor.Frozen != nil && floor.Frozen.Proposal == part.ID})
	}
	return text
}
