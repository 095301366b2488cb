package diff

import "slices"

// kind says what a change does. It is a set of bits: a replacement both deletes
// and inserts.
type kind uint8

const (
	deletion    kind = 1
	insertion   kind = 2
	replacement      = deletion | insertion
	kinds            = replacement + 1 // for tables; no change has kind 0
)

// A block of which nothing is kept is a hunk of the redline.
func (k block) kind() kind {
	var is kind
	if k.i0 < k.i1 {
		is |= deletion
	}
	if k.j0 < k.j1 {
		is |= insertion
	}
	return is
}

// hunksOf returns what lies between the runs kept of texts of n and m tokens.
func hunksOf(kept []run, n, m int) []block {
	hunks := make([]block, 0, len(kept)+1)
	i, j := 0, 0
	for _, r := range kept {
		if i < r.i || j < r.j {
			hunks = append(hunks, block{i, r.i, j, r.j})
		}
		i, j = r.i+r.n, r.j+r.n
	}
	if i < n || j < m {
		hunks = append(hunks, block{i, n, j, m})
	}
	return hunks
}

// runsOf returns what lies between the hunks.
func runsOf(hunks []block, n, m int) []run {
	kept := make([]run, 0, len(hunks)+1)
	i, j := 0, 0
	for _, h := range hunks {
		if i < h.i0 {
			kept = append(kept, run{i, j, h.i0 - i})
		}
		i, j = h.i1, h.j1
	}
	if i < n {
		kept = append(kept, run{i, j, n - i})
	}
	return kept
}

// isPure reports whether all hunks only delete, or all only insert.
func isPure(hunks []block) bool {
	var is kind
	for _, h := range hunks {
		is |= h.kind()
	}
	return is != replacement
}

// paired joins neighbours, two by two, until there are at most so many hunks.
func paired(hunks []block, most int) []block {
	for len(hunks) > most {
		half := hunks[:0]
		for pair := range slices.Chunk(hunks, 2) {
			last := pair[len(pair)-1]
			half = append(half, block{pair[0].i0, last.i1, pair[0].j0, last.j1})
		}
		hunks = half
	}
	return hunks
}
