package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
)

// fillPercent leaves little room in pages, because entries come in order.
const fillPercent = 0.95

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
