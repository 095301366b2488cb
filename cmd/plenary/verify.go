package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"plenary/negotiation"
	"plenary/store"
)

type verifyCmd struct{ dataFlag }

// Help is the example under the usage.
func (verifyCmd) Help() string { return "Example: plenary verify --data plenary.db" }

// Run checks the file, entry by entry, and replays each record with all its
// invariants. It names the first bad entry.
func (c verifyCmd) Run(ctx context.Context, std streams) error {
	return c.read(func(b *store.Bolt) error {
		if err := b.Verify(ctx); err != nil {
			return fmt.Errorf("%s: %w", c.Data, err)
		}
		ids, err := b.Negotiations(ctx)
		if err != nil {
			return err
		}
		for _, id := range ids {
			state, err := replayChecked(id, b.Read(ctx, id, 0))
			if err != nil {
				return fmt.Errorf("%s: %w", c.Data, err)
			}
			if _, err := fmt.Fprintf(std.out, "%s: %d entries, sound\n", id, state.Seq()); err != nil {
				return err
			}
		}
		return nil
	})
}

// replayChecked is negotiation.Replay with every invariant checked after every
// entry. An entry that cannot be applied at all is named too.
func replayChecked(id negotiation.NegotiationID, entries iter.Seq2[negotiation.Entry, error]) (s negotiation.State, err error) {
	s = negotiation.New(id)
	defer func() {
		if p := recover(); p != nil {
			err = errors.Join(err, fmt.Errorf("entry %d of %s cannot be applied: %v", s.Seq()+1, id, p))
		}
	}()
	for e, err := range entries {
		if err != nil {
			return s, err
		}
		s = s.After(e)
		if err := s.Check(); err != nil {
			return s, err
		}
	}
	return s, nil
}
