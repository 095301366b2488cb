package diff

// Bounds of the guard against redlines of rewritten paragraphs.
const (
	// leastKept is the percentage of the shorter text, by value, of which a
	// redline must keep as much. Delegations that amend a paragraph keep more
	// than half of it, while paragraphs that have nothing to do with each other
	// share a fourth at the most.
	leastKept = 30
	// leastWorth is the value of the shorter text below which there is no guard,
	// ten words: a heading is read at a glance, however little of it is kept.
	leastWorth = 1000
)

// rewritten reports whether so little is kept that the text is better shown as
// replaced. It goes by value, because what strangers share are articles and
// commas, which count little there. Where words are only inserted or only
// deleted the shorter text is kept whole, so the guard never stands in the way.
func (v valuer) rewritten(hunks []block, a, b []int32) bool {
	deleted, inserted := 0, 0
	for _, h := range hunks {
		deleted += v.sum(a[h.i0:h.i1])
		inserted += v.sum(b[h.j0:h.j1])
	}
	shorter := min(v.sum(a), v.sum(b))
	kept := v.sum(a) - deleted
	return shorter >= leastWorth && kept*100 < shorter*leastKept
}
