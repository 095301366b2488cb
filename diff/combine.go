package diff

import (
	"slices"
)

// Combined is the base with some edits taken.
type Combined struct {
	Text        string
	Credits     []Credit   // Text in pieces
	Taken, Left []int      // indexes in Edits, ascending
	Competing   []Relation // among Taken, those that compete
}

// Credit is a piece of a combined text and the parties that brought it, nil for
// the words of the base. White space goes with the word behind it.
type Credit struct {
	Text string
	By   []int
}

// Apply takes edits, by their index in [Merged.Edits]; what is no index of one
// is left out. With all edits of a party it gives its text up to its spelling.
//
// Insertions in one gap stand in the order of their parties in order; parties
// that it does not name follow as they stand in the table. An insertion at the
// border of a replaced stretch stands where it stands in the base. Competing
// edits are taken all the same: the words that any deletes are deleted, what
// each inserts is inserted, and Competing says so.
func (m *Merged) Apply(edits []int, order []int) Combined {
	taken := make([]bool, len(m.rows))
	for _, x := range edits {
		if x >= 0 && x < len(taken) {
			taken[x] = true
		}
	}
	var c Combined
	for x := range taken {
		if taken[x] {
			c.Taken = append(c.Taken, x)
		} else {
			c.Left = append(c.Left, x)
		}
	}
	w := m.weave(c.Taken, m.ranks(order), m.asTyped())
	c.Text, c.Credits = w.text, m.credits(w)
	c.Competing = slices.DeleteFunc(m.relationsAmong(c.Taken), func(r Relation) bool { return !r.Kind.Competes() })
	return c
}

// ranks returns for each row where the first of its parties stands in order.
func (m *Merged) ranks(order []int) []int {
	place := make([]int, len(m.columns))
	for p := range place {
		place[p] = len(order) + p
	}
	for x, p := range order {
		if p >= 0 && p < len(place) {
			place[p] = min(place[p], x)
		}
	}
	ranks := make([]int, len(m.rows))
	for x, r := range m.rows {
		ranks[x] = len(order) + len(place)
		for p := range r.by.all {
			ranks[x] = min(ranks[x], place[p])
		}
	}
	return ranks
}

func (m *Merged) credits(w woven) []Credit {
	var credits []Credit
	var open partySet
	from := 0
	for x, c := range w.chunks {
		var by partySet
		if c.row >= 0 {
			by = m.rows[c.row].by
		}
		if by == open {
			continue
		}
		// The white space before a chunk is the chunk's.
		end := 0
		if x > 0 {
			end = w.chunks[x-1].end
		}
		if from < end {
			credits = append(credits, Credit{w.text[from:end], open.list()})
		}
		from, open = end, by
	}
	if from < len(w.text) {
		credits = append(credits, Credit{w.text[from:], open.list()})
	}
	return credits
}

// ClashFree returns the edits of the parties (all, if nil) that compete with no
// edit of another of them. It takes no side: of two that compete it returns
// neither. Insertions in the same place do not compete. Deletions that overlap do
// not either, but go together: where one of them competes with something, what is
// left of the sentence without the others would be nobody's.
func (m *Merged) ClashFree(parties []int) []int {
	rows := m.all()
	if parties != nil {
		rows = m.rowsOf(parties)
	}
	groups := newGroups(len(m.rows))
	clash := make([]bool, len(m.rows))
	m.sweep(rows, func(kind RelationKind, a, b int) bool {
		switch {
		case kind.Competes():
			clash[a], clash[b] = true, true
		case kind == DeletionsOverlap:
			groups.join(a, b)
		}
		return true
	})
	left := make([]bool, len(m.rows))
	for _, x := range rows {
		left[groups.of(x)] = left[groups.of(x)] || clash[x]
	}
	return slices.DeleteFunc(rows, func(x int) bool { return left[groups.of(x)] })
}

// groups are edits that go together: each names one of its group, and the one
// that names itself stands for all [Tarjan, "Efficiency of a Good But Not Linear
// Set Union Algorithm", 1975].
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for x := range g {
		g[x] = x
	}
	return g
}

func (g groups) of(x int) int {
	for g[x] != x {
		g[x] = g[g[x]]
		x = g[x]
	}
	return x
}

func (g groups) join(a, b int) { g[g.of(a)] = g.of(b) }
