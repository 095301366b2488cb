package diff

// Bounds of the alignment of marked texts.
const (
	// maxRepair is the largest table, in cells: two paragraphs of 500 tokens.
	maxRepair = 250_000
	// maxRepairs bounds the cells of all tables of one text.
	maxRepairs = 16 << 20
	// surely is how many tokens must agree in a row for a text to be cut there.
	surely = 16
)

// align finds for each unit its token of the draft. A text too large for one
// table is cut where many tokens in a row agree; what then is too large as well
// is left as [Words] would align it.
func (r *repairer) align() {
	r.to = make([]int32, len(r.units))
	for j := range r.to {
		r.to[j] = nowhere
	}
	m := matcher{repairer: r, edges: r.edges(), cells: maxRepairs, looks: maxLooks}
	k := block{0, r.draft.len(), 0, len(r.units)}
	if m.tabulate(k) {
		return
	}
	var kept []run // since the last cut
	for _, run := range r.alignLarge() {
		if run.n < surely {
			kept = append(kept, run)
			continue
		}
		// Both neighbours get some of the run, so that a change can move.
		first, middle, last := run.split(margin)
		m.cut(block{k.i0, middle.i, k.j0, middle.j}, append(kept, first))
		m.keep(middle)
		k.i0, k.j0 = last.i, last.j
		kept = append(kept[:0], last)
	}
	m.cut(k, kept)
}

// split cuts so many tokens off either end of a run.
func (r run) split(n int) (first, middle, last run) {
	return run{r.i, r.j, n}, run{r.i + n, r.j + n, r.n - 2*n}, run{r.i + r.n - n, r.j + r.n - n, n}
}

// alignLarge aligns what is not bold as [Words] does.
func (r *repairer) alignLarge() []run {
	ids := make([]int32, len(r.units))
	for j, u := range r.units {
		if ids[j] = u.id; u.isNew() {
			ids[j] = r.table.size // no token of the draft
		}
	}
	return newEffort(len(ids)+r.draft.len()).align(r.draft.ids, ids, r.table.size+1)
}

// edges returns what it costs for a gap to begin or end before each unit and
// behind the last.
func (r *repairer) edges() []int32 {
	edges := make([]int32, len(r.units)+1)
	for x := 1; x < len(r.units); x++ {
		if r.sameRun(x-1, x) {
			edges[x] = edgePrice
		}
	}
	return edges
}

// matcher aligns blocks of a marked text.
type matcher struct {
	*repairer
	edges []int32 // what it costs for a gap to begin or end before each unit
	cells int     // that may still be filled
	looks int     // that may still be taken at mixed units
	rows  [2][]reach
	from  [][entries]entry
}

// keep matches the units of a run.
func (m *matcher) keep(r run) {
	for x := range r.n {
		m.to[r.j+x] = int32(r.i + x)
	}
}

// cut aligns a block of which some runs are known to agree.
func (m *matcher) cut(k block, kept []run) {
	if m.tabulate(k) {
		return
	}
	for _, run := range kept {
		m.keep(run)
	}
}

// tabulate aligns a block, if it can afford to. What both sides begin and end with
// and is not marked is matched beforehand.
func (m *matcher) tabulate(k block) bool {
	inner := k
	for inner.i0 < k.i1 && inner.j0 < k.j1 && m.same(inner.i0, inner.j0) {
		inner.i0, inner.j0 = inner.i0+1, inner.j0+1
	}
	for inner.i0 < inner.i1 && inner.j0 < inner.j1 && m.same(inner.i1-1, inner.j1-1) {
		inner.i1, inner.j1 = inner.i1-1, inner.j1-1
	}
	// Some tokens are given back, so that a mark which could stand on either side
	// of a change can go to the left of it.
	back := min(margin, k.i1-inner.i1)
	inner.i1, inner.j1 = inner.i1+back, inner.j1+back
	cells := (inner.i1 - inner.i0 + 1) * (inner.j1 - inner.j0 + 1)
	if cells > min(maxRepair, m.cells) {
		return false
	}
	m.cells -= cells
	m.keep(run{k.i0, k.j0, inner.i0 - k.i0})
	m.keep(run{inner.i1, inner.j1, k.i1 - inner.i1})
	m.fill(inner)
	return true
}

// same reports whether a unit without marks is a token of the draft.
func (m *matcher) same(i, j int) bool {
	u := m.units[j]
	return u.op == Equal && !u.mixed && u.id == m.draft.ids[i]
}
