package negotiation

import "testing"

func TestAShelfIsAValue(t *testing.T) {
	const n = 2*shelfRow + 1
	var shelves []shelf[int]
	var s shelf[int]
	for i := 1; i <= n; i++ {
		shelves = append(shelves, s)
		s = s.with(i, i)
	}
	changed := s
	for _, i := range []int{1, shelfRow, shelfRow + 1, 2 * shelfRow, n} {
		changed = changed.with(i, -i)
	}
	for length, old := range append(shelves, s) {
		if old.len() != length || old.has(length+1) || old.has(0) || old.has(-1) || length > 0 && !old.has(length) {
			t.Fatalf("shelf of %d has len %d", length, old.len())
		}
		for i, v := range old.all() {
			if v != i || old.at(i) != i {
				t.Fatalf("shelf of %d: thing %d is %d", length, i, v)
			}
		}
	}
	if got := changed.at(shelfRow + 1); got != -shelfRow-1 || changed.len() != n {
		t.Errorf("changed thing is %d on a shelf of %d", got, changed.len())
	}
}

// TestTwoShelvesFromOneDoNotShare: both add a thing behind the same last one.
func TestTwoShelvesFromOneDoNotShare(t *testing.T) {
	for _, n := range []int{0, 1, 2, shelfRow - 1, shelfRow, shelfRow + 1} {
		var s shelf[int]
		for i := 1; i <= n; i++ {
			s = s.with(i, i)
		}
		a, b := s.with(n+1, 'a'), s.with(n+1, 'b')
		if a.at(n+1) != 'a' || b.at(n+1) != 'b' || s.len() != n {
			t.Errorf("behind %d: %c and %c", n, a.at(n+1), b.at(n+1))
		}
	}
}

func TestAShelfIsReadUntilEnough(t *testing.T) {
	s := shelf[int]{}.with(1, 1).with(2, 2)
	seen := 0
	for range s.all() {
		seen++
		break
	}
	if seen != 1 {
		t.Errorf("%d things read, want 1", seen)
	}
}
