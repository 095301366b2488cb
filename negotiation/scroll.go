package negotiation

import (
	"slices"
	"sync/atomic"
)

// scroll is a list that only grows. It is replaced and not changed: with gives a new
// one and leaves the old one as it was. Whoever is the first to add behind a scroll
// writes on the same roll, so that a long record is not copied for each entry; whoever
// comes second has a roll of their own.
type scroll[T any] struct {
	list []T
	// written is how far the roll is written on, by all who share it.
	written *atomic.Int64
}

// all gives what is on it, which nobody may change.
func (s scroll[T]) all() []T { return slices.Clip(s.list) }

// with gives the scroll with v behind the others.
func (s scroll[T]) with(v T) scroll[T] {
	n := len(s.list)
	if n < cap(s.list) && s.written.CompareAndSwap(int64(n), int64(n)+1) {
		return scroll[T]{append(s.list, v), s.written}
	}
	const first = 16
	roll := make([]T, n+1, 2*n+first)
	copy(roll, s.list)
	roll[n] = v
	written := new(atomic.Int64)
	written.Store(int64(n) + 1)
	return scroll[T]{roll, written}
}
