package negotiation

import (
	"cmp"
	"maps"
	"slices"
)

// seeSession puts into v what its audience may see of sessions.
func (s State) seeSession(v *View) {
	v.Session, v.Acts = s.session, s.acts
	v.Groups = slices.SortedFunc(maps.Values(s.groups), func(a, b DelegationGroup) int { return cmp.Compare(a.Name, b.Name) })
	if v.Audience.Role.Decides() {
		return
	}
	v.Session.Attendance = nil
	v.Session.Floor.Pen.Seat = ""
	if g := v.Session.Floor.Gavel; g != nil {
		seen := *g
		seen.Seat = ""
		v.Session.Floor.Gavel = &seen
	}
}

// positionsOf gives those of list that a sees, and the ones that delegations have of
// their groups; see [Taken].
func (s State) positionsOf(list []Taken, a Audience, stale func(Taken) bool) []Taken {
	if len(list) == 0 {
		return nil
	}
	own := map[Delegation]Taken{}
	for _, t := range list {
		if s.mayHear(a, t.Position) {
			t.Stale = stale(t)
			if !a.Role.Decides() {
				t.Seat = ""
			}
			own[t.By] = t
		}
	}
	seen := slices.Collect(maps.Values(own))
	for d := range s.parties {
		if _, has := own[d]; !has {
			if t, ok := s.inherited(d, own); ok {
				seen = append(seen, t)
			}
		}
	}
	slices.SortFunc(seen, func(x, y Taken) int { return s.compareBy(x.By, y.By) })
	return seen
}

// mayHear reports whether a may know a position.
func (s State) mayHear(a Audience, p Position) bool {
	if !p.ToChair || a.Role.Decides() {
		return true
	}
	return a.Delegation != "" && (a.Delegation == p.By || a.Delegation == s.groups[p.By].Speaker)
}

// inherited is the position that d has of its groups: the one that all of them have
// that took any.
func (s State) inherited(d Delegation, own map[Delegation]Taken) (Taken, bool) {
	var t Taken
	for _, name := range slices.Sorted(maps.Keys(s.groups)) {
		of, has := own[name]
		if !has || !slices.Contains(s.groups[name].Members, d) {
			continue
		}
		if len(t.Via) > 0 && (t.Kind != of.Kind || t.Text != of.Text || t.Stale != of.Stale) {
			return Taken{}, false
		}
		via := append(t.Via, name)
		t = of
		t.Via, t.By = via, d
	}
	return t, len(t.Via) > 0
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
	if len(p.positions) == 0 && p.Replaces == "" {
		return nil // as of most, and there may be many thousands
	}
	list := slices.Clone(p.positions)
	reworded := p.reworded
	said := map[Delegation]bool{}
	for _, t := range list {
		said[t.By] = true
	}
	const longest = 100 // versions of one proposal
	for old, n := p, 0; old.Replaces != "" && n < longest; n++ {
		old, _ = s.proposal(old.Replaces)
		for _, t := range old.positions {
			if !said[t.By] {
				said[t.By], t.On = true, old.ID
				list = append(list, t)
			}
		}
	}
	return s.positionsOf(list, a, func(t Taken) bool { return t.On != "" || t.Seq < reworded })
}
