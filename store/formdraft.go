package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"plenary/negotiation"
)

// keptDraft is the value of a draft; the rest of it is the key.
type keptDraft struct {
	Form  []byte    `json:"form"`
	Saved time.Time `json:"saved"`
}

func draftKey(n negotiation.NegotiationID, owner negotiation.Delegation, key string) ([]byte, error) {
	return joinKey(string(n), string(owner), key)
}

func readDraft(key, value []byte) (negotiation.FormDraft, error) {
	parts := splitKey(key)
	if len(parts) != 3 {
		return negotiation.FormDraft{}, misplaced(bucketDrafts, key, 3)
	}
	kept, err := decode[keptDraft](bucketDrafts, key, value)
	if err != nil {
		return negotiation.FormDraft{}, err
	}
	return negotiation.FormDraft{
		Negotiation: negotiation.NegotiationID(parts[0]),
		Delegation:  negotiation.Delegation(parts[1]),
		Key:         parts[2],
		Form:        kept.Form,
		Saved:       kept.Saved,
	}, nil
}

// SaveDraft keeps d in place of an earlier one of the same key. It returns an
// error that wraps ErrTooLarge above negotiation.MaxForm; above negotiation.MaxForms
// one that wraps ErrTooMany and the refusal that the owner is to be told.
func (s Secrets) SaveDraft(ctx context.Context, d negotiation.FormDraft) error {
	if err := s.saveDraft(ctx, d); err != nil {
		return fmt.Errorf("save draft %q of %s in %s: %w", d.Key, d.Delegation, d.Negotiation, err)
	}
	return nil
}

func (s Secrets) saveDraft(ctx context.Context, d negotiation.FormDraft) error {
	if len(d.Form) > negotiation.MaxForm {
		return fmt.Errorf("%d bytes, at most %d: %w", len(d.Form), negotiation.MaxForm, ErrTooLarge)
	}
	key, err := draftKey(d.Negotiation, d.Delegation, d.Key)
	if err != nil {
		return err
	}
	value, err := json.Marshal(keptDraft{d.Form, d.Saved.UTC()})
	if err != nil {
		return err
	}
	owned := key[:len(key)-len(d.Key)-1]
	return s.cabinet.write(ctx, bucketDrafts, func(sh shelf) error {
		if sh.get(key) == nil {
			if err := roomFor(sh, owned, negotiation.MaxForms); err != nil {
				return err
			}
		}
		sh.put(key, seal(key, value))
		return nil
	})
}

// roomFor returns ErrTooMany if there are already most keys under prefix.
func roomFor(sh shelf, prefix []byte, most int) error {
	n := 0
	_ = sh.scan(prefix, func(_, _ []byte) error { // fn never fails
		n++
		return nil
	})
	if n >= most {
		return errors.Join(ErrTooMany, negotiation.Refuse(negotiation.TooMany, "field", "drafts", "limit", most, "count", n+1))
	}
	return nil
}

// Draft gives the draft of a delegation by its key, or an error that wraps
// negotiation.ErrNotFound.
func (s Secrets) Draft(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation, key string) (negotiation.FormDraft, error) {
	k, err := draftKey(n, owner, key)
	if err != nil {
		return negotiation.FormDraft{}, errors.Join(negotiation.ErrNotFound, err)
	}
	value, err := s.load(ctx, bucketDrafts, k)
	if err != nil {
		return negotiation.FormDraft{}, fmt.Errorf("draft %q of %s in %s: %w", key, owner, n, err)
	}
	return readDraft(k, value)
}

// Drafts gives all drafts of a delegation, sorted by key.
func (s Secrets) Drafts(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation) (all []negotiation.FormDraft, err error) {
	prefix, err := joinKey(string(n), string(owner))
	if err != nil {
		return nil, err
	}
	err = s.each(ctx, bucketDrafts, prefix, func(key, value []byte) error {
		d, err := readDraft(key, value)
		all = append(all, d)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("drafts of %s in %s: %w", owner, n, err)
	}
	return all, nil
}

// DeleteDraft forgets a draft. It is no error if there is none.
func (s Secrets) DeleteDraft(ctx context.Context, n negotiation.NegotiationID, owner negotiation.Delegation, key string) error {
	k, err := draftKey(n, owner, key)
	if err != nil {
		return err
	}
	return s.remove(ctx, bucketDrafts, k)
}
