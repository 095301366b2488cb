package negotiation

import "slices"

// unsettled refuses a paragraph that is closed by its outcome.
func (s State) unsettled(p paragraphState) *Refusal {
	if last, closed := p.closed(); closed {
		return Refuse(IsSettled, "paragraph", s.address(p.ID), "outcome", last.Kind)
	}
	return nil
}

// changeable refuses a change to words that the meeting is asked to agree to, or has
// agreed to. An insertion behind such a paragraph leaves its words alone.
func (s State) changeable(changes []Change) *Refusal {
	for _, c := range changes {
		p, ok := s.paragraph(c.Paragraph)
		if !ok || c.Kind == Insert || c.Kind == Comment {
			continue
		}
		list := []ParagraphID{p.ID}
		if c.Kind == Delete {
			list = append(list, s.below(p.ID)...)
		}
		for _, id := range list {
			if s.session.Floor.Holds(id) {
				return Refuse(HeldFrozen, "paragraph", s.address(id))
			}
			at := s.paragraphs.at(id.number())
			if r := s.unsettled(at); r != nil && !at.Deleted {
				return r
			}
		}
	}
	return nil
}

// unfrozen refuses to move a proposal that the meeting is asked to agree to, or one of
// which that was combined.
func (s State) unfrozen(id ProposalID) *Refusal {
	f := s.session.Floor
	if f.Stage != AtFrozen && f.Stage != AtGavel || f.Frozen.Proposal == "" {
		return nil
	}
	if p, _ := s.proposal(f.Frozen.Proposal); p.ID == id || slices.Contains(p.Parents, id) {
		return Refuse(HeldFrozen, "paragraph", s.addressOrNone(f.Paragraph))
	}
	return nil
}

func (s State) freezeText(seat Seat, c FreezeText) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, AtCalled, AtFloor, AtDrafting, AtObjection, AtFrozen); r != nil {
		return nil, r
	}
	f := s.session.Floor
	p, ok := s.paragraph(f.Paragraph)
	switch {
	case !ok:
		return nil, s.wrongStage()
	case p.Deleted:
		return nil, Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if r := s.unsettled(p); r != nil {
		return nil, r
	}
	if c.Proposal == "" {
		return freeze("", []FrozenText{asItStands(p)}), nil
	}
	texts, r := s.asProposed(seat, c.Proposal, p.ID)
	if r != nil {
		return nil, r
	}
	return freeze(c.Proposal, texts), nil
}

func freeze(by ProposalID, texts []FrozenText) []Event {
	return []Event{TextFrozen{Frozen{Texts: texts, Proposal: by, Hash: hashOf(texts)}}}
}

func asItStands(p paragraphState) FrozenText {
	return FrozenText{Paragraph: p.ID, Version: p.Version, Text: p.Text}
}

// asProposed gives the texts that a proposal would leave, as they would be taken in.
func (s State) asProposed(seat Seat, id ProposalID, on ParagraphID) ([]FrozenText, *Refusal) {
	p, ok := s.proposal(id)
	if !ok || !slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Paragraph == on }) {
		return nil, Refuse(UnknownProposal, "proposal", id)
	}
	was := s
	was.session.Floor.Stage = AtFloor // what is frozen now is not in the way of what takes its place
	if _, r := was.acceptProposal(seat, AcceptProposal{Proposal: id}); r != nil {
		return nil, r
	}
	events, after, r := was.carryOut(p.Standing, nil)
	if r != nil {
		return nil, r
	}
	var texts []FrozenText
	for _, ev := range events {
		if t, ok := s.frozenBy(ev, after); ok {
			texts = append(texts, t)
		}
	}
	return texts, nil
}

func (s State) frozenBy(ev Event, after State) (FrozenText, bool) {
	switch ev := ev.(type) {
	case ParagraphAmended:
		return FrozenText{Paragraph: ev.Paragraph, Version: ev.Version - 1, Text: ev.Text}, true
	case ParagraphDeleted:
		p := after.paragraphs.at(ev.Paragraph.number())
		return FrozenText{Paragraph: ev.Paragraph, Version: ev.Version - 1, Text: p.Text, Deleted: true}, true
	case ParagraphInserted:
		return FrozenText{After: ev.After, Text: ev.Paragraph.Text}, true
	case ParagraphMoved:
		p := after.paragraphs.at(ev.Paragraph.number())
		return FrozenText{Paragraph: ev.Paragraph, After: ev.After, Version: ev.Version - 1, Text: p.Text}, true
	}
	return FrozenText{}, false
}

func (s State) freezeList(c FreezeList) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, append(atRest(), AtFrozen, AtObjection)...); r != nil {
		return nil, r
	}
	if len(c.Paragraphs) == 0 {
		return nil, Refuse(Empty, "field", "paragraphs")
	}
	var texts []FrozenText
	for _, p := range s.standing() {
		if !slices.Contains(c.Paragraphs, p.ID) {
			continue
		}
		if r := s.unsettled(p); r != nil {
			return nil, r
		}
		if s.contested(p) {
			return nil, Refuse(IsContested, "paragraph", s.address(p.ID))
		}
		texts = append(texts, asItStands(p))
	}
	if len(texts) != len(c.Paragraphs) {
		return nil, Refuse(BadValue, "field", "paragraphs", "value", len(c.Paragraphs))
	}
	return freeze("", texts), nil
}

// contested reports whether anything is on the table that would change a paragraph.
func (s State) contested(p paragraphState) bool {
	return slices.ContainsFunc(p.proposals, func(id ProposalID) bool {
		other := s.proposals.at(id.number())
		return other.Status() == OnTable && slices.ContainsFunc(other.Changes, func(c Change) bool {
			return c.Paragraph == p.ID && c.Kind != Comment
		})
	})
}

func (s State) thawText(c ThawText) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, AtFrozen, AtGavel, AtObjection); r != nil {
		return nil, r
	}
	return []Event{TextThawed{}}, nil
}
