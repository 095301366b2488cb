package web

import (
	"cmp"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// clash says in a sentence whose open proposals on a paragraph touch the same
// place, or that none do. It is silent where fewer than two delegations would
// change the words, and where they wrote on different versions: then places
// cannot be compared.
func (b Base) clash(id negotiation.ParagraphID, open []negotiation.ProposalView) string {
	edits := editsOn(id, open)
	var all []negotiation.Delegation
	for _, x := range edits {
		if x.base != edits[0].base {
			return ""
		}
		all = append(all, x.by)
	}
	all = once(all)
	if len(all) < 2 {
		return ""
	}
	met := meeting(edits)
	clashing := slices.DeleteFunc(slices.Clone(all), func(d negotiation.Delegation) bool { return !met[d] })
	if len(clashing) > 0 {
		return b.T("paragraph.clash", "delegations", b.Names(clashing))
	}
	return b.T("paragraph.clash-none", "delegations", b.Names(all))
}

// once gives a list without what it has already.
func once(list []negotiation.Delegation) []negotiation.Delegation {
	has := map[negotiation.Delegation]bool{}
	return slices.DeleteFunc(list, func(d negotiation.Delegation) bool {
		again := has[d]
		has[d] = true
		return again
	})
}

// edits are the places of one version that a delegation would change.
type edits struct {
	by     negotiation.Delegation
	base   int
	places []stretch
}

// stretch is from one byte of a text to another; from and to are the same where
// something is only put in.
type stretch struct{ from, to int }

func editsOn(id negotiation.ParagraphID, open []negotiation.ProposalView) []edits {
	var list []edits
	for _, p := range open {
		for _, c := range p.Changes {
			if c.Paragraph == id && len(c.Redline) > 0 {
				list = append(list, edits{by: p.Delegation, base: c.Base, places: stretches(c.Redline)})
			}
		}
	}
	return list
}

// stretches gives the places of the text before that a script changes, in order.
func stretches(s diff.Script) []stretch {
	var list []stretch
	at := 0
	for _, span := range s {
		switch span.Op {
		case diff.Equal:
			at += len(span.Text)
		case diff.Delete:
			list = append(list, stretch{at, at + len(span.Text)})
			at += len(span.Text)
		case diff.Insert:
			list = append(list, stretch{at, at})
		}
	}
	return list
}

// claim is a place that a delegation would change.
type claim struct {
	stretch
	by negotiation.Delegation
}

// meeting gives the delegations of which some place touches one of another.
// Two that only touch count: which comes first is for people to say. It costs a
// sort: a paragraph may have as many proposals as people care to send.
func meeting(list []edits) map[negotiation.Delegation]bool {
	var claims []claim
	for _, x := range list {
		for _, place := range x.places {
			claims = append(claims, claim{place, x.by})
		}
	}
	slices.SortFunc(claims, func(a, b claim) int { return cmp.Compare(a.from, b.from) })
	met := map[negotiation.Delegation]bool{}
	reached(claims, met)
	reaching(claims, met)
	return met
}

// reached marks whose place one of somebody else reaches that begins before it.
func reached(claims []claim, met map[negotiation.Delegation]bool) {
	var furthest, other claim // of those before: what reaches furthest, and what does of the others
	for _, c := range claims {
		rival := furthest
		if rival.by == c.by {
			rival = other
		}
		if rival.by != "" && rival.to >= c.from {
			met[c.by] = true
		}
		switch {
		case c.by == furthest.by:
			furthest.to = max(furthest.to, c.to)
		case furthest.by == "" || c.to > furthest.to:
			furthest, other = c, furthest
		case other.by == "" || c.to > other.to:
			other = c
		}
	}
}

// reaching marks whose place reaches one of somebody else that begins behind it.
func reaching(claims []claim, met map[negotiation.Delegation]bool) {
	var next, other claim // of those behind: the first, and the first of the others
	for _, c := range slices.Backward(claims) {
		rival := next
		if rival.by == c.by {
			rival = other
		}
		if rival.by != "" && c.to >= rival.from {
			met[c.by] = true
		}
		if next.by != c.by {
			other = next
		}
		next = c
	}
}
