package diff

import (
	"encoding/binary"
	"math/bits"
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

// spelling is how a token of the base is typed, with the white space before it.
// The end of the text counts as a token without a word.
type spelling struct{ space, word string }

// column is what makes the text of one party out of the base.
type column struct {
	name  string
	rows  []int         // its edits, ascending
	typed map[int]typed // its own way of typing them
	// spellings of the tokens it keeps, where they are not those of the base.
	spellings map[int]spelling
}

// amendment is an edit of one party: tokens i0 to i1 of the base become tokens
// j0 to j1 of its text.
type amendment struct{ i0, i1, j0, j1 int }

// moved returns the amendment n tokens further on.
func (a amendment) moved(n int) amendment {
	return amendment{a.i0 + n, a.i1 + n, a.j0 + n, a.j1 + n}
}

// amendments returns what stands between the runs that are kept of two texts
// of so many tokens. At least one kept token parts them.
func amendments(kept []run, before, after int) []amendment {
	var found []amendment
	i, j := 0, 0
	next := func(r run) {
		if r.i > i || r.j > j {
			found = append(found, amendment{i, r.i, j, r.j})
		}
		i, j = r.i+r.n, r.j+r.n
	}
	for _, r := range kept {
		if r.n > 0 {
			next(r)
		}
	}
	next(run{before, after, 0})
	return found
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
	col := column{name: name, typed: map[int]typed{}, spellings: map[int]spelling{}}
	changes := amendments(kept, len(t.base.tokens), len(text.tokens))
	lowest := 0 // a change must not slide further to the left
	i, j := 0, 0
	for x, a := range changes {
		highest := len(t.base.tokens)
		if x+1 < len(changes) {
			highest = changes[x+1].i0 - 1
		}
		a, r := t.row(text, a, lowest, highest)
		t.rows[r].by.add(party)
		col.rows = append(col.rows, r)
		col.typed[r] = typedBy(text, a)
		t.spell(col, text, i, j, a.i0-i)
		i, j = a.i1, a.j1
		lowest = i + 1
	}
	t.spell(col, text, i, j, len(t.base.tokens)-i+1)
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

// slackLeft returns by how many tokens a can stand further left, with the same
// result, without coming before the token lowest.
func (t *tabulation) slackLeft(text sequence, a amendment, lowest int) int {
	n := 0
	for a.i0-n > lowest && t.slides(text, a.moved(-n-1)) {
		n++
	}
	return n
}

// canMove reports whether a can stand n tokens further on with the same result.
// To the left it can, for there the caller found it.
func (t *tabulation) canMove(text sequence, a amendment, n, highest int) bool {
	if a.i1+n > highest {
		return false
	}
	for x := range n {
		if !t.slides(text, a.moved(x)) {
			return false
		}
	}
	return true
}

// slides reports whether a and the same one token further on give one result.
func (t *tabulation) slides(text sequence, a amendment) bool {
	switch {
	case a.i0 == a.i1:
		return text.ids[a.j0] == text.ids[a.j1]
	case a.j0 == a.j1:
		return t.base.ids[a.i0] == t.base.ids[a.i1]
	}
	return false
}

func typedBy(text sequence, a amendment) typed {
	if a.j0 == a.j1 {
		return typed{trail: text.space(a.j1)}
	}
	return typed{
		lead:  text.space(a.j0),
		words: text.text[text.start(a.j0):text.tokens[a.j1-1].end],
		trail: text.space(a.j1),
	}
}

// spell notes how the party types the n tokens of the base from i, which are
// those of its text from j.
func (t *tabulation) spell(col column, text sequence, i, j, n int) {
	for x := range n {
		if own := spelled(text, j+x); own != spelled(t.base, i+x) {
			col.spellings[i+x] = own
		}
	}
}

func spelled(s sequence, i int) spelling {
	if i == len(s.tokens) {
		return spelling{space: s.space(i)}
	}
	return spelling{s.space(i), s.word(i)}
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

// partySet is a set of parties by index; it has room for MaxParties.
type partySet [(MaxParties + 63) / 64]uint64

// add puts a party in; what is no index of a party is left out.
func (s *partySet) add(p int) {
	if p >= 0 && p < MaxParties {
		s[p/64] |= 1 << (p % 64)
	}
}

func (s *partySet) join(other partySet) {
	for x := range s {
		s[x] |= other[x]
	}
}

func (s partySet) meets(other partySet) bool {
	for x := range s {
		if s[x]&other[x] != 0 {
			return true
		}
	}
	return false
}

// list returns the parties in order, nil if there are none.
func (s partySet) list() []int {
	var parties []int
	for x, word := range s {
		for ; word != 0; word &= word - 1 {
			parties = append(parties, 64*x+bits.TrailingZeros64(word))
		}
	}
	return parties
}

// first returns the first party of a set that is not empty.
func (s partySet) first() int { return s.list()[0] }

func (s partySet) has(p int) bool { return s[p/64]>>(p%64)&1 != 0 }
