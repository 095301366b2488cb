package diff

import (
	"cmp"
	"slices"
)

// node is a stretch of the base that some parties delete. Of two nodes one lies
// inside the other, or they have nothing in common.
type node struct {
	from, to int
	by       partySet
}

// nested returns the nodes of all deletions, ordered by their beginning, the
// longer first.
//
// Deletions that cross, and those which cross one of these, are cut wherever one
// of them begins or ends. What crosses none of them either holds all of them or
// lies between two such places, so that after the cuts nothing crosses.
func (m *Merged) nested() []node {
	whole := m.stretches()
	by := map[[2]int]partySet{}
	for _, group := range crossing(whole) {
		for _, n := range pieces(group) {
			joint := by[[2]int{n.from, n.to}]
			joint.join(n.by)
			by[[2]int{n.from, n.to}] = joint
		}
	}
	return nodesOf(by)
}

// stretches returns what is deleted, each stretch once.
func (m *Merged) stretches() []node {
	by := map[[2]int]partySet{}
	for _, r := range m.rows {
		if r.deletes() {
			joint := by[[2]int{r.from, r.to}]
			joint.join(r.by)
			by[[2]int{r.from, r.to}] = joint
		}
	}
	return nodesOf(by)
}

func nodesOf(by map[[2]int]partySet) []node {
	nodes := make([]node, 0, len(by))
	for at, parties := range by {
		nodes = append(nodes, node{at[0], at[1], parties})
	}
	slices.SortFunc(nodes, func(a, b node) int { return cmp.Or(a.from-b.from, b.to-a.to) })
	return nodes
}

// crossing returns the nodes in groups: two that cross are in one group.
func crossing(nodes []node) [][]node {
	group := make([]int, len(nodes)) // of each node one before it in its group, or itself
	for x := range group {
		group[x] = x
	}
	root := func(x int) int {
		for group[x] != x {
			group[x] = group[group[x]]
			x = group[x]
		}
		return x
	}
	for x, a := range nodes {
		for y := x + 1; y < len(nodes) && nodes[y].from < a.to; y++ {
			if b := nodes[y]; a.from < b.from && a.to < b.to {
				first, second := root(x), root(y)
				group[max(first, second)] = min(first, second)
			}
		}
	}
	groups := make([][]node, len(nodes))
	for x, n := range nodes {
		groups[root(x)] = append(groups[root(x)], n)
	}
	return slices.DeleteFunc(groups, func(g []node) bool { return g == nil })
}

// pieces returns the pieces of a group: between two places where any of its nodes
// begins or ends, one piece of all that lie over it.
func pieces(group []node) []node {
	if len(group) == 1 {
		return group
	}
	var places []int
	for _, n := range group {
		places = append(places, n.from, n.to)
	}
	slices.Sort(places)
	places = slices.Compact(places)
	between := make([]node, len(places)-1)
	for x := range between {
		between[x].from, between[x].to = places[x], places[x+1]
	}
	for _, n := range group {
		x, _ := slices.BinarySearch(places, n.from)
		for ; places[x] < n.to; x++ {
			between[x].by.join(n.by)
		}
	}
	return between
}
