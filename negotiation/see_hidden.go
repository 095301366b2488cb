package negotiation

import "slices"

// hidden are the delegations of which an audience does not know, as [State.knows] has
// it; most often none.
func (s State) hidden(a Audience) map[Delegation]bool {
	if a.Role.Decides() {
		return nil
	}
	hidden := make(map[Delegation]bool, len(s.parties))
	for d := range s.parties {
		hidden[d] = true
	}
	delete(hidden, a.Delegation)
	for _, seat := range s.seats {
		delete(hidden, seat.Delegation)
	}
	for _, p := range s.proposals.all() {
		if len(hidden) == 0 {
			break
		}
		if a.sees(p) {
			for _, d := range p.Authors() {
				delete(hidden, d)
			}
		}
	}
	return hidden
}

// hide leaves out the positions that hidden delegations have of their groups: a late
// proposal must not be betrayed by a member of a group that nobody has heard of.
func hide(list []Taken, hidden map[Delegation]bool) []Taken {
	if len(hidden) == 0 {
		return list
	}
	return slices.DeleteFunc(list, func(t Taken) bool { return len(t.Via) > 0 && hidden[t.By] })
}

// hideMembers leaves hidden delegations out of groups.
func hideMembers(groups []DelegationGroup, hidden map[Delegation]bool) {
	for i, g := range groups {
		if len(hidden) > 0 {
			groups[i].Members = slices.DeleteFunc(slices.Clone(g.Members), func(d Delegation) bool { return hidden[d] })
		}
	}
}
