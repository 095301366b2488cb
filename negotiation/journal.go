package negotiation

import (
	"context"
	"errors"
	"iter"
	"time"
)

// Entry is one place in the record: everything that followed from one command,
// so that a command happens wholly or not at all.
type Entry struct {
	Negotiation NegotiationID
	// Seq is dense and counts from 1 in each negotiation.
	Seq Seq
	// At is when the command was decided, in UTC. It never runs backwards
	// within a negotiation.
	At time.Time
	// Seat typed the command.
	Seat SeatID
	// Key is the idempotency key the command came with, or empty, and Digest a
	// hash of that command: the same key with another one is a mistake.
	Key    string
	Digest string
	// Events is never empty.
	Events []Event
}

// ErrConflict is what Append returns, wrapped, when another writer has appended
// first: the caller reads what it missed and decides again.
var ErrConflict = errors.New("the record has moved on")

// Journal keeps the records of all negotiations. Implementations live in
// package store and pass its one suite of tests; all methods may be called
// from many goroutines.
type Journal interface {
	// Append makes the entries durable, all or none: entries of one negotiation
	// with consecutive Seqs, the first directly after the last one kept. Where
	// another writer was first it returns an error that wraps ErrConflict. After
	// any other error it is unknown whether they were kept: read again. When it
	// returns nil, they survive the loss of power. No entries: nothing to do.
	Append(ctx context.Context, entries ...Entry) error
	// Read yields the entries of a negotiation with a Seq above after, in order
	// and without gaps. It ends at the first error, which it yields. An unknown
	// negotiation has no entries.
	Read(ctx context.Context, id NegotiationID, after Seq) iter.Seq2[Entry, error]
	// Negotiations lists every negotiation that has an entry, sorted.
	Negotiations(ctx context.Context) ([]NegotiationID, error)
}
