package negotiation

import "plenary/diff"

// insertPlace is where a proposal inserts paragraphs, in a list or outside:
// several there stand in the order in which the proposal has them.
type insertPlace struct {
	after ParagraphID
	sub   bool
}

// changeEvents are the events that carry out one change on s.
func (s State) changeEvents(by ProposalID, c Change, last map[insertPlace]ParagraphID) ([]Event, *Refusal) {
	p, _ := s.paragraph(c.Paragraph)
	switch c.Kind {
	case Amend, Move:
		// An earlier change of the same proposal may have struck it.
		if r := s.fresh(p, p.Version); r != nil {
			return nil, r
		}
	}
	switch c.Kind {
	case Amend:
		if c.Text == p.Text {
			return nil, Refuse(NoChange, "paragraph", s.address(p.ID))
		}
		return []Event{ParagraphAmended{Paragraph: p.ID, Version: p.Version + 1, Text: c.Text,
			Redline: diff.Words(p.Text, c.Text), Algorithm: diff.Algorithm, Proposal: by}}, nil
	case Delete:
		return s.deleteEvents(by, p), nil
	case Move:
		ev, r := s.moveEvent(by, c, p)
		return []Event{ev}, r
	}
	place := insertPlace{after: c.Paragraph, sub: c.As.Sub()}
	if id, ok := last[place]; ok {
		p, _ = s.paragraph(id)
	}
	ev, r := s.insertEvent(by, c, p)
	last[place] = ev.Paragraph.ID
	return []Event{ev}, r
}

// deleteEvents strike a paragraph and what hangs below it: a list without its
// chapeau would say something else.
func (s State) deleteEvents(by ProposalID, p paragraphState) []Event {
	var events []Event
	for _, id := range append([]ParagraphID{p.ID}, s.below(p.ID)...) {
		if sub := s.paragraphs.at(id.number()); !sub.Deleted {
			events = append(events, ParagraphDeleted{Paragraph: id, Version: sub.Version + 1, Proposal: by})
		}
	}
	return events
}

func (s State) moveEvent(by ProposalID, c Change, p paragraphState) (Event, *Refusal) {
	if r := s.movable(p, c.After); r != nil {
		return nil, r
	}
	after, _ := s.paragraph(c.After)
	parent, _ := s.parentAt(after.Paragraph, p.Kind)
	label := p.Label
	if parent != p.Parent {
		label = s.freeLabel(after.Paragraph, p.Kind, parent)
	}
	return ParagraphMoved{Paragraph: p.ID, Version: p.Version + 1, After: after.ID, Label: label, Parent: parent, Proposal: by}, nil
}

func (s State) insertEvent(by ProposalID, c Change, after paragraphState) (ParagraphInserted, *Refusal) {
	parent, ok := s.parentAt(after.Paragraph, c.As)
	if !ok {
		return ParagraphInserted{}, Refuse(BadPlace, "paragraph", c.As, "after", s.address(after.ID))
	}
	if above, ok := s.paragraph(parent); ok && above.Deleted {
		return ParagraphInserted{}, Refuse(ParagraphGone, "paragraph", s.address(parent))
	}
	if s.paragraphs.len() >= MaxParagraphs {
		return ParagraphInserted{}, Refuse(TooMany, "field", "paragraphs", "limit", MaxParagraphs, "count", s.paragraphs.len()+1)
	}
	return ParagraphInserted{
		Paragraph: Paragraph{ID: paragraphID(s.paragraphs.len() + 1), Kind: c.As, Parent: parent, Version: 1,
			Label: s.freeLabel(after.Paragraph, c.As, parent), Text: c.Text},
		After: after.ID, Proposal: by,
	}, nil
}
