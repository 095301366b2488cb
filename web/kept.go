package web

import (
	"context"
	"errors"
	"sync"

	"plenary/negotiation"
)

// atOnce is how many answers one kept makes at the same time; whoever asks for
// another waits. On long hostile texts each may take hundreds of megabytes.
const atOnce = 2

// errUnmade is what those who waited are given where making an answer panicked.
var errUnmade = errors.New("the answer was not made")

// edition is the state of a record that an answer was made of.
type edition struct {
	epoch string
	seq   negotiation.Seq
}

// before reports whether e is an older state of the same record than other.
func (e edition) before(other edition) bool { return e.epoch == other.epoch && e.seq < other.seq }

// kept holds what is costly to make of a record and asked for more often than the
// record grows: for each key the newest edition, for most keys at most, those not
// asked for longest given up first. Those who ask for the same at once wait for one
// making of it. It may be used by many goroutines; nobody changes what it gives.
type kept[K comparable, V any] struct {
	most  int
	turns chan struct{}

	mu    sync.Mutex // guards what follows
	asked uint64
	made  map[K]*making[V]
}

// making is an answer, or the promise of one.
type making[V any] struct {
	of    edition
	asked uint64 // when last, counted in questions
	done  chan struct{}
	// What is below may be read once done is closed.
	answer V
	err    error
}

func newKept[K comparable, V any](most int) *kept[K, V] {
	return &kept[K, V]{most: most, turns: make(chan struct{}, atOnce), made: map[K]*making[V]{}}
}

// of gives the answer for key at an edition, which fresh makes where it is not kept
// yet. An answer for an older edition than the one kept is made and not kept, and
// neither is an error. Whoever waits may leave with their ctx; what is being made is
// finished for the others.
func (k *kept[K, V]) of(ctx context.Context, key K, at edition, fresh func() (V, error)) (V, error) {
	m, first := k.find(key, at)
	if first {
		k.fulfil(key, m, fresh)
	}
	select {
	case <-m.done:
		return m.answer, m.err
	case <-ctx.Done():
		var none V
		return none, ctx.Err()
	}
}

// find gives the making of an edition, and whether the caller is to do it.
func (k *kept[K, V]) find(key K, at edition) (m *making[V], first bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.asked++
	m = k.made[key]
	if m != nil && m.of == at {
		m.asked = k.asked
		return m, false
	}
	late := m != nil && at.before(m.of)
	m = &making[V]{of: at, asked: k.asked, done: make(chan struct{}), err: errUnmade}
	if !late {
		k.made[key] = m
		k.forget()
	}
	return m, true
}

// forget gives up the key not asked for longest where there are too many. The lock
// is held.
func (k *kept[K, V]) forget() {
	if len(k.made) <= k.most {
		return
	}
	var oldest K
	least := k.asked + 1
	for key, m := range k.made {
		if m.asked < least {
			oldest, least = key, m.asked
		}
	}
	delete(k.made, oldest)
}

// fulfil makes what was promised, when it is its turn.
func (k *kept[K, V]) fulfil(key K, m *making[V], fresh func() (V, error)) {
	k.turns <- struct{}{}
	defer func() {
		<-k.turns
		if m.err != nil {
			k.drop(key, m)
		}
		close(m.done)
	}()
	m.answer, m.err = fresh()
}

// drop forgets what could not be made, unless there is something newer.
func (k *kept[K, V]) drop(key K, m *making[V]) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.made[key] == m {
		delete(k.made, key)
	}
}
