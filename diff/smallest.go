package diff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// Local numbers of tokens that stand on one side of a block only. They need
// not be told apart, since nothing can be kept of them.
const (
	onlyBefore rune = iota
	onlyAfter
	firstShared
)

// smallest aligns a block of at most maxCells with the fewest edits there are.
func (al *aligner) smallest(k block) {
	a, b, shared := al.number(al.a[k.i0:k.i1], al.b[k.j0:k.j1])
	if !shared {
		return
	}
	// Without a timeout, or the clock would have a say in the result.
	engine := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	i, j := k.i0, k.j0
	for _, d := range engine.DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		default:
			al.keep(run{i, j, n})
			i, j = i+n, j+n
		}
	}
}

// number writes the tokens of a small block as runes, which is what go-diff
// compares, and reports whether the sides share any. Numbers are local to the
// block: the smaller side of maxCells has at most 2,048 tokens to share, so no
// number comes near the surrogates or the last rune, which go-diff would lose.
func (al *aligner) number(a, b []int32) (before, after []rune, shared bool) {
	const unseen, seen = 0, -1
	for _, id := range a {
		al.local[id] = seen
	}
	after = make([]rune, len(b))
	next := firstShared
	for j, id := range b {
		switch al.local[id] {
		case unseen:
			after[j] = onlyAfter
			continue
		case seen:
			al.local[id] = next
			next++
		}
		after[j] = al.local[id]
	}
	before = make([]rune, len(a))
	for i, id := range a {
		if n := al.local[id]; n >= firstShared {
			before[i] = n
		} else {
			before[i] = onlyBefore
		}
	}
	for _, id := range a {
		al.local[id] = unseen
	}
	return before, after, next > firstShared
}
