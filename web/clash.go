package web

import (
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
	var all, clashing []negotiation.Delegation
	for i, x := range edits {
		if x.base != edits[0].base {
			return ""
		}
		if !slices.Contains(all, x.by) {
			all = append(all, x.by)
		}
		for j, y := range edits {
			if i != j && x.by != y.by && x.meets(y) && !slices.Contains(clashing, x.by) {
				clashing = append(clashing, x.by)
			}
		}
	}
	switch {
	case len(all) < 2:
		return ""
	case len(clashing) > 0:
		return b.T("paragraph.clash", "delegations", b.Names(clashing))
	}
	return b.T("paragraph.clash-none", "delegations", b.Names(all))
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

// meets reports whether some place of x touches one of y. Two that only touch
// count: which comes first is for people to say.
func (x edits) meets(y edits) bool {
	for i, j := 0, 0; i < len(x.places) && j < len(y.places); {
		a, b := x.places[i], y.places[j]
		switch {
		case a.to < b.from:
			i++
		case b.to < a.from:
			j++
		default:
			return true
		}
	}
	return false
}
