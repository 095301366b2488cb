package negotiationtest

import (
	"slices"

	"plenary/negotiation"
)

// keepsFloor holds what was done to the rules of sessions: words that are frozen or
// agreed stay, an agreement is on exactly what was frozen, and who decides on the floor
// has seen it.
func (s *simulation) keepsFloor(state negotiation.State, req negotiation.Request, events []negotiation.Event) {
	before := state.For(negotiation.Audience{Role: negotiation.Secretariat})
	now := s.state.For(negotiation.Audience{Role: negotiation.Secretariat})
	_, effect := req.Do.(negotiation.TakeEffect)
	for _, old := range before.Paragraphs {
		p, _ := now.Paragraph(string(old.ID))
		was, is := closed(old), closed(p)
		reopen, _ := req.Do.(negotiation.ReopenParagraph)
		switch {
		case was && marshal(old.Paragraph) != marshal(p.Paragraph):
			s.fatalf("%T changes %s, which was agreed", req.Do, old.ID)
		case was && !is && reopen.Paragraph != p.ID, was && len(p.Settlements) != len(old.Settlements):
			s.fatalf("%T ends or repeats the settlement of %s", req.Do, old.ID)
		case !was && is && !effect:
			s.fatalf("%T closes %s", req.Do, old.ID)
		case before.Session.Floor.Holds(old.ID) && !effect && marshal(old.Paragraph) != marshal(p.Paragraph):
			s.fatalf("%T changes %s, which is frozen", req.Do, old.ID)
		}
	}
	s.keepsFrozen(before, now, effect)
	for _, ev := range events {
		s.happened(before.Session.Floor, ev)
	}
	if effect {
		s.tookEffect(before, now, req, events)
	}
	s.keepsLapsed(now)
	s.keepsSpeakers(now.Session)
	if seen := floorSeen(req.Do); seen != 0 && seen != before.Session.Floor.Seq {
		s.fatalf("%+v was taken on a floor that had moved on to %d", req.Do, before.Session.Floor.Seq)
	}
}

// happened counts what a session came to, and holds an objection to being in time.
func (s *simulation) happened(was negotiation.Floor, ev negotiation.Event) {
	switch ev := ev.(type) {
	case negotiation.ObjectionRaised:
		g, o := was.Gavel, ev.Objection
		if g != nil && o.At.After(g.Until) && (o.Sent.IsZero() || o.Sent.Before(g.At) || o.Sent.After(g.Until)) {
			s.fatalf("an objection sent at %v and received at %v counts, the gavel fell at %v until %v", o.Sent, o.At, g.At, g.Until)
		}
		s.outcomes[negotiation.EventName(ev)+" at "+string(was.Stage)]++
	case negotiation.ProposalLapsed:
		s.heard(was, ev.Proposal)
	case negotiation.ObjectionWithdrawn, negotiation.TextFrozen:
		s.held = s.state.Seq()
		s.outcomes[negotiation.EventName(ev)]++
	case negotiation.TextThawed, negotiation.ProposalRaised,
		negotiation.ProposalRevived, negotiation.PositionTaken, negotiation.GroupNamed, negotiation.PenTaken,
		negotiation.ParagraphReopened, negotiation.FloorGiven:
		s.outcomes[negotiation.EventName(ev)]++
	}
}

// heard holds the end of a proposal to its having been on the table, where it was placed,
// when what was agreed was frozen, or again after an objection.
func (s *simulation) heard(was negotiation.Floor, id negotiation.ProposalID) {
	s.outcomes[negotiation.EventName(negotiation.ProposalLapsed{})]++
	p, _ := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Proposal(id)
	on := slices.IndexFunc(p.Steps, func(st negotiation.Step) bool { return st.Status == negotiation.OnTable })
	if was.Stage != negotiation.AtGavel || max(p.Steps[on].Seq, p.Placed) >= s.held {
		s.fatalf("proposal %s lapses, which came to be on the table with entry %d, placed with %d, and the text was frozen with %d", id, p.Steps[on].Seq, p.Placed, s.held)
	}
}

func closed(p negotiation.ParagraphView) bool {
	_, ok := p.Closed()
	return ok
}

// keepsFrozen: what is frozen before and after a command is on the same proposal in
// the same words.
func (s *simulation) keepsFrozen(before, now negotiation.View, effect bool) {
	was := before.Session.Floor
	if was.Stage != negotiation.AtFrozen && was.Stage != negotiation.AtGavel || effect {
		return
	}
	s.outcomes["steps while "+string(was.Stage)]++
	if was.Frozen.Proposal == "" {
		return
	}
	old, _ := before.Proposal(was.Frozen.Proposal)
	p, ok := now.Proposal(was.Frozen.Proposal)
	if !ok || p.Status() != negotiation.OnTable || marshal(p.Changes) != marshal(old.Changes) {
		s.fatalf("proposal %s was frozen and is %s: %s", p.ID, p.Status(), marshal(p.Changes))
	}
}

