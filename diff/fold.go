package diff

// foldCap bounds what a run may be worth and still be folded: two and a half
// words, however large the changes beside it.
const foldCap = 250

// weighed is a hunk with what it is worth.
type weighed struct {
	block
	deleted, inserted int
	before            int // value of the run before it
}

func (w weighed) size() int { return max(w.deleted, w.inserted) }

// fold joins hunks between which little is kept, in comparison with the smaller
// of the two: between long passages that were replaced, an "of the" that stands
// on both sides is chance. Left to right, with the hunks so far as a stack; each
// is pushed and popped once.
func (v valuer) fold(hunks []block, a, b []int32) []block {
	if len(hunks) < 2 {
		return hunks
	}
	stack := make([]weighed, 0, len(hunks))
	end := 0
	for _, h := range hunks {
		stack = append(stack, weighed{h, v.sum(a[h.i0:h.i1]), v.sum(b[h.j0:h.j1]), v.sum(a[end:h.i0])})
		end = h.i1
		for len(stack) > 1 {
			left, right := &stack[len(stack)-2], stack[len(stack)-1]
			if !v.folds(*left, right) {
				break
			}
			left.deleted += right.before + right.deleted
			left.inserted += right.before + right.inserted
			left.i1, left.j1 = right.i1, right.j1
			stack = stack[:len(stack)-1]
		}
	}
	for k, w := range stack {
		hunks[k] = w.block
	}
	return hunks[:len(stack)]
}

// folds reports whether the run between two hunks is folded. One of them must
// be a replacement: people strike what stands between two of those, but leave it
// between what they only inserted and what they only deleted.
func (v valuer) folds(left, right weighed) bool {
	if left.kind() != replacement && right.kind() != replacement {
		return false
	}
	limit := min(left.size(), right.size()) * v.percent / 100
	return right.before < min(limit, foldCap)
}
