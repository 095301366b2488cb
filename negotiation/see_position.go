package negotiation

import (
	"cmp"
	"iter"
	"slices"
)

// toldTo is the newest Seq of a position that a hears and not everybody does, or of
// its end.
func (s State) toldTo(a Audience, list []Taken) Seq {
	var told Seq
	for _, t := range list {
		if t.ToChair && s.mayHear(a, t.Position) {
			told = max(told, t.Seq)
		}
	}
	return told
}

// toldOn reports whether a hears a position on p, or on a proposal whose place it took,
// that not everybody does.
func (s State) toldOn(p proposalState, a Audience) bool {
	for _, t := range s.saidOn(p) {
		if t.ToChair && s.mayHear(a, t.Position) {
			return true
		}
	}
	return false
}

// mayHear reports whether a may know a position.
func (s State) mayHear(a Audience, p Position) bool {
	if !p.ToChair || a.Role.Decides() {
		return true
	}
	return a.Delegation != "" && (a.Delegation == p.By || a.Delegation == s.groups[p.By].Speaker)
}

// restated reports whether the words have changed since a position was taken on them. A
// paragraph that was moved says what it said.
func (p paragraphState) restated(t Taken) bool {
	return slices.ContainsFunc(p.versions[min(t.Version, len(p.versions)):], func(v Version) bool { return !v.Moved })
}

// positionsOf gives those of list that a sees, and the ones that delegations have of
// their groups; see [Taken].
func (s State) positionsOf(list []Taken, a Audience, stale func(Taken) bool) []Taken {
	var seen []Taken
	group := false
	for _, t := range list {
		if t.Kind == NoPosition || !s.mayHear(a, t.Position) {
			continue
		}
		if seen == nil {
			seen = make([]Taken, 0, len(list))
		}
		t.Stale = stale(t)
		if !a.Role.Decides() {
			t.Seat = ""
		}
		_, of := s.groups[t.By]
		group = group || of
		seen = append(seen, t)
	}
	if group {
		seen = s.inherited(seen)
	}
	slices.SortFunc(seen, func(x, y Taken) int { return s.compareBy(x.By, y.By) })
	return slices.Clip(seen)
}

// inherited adds the positions that delegations have of their groups: the one that all
// of those have that took any.
func (s State) inherited(own []Taken) []Taken {
	slices.SortFunc(own, func(x, y Taken) int { return cmp.Compare(x.By, y.By) }) // Via in order
	at := make(map[Delegation]int, len(own))
	for i, t := range own {
		at[t.By] = i
	}
	all := own
	for _, t := range own {
		name := t.By
		t.Via = []Delegation{name}
		for _, d := range s.groups[name].Members {
			t.By = d
			i, has := at[d]
			switch {
			case !has:
				at[d] = len(all)
				all = append(all, t)
			case i < len(own): // its own wins
			case all[i].Kind != t.Kind || all[i].Text != t.Text || all[i].Stale != t.Stale:
				all[i].Kind = NoPosition // groups that differ give none
			default:
				via, relayed := append(slices.Clip(all[i].Via), name), all[i].Relayed
				all[i] = t
				all[i].Via, all[i].Relayed = via, relayed && t.Relayed
			}
		}
	}
	return slices.DeleteFunc(all, func(t Taken) bool { return t.Kind == NoPosition })
}

// compareBy orders delegations as [View.Parties], and groups behind them by name.
func (s State) compareBy(a, b Delegation) int {
	rank := func(d Delegation) int {
		p, known := s.parties[d]
		switch {
		case !known:
			return 2
		case p.Kind == ConsultativeBody:
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

// positionsOn gives the positions on a proposal, and those on the proposals whose
// place it took, where a delegation has said nothing of it itself.
func (s State) positionsOn(p proposalState, a Audience) []Taken {
	list := p.positions
	if p.Replaces != "" {
		list = nil
		said := map[Delegation]bool{}
		for on, t := range s.saidOn(p) {
			// What was told to the Chair leaves no gap where others know an older word.
			if t.Kind == NoPosition || said[t.By] || !s.mayHear(a, t.Position) {
				continue
			}
			said[t.By] = true
			if on != p.ID {
				t.On = on
			}
			list = append(list, t)
		}
	}
	return s.positionsOf(list, a, func(t Taken) bool { return t.On != "" || t.Seq < p.reworded })
}

// saidOn yields the positions on p, and those on the proposals whose place it took, each
// with the proposal that it was taken on, the newest first.
func (s State) saidOn(p proposalState) iter.Seq2[ProposalID, Taken] {
	const longest = 100 // versions of one proposal
	return func(yield func(ProposalID, Taken) bool) {
		for n, p := 0, p; n <= longest; n++ {
			for _, t := range p.positions {
				if !yield(p.ID, t) {
					return
				}
			}
			if p.Replaces == "" {
				return
			}
			p, _ = s.proposal(p.Replaces)
		}
	}
}
