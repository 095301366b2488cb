package rehearsal

import (
	"math"
	"math/bits"
	"time"
)

// histogram counts durations to within two per cent, in constant memory: millions
// of deliveries are measured beside the server that makes them.
type histogram struct {
	counts [classes]int64
	n      int64
	max    time.Duration
}

const (
	// fine is how many bits of a duration in microseconds count.
	fine = 6
	// classes is room for the longest time.Duration.
	classes = 50 << fine
)

// add counts d; what is negative, by clocks that disagree, is nothing.
func (h *histogram) add(d time.Duration) {
	d = max(d, 0)
	h.counts[classOf(d)]++
	h.n++
	h.max = max(h.max, d)
}

// classOf gives the class of a duration: microseconds one by one at first, then
// ever wider classes.
func classOf(d time.Duration) int {
	us := uint64(d.Microseconds())
	shift := max(0, bits.Len64(us)-fine-1)
	return shift<<fine + int(us>>shift)
}

// topOf gives the longest duration of a class.
func topOf(class int) time.Duration {
	shift := max(0, class>>fine-1)
	us := uint64(class-shift<<fine+1)<<shift - 1
	return time.Duration(min(us, math.MaxInt64/1000)) * time.Microsecond
}

// quantile gives the duration within which the share q of all is, 0 where there
// are none.
func (h *histogram) quantile(q float64) time.Duration {
	if h.n == 0 {
		return 0
	}
	left := int64(q * float64(h.n))
	for class, n := range h.counts {
		if left -= n; left < 0 {
			return min(topOf(class), h.max)
		}
	}
	return h.max
}
