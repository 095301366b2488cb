package store

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"plenary/negotiation"
)

// keptInvitation is the form of an invitation in the file.
type keptInvitation struct {
	Negotiation negotiation.NegotiationID `json:"negotiation"`
	Seat        negotiation.SeatID        `json:"seat"`
	Created     time.Time                 `json:"created"`
	Expires     time.Time                 `json:"expires"`
}

func readInvitation(key, value []byte) (negotiation.Invitation, error) {
	kept, err := decode[keptInvitation](bucketInvitations, key, value)
	return negotiation.Invitation(kept), err
}

// NewSecret gives 32 random bytes in base64url without padding [RFC 4648,
// section 5]: 43 characters that may stand in an address.
func NewSecret() string {
	b := make([]byte, 32)
	rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

// invitationKey is the hash of the secret: who reads the file cannot sign in
// with what stands there. A secret has 256 random bits, so no salt is needed.
func invitationKey(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// AddInvitation keeps inv under the hash of its secret, and not the secret. Above
// negotiation.MaxInvitations to its seat it revokes the oldest of them.
func (s Secrets) AddInvitation(ctx context.Context, secret string, inv negotiation.Invitation) error {
	inv.Created, inv.Expires = inv.Created.UTC(), inv.Expires.UTC()
	value, err := json.Marshal(keptInvitation(inv))
	if err == nil {
		err = s.cabinet.write(ctx, bucketInvitations, func(sh shelf) error {
			gone, err := oldestInvitations(sh, inv)
			if err != nil {
				return err
			}
			for _, key := range gone {
				sh.remove(key)
			}
			key := invitationKey(secret)
			sh.put(key, seal(key, value))
			return nil
		})
	}
	if err != nil {
		return fmt.Errorf("invite to seat %s in %s: %w", inv.Seat, inv.Negotiation, err)
	}
	return nil
}

// oldestInvitations gives the keys of those that must go before there is room
// for one more to the seat of inv.
func oldestInvitations(sh shelf, inv negotiation.Invitation) ([][]byte, error) {
	type open struct {
		key     []byte
		created time.Time
	}
	var list []open
	err := scan(sh, bucketInvitations, nil, func(key, value []byte) error {
		other, err := readInvitation(key, value)
		if err == nil && other.Negotiation == inv.Negotiation && other.Seat == inv.Seat {
			list = append(list, open{bytes.Clone(key), other.Created})
		}
		return err
	})
	slices.SortStableFunc(list, func(a, b open) int { return a.created.Compare(b.created) })
	var gone [][]byte
	for _, o := range list[:max(0, len(list)-negotiation.MaxInvitations+1)] {
		gone = append(gone, o.key)
	}
	return gone, err
}

// Invitation gives the invitation that secret belongs to, or an error that wraps
// negotiation.ErrNotFound or, from its expiry on, negotiation.ErrExpired.
func (s Secrets) Invitation(ctx context.Context, secret string, now time.Time) (negotiation.Invitation, error) {
	key := invitationKey(secret)
	value, err := s.load(ctx, bucketInvitations, key)
	if err != nil {
		return negotiation.Invitation{}, fmt.Errorf("invitation: %w", err)
	}
	inv, err := readInvitation(key, value)
	if err != nil {
		return negotiation.Invitation{}, err
	}
	if !now.Before(inv.Expires) {
		return negotiation.Invitation{}, fmt.Errorf("invitation: %w at %s", negotiation.ErrExpired, inv.Expires.Format(time.RFC3339))
	}
	return inv, nil
}

// RevokeInvitations deletes all invitations to a seat.
func (s Secrets) RevokeInvitations(ctx context.Context, n negotiation.NegotiationID, seat negotiation.SeatID) error {
	err := s.removeIf(ctx, bucketInvitations, func(key, value []byte) (bool, error) {
		inv, err := readInvitation(key, value)
		return inv.Negotiation == n && inv.Seat == seat, err
	})
	if err != nil {
		return fmt.Errorf("revoke invitations to seat %s in %s: %w", seat, n, err)
	}
	return nil
}

// ForgetExpired deletes the invitations and sessions that have run out at now.
// A server calls it from time to time.
func (s Secrets) ForgetExpired(ctx context.Context, now time.Time) error {
	err := s.removeIf(ctx, bucketInvitations, func(key, value []byte) (bool, error) {
		inv, err := readInvitation(key, value)
		return !now.Before(inv.Expires), err
	})
	if err == nil {
		err = s.removeIf(ctx, bucketSessions, func(_, value []byte) (bool, error) {
			return !now.Before(sessionExpiry(value)), nil
		})
	}
	if err != nil {
		return fmt.Errorf("forget what has expired: %w", err)
	}
	return nil
}
