package diff

import (
	"cmp"
	"slices"
	"strings"
)

// chunk is a part of a woven text: a token of the base, or the words of a row.
// The white space before text[start:end] is the chunk's.
type chunk struct {
	row        int // -1 for a token of the base
	token      int // -1 for a row; the number of tokens stands for the end
	start, end int
}

// woven is the text with some rows taken. The last chunk is the end of the base.
type woven struct {
	text   string
	chunks []chunk
}

// weave makes the text with the rows taken. Insertions in one gap stand in the
// order of rank, those at the border of a replaced stretch where they stand in
// the base.
func (m *Merged) weave(rows []int, rank []int, spell spellings) woven {
	w := weaver{m: m, spell: spell, cuts: map[[2]int]int{}, last: chunk{row: -1, token: -1}}
	deleted := make([]bool, m.base.len()+1)
	for _, x := range rows {
		r := m.rows[x]
		for i := r.from; i < r.to; i++ {
			deleted[i] = true
		}
		if r.words == "" {
			w.cuts[[2]int{r.from, r.to}] = x
		}
	}
	inserted := m.inOrder(rows, rank)
	for i := range deleted {
		for len(inserted) > 0 && m.rows[inserted[0]].from == i {
			w.put(chunk{row: inserted[0], token: -1}, spell.typed(inserted[0]).words)
			inserted = inserted[1:]
		}
		if !deleted[i] {
			w.put(chunk{row: -1, token: i}, spell.token(i).word)
		}
	}
	return woven{w.text.String(), w.chunks}
}

// inOrder returns the rows that insert words in the order they stand in a text.
func (m *Merged) inOrder(rows []int, rank []int) []int {
	inserted := slices.DeleteFunc(slices.Clone(rows), func(x int) bool { return !m.rows[x].inserts() })
	before := func(x int) int {
		if rank == nil {
			return 0
		}
		return rank[x]
	}
	slices.SortStableFunc(inserted, func(x, y int) int {
		a, b := m.rows[x], m.rows[y]
		if a.deletes() != b.deletes() && a.from == b.from {
			return a.to - b.to
		}
		return cmp.Or(a.from-b.from, before(x)-before(y))
	})
	return inserted
}

// weaver puts a text together, chunk by chunk.
type weaver struct {
	m      *Merged
	spell  spellings
	cuts   map[[2]int]int // rows taken that only delete, by what they delete
	last   chunk
	text   strings.Builder
	chunks []chunk
}

func (w *weaver) put(c chunk, words string) {
	w.text.WriteString(w.between(w.last, c))
	c.start = w.text.Len()
	w.text.WriteString(words)
	c.end = w.text.Len()
	w.chunks = append(w.chunks, c)
	w.last = c
}
