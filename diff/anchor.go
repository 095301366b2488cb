package diff

import (
	"math/bits"
	"slices"
	"sort"
)

// place is where a gram, some tokens in a row, stands on either side.
type place struct{ i, j int32 }

// Values of a place on the other side that are none.
const (
	nowhere = -1
	often   = -2
)

// anchors returns runs of a block at which it can be cut: grams that occur once
// on either side, in the longest chain that keeps their order, extended both
// ways as far as the sides agree. It tries grams of longest tokens first, then
// shorter ones, and returns nil if none occurs.
func (al *aligner) anchors(k block, longest int) []run {
	a, b := al.a[k.i0:k.i1], al.b[k.j0:k.j1]
	short, long := a, b
	if len(a) > len(b) {
		short, long = b, a
	}
	for n := longest; n > 0; n /= 2 {
		seeds := al.unique(short, long, n)
		if seeds == nil {
			continue
		}
		chain := increasing(seeds)
		if len(a) > len(b) {
			for x, p := range chain {
				chain[x] = place{p.j, p.i}
			}
		}
		return al.extend(k, chain)
	}
	return nil
}

// unique returns where the grams of n tokens stand that occur once in short and
// once in long, in the order of short.
func (al *aligner) unique(short, long []int32, n int) []place {
	al.grams.reset(len(short))
	for i := 0; i+n <= len(short) && al.probes > 0; i++ {
		if first, known := al.find(short, short[i:i+n], i); known {
			al.grams.other[first] = often
		}
	}
	found := 0
	for j := 0; j+n <= len(long) && al.probes > 0; j++ {
		first, known := al.find(short, long[j:j+n], nowhere)
		if !known {
			continue
		}
		switch other := &al.grams.other[first]; {
		case *other == nowhere:
			*other = int32(j)
			found++
		case *other >= 0:
			*other = often
			found--
		}
	}
	if found == 0 || al.probes <= 0 {
		return nil
	}
	seeds := make([]place, 0, found)
	for i, j := range al.grams.other {
		if j >= 0 {
			seeds = append(seeds, place{int32(i), j})
		}
	}
	return seeds
}

// grams is a hash table of the grams of one side, by where they first stand. It
// probes the next slot, and never fills to more than three quarters.
type grams struct {
	slots []slot
	other []int32 // for each place, where the gram stands on the other side
}

type slot struct {
	hash uint32
	at   int32 // one more than the place, 0 for an empty slot
}

// reset empties the table for n grams.
func (g *grams) reset(n int) {
	size := 1 << bits.Len(uint(n+n/3))
	if cap(g.slots) < size {
		g.slots = nil // free before its like is made
	}
	g.slots = grown(g.slots, size)
	clear(g.slots)
	g.other = grown(g.other, n)
	for i := range g.other {
		g.other[i] = nowhere
	}
}

// find returns where in text a gram of the table stands first. One that it does
// not know it puts there, unless that is nowhere. Every slot looked at counts: a
// text can be made to have many grams of one hash.
func (al *aligner) find(text, gram []int32, put int) (first int32, known bool) {
	const odd = 0x9E3779B97F4A7C15 // spreads bits; from the golden ratio
	var hash uint64
	for _, id := range gram {
		hash = (hash + uint64(id) + 1) * odd
		hash ^= hash >> 29
	}
	slots, tag := al.grams.slots, uint32(hash)
	for x := int(hash>>32) & (len(slots) - 1); ; x = (x + 1) & (len(slots) - 1) {
		al.probes--
		s := &slots[x]
		if s.at == 0 {
			if put != nowhere {
				*s = slot{tag, int32(put) + 1}
			}
			return nowhere, false
		}
		if i := int(s.at) - 1; s.hash == tag && slices.Equal(text[i:i+len(gram)], gram) {
			return int32(i), true
		}
	}
}

// increasing returns a longest chain of seeds, which are in the order of i, that
// is in the order of j as well. It is patience sorting: a seed goes on the
// leftmost pile whose top lies behind it.
func increasing(seeds []place) []place {
	tops := make([]int32, 0, len(seeds)) // of each pile, the seed on top
	under := make([]int32, len(seeds))   // of each seed, the top of the pile to the left
	for x, seed := range seeds {
		pile := sort.Search(len(tops), func(p int) bool { return seeds[tops[p]].j > seed.j })
		under[x] = nowhere
		if pile > 0 {
			under[x] = tops[pile-1]
		}
		if pile == len(tops) {
			tops = append(tops, int32(x))
		} else {
			tops[pile] = int32(x)
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
		atA, atB := k.i0+int(p.i), k.j0+int(p.j)
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
