package negotiation

import (
	"errors"
	"time"
)

// What is kept beside the journal, because it must be forgettable: private
// drafts, the names of people, the secrets of invitations, files as received.
// Nothing here is part of the record, and nothing in the record depends on it.

// ErrNotFound is what the keepers of such things return, wrapped, for what they
// do not have.
var ErrNotFound = errors.New("not found")

// ErrExpired is what they return, wrapped, for an invitation past its time.
var ErrExpired = errors.New("expired")

// MaxInvitations bounds how many invitations to one seat are open at a time. One
// more takes the place of the oldest.
const MaxInvitations = 20

// Invitation lets whoever holds its secret sit down on a seat until it expires.
// Keepers store a hash of the secret only.
type Invitation struct {
	Negotiation NegotiationID
	Seat        SeatID
	Created     time.Time
	Expires     time.Time
}

// FormDraft is what a delegation has typed and not tabled. All seats of the
// delegation see it, and nobody else.
type FormDraft struct {
	Negotiation NegotiationID
	Delegation  Delegation
	// Key says which form it belongs to; the forms choose it.
	Key string
	// Form is the form's own encoding; MaxForm bytes at most.
	Form  []byte
	Saved time.Time
}

// MaxForm bounds a FormDraft in bytes, MaxForms their number for a delegation.
const (
	MaxForm  = 256 << 10
	MaxForms = 500
)

// KeptFile is a file as it was received.
type KeptFile struct {
	Name string
	Data []byte
}
