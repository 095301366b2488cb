package negotiation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

func (s State) applyOutcome(e Entry, event Event) State {
	switch ev := event.(type) {
	case ParagraphSettled:
		return s.settled(e, ev)
	case ParagraphReopened:
		return s.reopened(e, ev)
	case ProposalLapsed:
		return s.step(ev.Proposal, e, Step{Status: Lapsed})
	case ProposalRevived:
		return s.step(ev.Proposal, e, Step{Status: OnTable})
	case PositionTaken:
		return s.positionTaken(e, ev.Position)
	case GroupNamed:
		return s.groupNamed(e, ev.Group)
	}
	panic(fmt.Sprintf("negotiation: After does not know %T", event))
}

// settled takes the paragraph off the floor, if it is there; the last one of a list
// that was frozen takes the list.
func (s State) settled(e Entry, ev ParagraphSettled) State {
	p := s.paragraphs.at(ev.Paragraph.number())
	p.settlements = append(slices.Clip(p.settlements), Settlement{Outcome: ev.Outcome, Session: ev.Session, Version: ev.Version,
		Hash: ev.Hash, Proposal: ev.Proposal, Heard: cmp.Or(ev.Heard, e.Seq), Silent: ev.Silent, Present: ev.Present, Absent: ev.Absent, Positions: ev.Positions,
		Seq: e.Seq, At: e.At})
	p.touched = e.Seq
	s.paragraphs = s.paragraphs.with(ev.Paragraph.number(), p)
	s.session.Moved = e.Seq
	return s.turn(e, Floor{Speaker: s.session.Floor.Speaker})
}

func (s State) reopened(e Entry, ev ParagraphReopened) State {
	p := s.paragraphs.at(ev.Paragraph.number())
	p.settlements = slices.Clone(p.settlements)
	p.settlements[len(p.settlements)-1].Reopened = &Reopening{ev.Reason, e.Seq, e.At}
	p.touched = e.Seq
	s.paragraphs = s.paragraphs.with(ev.Paragraph.number(), p)
	s.session.Moved = e.Seq
	return s
}

// positionTaken puts a position in the place of the one that its delegation had. What
// is told to the Chair alone, and what ends that, touches nothing that others see:
// see [State.toldTo].
func (s State) positionTaken(e Entry, pos Position) State {
	t := Taken{Position: pos, Seq: e.Seq, At: e.At, Seat: e.Seat}
	if pos.Proposal != "" {
		n := pos.Proposal.number()
		p := s.proposals.at(n)
		var open bool
		if p.positions, open = replaced(p.positions, t); open {
			p.touched, s.session.Moved = e.Seq, e.Seq
		}
		s.proposals = s.proposals.with(n, p)
		return s
	}
	n := pos.Paragraph.number()
	p := s.paragraphs.at(n)
	var open bool
	if p.positions, open = replaced(p.positions, t); open {
		p.touched, s.session.Moved = e.Seq, e.Seq
	}
	s.paragraphs = s.paragraphs.with(n, p)
	return s
}

// replaced gives a list with t in the place of what its delegation had, and whether
// others than the Chair and the delegation see a difference. What was told to the Chair
// alone is taken back for those who heard it.
func replaced(list []Taken, t Taken) (with []Taken, open bool) {
	had := slices.IndexFunc(list, func(other Taken) bool { return other.By == t.By })
	hushed := had < 0 || list[had].ToChair
	if had >= 0 && t.Kind == NoPosition {
		t.ToChair = hushed
	}
	with = slices.DeleteFunc(slices.Clone(list), func(other Taken) bool { return other.By == t.By })
	if t.Kind != NoPosition || t.ToChair {
		with = append(with, t)
	}
	return with, !hushed || !t.ToChair
}

// groupNamed touches what has a position of the group, whose members change.
func (s State) groupNamed(e Entry, g DelegationGroup) State {
	s.session.Moved = e.Seq
	if len(g.Members) > 0 {
		s.groups = withKey(s.groups, g.Name, g)
	} else {
		s.groups = maps.Clone(s.groups)
		delete(s.groups, g.Name)
	}
	of := func(t Taken) bool { return t.By == g.Name }
	shown := map[ProposalID]bool{} // also on what has taken the place of what it was taken on
	for n, p := range s.proposals.all() {
		if slices.ContainsFunc(p.positions, of) || shown[p.Replaces] {
			shown[p.ID] = true
			p.touched = e.Seq
			s.proposals = s.proposals.with(n, p)
		}
	}
	for n, p := range s.paragraphs.all() {
		if slices.ContainsFunc(p.positions, of) {
			p.touched = e.Seq
			s.paragraphs = s.paragraphs.with(n, p)
		}
	}
	return s
}
