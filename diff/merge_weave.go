package diff

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spellings says how a text made of the table is typed.
type spellings struct {
	token func(i int) spelling
	typed func(row int) typed
}

// asTyped spells the words of the base as the base does, and every edit as the
// first of its parties.
func (m *Merged) asTyped() spellings {
	return spellings{
		token: func(i int) spelling { return spelled(m.base, i) },
		typed: func(row int) typed { return m.rows[row].typed },
	}
}

// spelledBy spells everything as a party does, where it has it.
func (m *Merged) spelledBy(c *column) spellings {
	plain := m.asTyped()
	return spellings{
		token: func(i int) spelling {
			if own, ok := c.spellings[i]; ok {
				return own
			}
			return plain.token(i)
		},
		typed: func(row int) typed {
			if own, ok := c.typed[row]; ok {
				return own
			}
			return plain.typed(row)
		},
	}
}

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
	deleted := make([]bool, len(m.base.tokens)+1)
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

// between returns the white space between two chunks: what somebody typed there
// if they are neighbours in any text, and what fits if not.
func (w *weaver) between(x, y chunk) string {
	switch {
	case x.row < 0 && y.row < 0:
		if x.token+1 == y.token {
			return w.spell.token(y.token).space
		}
		if cut, ok := w.cuts[[2]int{x.token + 1, y.token}]; ok {
			return w.before(y.token, cut)
		}
	case x.row < 0 && x.token == w.m.rows[y.row].from-1:
		return w.spell.typed(y.row).lead
	case y.row < 0 && y.token == w.m.rows[x.row].to:
		return w.before(y.token, x.row)
	}
	return w.fit(x, y)
}

// before returns the white space before a token that follows a row: the row's
// if that changed it.
func (w *weaver) before(token, row int) string {
	if trail := w.spell.typed(row).trail; trail != w.m.base.space(token) {
		return trail
	}
	return w.spell.token(token).space
}

// fit returns the white space between two chunks that stand side by side in
// nobody's text: what y has before it, or else what x has behind it.
func (w *weaver) fit(x, y chunk) string {
	end := len(w.m.base.tokens)
	if x.row < 0 && x.token < 0 {
		return w.spell.token(0).space
	}
	if y.token == end {
		return w.spell.token(end).space
	}
	left, _ := utf8.DecodeLastRuneInString(w.text.String())
	right, _ := utf8.DecodeRuneInString(w.words(y))
	space := w.lead(y)
	switch trail := w.trail(x); {
	case opens(left) || closes(right):
		if space != "" && trail != "" {
			return space
		}
		space = ""
	case space == "":
		space = trail
	}
	loose := x.row >= 0 && y.row >= 0 && w.m.rows[x.row].to == end && w.m.rows[y.row].from == 0
	if space == "" && (fuse(left, right) || loose && !opens(left) && !closes(right) && !isSolo(left)) {
		return " "
	}
	return space
}

func (w *weaver) words(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).words
	}
	return w.spell.token(c.token).word
}

func (w *weaver) lead(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).lead
	}
	return w.spell.token(c.token).space
}

func (w *weaver) trail(c chunk) string {
	if c.row >= 0 {
		return w.spell.typed(c.row).trail
	}
	return w.spell.token(c.token + 1).space
}

// fuse reports whether two runes side by side would be one token, and the words
// on either side no longer what was typed.
func fuse(left, right rune) bool {
	return isWord(left) && !isSolo(left) && isWord(right) && !isSolo(right) || isExtension(right)
}

// opens reports whether a mark stands close to the word behind it.
func opens(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) }

// closes reports whether a mark stands close to the word before it.
func closes(r rune) bool {
	return unicode.In(r, unicode.Pe, unicode.Pf) || strings.ContainsRune(",;.:!?…", r)
}
