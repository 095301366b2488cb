package negotiation

import (
	"slices"
	"time"
)

// takeEffect settles what the gavel fell on, unless it is overdue.
func (s State) takeEffect(at time.Time) ([]Event, *Refusal) {
	if r := s.onFloor(0, AtGavel); r != nil {
		return nil, r
	}
	g := *s.session.Floor.Gavel
	switch {
	case at.Before(g.Due()):
		return nil, s.wrongStage()
	case at.After(g.Due().Add(Overdue)):
		return []Event{GavelVoid{Why: "overdue"}}, nil
	}
	f := *s.session.Floor.Frozen
	free := s
	free.session.Floor.Stage = AtFloor
	var events []Event
	if f.Proposal != "" {
		accepted, r := free.acceptProposal(Seat{ID: SystemSeat, Role: System}, AcceptProposal{Proposal: f.Proposal, Reason: g.Outcome.Note})
		if r != nil {
			// What was frozen could not move, so this is a mistake of ours: nobody is
			// bound by what cannot be carried out.
			return []Event{GavelVoid{Why: string(r.Code)}}, nil
		}
		events = accepted
	}
	after := free.foresee(events)
	if !free.leaves(f, events, after) {
		// Nor by other words than those that were on every screen.
		return []Event{GavelVoid{Why: string(OtherText)}}, nil
	}
	list := settledBy(f, events)
	part := s.takingPart(g)
	for _, id := range list {
		p := after.paragraphs.at(id.number())
		events = append(events, ParagraphSettled{Paragraph: id, Version: p.Version, Session: s.session.Number, Outcome: g.Outcome,
			Proposal: f.Proposal, Hash: f.Hash, Heard: s.session.Floor.HeldSince, Silent: s.silent(part, f.Proposal, id), Present: g.Present, Absent: g.Absent,
			Positions: s.held(f.Proposal, id), Ruled: g.Seat})
	}
	return append(events, after.lapsed(list, s.session.Floor.HeldSince)...), nil
}

// leaves reports whether the events of an agreement, which lead from s to after, leave
// exactly what was frozen.
func (s State) leaves(f Frozen, events []Event, after State) bool {
	if f.Proposal != "" {
		return hashOf(s.leftBy(events, after)) == f.Hash
	}
	var texts []FrozenText
	for _, t := range f.Texts {
		p, _ := s.paragraph(t.Paragraph)
		texts = append(texts, asItStands(p))
	}
	return hashOf(texts) == f.Hash
}

// settledBy gives the paragraphs of a frozen text, those that were inserted included.
func settledBy(f Frozen, events []Event) []ParagraphID {
	var list []ParagraphID
	for _, t := range f.Texts {
		if t.Paragraph != "" {
			list = append(list, t.Paragraph)
		}
	}
	for _, ev := range events {
		if in, ok := ev.(ParagraphInserted); ok {
			list = append(list, in.Paragraph.ID)
		}
	}
	return list
}

// lapsed gives the end of every proposal on the table that is on nothing else than
// paragraphs which are agreed, those of list included, and that the meeting had before
// it then: up to entry heard for list. One that inserts a paragraph goes on: that was
// not decided with what it would stand behind. A remark beside what is asked for keeps
// nothing there.
func (s State) lapsed(list []ParagraphID, heard Seq) []Event {
	with := make(map[ParagraphID]bool, len(list))
	for _, id := range list {
		with[id] = true
	}
	settled := func(p proposalState, id ParagraphID) bool {
		on, _ := s.paragraph(id)
		last, closed := on.closed()
		return with[id] && p.heardBy(heard) || closed && p.heardBy(last.Heard)
	}
	var events []Event
	seen := map[ProposalID]bool{}
	for _, on := range list {
		for _, id := range s.paragraphs.at(on.number()).proposals {
			p := s.proposals.at(id.number())
			asks := slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Kind != Comment })
			open := slices.ContainsFunc(p.Changes, func(c Change) bool {
				return c.Kind == Insert || !settled(p, c.Paragraph) && (c.Kind != Comment || !asks)
			})
			if p.Status() == OnTable && !open && !seen[id] {
				seen[id] = true
				events = append(events, ProposalLapsed{Proposal: id, Paragraph: on})
			}
		}
	}
	return events
}

func (s State) ruleOn(seat Seat, c RuleOn) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, AtCalled, AtFloor, AtDrafting, AtFrozen, AtObjection); r != nil {
		return nil, r
	}
	p, ok := s.paragraph(s.session.Floor.Paragraph)
	if !ok {
		return nil, s.wrongStage()
	}
	if p.Deleted {
		return nil, Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if r := s.unsettled(p); r != nil {
		return nil, r
	}
	if c.Outcome.Kind == InBrackets && len(c.Outcome.Asked) == 0 {
		for _, o := range s.session.Floor.Objections {
			c.Outcome.Asked = append(c.Outcome.Asked, o.Delegation)
		}
	}
	out, r := s.readOutcome(c.Outcome)
	switch {
	case r != nil:
		return nil, r
	case out.Kind.Closes() || !slices.Contains(OutcomeKinds(), out.Kind):
		return nil, Refuse(BadValue, "field", "outcome", "value", out.Kind)
	case out.Kind == InBrackets && len(out.Asked) == 0:
		return nil, Refuse(Empty, "field", "asked")
	case out.Kind == Parked && blank(out.To):
		return nil, Refuse(Empty, "field", "to")
	}
	return []Event{ParagraphSettled{Paragraph: p.ID, Version: p.Version, Session: s.session.Number, Outcome: out,
		Positions: s.held("", p.ID), Ruled: seat.ID}}, nil
}

// reopenParagraph ends a settlement that closes a paragraph. Whoever had asked for
// something that lapsed with it asks again.
func (s State) reopenParagraph(c ReopenParagraph) ([]Event, *Refusal) {
	p, ok := s.paragraph(c.Paragraph)
	if !ok {
		return nil, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	}
	if _, closed := p.closed(); !closed {
		return nil, Refuse(BadValue, "field", "paragraph", "value", s.address(p.ID))
	}
	if s.session.Floor.Holds(p.ID) {
		return nil, Refuse(HeldFrozen, "paragraph", s.address(p.ID))
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	if r != nil {
		return nil, r
	}
	if blank(reason) {
		return nil, Refuse(Empty, "field", "reason")
	}
	events := []Event{ParagraphReopened{Paragraph: p.ID, Reason: reason}}
	for _, id := range p.proposals {
		if s.proposals.at(id.number()).Status() == Lapsed {
			events = append(events, ProposalRevived{Proposal: id, Paragraph: p.ID})
		}
	}
	return events, nil
}
