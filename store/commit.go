package store

import (
	"context"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

const (
	// maxQueue bounds what waits for the disk, and what one commit takes.
	maxQueue = 1024
	// maxCommit bounds the bytes of one commit, apart from its last request.
	maxCommit = 16 << 20
)

// request is one piece of writing that waits to be committed.
type request struct {
	ctx  context.Context
	size int
	// do writes to tx, or refuses: a refusal concerns this request only, and do
	// must have written nothing. A fault fails the whole commit.
	do func(tx *bbolt.Tx) (refusal, fault error)

	err  error
	done chan struct{}
}

// submit has r committed, and waits for the answer.
func (b *Bolt) submit(r *request) error {
	if err := b.enqueue(r); err != nil {
		return err
	}
	return b.outcome(r)
}

// enqueue waits for a place in the queue.
func (b *Bolt) enqueue(r *request) error {
	if b.db.IsReadOnly() {
		return ErrReadOnly
	}
	if err := r.ctx.Err(); err != nil {
		return err // select would choose at random
	}
	r.done = make(chan struct{})
	select {
	case <-b.closing:
		return ErrClosed
	case <-r.ctx.Done():
		return r.ctx.Err()
	case b.queue <- r:
		return nil
	}
}

// outcome waits for the answer to r.
func (b *Bolt) outcome(r *request) error {
	select {
	case <-r.done:
		return r.err
	case <-b.stopped:
	}
	select {
	case <-r.done:
		return r.err
	default:
		return ErrClosed // it came after the last commit
	}
}

// run commits what is queued until Close. Whatever arrives while one commit
// waits for the disk goes into the next one, all together.
func (b *Bolt) run() {
	defer close(b.stopped)
	for {
		select {
		case r := <-b.queue:
			b.commit(b.batch(r))
		case <-b.closing:
			for {
				select {
				case r := <-b.queue:
					b.commit(b.batch(r))
				default:
					return
				}
			}
		}
	}
}

// batch takes what else is queued behind r.
func (b *Bolt) batch(r *request) []*request {
	batch, size := []*request{r}, r.size
	for len(batch) < maxQueue && size < maxCommit {
		select {
		case r := <-b.queue:
			batch, size = append(batch, r), size+r.size
		default:
			return batch
		}
	}
	return batch
}

// commit writes batch in one transaction and answers all of it.
func (b *Bolt) commit(batch []*request) {
	err := b.broken
	if err == nil {
		err = b.write(batch)
	}
	for _, r := range batch {
		if err != nil {
			r.err = fmt.Errorf("commit: %w", err)
		}
		close(r.done)
	}
}

func (b *Bolt) write(batch []*request) error {
	var writing int
	err := guard(func() error {
		return b.update(func(tx *bbolt.Tx) error {
			writing = tx.ID()
			for _, r := range batch {
				if r.err = r.ctx.Err(); r.err != nil {
					continue
				}
				var fault error
				if r.err, fault = r.do(tx); fault != nil {
					return fault
				}
			}
			return nil
		})
	})
	if err != nil {
		b.broken, b.stuck = b.consequence(err, writing)
	}
	return err
}

// consequence says what a failed commit means for later ones. Mostly nothing:
// bbolt has rolled back. Two failures end all writing until the file is opened
// again: where bbolt has panicked it still holds its lock; and where the last
// page was written but the disk did not confirm it, what readers see may not
// survive, and must not be built upon.
func (b *Bolt) consequence(err error, writing int) (broken error, stuck bool) {
	var corrupt *CorruptError
	if errors.As(err, &corrupt) {
		return fmt.Errorf("nothing is written any more since: %w", err), true
	}
	seen := 0
	readErr := b.db.View(func(tx *bbolt.Tx) error {
		seen = tx.ID()
		return nil
	})
	if readErr != nil || writing > 0 && seen >= writing {
		return fmt.Errorf("nothing is written any more since: %w", errors.Join(err, readErr)), false
	}
	return nil, false
}
