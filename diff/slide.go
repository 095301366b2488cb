package diff

import "strings"

// How good it is to cut before and behind a token of each class. A change that
// begins behind a comma or ends at the end of a sentence reads as a phrase; one
// that parts an article from its noun does not.
var (
	cutBehind = [classes]int{sentenceMark: 50, comma: 30, closing: 20, conjunction: 5, stopWord: -10, opening: -20}
	cutBefore = [classes]int{opening: 20, conjunction: 20, stopWord: 10, comma: 8, sentenceMark: 5, closing: -10}
)

// cutAtEdge is the score of a cut at either end of the text or at a line break.
const cutAtEdge = 60

// slide moves each hunk that only deletes or only inserts to the best of the
// places where it does the same: in "a, b, c" either comma may be the new one.
// Between equals it takes the one furthest right. No two hunks come to touch.
func slide(hunks []block, a, b sequence, classes []class) {
	for k := range hunks {
		h := &hunks[k]
		if h.kind() == replacement {
			continue
		}
		left, right := min(h.i0, h.j0), min(len(a.ids)-h.i1, len(b.ids)-h.j1)
		if k > 0 {
			left = h.i0 - hunks[k-1].i1 - 1
		}
		if k+1 < len(hunks) {
			right = hunks[k+1].i0 - h.i1 - 1
		}
		by := 0
		if h.kind() == insertion {
			by = best(b, h.j0, h.j1, left, right, classes)
		} else {
			by = best(a, h.i0, h.i1, left, right, classes)
		}
		*h = block{h.i0 + by, h.i1 + by, h.j0 + by, h.j1 + by}
	}
}

// best returns by how much the tokens from start to end are best moved, which
// is at most left to the left and right to the right.
func best(s sequence, start, end, left, right int, classes []class) int {
	from, to := 0, 0
	for -from < left && s.ids[start-1+from] == s.ids[end-1+from] {
		from--
	}
	for to < right && s.ids[start+to] == s.ids[end+to] {
		to++
	}
	by, most := 0, -1<<62
	for move := from; move <= to && from < to; move++ {
		if score := cut(s, start+move, classes) + cut(s, end+move, classes); score >= most {
			by, most = move, score
		}
	}
	return by
}

// cut scores the cut before token i.
func cut(s sequence, i int, classes []class) int {
	if i == 0 || i == len(s.ids) || strings.Contains(s.space(i), "\n") {
		return cutAtEdge
	}
	return cutBehind[classes[s.ids[i-1]]] + cutBefore[classes[s.ids[i]]]
}
