package diff

import "slices"

// fewEdits aligns a and b with the fewest edits there are, if those are at most
// maxEdits; else it gives up and returns false. It is the greedy algorithm of
// Myers (1986): far[k] is how far into a one can come on diagonal k, which is
// i-j, with so many edits.
//
// The square of the edits is held in proportion to the texts, so that the work
// is linear in them. On texts full of repetition every diagonal runs long, so the steps are
// bounded too, by the length of the texts.
func (al *aligner) fewEdits(a, b []int32) ([]run, bool) {
	most := maxEdits
	for most*most > 64*(len(a)+len(b)) {
		most /= 2
	}
	if al.steps <= 0 {
		return nil, false
	}
	base := most + 1 // of diagonal 0
	far := make([]int32, 2*base+1)
	al.trace = al.trace[:0]
	for edits, steps := 0, 16*(len(a)+len(b)); edits <= most; edits++ {
		for k := -edits; k <= edits; k += 2 {
			start := enter(int(far[base+k-1]), int(far[base+k+1]), k, edits)
			i := start
			for i < len(a) && i-k < len(b) && a[i] == b[i-k] {
				i++
			}
			far[base+k] = int32(i)
			steps -= i - start
			al.steps -= i - start + 1
			if i >= len(a) && i-k >= len(b) {
				return retrace(al.trace, edits, len(a), len(b)), true
			}
		}
		if steps < 0 {
			return nil, false
		}
		al.trace = append(al.trace, far[base-edits:base+edits+1]...)
	}
	return nil, false
}

// enter returns where diagonal k is entered with one edit more: from the lower
// diagonal by deleting a token or from the upper one by inserting one.
func enter(lower, upper, k, edits int) int {
	if edits == 0 {
		return 0
	}
	if fromUpper(lower, upper, k, edits) {
		return upper
	}
	return lower + 1
}

func fromUpper(lower, upper, k, edits int) bool {
	return k == -edits || k != edits && lower < upper
}

// retrace walks back from the ends of both texts and returns what was kept.
func retrace(trace []int32, edits, i, j int) []run {
	var kept []run
	for ; edits >= 0; edits-- {
		k := i - j
		start, before := 0, 0
		if edits > 0 {
			// The rows before it have 1, 3, 5 ... places.
			last := trace[(edits-1)*(edits-1) : edits*edits]
			at := func(k int) int {
				if x := k + edits - 1; x >= 0 && x < len(last) {
					return int(last[x])
				}
				return -1
			}
			lower, upper := at(k-1), at(k+1)
			start = enter(lower, upper, k, edits)
			before = k - 1
			if fromUpper(lower, upper, k, edits) {
				before = k + 1
			}
		}
		if i > start {
			kept = append(kept, run{start, start - k, i - start})
		}
		i = start
		if before < k {
			i--
		}
		j = i - before
	}
	slices.Reverse(kept)
	return kept
}
