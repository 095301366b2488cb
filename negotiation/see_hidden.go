package negotiation

import (
	"cmp"
	"maps"
	"slices"
)

// hidden are the delegations of which an audience does not know; most often none.
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

// groupsBut lists the groups by name, without members that are hidden.
func (s State) groupsBut(hidden map[Delegation]bool) []DelegationGroup {
	groups := slices.SortedFunc(maps.Values(s.groups), func(a, b DelegationGroup) int { return cmp.Compare(a.Name, b.Name) })
	for i, g := range groups {
		if len(hidden) > 0 {
			groups[i].Members = slices.DeleteFunc(slices.Clone(g.Members), func(d Delegation) bool { return hidden[d] })
		}
	}
	return groups
}

// knownTo lists the delegations that an audience knows of, in order: all for
// those who decide, else those with a seat or a part in a proposal that is seen.
func (s State) knownTo(a Audience, seen []ProposalView) []Party {
	known := map[Delegation]bool{}
	for _, seat := range s.seats {
		known[seat.Delegation] = true
	}
	for _, p := range seen {
		known[p.Delegation] = true
		for _, d := range p.Sponsors {
			known[d] = true
		}
	}
	var list []Party
	for name, p := range s.parties {
		if a.Role.Decides() || known[name] {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b Party) int {
		// "state" before "body"
		return cmp.Or(cmp.Compare(b.Kind, a.Kind), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// knows reports whether an audience knows of a delegation; see knownTo.
func (s State) knows(a Audience, d Delegation) bool {
	_, known := s.parties[d]
	return known && !s.hidden(a)[d]
}
