package store

import (
	"errors"
	"fmt"

	"plenary/negotiation"
)

var (
	// ErrInUse says that another process has the file open.
	ErrInUse = errors.New("another process has it open")
	// ErrNotStore says that a file was not made by this package, or is damaged
	// beyond recognition.
	ErrNotStore = errors.New("not a Plenary store")
	// ErrClosed says that the store was closed before the work was begun.
	ErrClosed = errors.New("the store is closed")
	// ErrReadOnly says that the store was opened by OpenReadOnly.
	ErrReadOnly = errors.New("the store is open for reading only")
	// ErrTooLarge says that a value, or a part of its key, is above its limit.
	ErrTooLarge = errors.New("too large")
	// ErrTooMany says that an owner has as many as is allowed.
	ErrTooMany = errors.New("too many")
)

// CorruptError says where the store does not hold what was written to it.
type CorruptError struct {
	// Negotiation is empty where the damage is in no negotiation's record.
	Negotiation negotiation.NegotiationID
	// Seq is the first entry that is lost or damaged; all before it are good.
	Seq negotiation.Seq
	// Reason says what was found, in English.
	Reason string
}

func (e *CorruptError) Error() string {
	if e.Negotiation == "" {
		return "the store is damaged: " + e.Reason
	}
	return fmt.Sprintf("entry %d of %s is damaged: %s", e.Seq, e.Negotiation, e.Reason)
}
