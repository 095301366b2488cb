package diff

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// randomIDs returns up to max ids out of so many kinds.
func randomIDs(r *rand.Rand, max, kinds int) []int32 {
	ids := make([]int32, r.IntN(max+1))
	for i := range ids {
		ids[i] = int32(r.IntN(kinds))
	}
	return ids
}

// thinned returns ids without about one in n.
func thinned(r *rand.Rand, ids []int32, n int) []int32 {
	return slices.DeleteFunc(slices.Clone(ids), func(int32) bool { return r.IntN(n) == 0 })
}

// mostKept is the length of a longest common subsequence, found by the table
// that every textbook begins with.
func mostKept(a, b []int32) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			row[j+1] = max(above, row[j])
			if x == y {
				row[j+1] = diagonal + 1
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// checkRuns fails if runs are out of order or keep what differs, and returns
// how many tokens they keep.
func checkRuns(t *testing.T, a, b []int32, runs []run) int {
	t.Helper()
	i, j, kept := 0, 0, 0
	for _, r := range runs {
		if r.n < 1 || r.i < i || r.j < j || r.i+r.n > len(a) || r.j+r.n > len(b) {
			t.Fatalf("%v against %v: run %v of %v is out of order", a, b, r, runs)
		}
		if !slices.Equal(a[r.i:r.i+r.n], b[r.j:r.j+r.n]) {
			t.Fatalf("%v against %v: run %v keeps what differs", a, b, r)
		}
		i, j, kept = r.i+r.n, r.j+r.n, kept+r.n
	}
	return kept
}

func TestSmallBlocksKeepAsMuchAsCanBeKept(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 3000 {
		a, b := randomIDs(r, 20, 5), randomIDs(r, 20, 5)
		want := mostKept(a, b)
		if got := checkRuns(t, a, b, align(a, b, 5)); got != want {
			t.Errorf("align(%v, %v) keeps %d, want %d", a, b, got, want)
		}
		runs, ok := fewEdits(a, b)
		if got := checkRuns(t, a, b, runs); !ok || got != want {
			t.Errorf("fewEdits(%v, %v) keeps %d, %v, want %d", a, b, got, ok, want)
		}
	}
}

// fewEdits is that of an aligner of its own.
func fewEdits(a, b []int32) ([]run, bool) { return (&aligner{effort: newEffort(0)}).fewEdits(a, b) }

func TestFewEditsGivesUpAtItsBound(t *testing.T) {
	// Enough alike on either side that only the edits are bounded by maxEdits.
	alike := make([]int32, maxEdits*maxEdits/64)
	more, most := make([]int32, maxEdits), make([]int32, maxEdits+1)
	for i := range most {
		most[i] = 1
	}
	copy(more, most)
	if _, ok := fewEdits(alike, slices.Concat(alike, most)); ok {
		t.Errorf("fewEdits found more than %d edits", maxEdits)
	}
	runs, ok := fewEdits(alike, slices.Concat(alike, more))
	if kept := checkRuns(t, alike, slices.Concat(alike, more), runs); !ok || kept != len(alike) {
		t.Errorf("fewEdits of %d edits keeps %d, %v, want %d", maxEdits, kept, ok, len(alike))
	}
	if _, ok := fewEdits(most[:64], more[:0]); !ok {
		t.Error("fewEdits of 64 tokens gives up before 64 edits")
	}
	if _, ok := fewEdits(most[:maxEdits], more[:0]); ok {
		t.Errorf("fewEdits of %d tokens is not bounded by them", maxEdits)
	}
}

// large has a block of more than maxCells between ends that differ.
const large = 6000

// Whatever is only inserted must not show as deleted, also where the texts are
// too large to be aligned with the fewest edits, and however repetitive.
func TestALargeInsertionNeverShowsADeletion(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for _, kinds := range []int{2, 30, 1000, 6000} {
		long := randomIDs(r, large, kinds)
		for len(long) < large {
			long = append(long, int32(r.IntN(kinds)))
		}
		short := thinned(r, long, 4)
		if kept := checkRuns(t, short, long, align(short, long, int32(kinds))); kept != len(short) {
			t.Errorf("%d kinds: %d of %d tokens kept", kinds, kept, len(short))
		}
		if kept := checkRuns(t, long, short, align(long, short, int32(kinds))); kept != len(short) {
			t.Errorf("%d kinds, deleted: %d of %d tokens kept", kinds, kept, len(short))
		}
	}
}

func TestLargeTextsAreCutAtWhatTheyShare(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var a, b []int32
	for i := range int32(3 * large) {
		a = append(a, i)
		if r.IntN(5) == 0 {
			b = append(b, 3*large+i) // replaced by a token of its own
		} else {
			b = append(b, i)
		}
	}
	want := mostKept(a, b)
	if got := checkRuns(t, a, b, align(a, b, 6*large)); got != want {
		t.Errorf("kept %d tokens, want %d", got, want)
	}
}

// In 2 1 3 2 4 3 5 4 ... only the ends occur once, and each cut at them leaves
// new ends that do. If cutting had no bound the work would be quadratic, and
// this would not end while a test runs.
func TestTextsMadeToBeCutForEverEnd(t *testing.T) {
	const n = 20_000
	var plain, apart, other []int32
	for i := range int32(n) {
		plain = append(plain, i+1, i)
		apart = append(apart, i+1, n+1+i, i, n+1+i)
		other = append(other, i+1, 2*n+1+i, i, 2*n+1+i)
	}
	if kept := checkRuns(t, plain, apart, align(plain, apart, 3*n+1)); kept != len(plain) {
		t.Errorf("%d of %d tokens kept of a text that was only added to", kept, len(plain))
	}
	checkRuns(t, apart, other, align(apart, other, 3*n+1))
}