// tookEffect holds an agreement to its time, and to the words that were frozen.
func (s *simulation) tookEffect(before, now negotiation.View, req negotiation.Request, events []negotiation.Event) {
	was := before.Session.Floor
	if void, is := events[0].(negotiation.GavelVoid); is {
		s.outcomes["void "+void.Why]++
		if void.Why != "overdue" || !req.At.After(was.Gavel.Due().Add(negotiation.Overdue)) {
			s.fatalf("the gavel is void at %v, due at %v, because %s", req.At, was.Gavel.Due(), void.Why)
		}
		return
	}
	if req.At.Before(was.Gavel.Due()) || len(was.Objections) > 0 {
		s.fatalf("the gavel takes effect at %v, due at %v, with %d objections", req.At, was.Gavel.Due(), len(was.Objections))
	}
	var added []negotiation.FrozenText
	for _, t := range was.Frozen.Texts {
		if t.Paragraph == "" {
			added = append(added, t)
			continue
		}
		p, _ := now.Paragraph(string(t.Paragraph))
		if last, _ := p.Settled(); p.Text != t.Text || p.Deleted != t.Deleted || last.Hash != was.Frozen.Hash || last.Kind != was.Gavel.Outcome.Kind {
			s.fatalf("%s was frozen as %+v and is %+v, %s", p.ID, t, p.Paragraph, last.Kind)
		}
	}
	s.outcomes["agreed"] += len(was.Frozen.Texts)
	for _, ev := range events {
		in, inserted := ev.(negotiation.ParagraphInserted)
		if !inserted {
			continue
		}
		if p, _ := now.Paragraph(string(in.Paragraph.ID)); p.Deleted {
			continue
		}
		if len(added) == 0 || added[0].Text != in.Paragraph.Text {
			s.fatalf("%s came in and was not frozen: %q", in.Paragraph.ID, in.Paragraph.Text)
		}
		added = added[1:]
	}
	if len(added) > 0 {
		s.fatalf("what was frozen did not come in: %+v", added)
	}
	for _, p := range before.Paragraphs {
		q, _ := now.Paragraph(string(p.ID))
		if marshal(p.Paragraph) != marshal(q.Paragraph) && !was.Holds(p.ID) {
			s.fatalf("%s was not frozen and has changed", p.ID)
		}
	}
}

// keepsLapsed: what lapsed is on agreed paragraphs alone, and inserts none.
func (s *simulation) keepsLapsed(now negotiation.View) {
	for _, p := range now.Proposals {
		if p.Status() != negotiation.Lapsed {
			continue
		}
		remark := !slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool { return c.Kind != negotiation.Comment })
		for _, c := range p.Changes {
			on, _ := now.Paragraph(string(c.Paragraph))
			if c.Kind == negotiation.Insert || (c.Kind != negotiation.Comment || remark) && !closed(on) {
				s.fatalf("proposal %s has lapsed, and %s is not agreed", p.ID, c.Paragraph)
			}
		}
	}
}

// keepsSpeakers: points of order first, of each kind who asked earlier, each once.
func (s *simulation) keepsSpeakers(now negotiation.Session) {
	for i, sp := range now.Speakers {
		if i == 0 {
			continue
		}
		last := now.Speakers[i-1]
		twice := slices.ContainsFunc(now.Speakers[:i], func(o negotiation.Speaker) bool { return o.Delegation == sp.Delegation && o.Order == sp.Order })
		if sp.Order && !last.Order || sp.Order == last.Order && sp.At.Before(last.At) || twice {
			s.fatalf("speakers %+v", now.Speakers)
		}
	}
}

// floorSeen is the floor on which whoever gives a command has decided; 0 for any.
func floorSeen(c negotiation.Command) negotiation.Seq {
	switch c := c.(type) {
	case negotiation.CallParagraph:
		return c.Floor
	case negotiation.TakePen:
		return c.Floor
	case negotiation.FreezeText:
		return c.Floor
	case negotiation.FreezeList:
		return c.Floor
	case negotiation.ThawText:
		return c.Floor
	case negotiation.LetGavelFall:
		return c.Floor
	case negotiation.RuleOn:
		return c.Floor
	}
	return 0
}
