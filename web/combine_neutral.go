package web

import (
	"slices"

	"plenary/diff"
)

// anyGoTogether reports whether there are parents of which each would bring
// something if they were combined. Then there are two such: with fewer parents
// nothing clashes that did not clash before.
func (c combination) anyGoTogether() bool {
	for a := range c.parents {
		for b := a + 1; b < len(c.parents); b++ {
			var brings [2]bool
			for _, e := range c.merged.ClashFree([]int{a, b}) {
				brings[0] = brings[0] || slices.Contains(c.edits[e].By, a)
				brings[1] = brings[1] || slices.Contains(c.edits[e].By, b)
			}
			if brings[0] && brings[1] {
				return true
			}
		}
	}
	return false
}

// against lists the parents with which an edit that is left out clashes. It is moot
// if it only loses its place by what they would delete.
func (c combination) against(e int) (parties []int, moot bool) {
	for _, r := range c.relationsOf[e] {
		if !r.Kind.Competes() && r.Kind != diff.DeletionsOverlap {
			continue
		}
		own, other := c.edits[r.A], c.edits[r.B]
		if r.B == e {
			own, other = other, own
		}
		parties = join(parties, other.By)
		inside := other.From <= own.From && own.To <= other.To
		moot = moot || r.Kind == diff.InsideDeleted && r.A == e || r.Kind == diff.DeletionsOverlap && inside
	}
	return parties, moot
}

// neutral lists the parents with which no other loses all of its words: those that
// may be combined without taking a side. Of one of which nothing would be left,
// and of those that it clashes with, none is among them.
func (c combination) neutral() []int {
	bringing := c.bringing()
	var out []int
	for party := range c.parents {
		if !slices.Contains(bringing, party) {
			out = join(out, []int{party})
		}
	}
	for _, r := range c.relations {
		a, b := c.edits[r.A].By, c.edits[r.B].By
		if r.Kind.Competes() && (meets(a, out, bringing) || meets(b, out, bringing)) {
			out = join(join(out, a), b)
		}
	}
	return slices.DeleteFunc(bringing, func(party int) bool { return slices.Contains(out, party) })
}

// meets reports whether list has one of out that is not in bringing.
func meets(list, out, bringing []int) bool {
	return slices.ContainsFunc(list, func(n int) bool { return slices.Contains(out, n) && !slices.Contains(bringing, n) })
}
