package rehearsal

import "time"

// measure is what viewers saw during a part of a rehearsal.
type measure struct {
	messages int64
	// deliveries counts a change for each viewer who saw it, also where one
	// message brought several.
	deliveries int64
	bytes      int64 // of the messages that brought them
	each       histogram
	// arrivals has an entry for each change after first.
	first    uint64
	arrivals []arrival
}

// arrival tells of one change. Where no message ended with it, only when it was
// journalled is not known.
type arrival struct{ at, last time.Time }

// change notes that a viewer who had before sees m.
func (m *measure) change(before uint64, c message, size int, now time.Time) {
	m.messages++
	m.bytes += int64(size)
	if c.seq <= m.first {
		return
	}
	m.each.add(now.Sub(c.at))
	for from := max(before, c.since, m.first); from < c.seq; from++ {
		m.deliveries++
		i := int(from - m.first)
		for i >= len(m.arrivals) {
			m.arrivals = append(m.arrivals, arrival{})
		}
		m.arrivals[i].last = now
	}
	m.arrivals[c.seq-m.first-1].at = c.at
}

// lastViewer gives how long each change was on its way to the viewer who saw it last.
func (m *measure) lastViewer() *histogram {
	h := &histogram{}
	for _, a := range m.arrivals {
		if !a.at.IsZero() {
			h.add(a.last.Sub(a.at))
		}
	}
	return h
}

// faults is what should never be.
type faults struct {
	// lost counts changes that a viewer was not shown, twice those that came again.
	lost, twice int64
	// astray counts messages of another record, or of one that went back.
	astray int64
	// garbled counts connections that ended with something not understood, cut
	// those that the server or the network ended.
	garbled, cut int64
	// why is the newest reason of each kind of end.
	why error
}

// missing counts the changes that a viewer did not get to see: what is of another
// record is none of this one.
func (f faults) missing() int64 { return f.lost + f.astray }
