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
	t := Taken{Position: pos, Seq: e.Seq, At: e.At, Seat: e.Seat, Relayed: s.relayed(e.Seat, pos.By)}
	var open bool
	if n := pos.Proposal.number(); n > 0 {
		p := s.proposals.at(n)
		p.heard, open = p.heard.with(t)
		s.proposals = s.proposals.with(n, p)
	} else {
		n := pos.Paragraph.number()
		p := s.paragraphs.at(n)
		p.heard, open = p.heard.with(t)
		s.paragraphs = s.paragraphs.with(n, p)
	}
	if open {
		s.session.Moved = e.Seq
	}
	return s
}

// relayed reports whether a seat does something for a delegation, or for a group, of
// which it is not: it says what was said in the room.
func (s State) relayed(by SeatID, d Delegation) bool {
	seat, _ := s.Seat(by)
	return seat.Delegation == "" || seat.Delegation != d && seat.Delegation != s.groups[d].Speaker
}

// with gives what was heard with t in the place of what its delegation had, and whether
// others than the Chair and the delegation see a difference. What was told to the Chair
// alone is taken back for those who heard it.
func (h heard) with(t Taken) (with heard, open bool) {
	had := slices.IndexFunc(h.positions, func(other Taken) bool { return other.By == t.By })
	hushed := had < 0 || h.positions[had].ToChair
	if had >= 0 && t.Kind == NoPosition {
		t.ToChair = hushed
	}
	h.positions = slices.DeleteFunc(slices.Clone(h.positions), func(other Taken) bool { return other.By == t.By })
	if t.Kind != NoPosition || t.ToChair {
		h.positions = append(h.positions, t)
	}
	if open = !hushed || !t.ToChair; open {
		h.touched = t.Seq
	}
	return h, open
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
