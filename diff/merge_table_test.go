package diff

import "testing"

// An edit may be shown elsewhere to meet an equal one, but never so far that it
// touches another of the same party: between the two stands a word that is kept.
func TestEditsMeetOnlyWhereTheirOwnNeighboursLetThem(t *testing.T) {
	tests := []struct {
		name, base string
		first      string // inserts a at the place to meet at
		firstKept  []run
		second     string
		secondKept []run
		edits      int
	}{
		{name: "free", base: "a a a a b", first: "a a a a a b", firstKept: []run{{0, 0, 2}, {2, 3, 3}},
			second: "a a a a a b", secondKept: []run{{0, 1, 5}}, edits: 1},
		{name: "another edit behind", base: "a a a a b", first: "a a a a a b", firstKept: []run{{0, 0, 2}, {2, 3, 3}},
			second: "a a a a b", secondKept: []run{{0, 1, 2}, {3, 3, 2}}, edits: 3},
		{name: "another edit before", base: "c a a a b", first: "c a a a a b", firstKept: []run{{0, 0, 1}, {1, 2, 4}},
			second: "a a a a b", secondKept: []run{{1, 0, 2}, {3, 3, 2}}, edits: 3},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			words := newTable()
			tab := newTabulation(words.read(test.base))
			tab.add("A", words.read(test.first), test.firstKept)
			tab.add("B", words.read(test.second), test.secondKept)
			m := tab.merged()
			if got := len(m.Edits()); got != test.edits {
				t.Errorf("%d edits %+v, want %d", got, m.Edits(), test.edits)
			}
			for p, want := range []string{test.first, test.second} {
				if got := m.Select(p); got != want {
					t.Errorf("Select(%d) = %q, want %q", p, got, want)
				}
			}
		})
	}
}
