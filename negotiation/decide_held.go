package negotiation

import "slices"

// toldAllOn are the positions told to all on what is settled: on the proposal that is taken
// in or, without one, on the paragraph.
func (s State) toldAllOn(by ProposalID, on ParagraphID) []Taken {
	all := Audience{Role: Observer}
	if p, ok := s.proposal(by); ok {
		return s.positionsOn(p, all)
	}
	p, ok := s.paragraph(on)
	if !ok {
		return nil
	}
	return s.positionsOf(p.positions, all, p.restated)
}

// held are the positions told to all, for the record of an outcome, without those of
// delegations that nobody has heard of.
func (s State) held(by ProposalID, on ParagraphID) []Held {
	var list []Held
	taken := s.toldAllOn(by, on)
	if slices.ContainsFunc(taken, func(t Taken) bool { return len(t.Via) > 0 }) {
		taken = hide(taken, s.hidden(Audience{Role: Observer}))
	}
	for _, t := range taken {
		list = append(list, Held{Position: t.Position, Seq: t.Seq, Relayed: t.Relayed, Via: t.Via, Stale: t.Stale})
	}
	return list
}

// takingPart are the delegations that can be silent: those that answered the roll call
// or were connected when the gavel fell, and had a seat that could have objected.
func (s State) takingPart(g Gavel) []Delegation {
	could := map[Delegation]bool{}
	for _, seat := range s.seats {
		if seat.Role == Delegate && seat.MayTable && !seat.Closed {
			could[seat.Delegation] = true
		}
	}
	part := slices.Clone(g.Present)
	for _, a := range s.session.Attendance {
		if seat := s.seats[a.Seat]; a.Place != Away && seat.Role == Delegate && seat.MayTable {
			part = append(part, a.Delegation)
		}
	}
	return slices.DeleteFunc(s.knownOf(part), func(d Delegation) bool { return !could[d] || slices.Contains(g.Absent, d) })
}

// silent are those of part that have said nothing to all of what is agreed: but for its
// authors and for those with a position on it that is not stale. What was told to the
// Chair alone counts for nothing, or whoever is missing would be known to have done so.
func (s State) silent(part []Delegation, by ProposalID, on ParagraphID) []Delegation {
	said := map[Delegation]bool{}
	if p, ok := s.proposal(by); ok {
		for _, d := range p.Authors() {
			said[d] = true
		}
	}
	for _, t := range s.toldAllOn(by, on) {
		said[t.By] = said[t.By] || !t.Stale
	}
	var silent []Delegation // nil where there is none, as the record gives it back
	for _, d := range part {
		if !said[d] {
			silent = append(silent, d)
		}
	}
	return silent
}
