package negotiation

import (
	"cmp"
	"slices"
)

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
		if !ok || c.Kind == Comment {
			continue
		}
		if r := s.inPlace(c, p); r != nil {
			return r
		}
		if c.Kind == Insert {
			continue
		}
		list := []ParagraphID{p.ID}
		if c.Kind == Delete || c.Kind == Move {
			list = append(list, s.below(p.ID)...)
		}
		for _, id := range list {
			if s.session.Floor.Holds(id) {
				return Refuse(HeldFrozen, "paragraph", s.address(id))
			}
			at := s.paragraphs.at(id.number())
			if c.Kind == Move && id != p.ID {
				continue // what was agreed goes along with its chapeau, in its words
			}
			if r := s.unsettled(at); r != nil && !at.Deleted {
				return r
			}
		}
	}
	return nil
}

// inPlace refuses what would leave the words that are frozen as they are and make
// something else of them: a paragraph that comes into a list which would be struck
// unseen with its chapeau, and one that goes from where something would stand behind it.
func (s State) inPlace(c Change, p paragraphState) *Refusal {
	f := s.session.Floor
	if f.Frozen == nil || f.Stage != AtFrozen && f.Stage != AtGavel {
		return nil
	}
	var into ParagraphID
	var gone []ParagraphID
	switch c.Kind {
	case Insert:
		into, _ = s.parentAt(p.Paragraph, c.As)
	case Move:
		after, _ := s.paragraph(c.After)
		into, _ = s.parentAt(after.Paragraph, p.Kind)
		gone = append(s.below(p.ID), p.ID)
	case Delete:
		gone = append(s.below(p.ID), p.ID)
	}
	for _, t := range f.Frozen.Texts {
		if t.Deleted && t.Paragraph == into || t.After != "" && slices.Contains(gone, t.After) {
			return Refuse(HeldFrozen, "paragraph", s.address(p.ID))
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
	if r == nil {
		r = tooMany("paragraphs", len(events), MaxFrozen)
	}
	if r != nil {
		return nil, r
	}
	return s.leftBy(events, after), nil
}

// leftBy gives what is left of each paragraph after the events of a proposal, once. A
// new paragraph has no id yet: it stands behind one that has.
func (s State) leftBy(events []Event, after State) []FrozenText {
	var texts []FrozenText
	behind := map[ParagraphID]ParagraphID{} // of those that are new
	standing := func(id ParagraphID) ParagraphID {
		if old, is := behind[id]; is {
			return old
		}
		return id
	}
	leave := func(id, place ParagraphID) {
		p := after.paragraphs.at(id.number())
		t := FrozenText{Paragraph: id, After: place, Text: p.Text, Deleted: p.Deleted}
		if _, is := behind[id]; is {
			if t.Paragraph = ""; place != "" && !p.Deleted {
				texts = append(texts, t)
			}
			return
		}
		t.Version = s.paragraphs.at(id.number()).Version
		if i := slices.IndexFunc(texts, func(t FrozenText) bool { return t.Paragraph == id }); i >= 0 {
			t.After = cmp.Or(place, texts[i].After)
			texts[i] = t
			return
		}
		texts = append(texts, t)
	}
	for _, ev := range events {
		switch ev := ev.(type) {
		case ParagraphAmended:
			leave(ev.Paragraph, "")
		case ParagraphDeleted:
			leave(ev.Paragraph, "")
		case ParagraphMoved:
			leave(ev.Paragraph, standing(ev.After))
		case ParagraphInserted:
			behind[ev.Paragraph.ID] = standing(ev.After)
			leave(ev.Paragraph.ID, standing(ev.After))
		}
	}
	return texts
}

func (s State) freezeList(c FreezeList) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, append(atRest(), AtFrozen, AtObjection)...); r != nil {
		return nil, r
	}
	if len(c.Paragraphs) == 0 {
		return nil, Refuse(Empty, "field", "paragraphs")
	}
	if r := tooMany("paragraphs", len(c.Paragraphs), MaxFrozen); r != nil {
		return nil, r
	}
	chosen := map[ParagraphID]bool{}
	for _, id := range c.Paragraphs {
		chosen[id] = true
	}
	var texts []FrozenText
	for _, p := range s.standing() {
		if !chosen[p.ID] {
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
