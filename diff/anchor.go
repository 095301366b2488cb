package diff

import "sort"

// gram is up to four tokens in a row; the places not used hold -1.
type gram [4]int32

// place is where a gram stands on either side.
type place struct{ i, j int }

// Values of a place that are no position.
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
	places := make(map[gram]place, k.i1-k.i0)
	for i := k.i0; i+n <= k.i1; i++ {
		g := gramAt(al.a[i:], n)
		if _, found := places[g]; found {
			places[g] = place{often, nowhere}
		} else {
			places[g] = place{i, nowhere}
		}
	}
	for j := k.j0; j+n <= k.j1; j++ {
		g := gramAt(al.b[j:], n)
		p, found := places[g]
		if !found || p.i == often {
			continue
		}
		if p.j == nowhere {
			p.j = j
		} else {
			p.j = often
		}
		places[g] = p
	}
	var seeds []place
	for i := k.i0; i+n <= k.i1; i++ {
		if p := places[gramAt(al.a[i:], n)]; p.i == i && p.j >= 0 {
			seeds = append(seeds, p)
		}
	}
	return seeds
}

func gramAt(ids []int32, n int) gram {
	g := gram{-1, -1, -1, -1}
	copy(g[:n], ids)
	return g
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
		if p.i < i || p.j < j {
			continue
		}
		back := commonSuffix(al.a[i:p.i], al.b[j:p.j])
		n := back + commonPrefix(al.a[p.i:k.i1], al.b[p.j:k.j1])
		runs = append(runs, run{p.i - back, p.j - back, n})
		i, j = p.i-back+n, p.j-back+n
	}
	return runs
}
