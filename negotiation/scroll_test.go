package negotiation

import "testing"

func TestAScrollIsAValue(t *testing.T) {
	var scrolls []scroll[int]
	var s scroll[int]
	for i := range 100 {
		scrolls = append(scrolls, s)
		s = s.with(i)
	}
	for n, old := range append(scrolls, s) {
		list := old.all()
		if len(list) != n {
			t.Fatalf("scroll of %d has %d", n, len(list))
		}
		for i, v := range list {
			if v != i {
				t.Errorf("scroll of %d: thing %d is %d", n, i, v)
			}
		}
	}
}

// TestTwoScrollsFromOneDoNotShare: two add behind the same last thing, and so does
// whoever was given the list.
func TestTwoScrollsFromOneDoNotShare(t *testing.T) {
	var s scroll[int]
	for n := range 40 {
		a, b := s.with('a'), s.with('b')
		_ = append(s.all(), 'c')
		_ = append(a.all(), 'c')
		again := a.with('d')
		if a.all()[n] != 'a' || b.all()[n] != 'b' || again.all()[n] != 'a' || again.all()[n+1] != 'd' || len(s.all()) != n {
			t.Errorf("behind %d: %c and %c, then %c", n, a.all(), b.all(), again.all())
		}
		s = s.with(n)
	}
}

func TestALongScrollIsNotCopiedForEachThing(t *testing.T) {
	var s scroll[int]
	const n = 100_000
	allocs := testing.AllocsPerRun(1, func() {
		s = scroll[int]{}
		for i := range n {
			s = s.with(i)
		}
	})
	if allocs > 100 {
		t.Errorf("%v allocations for %d things", allocs, n)
	}
}
