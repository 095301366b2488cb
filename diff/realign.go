package diff

import "slices"

// Bounds of what is aligned anew.
const (
	// maxWindow is the largest window, as cells of its table. It is a constant, so
	// the work stays linear in the texts.
	maxWindow = 16 << 10
	// margin is how many kept tokens a window has at either end, so that a change
	// can move by a few words.
	margin = 4
)

// realign aligns anew what lies close together. The fewest edits are often
// possible in several ways, of which one keeps the noun and another the article;
// here the way of the highest value is found, as choose defines it.
//
// Where words are only inserted or only deleted nothing is to be gained, and
// everything is left as it is: what stays must not be shown as struck.
func (v valuer) realign(e *effort, hunks []block, a, b sequence) []block {
	var w window
	out := make([]block, 0, len(hunks))
	for len(hunks) > 0 {
		n, is := 1, hunks[0].kind()
		for n < len(hunks) && v.sum(a.ids[hunks[n-1].i1:hunks[n].i0]) < foldCap {
			is |= hunks[n].kind()
			n++
		}
		frame := block{hunks[0].i0, hunks[n-1].i1, hunks[0].j0, hunks[n-1].j1}
		before := frame.i0
		if len(out) > 0 {
			before -= out[len(out)-1].i1 + 1
		}
		after := len(a.ids) - frame.i1
		if n < len(hunks) {
			after = (hunks[n].i0 - frame.i1) / 2
		}
		frame = frame.widened(max(0, min(margin, before)), min(margin, after))
		cells := (frame.i1 - frame.i0 + 1) * (frame.j1 - frame.j0 + 1)
		if is == replacement && cells <= min(maxWindow, e.anew) {
			e.anew -= cells
			out = w.align(v, frame, a, b, out)
		} else {
			out = append(out, hunks[:n]...)
		}
		hunks = hunks[n:]
	}
	return out
}

func (k block) widened(before, after int) block {
	return block{k.i0 - before, k.i1 + after, k.j0 - before, k.j1 + after}
}

// state is what the alignment is in the middle of: keeping, or a change that
// has so far been of a kind. A replacement deletes first.
type state = kind

const keeping state = 0

// window is the table of one block. Each cell holds for each state the highest
// value with which it can be reached, and from which state.
type window struct {
	rows       [2][]cell
	from       [][kinds]state
	cutA, cutB []int32 // how good it is to cut before each token
}

type cell [kinds]int32

const unreachable = -1 << 30

// cutShare is the part of the scores of slide that counts here, where they
// should only decide between alignments of nearly one value.
const cutShare = 8

// align appends the hunks of the best alignment of a block.
func (w *window) align(v valuer, k block, a, b sequence, hunks []block) []block {
	w.cutA, w.cutB = v.cuts(w.cutA, a, k.i0, k.i1), v.cuts(w.cutB, b, k.j0, k.j1)
	idsA, idsB := a.ids[k.i0:k.i1], b.ids[k.j0:k.j1]
	width := len(idsB) + 1
	w.from = grown(w.from, (len(idsA)+1)*width)
	w.rows[0], w.rows[1] = grown(w.rows[0], width), grown(w.rows[1], width)
	last, row := w.rows[0], w.rows[1]
	for i := 0; i <= len(idsA); i++ {
		from := w.from[i*width : (i+1)*width]
		for j := 0; j <= len(idsB); j++ {
			c, f := cell{unreachable, unreachable, unreachable, unreachable}, [kinds]state{}
			if i == 0 && j == 0 {
				c[keeping] = 0
			}
			if i > 0 && j > 0 && idsA[i-1] == idsB[j-1] {
				f[keeping], c[keeping] = w.closed(last[j-1], i-1, j-1)
				c[keeping] += int32(v.value[v.classes[idsA[i-1]]])
			}
			if i > 0 {
				f[deletion], c[deletion] = better(last[j], deletion, w.cutA[i-1]-int32(v.price[deletion]))
			}
			if j > 0 {
				f[insertion], c[insertion] = better(row[j-1], insertion, w.cutB[j-1]-int32(v.price[insertion]))
				f[replacement], c[replacement] = replacement, row[j-1][replacement]
				d := row[j-1][deletion] + w.cutA[i] + w.cutB[j-1] - int32(v.price[replacement]-v.price[deletion])
				if d > c[replacement] {
					f[replacement], c[replacement] = deletion, d
				}
			}
			row[j], from[j] = c, f
		}
		last, row = row, last
	}
	end, _ := w.closed(last[len(idsB)], len(idsA), len(idsB))
	return w.retrace(k, end, width, hunks)
}

// cuts scores the cuts before each token of a block and behind the last.
func (v valuer) cuts(scores []int32, s sequence, from, to int) []int32 {
	scores = grown(scores, to-from+1)
	for i := range scores {
		scores[i] = int32(cut(s, from+i, v.classes) / cutShare)
	}
	return scores
}

// better returns the better way to come to a pure change: from within it or by
// opening it.
func better(c cell, within state, open int32) (state, int32) {
	if opened := c[keeping] + open; opened > c[within] {
		return keeping, opened
	}
	return within, c[within]
}

// closed returns the best state that a cell can go on from with a kept token.
func (w *window) closed(c cell, i, j int) (state, int32) {
	c[deletion] += w.cutA[i]
	c[insertion] += w.cutB[j]
	c[replacement] += w.cutB[j]
	best := keeping
	for s := deletion; s < kinds; s++ {
		if c[s] > c[best] {
			best = s
		}
	}
	return best, c[best]
}

// retrace walks the table back from its end.
func (w *window) retrace(k block, s state, width int, hunks []block) []block {
	first := len(hunks)
	i, j := k.i1-k.i0, k.j1-k.j0
	open := block{i, i, j, j}
	for i > 0 || j > 0 {
		next := w.from[i*width+j][s]
		if s == keeping {
			i, j = i-1, j-1
			open = block{i, i, j, j}
			s = next
			continue
		}
		if s == deletion {
			i--
		} else {
			j--
		}
		if open.i0, open.j0 = i, j; next == keeping || i == 0 && j == 0 {
			hunks = append(hunks, block{k.i0 + open.i0, k.i0 + open.i1, k.j0 + open.j0, k.j0 + open.j1})
		}
		s = next
	}
	slices.Reverse(hunks[first:])
	return hunks
}

func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}
