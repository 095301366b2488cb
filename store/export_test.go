package store

import (
	"bytes"
	"context"
	"encoding/binary"

	"go.etcd.io/bbolt"
)

// What the tests, which stand outside because storetest does, need from within.

const (
	MaxQueue    = maxQueue
	FrameHeader = frameHeader
)

// PageSize makes the pages of a new file small, so that a little fills many.
func PageSize(bytes int) Option { return func(o *options) { o.PageSize = bytes } }

// SetUpdate puts update in place of what commits, which it may call.
func (b *Bolt) SetUpdate(update func(fn func(*bbolt.Tx) error) error) { b.update = update }

// Update commits as it is done where no test has interfered.
func (b *Bolt) Update(fn func(*bbolt.Tx) error) error { return b.db.Update(fn) }

// Queued is how many requests wait.
func (b *Bolt) Queued() int { return len(b.queue) }

// Frames gives all frames that are kept, by record and then in order.
func (b *Bolt) Frames() (frames map[string][][]byte, err error) {
	frames = map[string][][]byte{}
	err = b.db.View(func(tx *bbolt.Tx) error {
		journal := tx.Bucket([]byte(bucketJournal))
		return journal.ForEachBucket(func(id []byte) error {
			return journal.Bucket(id).ForEach(func(_, frame []byte) error {
				frames[string(id)] = append(frames[string(id)], append([]byte{}, frame...))
				return nil
			})
		})
	})
	return frames, err
}

// PagesInUse says for each page of the newest commit whether it is in use.
func (b *Bolt) PagesInUse() (inUse []bool, pageSize int, err error) {
	tx, m, _, err := b.snapshot()
	if err != nil {
		return nil, 0, err
	}
	defer tx.Rollback()
	s := structure{ctx: context.Background(), file: b.file, pageSize: b.db.Info().PageSize, meta: m}
	err = s.check()
	for _, use := range s.use {
		inUse = append(inUse, use == used)
	}
	return inUse, s.pageSize, err
}

// Forge puts other words of the same length into a frame and makes its checksum
// right again.
func Forge(frame []byte, old, words string) []byte {
	forged := bytes.Replace(frame, []byte(old), []byte(words), 1)
	binary.BigEndian.PutUint32(forged[4:], frameSum(forged))
	return forged
}

// Descriptor is that of the file that is written.
func (b *Bolt) Descriptor() int { return int(b.file.Fd()) }
