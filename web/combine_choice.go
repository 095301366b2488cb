package web

import (
	"cmp"
	"net/url"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// parentsIn reads the chosen proposals in their order: as the form lists them, but
// first the one named by first, and those that have a place change among themselves.
func parentsIn(f url.Values) []negotiation.ProposalID {
	var list []negotiation.ProposalID
	for _, id := range f["with"] {
		if len(list) > diff.MaxParties {
			break // too many already, as the law will say
		}
		if !slices.Contains(list, negotiation.ProposalID(id)) {
			list = append(list, negotiation.ProposalID(id))
		}
	}
	var where []int // in list, those that have a place
	var placed []negotiation.ProposalID
	for i, id := range list {
		if placeIn(f, id) > 0 {
			where, placed = append(where, i), append(placed, id)
		}
	}
	slices.SortStableFunc(placed, func(a, b negotiation.ProposalID) int { return cmp.Compare(placeIn(f, a), placeIn(f, b)) })
	for i, at := range where {
		list[at] = placed[i]
	}
	if i := slices.Index(list, negotiation.ProposalID(f.Get("first"))); i > 0 {
		first := list[i]
		list = slices.Insert(slices.Delete(list, i, i+1), 0, first)
	}
	return list
}

// placeIn reads the place of a proposal in the order, from 1; 0 for none.
func placeIn(f url.Values, id negotiation.ProposalID) int {
	n := number(f.Get(combineRow{proposalLink: proposalLink{ID: id}}.PlaceName()))
	if n < 1 || n > diff.MaxParties {
		return 0
	}
	return n
}

// chosenOf gives those of all that are named, in that order, and the names of none.
func chosenOf(all []negotiation.ProposalView, ids []negotiation.ProposalID) (chosen []negotiation.ProposalView, missing []string) {
	for _, id := range ids {
		i := slices.IndexFunc(all, func(p negotiation.ProposalView) bool { return p.ID == id })
		if i < 0 {
			missing = append(missing, cutShort(string(id)))
			continue
		}
		chosen = append(chosen, all[i])
	}
	return chosen, missing
}
