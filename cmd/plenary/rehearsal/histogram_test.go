package rehearsal

import (
	"testing"
	"time"
)

func TestHistogramIsRightToWithinTwoPerCent(t *testing.T) {
	var h histogram
	for ms := range 1000 {
		h.add(time.Duration(ms+1) * time.Millisecond)
	}
	for q, want := range map[float64]time.Duration{0: time.Millisecond, .5: 501 * time.Millisecond, .99: 991 * time.Millisecond, 1: time.Second} {
		if got := h.quantile(q); got < want || got > want+want/50 {
			t.Errorf("quantile(%v) = %v, want %v to %v", q, got, want, want+want/50)
		}
	}
}

func TestHistogramTakesEveryDuration(t *testing.T) {
	for _, d := range []time.Duration{-time.Second, 0, time.Microsecond, 127 * time.Microsecond, 128 * time.Microsecond, time.Hour, 1<<63 - 1} {
		var h histogram
		h.add(d)
		if got, want := h.quantile(.5), max(d, 0); got > want || got < want-want/50-time.Microsecond {
			t.Errorf("of %v alone the median is %v", d, got)
		}
	}
	var none histogram
	if got := none.quantile(.5); got != 0 {
		t.Errorf("of nothing the median is %v, want 0", got)
	}
}

func TestHistogramClassesFollowOnEachOther(t *testing.T) {
	for class := range 20 << fine {
		if top := topOf(class); classOf(top) != class || classOf(top+time.Microsecond) != class+1 {
			t.Fatalf("class %d ends at %v, which is of class %d, before one of %d", class, top, classOf(top), classOf(top+time.Microsecond))
		}
	}
}
