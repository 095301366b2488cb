package diff

import (
	"math/bits"
	"slices"
	"sort"
)

// place is where a gram, some tokens in a row, stands on either side.
type place struct{ i, j int32 }

// Values of a place that are no position. Nothing is found where i is nowhere.
const (
	nowhere = -1
	often   = -2
)

// anchors returns runs of a block at which it can be cut: grams that occur once
// on either side, in the longest chain that keeps their order, extended both
// ways as far as the sides agree. It tries grams of longest tokens first, then
// shorter ones, and returns nil if none occurs.
func (al *aligner) anchors(k block, longest int) []run {
	for n := longest; n > 0; n /= 2 {
		if seeds := al.unique(k, n); len(seeds) > 0 {
			return al.extend(k, increasing(seeds))
		}
	}
	return nil
}

// unique returns where the grams of n tokens stand that occur once on either
// side, in the order of a.
func (al *aligner) unique(k block, n int) []place {
	al.grams.reset(k.i1 - k.i0)
	for i := k.i0; i+n <= k.i1; i++ {
		if p := al.grams.find(al.a, al.a[i:i+n]); p.i == nowhere {
			*p = place{int32(i), nowhere}
		} else {
			p.j = often
		}
	}
	for j := k.j0; j+n <= k.j1; j++ {
		switch p := al.grams.find(al.a, al.b[j:j+n]); {
		case p.i == nowhere:
		case p.j == nowhere:
			p.j = int32(j)
		default:
			p.j = often
		}
	}
	var seeds []place
	for _, p := range al.grams {
		if p.i >= 0 && p.j >= 0 {
			seeds = append(seeds, p)
		}
	}
	slices.SortFunc(seeds, func(p, q place) int { return int(p.i - q.i) })
	return seeds
}

// grams is a hash table of the grams of one side, by where they first stand. It
// probes the next slot, and never fills to more than half.
type grams []place

// reset empties the table for n grams.
func (g *grams) reset(n int) {
	size := 1 << bits.Len(uint(2*n))
	if cap(*g) < size {
		*g = make(grams, size)
	}
	*g = (*g)[:size]
	for x := range *g {
		(*g)[x] = place{nowhere, nowhere}
	}
}

// find returns the slot of a gram, where i is nowhere if it is not in the table;
// text is what the places in the table lie in.
func (g grams) find(text, gram []int32) *place {
	const odd = 0x9E3779B97F4A7C15 // spreads bits; from the golden ratio
	var hash uint64
	for _, id := range gram {
		hash = (hash + uint64(id) + 1) * odd
		hash ^= hash >> 29
	}
	for x := int(hash>>32) & (len(g) - 1); ; x = (x + 1) & (len(g) - 1) {
		if i := g[x].i; i == nowhere || slices.Equal(text[i:int(i)+len(gram)], gram) {
			return &g[x]
		}
	}
}

// increasing returns a longest chain of seeds, which are in the order of i, that
// is in the order of j as well. It is patience sorting: a seed goes on the
// leftmost pile whose top lies behind it.
func increasing(seeds []place) []place {
	tops := make([]int, 0, len(seeds)) // of each pile, the seed on top
	under := make([]int, len(seeds))   // of each seed, the top of the pile to the left
	for x, seed := range seeds {
		pile := sort.Search(len(tops), func(p int) bool { return seeds[tops[p]].j > seed.j })
		under[x] = nowhere
		if pile > 0 {
			under[x] = tops[pile-1]
		}
		if pile == len(tops) {
			tops = append(tops, x)
		} else {
			tops[pile] = x
		}
	}
	chain := make([]place, len(tops))
	x := tops[len(tops)-1]
	for p := len(tops) - 1; p >= 0; p-- {
		chain[p] = seeds[x]
		x = under[x]
	}
	return chain
}

// extend makes runs of a chain of seeds. A seed inside the run before it is
// part of that run or, where the two lie on different diagonals, left out.
func (al *aligner) extend(k block, chain []place) []run {
	var runs []run
	i, j := k.i0, k.j0 // end of the last run
	for _, p := range chain {
		atA, atB := int(p.i), int(p.j)
		if atA < i || atB < j {
			continue
		}
		back := commonSuffix(al.a[i:atA], al.b[j:atB])
		n := back + commonPrefix(al.a[atA:k.i1], al.b[atB:k.j1])
		runs = append(runs, run{atA - back, atB - back, n})
		i, j = atA-back+n, atB-back+n
	}
	return runs
}
