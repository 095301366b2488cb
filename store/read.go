package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
)

const (
	// A transaction that reads keeps the pages it can see from being used
	// again, so it is kept short: this many entries and about this many bytes.
	chunkEntries = 512
	chunkBytes   = 8 << 20
)

// Read implements negotiation.Journal. It yields a *CorruptError in place of an
// entry that is damaged, missing or does not follow the one before it. It reads
// in short transactions, so that entries appended meanwhile are yielded too.
func (b *Bolt) Read(ctx context.Context, id negotiation.NegotiationID, after negotiation.Seq) iter.Seq2[negotiation.Entry, error] {
	return func(yield func(negotiation.Entry, error) bool) {
		for {
			c, err := b.chunk(ctx, id, after)
			if err != nil && len(c.frames) == 0 {
				yield(negotiation.Entry{}, err)
				return
			}
			for _, frame := range c.frames {
				e, err := readFrame(id, after+1, c.before, frame)
				if err != nil {
					err = fmt.Errorf("read %s: %w", id, err)
				} else if err = ctx.Err(); err != nil {
					e, err = negotiation.Entry{}, fmt.Errorf("read %s after entry %d: %w", id, after, err)
				}
				if !yield(e, err) || err != nil {
					return
				}
				hash := link(sha256.Sum256(frame))
				c.before, after = &hash, e.Seq
			}
			if len(c.frames) == 0 {
				return
			}
		}
	}
}

// chunk is a run of frames that was copied out of one transaction.
type chunk struct {
	// before is the link to the frame in front of the first one.
	before *link
	frames [][]byte
	size   int
}

// chunk reads the frames that follow after. It may return frames and an error:
// the error comes after the frames, and comes again when one goes on from there.
func (b *Bolt) chunk(ctx context.Context, id negotiation.NegotiationID, after negotiation.Seq) (c chunk, err error) {
	if err := ctx.Err(); err != nil {
		return c, fmt.Errorf("read %s after entry %d: %w", id, after, err)
	}
	err = guard(func() error {
		return b.db.View(func(tx *bbolt.Tx) error {
			if record := tx.Bucket([]byte(bucketJournal)).Bucket([]byte(id)); record != nil {
				return c.fill(record, id, after)
			}
			return nil
		})
	})
	var corrupt *CorruptError
	if errors.As(err, &corrupt) && corrupt.Negotiation == "" {
		err = &CorruptError{id, after + negotiation.Seq(len(c.frames)) + 1, corrupt.Reason}
	}
	if err != nil {
		err = fmt.Errorf("read %s: %w", id, err)
	}
	return c, err
}

func (c *chunk) fill(record *bbolt.Bucket, id negotiation.NegotiationID, after negotiation.Seq) error {
	if after == 0 {
		c.before = &link{}
	}
	last := after
	cursor := record.Cursor()
	key, frame := cursor.Seek(seqKey(after))
	for ; key != nil; key, frame = cursor.Next() {
		seq, ok := keySeq(key)
		if ok && seq == after && c.before == nil {
			hash := link(sha256.Sum256(frame))
			c.before = &hash
			continue
		}
		if !ok || seq != last+1 {
			return &CorruptError{id, last + 1, fmt.Sprintf("it is missing: the key %x stands in its place", key)}
		}
		c.frames, c.size, last = append(c.frames, bytes.Clone(frame)), c.size+len(frame), seq
		if len(c.frames) == chunkEntries || c.size >= chunkBytes {
			return nil
		}
	}
	if end := negotiation.Seq(record.Sequence()); end > last || c.before != nil && end < last {
		return &CorruptError{id, min(end, last) + 1, fmt.Sprintf("the record ends at %d, but should at %d", last, end)}
	}
	return nil
}

// Negotiations implements negotiation.Journal.
func (b *Bolt) Negotiations(ctx context.Context) (ids []negotiation.NegotiationID, err error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("list negotiations: %w", err)
	}
	err = guard(func() error {
		return b.db.View(func(tx *bbolt.Tx) error {
			journal := tx.Bucket([]byte(bucketJournal))
			err := journal.ForEach(func(k, v []byte) error {
				if v != nil || !negotiation.NegotiationID(k).Valid() {
					return &CorruptError{Reason: fmt.Sprintf("the journal holds %q, which is no negotiation", k)}
				}
				ids = append(ids, negotiation.NegotiationID(k))
				return nil
			})
			if n := journal.Sequence(); err == nil && n != uint64(len(ids)) {
				err = &CorruptError{Reason: fmt.Sprintf("the journal holds %d negotiations, but should %d", len(ids), n)}
			}
			return err
		})
	})
	if err != nil {
		return nil, fmt.Errorf("list negotiations: %w", err)
	}
	return ids, nil
}

// Head gives the Seq of the last entry of a record and the SHA-256 of its frame,
// which vouches for all entries up to it. An unknown negotiation has Seq 0.
func (b *Bolt) Head(ctx context.Context, id negotiation.NegotiationID) (seq negotiation.Seq, hash [sha256.Size]byte, err error) {
	if err = ctx.Err(); err == nil {
		err = guard(func() error {
			return b.db.View(func(tx *bbolt.Tx) (err error) {
				var last link
				seq, last, err = tail(tx.Bucket([]byte(bucketJournal)).Bucket([]byte(id)), id)
				hash = last
				return err
			})
		})
	}
	if err != nil {
		return 0, hash, fmt.Errorf("head of %s: %w", id, err)
	}
	return seq, hash, nil
}
