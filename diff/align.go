package diff

// run is a stretch of n tokens that are kept: a[i:i+n] equals b[j:j+n].
type run struct{ i, j, n int }

// Bounds of the work. They count tokens, never time: the same two texts must
// give the same script on every machine.
const (
	// maxCells is the largest block, as length before × length after, that is
	// aligned with the fewest edits there are.
	maxCells = 4 << 20
	// maxWork bounds the cells of all such blocks together: in a text of n tokens
	// a block has at most maxWork/n on a side. It matters from 50,000 words on.
	maxWork = 100 << 20
	// maxSteps bounds the steps of fewEdits in all blocks together, and maxProbes
	// the places where grams are looked up for anchors. Both matter from a million
	// words on, and only if little is shared.
	maxSteps  = 48 << 20
	maxProbes = 32 << 20
	// maxAnew bounds the cells of all windows that realign looks at.
	maxAnew = 64 << 20
	// maxEdits is the number of edits tried in a larger block.
	maxEdits = 512
	// maxDepth is how often a block is cut at its anchors. Texts that people
	// write need two or three; a text made to need more is replaced in blocks.
	maxDepth = 5
)

// align returns the runs of a and b that are kept, in order, as long as they
// can be. All ids are below size.
//
// If one side holds all tokens of the other in order, the other is kept whole:
// what was only inserted never shows as deleted. Every step below keeps to it.
func align(a, b []int32, size int32) []run {
	return newEffort(len(a)+len(b)).align(a, b, size)
}

// effort is what may still be spent on texts that are aligned in one go or in
// several. It is counted in steps of the work: never in time.
type effort struct {
	// cells is the largest block that is aligned with the fewest edits.
	cells         int
	steps, probes int
	anew          int // cells
}

// newEffort returns the effort for texts of n tokens together.
func newEffort(n int) *effort {
	side := maxWork / (n + 1)
	return &effort{cells: min(maxCells, side*side), steps: maxSteps, probes: maxProbes, anew: maxAnew}
}

func (e *effort) align(a, b []int32, size int32) []run {
	al := aligner{a: a, b: b, local: make([]int32, size), effort: e}
	al.block(block{0, len(a), 0, len(b)}, 0)
	return al.kept
}

// block is the part a[i0:i1] against the part b[j0:j1].
type block struct{ i0, i1, j0, j1 int }

type aligner struct {
	a, b []int32
	kept []run
	*effort
	grams grams
	// trace holds for each number of edits that fewEdits tried how far it came on
	// each diagonal, from the lowest up.
	trace []int32
	// local is scratch space for number, all zero between its calls.
	local []int32
}

// keep adds a run behind the runs kept so far.
func (al *aligner) keep(r run) {
	if r.n == 0 {
		return
	}
	if k := len(al.kept); k > 0 {
		last := &al.kept[k-1]
		if last.i+last.n == r.i && last.j+last.n == r.j {
			last.n += r.n
			return
		}
	}
	al.kept = append(al.kept, r)
}

// block aligns one block: what both sides begin and end with is kept, and the
// rest goes to the first way that can afford it.
func (al *aligner) block(k block, depth int) {
	n := commonPrefix(al.a[k.i0:k.i1], al.b[k.j0:k.j1])
	al.keep(run{k.i0, k.j0, n})
	k.i0, k.j0 = k.i0+n, k.j0+n
	n = commonSuffix(al.a[k.i0:k.i1], al.b[k.j0:k.j1])
	k.i1, k.j1 = k.i1-n, k.j1-n
	if k.i0 < k.i1 && k.j0 < k.j1 {
		al.middle(k, depth)
	}
	al.keep(run{k.i1, k.j1, n})
}

func (al *aligner) middle(k block, depth int) {
	if k.i1-k.i0 <= al.cells/(k.j1-k.j0) {
		al.smallest(k)
		return
	}
	if kept, ok := al.fewEdits(al.a[k.i0:k.i1], al.b[k.j0:k.j1]); ok {
		for _, r := range kept {
			al.keep(run{k.i0 + r.i, k.j0 + r.j, r.n})
		}
		return
	}
	al.cut(k, depth)
}

// cut aligns a block that is too large and too different for anything better.
func (al *aligner) cut(k block, depth int) {
	whole := embeds(al.a[k.i0:k.i1], al.b[k.j0:k.j1])
	var anchors []run
	if depth < maxDepth {
		// A token that occurs once on either side can be kept in one way only,
		// but a longer gram may tear apart what would embed the shorter text.
		longest := 4
		if whole {
			longest = 1
		}
		anchors = al.anchors(k, longest)
	}
	if anchors == nil {
		if whole {
			al.embed(k)
		}
		return
	}
	for _, r := range anchors {
		al.block(block{k.i0, r.i, k.j0, r.j}, depth+1)
		al.keep(r)
		k.i0, k.j0 = r.i+r.n, r.j+r.n
	}
	al.block(k, depth+1)
}

// embeds reports whether the longer side holds the tokens of the shorter in order.
func embeds(a, b []int32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for _, id := range b {
		if i < len(a) && a[i] == id {
			i++
		}
	}
	return i == len(a)
}

// embed keeps the whole of the shorter side of a block that embeds.
func (al *aligner) embed(k block) {
	for k.i0 < k.i1 && k.j0 < k.j1 {
		n := commonPrefix(al.a[k.i0:k.i1], al.b[k.j0:k.j1])
		al.keep(run{k.i0, k.j0, n})
		k.i0, k.j0 = k.i0+n, k.j0+n
		switch {
		case n > 0:
		case k.i1-k.i0 < k.j1-k.j0:
			k.j0++
		default:
			k.i0++
		}
	}
}

func commonPrefix(a, b []int32) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b []int32) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}
