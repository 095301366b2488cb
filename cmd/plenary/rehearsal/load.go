package rehearsal

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// source is where changes come from.
type source interface {
	// few makes n changes one after the other.
	few(ctx context.Context, n int) (last uint64, err error)
	// steady makes changes at the pace of the rehearsal, for as long as it says.
	steady(ctx context.Context) (last uint64, err error)
	// burst makes changes as fast as it can for d.
	burst(ctx context.Context, d time.Duration) (last uint64, err error)
	// end leaves things as they were found.
	end(ctx context.Context) error
}

// load makes changes in the record of a server.
type load struct {
	pace
	// session is held in turns with those who table, at the pace of the rehearsal; nil
	// where there is none.
	session scene
	writers []scene // in turns as well, and at once in a burst
	turn    int
}

// pick gives the scene whose turn it is.
func (l *load) pick() scene {
	l.turn++
	if l.session != nil && l.turn%2 == 0 {
		return l.session
	}
	return l.writers[l.turn/2%len(l.writers)]
}

// pace is how fast things happen, and for how long.
type pace struct {
	rate float64 // changes a second; above 0
	time time.Duration
}

// patience is how long is waited where a server asks for it.
const patience = 50 * time.Millisecond

// few implements source.
func (l *load) few(ctx context.Context, n int) (last uint64, err error) {
	for done := 0; done < n; {
		s := l.pick()
		seq, err := patiently(ctx, func() (uint64, error) { return s.next(ctx) })
		if errors.Is(err, errNotYet) {
			continue // there is always one who need not wait
		}
		if err != nil {
			return last, err
		}
		done++
		last = max(last, seq)
	}
	return last, nil
}

// end implements source.
func (l *load) end(ctx context.Context) (err error) {
	for _, s := range l.writers {
		err = errors.Join(err, s.end(ctx))
	}
	if l.session != nil {
		err = errors.Join(err, l.session.end(ctx))
	}
	return err
}

// patiently gives a command, as often as a server asks for patience.
func patiently(ctx context.Context, command func() (uint64, error)) (uint64, error) {
	for {
		seq, err := command()
		if !tooFast(err) {
			return seq, err
		}
		if err := pause(ctx, patience); err != nil {
			return 0, err
		}
	}
}

// pause waits for d, or until ctx ends.
func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// steady implements source. What cannot be done when it is due is done as soon as
// possible, so that a server that stalls is not spared.
func (l *load) steady(ctx context.Context) (last uint64, err error) {
	begin := time.Now()
	last, err = atPace(ctx, l, l.rate, int(l.rate*l.time.Seconds()))
	if err != nil {
		return last, err
	}
	return last, pause(ctx, time.Until(begin.Add(l.time)))
}

// atPace makes n changes, each when it is due.
func atPace(ctx context.Context, s source, rate float64, n int) (last uint64, err error) {
	begin := time.Now()
	for i := range n {
		due := begin.Add(time.Duration(float64(i) / rate * float64(time.Second)))
		if err := pause(ctx, time.Until(due)); err != nil {
			return last, err
		}
		seq, err := s.few(ctx, 1)
		if err != nil {
			return last, err
		}
		last = max(last, seq)
	}
	return last, nil
}

// burst implements source.
func (l *load) burst(ctx context.Context, d time.Duration) (last uint64, err error) {
	until, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	var mu sync.Mutex // guards last and err
	var work sync.WaitGroup
	for _, s := range l.writers {
		work.Go(func() { // ends with until, or after one call more
			for until.Err() == nil {
				seq, failed := s.next(ctx)
				if tooFast(failed) {
					_ = pause(until, patience) // the end is looked at anyhow
					continue
				}
				mu.Lock()
				last = max(last, seq)
				err = errors.Join(err, failed)
				mu.Unlock()
				if failed != nil {
					return
				}
			}
		})
	}
	work.Wait()
	if err != nil {
		return last, fmt.Errorf("as fast as possible: %w", err)
	}
	return last, nil
}
