package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
)

const (
	// maxQueue bounds what waits for the disk, and what one commit takes.
	maxQueue = 1024
	// maxCommit bounds the bytes of one commit, apart from its last request.
	maxCommit = 16 << 20
	// fillPercent leaves little room in pages, because entries come in order.
	fillPercent = 0.95
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

// Append implements negotiation.Journal. Entries whose ctx ends while they wait
// for their turn are not kept; once their turn has come, Append waits for the
// outcome.
func (b *Bolt) Append(ctx context.Context, entries ...negotiation.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	if err := b.append(ctx, entries); err != nil {
		return fmt.Errorf("append entry %d of %s: %w", entries[0].Seq, entries[0].Negotiation, err)
	}
	return nil
}

func (b *Bolt) append(ctx context.Context, entries []negotiation.Entry) error {
	payloads, err := encodeEntries(entries)
	if err != nil {
		return err
	}
	r := &request{ctx: ctx, do: func(tx *bbolt.Tx) (refusal, fault error) {
		return appendEntries(tx, entries[0].Negotiation, entries[0].Seq, payloads)
	}}
	for _, p := range payloads {
		r.size += len(p)
	}
	return b.submit(r)
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

// appendEntries puts payloads behind the last entry of id, if seq comes next.
func appendEntries(tx *bbolt.Tx, id negotiation.NegotiationID, seq negotiation.Seq, payloads [][]byte) (refusal, fault error) {
	journal := tx.Bucket([]byte(bucketJournal))
	record := journal.Bucket([]byte(id))
	last, before, err := tail(record, id)
	if err != nil {
		return err, nil
	}
	if seq != last+1 {
		return fmt.Errorf("the last entry is %d: %w", last, negotiation.ErrConflict), nil
	}
	if record == nil {
		if record, fault = journal.CreateBucket([]byte(id)); fault != nil {
			return nil, fault
		}
		if fault = journal.SetSequence(journal.Sequence() + 1); fault != nil {
			return nil, fault
		}
	}
	record.FillPercent = fillPercent
	for _, payload := range payloads {
		last++
		frame := sealFrame(before, payload)
		if fault = record.Put(seqKey(last), frame); fault != nil {
			return nil, fault
		}
		before = sha256.Sum256(frame)
	}
	return nil, record.SetSequence(uint64(last))
}

// tail gives the last Seq of a record, which may be nil, and the link to its
// frame. A new entry is never chained to a damaged one.
func tail(record *bbolt.Bucket, id negotiation.NegotiationID) (negotiation.Seq, link, error) {
	if record == nil {
		return 0, link{}, nil
	}
	key, frame := record.Cursor().Last()
	last := negotiation.Seq(record.Sequence())
	if seq, ok := keySeq(key); !ok || seq != last {
		return 0, link{}, &CorruptError{id, min(seq, last) + 1, fmt.Sprintf("the record ends at %d, but should at %d", seq, last)}
	}
	if _, _, err := openFrame(frame); err != nil {
		return 0, link{}, &CorruptError{id, last, err.Error()}
	}
	return last, sha256.Sum256(frame), nil
}

func seqKey(seq negotiation.Seq) []byte { return binary.BigEndian.AppendUint64(nil, uint64(seq)) }

func keySeq(key []byte) (negotiation.Seq, bool) {
	if len(key) != 8 {
		return 0, false
	}
	return negotiation.Seq(binary.BigEndian.Uint64(key)), true
}
