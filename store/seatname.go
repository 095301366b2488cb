package store

import (
	"context"
	"fmt"

	"plenary/negotiation"
)

// MaxSeatName is the most bytes of a person's name: a hundred characters of any
// script.
const MaxSeatName = 400

// SetSeatName keeps the name of the person who sits on a seat. The record knows
// the seat only. It returns an error that wraps ErrTooLarge above MaxSeatName.
func (s Secrets) SetSeatName(ctx context.Context, n negotiation.NegotiationID, seat negotiation.SeatID, name string) error {
	if len(name) > MaxSeatName {
		return fmt.Errorf("name of seat %s: %d bytes, at most %d: %w", seat, len(name), MaxSeatName, ErrTooLarge)
	}
	key, err := joinKey(string(n), string(seat))
	if err != nil {
		return err
	}
	return s.save(ctx, bucketSeats, key, []byte(name))
}

// SeatName gives the name of the person on a seat, or negotiation.ErrNotFound.
func (s Secrets) SeatName(ctx context.Context, n negotiation.NegotiationID, seat negotiation.SeatID) (string, error) {
	key, err := joinKey(string(n), string(seat))
	if err != nil {
		return "", err
	}
	name, err := s.load(ctx, bucketSeats, key)
	if err != nil {
		return "", fmt.Errorf("name of seat %s in %s: %w", seat, n, err)
	}
	return string(name), nil
}

// ForgetSeatName deletes the name. It is no error if there is none.
func (s Secrets) ForgetSeatName(ctx context.Context, n negotiation.NegotiationID, seat negotiation.SeatID) error {
	key, err := joinKey(string(n), string(seat))
	if err != nil {
		return err
	}
	return s.remove(ctx, bucketSeats, key)
}

// SeatNames gives the names that are known in a negotiation.
func (s Secrets) SeatNames(ctx context.Context, n negotiation.NegotiationID) (map[negotiation.SeatID]string, error) {
	prefix, err := joinKey(string(n))
	if err != nil {
		return nil, err
	}
	names := map[negotiation.SeatID]string{}
	err = s.each(ctx, bucketSeats, prefix, func(key, value []byte) error {
		parts := splitKey(key)
		if len(parts) != 2 {
			return misplaced(bucketSeats, key, 2)
		}
		names[negotiation.SeatID(parts[1])] = string(value)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("names of seats in %s: %w", n, err)
	}
	return names, nil
}
