package diff

import (
	"encoding/binary"
	"slices"
)

// row is an edit of one or more parties, as the first of them typed it.
type row struct {
	from, to int // tokens of the base
	by       partySet
	typed
}

func (r row) inserts() bool { return r.words != "" }
func (r row) deletes() bool { return r.from < r.to }

// typed is how a party typed an edit: the words it inserts, and the white space
// before them and before the token that follows. Where words are only deleted,
// trail is the white space that is left in their place.
type typed struct{ lead, words, trail string }

// column is what makes the text of one party out of the base.
type column struct {
	name  string
	rows  []int         // its edits, ascending
	typed map[int]typed // its own way of typing them
	text  sequence
	// retyped are the tokens of the base that it keeps but types otherwise, and
	// which of its text those are, ascending.
	retyped []place
}

// spelling returns how the party types a token of the base that it keeps, and
// whether that is another way than that of the base.
func (c *column) spelling(i int) (s spelling, own bool) {
	x, own := slices.BinarySearchFunc(c.retyped, int32(i), func(p place, i int32) int { return int(p.i - i) })
	if own {
		s = spelled(c.text, int(c.retyped[x].j))
	}
	return s, own
}

// rowKey finds the row of an edit: its place and the ids of its words.
type rowKey struct {
	from, to int
	words    string
}

// tabulation is a Merged in the making.
type tabulation struct {
	Merged
	exact    map[rowKey]int // by the place where a row stands
	leftmost map[rowKey]int // by the leftmost place it could stand at
}

func newTabulation(base sequence) *tabulation {
	return &tabulation{Merged: Merged{base: base}, exact: map[rowKey]int{}, leftmost: map[rowKey]int{}}
}

// add puts the text of one more party into the table.
func (t *tabulation) add(name string, text sequence, kept []run) {
	party := len(t.columns)
	col := column{name: name, typed: map[int]typed{}, text: sequence{text: text.text, ends: text.ends}}
	changes := amendments(kept, t.base.len(), text.len())
	lowest := 0 // a change must not slide further to the left
	i, j := 0, 0
	for x, a := range changes {
		highest := t.base.len()
		if x+1 < len(changes) {
			highest = changes[x+1].i0 - 1
		}
		a, r := t.row(text, a, lowest, highest)
		t.rows[r].by.add(party)
		col.rows = append(col.rows, r)
		col.typed[r] = typedBy(text, a)
		t.spell(&col, i, j, a.i0-i)
		i, j = a.i1, a.j1
		lowest = i + 1
	}
	t.spell(&col, i, j, t.base.len()-i+1)
	t.columns = append(t.columns, col)
}

// row returns the row of an amendment, a new one if nobody made the same before,
// and the amendment as it stands there.
//
// Words can often be inserted, or deleted, in several places with the same
// result: which one the alignment chose says nothing, so equal edits meet where
// the first of them stands.
func (t *tabulation) row(text sequence, a amendment, lowest, highest int) (amendment, int) {
	here := keyOf(text, a)
	if r, ok := t.exact[here]; ok {
		return a, r
	}
	left := keyOf(text, a.moved(-t.slackLeft(text, a, lowest)))
	r, known := t.leftmost[left]
	if known {
		if n := t.rows[r].from - a.i0; t.canMove(text, a, n, highest) {
			return a.moved(n), r
		}
	}
	r = len(t.rows)
	t.rows = append(t.rows, row{from: a.i0, to: a.i1, typed: typedBy(text, a)})
	t.exact[here] = r
	if !known {
		t.leftmost[left] = r
	}
	return a, r
}

func keyOf(text sequence, a amendment) rowKey {
	words := make([]byte, 0, 4*(a.j1-a.j0))
	for _, id := range text.ids[a.j0:a.j1] {
		words = binary.LittleEndian.AppendUint32(words, uint32(id))
	}
	return rowKey{a.i0, a.i1, string(words)}
}

// spell notes how the party types the n tokens of the base from i, which are
// those of its text from j.
func (t *tabulation) spell(col *column, i, j, n int) {
	for x := range n {
		if spelled(col.text, j+x) != spelled(t.base, i+x) {
			col.retyped = append(col.retyped, place{int32(i + x), int32(j + x)})
		}
	}
}

// merged puts the rows in the order of the base and returns the table.
func (t *tabulation) merged() *Merged {
	order := make([]int, len(t.rows))
	for x := range order {
		order[x] = x
	}
	slices.SortFunc(order, func(x, y int) int { return t.rows[x].compare(t.rows[y]) })
	rows, now := make([]row, len(order)), make([]int, len(order))
	for x, was := range order {
		rows[x] = t.rows[was]
		now[was] = x
	}
	for c := range t.columns {
		t.columns[c].renumber(now)
	}
	t.rows = rows
	return &t.Merged
}

// compare orders rows by place. No two rows of one place have a party in common.
func (r row) compare(other row) int {
	switch {
	case r.from != other.from:
		return r.from - other.from
	case r.to != other.to:
		return r.to - other.to
	}
	return r.by.first() - other.by.first()
}

func (c *column) renumber(now []int) {
	own := make(map[int]typed, len(c.typed))
	for x, was := range c.rows {
		c.rows[x] = now[was]
		own[now[was]] = c.typed[was]
	}
	c.typed = own
}
