package store

import (
	"bytes"
	"context"

	"go.etcd.io/bbolt"
)

// cabinet is what Secrets needs of a place to keep things: drawers with sorted
// keys. What fn does in one call is seen by others wholly or not at all.
type cabinet interface {
	// read lets fn look; nothing it is given may be kept or changed.
	read(ctx context.Context, drawer string, fn func(shelf) error) error
	// write lets fn look and then change. An error is to be returned before the
	// first change, not after it.
	write(ctx context.Context, drawer string, fn func(shelf) error) error
}

// shelf is one drawer during one call.
type shelf interface {
	get(key []byte) []byte
	// scan calls fn for each key with prefix, in order. fn must not change the shelf.
	scan(prefix []byte, fn func(key, value []byte) error) error
	put(key, value []byte)
	remove(key []byte)
}

// boltCabinet keeps drawers as buckets. Its writing goes through the queue of
// the journal, so that the autosaved drafts of a whole room share commits.
type boltCabinet struct{ b *Bolt }

func (c boltCabinet) read(ctx context.Context, drawer string, fn func(shelf) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return guard(func() error {
		return c.b.db.View(func(tx *bbolt.Tx) error {
			return fn(&boltShelf{bucket: tx.Bucket([]byte(drawer))})
		})
	})
}

func (c boltCabinet) write(ctx context.Context, drawer string, fn func(shelf) error) error {
	r := &request{ctx: ctx, do: func(tx *bbolt.Tx) (refusal, fault error) {
		s := &boltShelf{bucket: tx.Bucket([]byte(drawer))}
		refusal = fn(s)
		return refusal, s.fault
	}}
	return c.b.submit(r)
}

type boltShelf struct {
	bucket *bbolt.Bucket
	// fault is the first error of bbolt itself; it fails the commit.
	fault error
}

func (s *boltShelf) get(key []byte) []byte { return s.bucket.Get(key) }

func (s *boltShelf) scan(prefix []byte, fn func(key, value []byte) error) error {
	c := s.bucket.Cursor()
	for k, v := c.Seek(prefix); k != nil && bytes.HasPrefix(k, prefix); k, v = c.Next() {
		if err := fn(k, v); err != nil {
			return err
		}
	}
	return nil
}

func (s *boltShelf) put(key, value []byte) { s.note(s.bucket.Put(key, value)) }

func (s *boltShelf) remove(key []byte) { s.note(s.bucket.Delete(key)) }

func (s *boltShelf) note(err error) {
	if s.fault == nil {
		s.fault = err
	}
}
