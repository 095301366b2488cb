package store

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"
)

// Verify reads all there is and returns a *CorruptError, wrapped, that names the
// first damage: the structure of the file, then each record from its first
// entry to its last (length, checksum, chain, place, contents), then what lies
// beside the journal. It may run while others write, and then verifies what was
// there when it came by.
func (b *Bolt) Verify(ctx context.Context) error {
	metaPage, err := b.checkStructure(ctx)
	if err == nil {
		err = metaPage
	}
	if err == nil && b.db.IsReadOnly() {
		// bbolt's own check must not run beside a writer.
		err = guard(func() error { return b.db.View(structureByBolt) })
	}
	if err == nil {
		err = b.verifyRecords(ctx)
	}
	if err == nil {
		err = b.Secrets.verify(ctx)
	}
	if err != nil {
		return fmt.Errorf("verify %s: %w", b.path, err)
	}
	return nil
}

// structureByBolt lets bbolt check itself. It does so in a goroutine of its
// own, where a fault could not be guarded against: it runs after checkStructure
// has seen that there is nothing to stumble over.
func structureByBolt(tx *bbolt.Tx) error {
	var first error
	for err := range tx.Check() { // to its end, or its goroutine would hang
		if first == nil {
			first = &CorruptError{Reason: err.Error()}
		}
	}
	return first
}

func (b *Bolt) verifyRecords(ctx context.Context) error {
	ids, err := b.Negotiations(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		n := 0
		for _, err := range b.Read(ctx, id, 0) {
			if err != nil {
				return err
			}
			n++
		}
		if n == 0 {
			return &CorruptError{id, 1, "the record is empty"}
		}
	}
	return nil
}
