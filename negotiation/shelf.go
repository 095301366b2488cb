package negotiation

import "slices"

// shelf is a list of things numbered from 1 that is replaced and not changed:
// with gives a new shelf and leaves the old one as it was. It copies one row
// and the list of rows, so that a record with many thousand proposals does not
// copy them all for each entry.
type shelf[T any] struct {
	rows [][]T
	n    int
}

const shelfRow = 128

// len is how many things there are.
func (s shelf[T]) len() int { return s.n }

// at gives thing n, from 1 to len.
func (s shelf[T]) at(n int) T { return s.rows[(n-1)/shelfRow][(n-1)%shelfRow] }

// has reports whether there is a thing n.
func (s shelf[T]) has(n int) bool { return n >= 1 && n <= s.n }

// with gives the shelf with v as thing n; n may be len+1, which adds it.
func (s shelf[T]) with(n int, v T) shelf[T] {
	r, c := (n-1)/shelfRow, (n-1)%shelfRow
	rows := slices.Clone(s.rows)
	if r == len(rows) {
		rows = append(rows, nil)
	}
	row := slices.Clone(rows[r])
	if c == len(row) {
		row = append(row, v)
	} else {
		row[c] = v
	}
	rows[r] = row
	return shelf[T]{rows: rows, n: max(s.n, n)}
}

// all yields the things with their numbers, in order.
func (s shelf[T]) all() func(yield func(int, T) bool) {
	return func(yield func(int, T) bool) {
		for n := 1; n <= s.n; n++ {
			if !yield(n, s.at(n)) {
				return
			}
		}
	}
}
