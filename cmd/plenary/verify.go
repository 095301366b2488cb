package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

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
			state, err := replayed(id, b.Read(ctx, id, 0), negotiation.State.Check)
			if err != nil {
				return fmt.Errorf("%s: %w", c.Data, err)
			}
			if _, err := fmt.Fprintf(std.out, "%s: %d entries, sound\n", id, state.Seq()); err != nil {
				return err
			}
			if err := tellAbsent(ctx, std, b.Secrets, state.For(negotiation.Audience{Role: negotiation.System})); err != nil {
				return err
			}
		}
		return nil
	})
}

// tellAbsent names the files that a record speaks of and that are not kept beside it.
// The record is sound without them, and a document that was issued is printed anew.
func tellAbsent(ctx context.Context, std streams, secrets store.Secrets, v negotiation.View) error {
	named := map[string]string{}
	if v.Source.SHA256 != "" {
		named[v.Source.SHA256] = v.Source.Name
	}
	for _, i := range v.Imports {
		named[i.Source.SHA256] = i.Source.Name
	}
	for _, i := range v.Issued {
		for _, f := range i.Files {
			named[f.SHA256] = i.Symbol + " as " + f.Format
		}
	}
	for _, sha := range slices.Sorted(maps.Keys(named)) {
		file, err := secrets.File(ctx, v.ID, sha)
		sum := sha256.Sum256(file.Data)
		switch {
		case errors.Is(err, negotiation.ErrNotFound):
			_, err = fmt.Fprintf(std.out, "%s: the file %s is not kept beside the record (SHA-256 %s)\n", v.ID, named[sha], sha)
		case err == nil && hex.EncodeToString(sum[:]) != sha:
			err = fmt.Errorf("%s: the file %s that is kept beside the record is damaged: its SHA-256 is not %s", v.ID, named[sha], sha)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// replayed is negotiation.Replay with check called after every entry. An entry
// that cannot be applied at all is an error that names it.
func replayed(id negotiation.NegotiationID, entries iter.Seq2[negotiation.Entry, error], check func(negotiation.State) error) (s negotiation.State, err error) {
	s = negotiation.New(id)
	defer func() {
		if p := recover(); p != nil {
			err = &store.CorruptError{Negotiation: id, Seq: s.Seq() + 1, Reason: fmt.Sprintf("it cannot be applied: %v", p)}
		}
	}()
	for e, err := range entries {
		if err != nil {
			return s, err
		}
		s = s.After(e)
		if err := check(s); err != nil {
			return s, &store.CorruptError{Negotiation: id, Seq: s.Seq(), Reason: err.Error()}
		}
	}
	return s, nil
}

// sound checks a whole store before it is served: every frame, and that every
// record can be replayed to a state that keeps the invariants. A pass over the
// state after every entry, as verify makes it, would take too long at a start.
func sound(ctx context.Context, b *store.Bolt) error {
	if err := b.Verify(ctx); err != nil {
		return err
	}
	ids, err := b.Negotiations(ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		state, err := replayed(id, b.Read(ctx, id, 0), func(negotiation.State) error { return nil })
		if err != nil {
			return err
		}
		if err := state.Check(); err != nil {
			return &store.CorruptError{Negotiation: id, Seq: state.Seq(), Reason: err.Error()}
		}
	}
	return nil
}
