package diff

import "strings"

// entry is how a cell of the table is entered.
type entry uint8

const (
	matched entry = iota // a token of the draft and a unit are matched
	added                // the unit is no token of the draft
	lost                 // the token of the draft is no unit; comes after added ones
	entries
)

// reach is the highest value of a cell for each way to enter it.
type reach [entries]int32

const (
	// gapPrice is the price of a gap on either side, however long. It makes few
	// stretches win over many: a word of a bold run, which is worth 50 at most,
	// is not matched by itself between two gaps on both sides.
	gapPrice = 40
	// edgePrice is what it costs more if a gap begins or ends where no run does, so
	// that a run is cut in two rather than in three.
	edgePrice = 2
	// maxLooks bounds how often mixed units are compared letter by letter.
	maxLooks = 1 << 20
	// longestMixed is the length in bytes of what is so compared; nobody strikes
	// letters in longer words.
	longestMixed = 64
)

// fill fills the table of a block and matches what lies on its best way. It is
// the algorithm of Gotoh ("An improved algorithm for matching biological
// sequences", 1982) with nothing to pay for the length of a gap.
func (m *matcher) fill(k block) {
	n, width := k.i1-k.i0, k.j1-k.j0+1
	m.from = grown(m.from, (n+1)*width)
	m.rows[0], m.rows[1] = grown(m.rows[0], width), grown(m.rows[1], width)
	last, row := m.rows[0], m.rows[1]
	for i := 0; i <= n; i++ {
		for j := range width {
			row[j] = m.enter(k, i, j, last, row, &m.from[i*width+j])
		}
		last, row = row, last
	}
	s, _ := last[width-1].best(m.edges[k.j1])
	m.trace(k, width, s)
}

// enter returns how a cell is best entered, from the row before it and what is
// to the left of it, and notes from where.
func (m *matcher) enter(k block, i, j int, last, row []reach, from *[entries]entry) reach {
	c := reach{unreachable, unreachable, unreachable}
	if i == 0 && j == 0 {
		c[matched] = 0
	}
	if i > 0 && j > 0 {
		if gain := m.gain(k.i0+i-1, k.j0+j-1); gain > 0 {
			from[matched], c[matched] = last[j-1].best(m.edges[k.j0+j-1])
			c[matched] += gain
		}
	}
	if j > 0 {
		from[added], c[added] = row[j-1].inGap(added, gapPrice+m.edges[k.j0+j-1])
	}
	if i > 0 {
		from[lost], c[lost] = last[j].inGap(lost, gapPrice)
		if both := last[j][added] - gapPrice - m.edges[k.j0+j]; both > c[lost] {
			from[lost], c[lost] = added, both
		}
	}
	return c
}

// best returns the entry of a cell with the highest value, where added units end
// at an edge of a price. Of several it is a gap, so that what stands further left
// is matched.
func (c reach) best(edge int32) (entry, int32) {
	best := lost
	if c[added] -= edge; c[added] > c[best] {
		best = added
	}
	if c[matched] > c[best] {
		best = matched
	}
	return best, c[best]
}

// inGap returns the better way to stay in a gap or to open it.
func (c reach) inGap(gap entry, price int32) (entry, int32) {
	if opened := c[matched] - price; opened > c[gap] {
		return matched, opened
	}
	return gap, c[gap]
}

// trace walks the table back from its end.
func (m *matcher) trace(k block, width int, s entry) {
	for i, j := k.i1-k.i0, k.j1-k.j0; i > 0 || j > 0; {
		from := m.from[i*width+j][s]
		switch s {
		case matched:
			i, j = i-1, j-1
			m.to[k.j0+j] = int32(k.i0 + i)
		case added:
			j--
		case lost:
			i--
		}
		s = from
	}
}

// gain returns what it is worth to match a token with a unit, or 0. In a bold
// run words of the draft are not expected, so they are worth half; and where a
// struck word and one without a mark would do, it is the latter.
func (m *matcher) gain(i, j int) int32 {
	u := &m.units[j]
	value := int32(fine.value[m.table.classes[u.id]])
	switch {
	case u.id == m.draft.ids[i] && u.isNew():
		return value / 2
	case u.id == m.draft.ids[i] && u.op == Delete:
		return value - 1
	case u.id == m.draft.ids[i]:
		return value
	case u.mixed && m.looks > 0:
		m.looks--
		if alike(m.draft.word(i), m.old[j]) {
			return value / 2
		}
	}
	return 0
}

// alike reports whether two words, case aside, begin and end alike for at least
// half of the longer.
func alike(a, b string) bool {
	if max(len(a), len(b)) > longestMixed {
		return false
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	n, m := 0, 0
	for n < len(a) && a[n] == b[n] {
		n++
	}
	for m < len(a)-n && a[len(a)-1-m] == b[len(b)-1-m] {
		m++
	}
	return 2*(n+m) >= len(b)
}
