package diff

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// worth is what realign makes as large as it can: the value of what is kept,
// less the price of the hunks, with a little for where they begin and end.
func worth(v valuer, hunks []block, a, b sequence) int {
	sum := v.sum(a.ids)
	for _, h := range hunks {
		sum -= v.sum(a.ids[h.i0:h.i1]) + v.price[h.kind()]
		if h.i0 < h.i1 {
			sum += cut(a, h.i0, v.classes)/cutShare + cut(a, h.i1, v.classes)/cutShare
		}
		if h.j0 < h.j1 {
			sum += cut(b, h.j0, v.classes)/cutShare + cut(b, h.j1, v.classes)/cutShare
		}
	}
	return sum
}

// mostWorth tries every way to keep tokens from a[i:] and b[j:] behind the runs.
func mostWorth(v valuer, kept []run, i, j int, a, b sequence) int {
	most := worth(v, hunksOf(kept, len(a.ids), len(b.ids)), a, b)
	for x := i; x < len(a.ids); x++ {
		for y := j; y < len(b.ids); y++ {
			if a.ids[x] == b.ids[y] {
				most = max(most, mostWorth(v, append(kept[:len(kept):len(kept)], run{x, y, 1}), x+1, y+1, a, b))
			}
		}
	}
	return most
}

func TestRealignFindsTheHighestWorth(t *testing.T) {
	vocabulary := strings.Fields("the and , . rights workers")
	r := rand.New(rand.NewPCG(10, 10))
	pick := func() string {
		words := make([]string, 1+r.IntN(6))
		for i := range words {
			words[i] = vocabulary[r.IntN(len(vocabulary))]
		}
		return strings.Join(words, " ")
	}
	for range 3000 {
		before, after := pick(), pick()
		words := newTable()
		a, b := words.read(before), words.read(after)
		v := valuer{scale: Fine.scale(), classes: words.classes}
		var w window
		hunks := w.align(v, block{0, len(a.ids), 0, len(b.ids)}, a, b, nil)
		checkRuns(t, a.ids, b.ids, runsOf(hunks, len(a.ids), len(b.ids)))
		if got, want := worth(v, hunks, a, b), mostWorth(v, nil, 0, 0, a, b); got != want {
			t.Errorf("%q against %q: %v is worth %d, want %d", before, after, hunks, got, want)
		}
	}
}
