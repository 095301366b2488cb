package negotiation

import (
	"cmp"
	"maps"
	"slices"
)

// seeSession puts into v what its audience may see of sessions.
func (s State) seeSession(v *View) {
	v.Session, v.Acts = s.session, s.acts.all()
	v.Groups = slices.SortedFunc(maps.Values(s.groups), func(a, b DelegationGroup) int { return cmp.Compare(a.Name, b.Name) })
	if v.Audience.Role.Decides() {
		return
	}
	v.Session.Attendance = v.Audience.answered(s.session.Attendance)
	v.Session.Floor.Pen.Seat = ""
	if g := v.Session.Floor.Gavel; g != nil {
		seen := *g
		seen.Seat = ""
		v.Session.Floor.Gavel = &seen
	}
}

// answered gives what the delegation of a answered to the roll call itself. Which of
// its seats did is not shown.
func (a Audience) answered(list []Attendance) []Attendance {
	var own []Attendance
	for _, at := range list {
		if a.Delegation != "" && at.Delegation == a.Delegation {
			own = append(own, Attendance{Delegation: at.Delegation, Place: at.Place})
		}
	}
	return own
}

// positionsOf gives those of list that a sees, and the ones that delegations have of
// their groups; see [Taken].
func (s State) positionsOf(list []Taken, a Audience, stale func(Taken) bool) []Taken {
	if len(list) == 0 {
		return nil
	}
	own := map[Delegation]Taken{}
	for _, t := range list {
		if t.Kind != NoPosition && s.mayHear(a, t.Position) {
			t.Stale = stale(t)
			if !a.Role.Decides() {
				t.Seat = ""
			}
			own[t.By] = t
		}
	}
	seen := append(slices.Collect(maps.Values(own)), s.inherited(own)...)
	slices.SortFunc(seen, func(x, y Taken) int { return s.compareBy(x.By, y.By) })
	return seen
}

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

// inherited are the positions that delegations have of their groups: the one that all
// of those have that took any.
func (s State) inherited(own map[Delegation]Taken) []Taken {
	of := map[Delegation]Taken{}
	differ := map[Delegation]bool{}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		for _, d := range s.groups[name].Members {
			if _, has := own[d]; has {
				continue
			}
			t, first := own[name], of[d]
			differ[d] = differ[d] || len(first.Via) > 0 && (first.Kind != t.Kind || first.Text != t.Text || first.Stale != t.Stale)
			t.By, t.Via = d, append(slices.Clip(first.Via), name)
			of[d] = t
		}
	}
	maps.DeleteFunc(of, func(d Delegation, _ Taken) bool { return differ[d] })
	return slices.Collect(maps.Values(of))
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
	var list []Taken
	reworded := p.reworded
	said := map[Delegation]bool{}
	for _, t := range p.positions {
		// What was told to the Chair leaves no gap where others know an older word.
		if t.Kind != NoPosition && s.mayHear(a, t.Position) {
			said[t.By] = true
			list = append(list, t)
		}
	}
	const longest = 100 // versions of one proposal
	for old, n := p, 0; old.Replaces != "" && n < longest; n++ {
		old, _ = s.proposal(old.Replaces)
		for _, t := range old.positions {
			if !said[t.By] && t.Kind != NoPosition && s.mayHear(a, t.Position) {
				said[t.By], t.On = true, old.ID
				list = append(list, t)
			}
		}
	}
	return s.positionsOf(list, a, func(t Taken) bool { return t.On != "" || t.Seq < reworded })
}
