package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"plenary/negotiation"
)

// MaxSession is the most bytes of the data of one session.
const MaxSession = 64 << 10

// Sessions keeps sessions for github.com/alexedwards/scs/v2: it implements
// scs.CtxStore and scs.IterableCtxStore. It keeps tokens as they are given: set
// HashTokenInStore, so that these are hashes.
type Sessions struct{ s Secrets }

// Sessions gives the sessions of the store.
func (s Secrets) Sessions() Sessions { return Sessions{s} }

// A session is kept as its expiry, in nanoseconds since 1970, and its data.
func packSession(data []byte, expiry time.Time) []byte {
	return append(binary.BigEndian.AppendUint64(nil, uint64(expiry.UnixNano())), data...)
}

// sessionExpiry is in the far past for what is no session: it has expired.
func sessionExpiry(value []byte) time.Time {
	if len(value) < 8 {
		return time.Time{}
	}
	return time.Unix(0, int64(binary.BigEndian.Uint64(value)))
}

// FindCtx gives the data of the session, and false for one that has expired,
// does not exist or cannot.
func (s Sessions) FindCtx(ctx context.Context, token string) ([]byte, bool, error) {
	key, err := joinKey(token)
	if err != nil {
		return nil, false, nil // a malformed token is nobody's session, not a fault
	}
	value, err := s.s.load(ctx, bucketSessions, key)
	if errors.Is(err, negotiation.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("find session: %w", err)
	}
	if !time.Now().Before(sessionExpiry(value)) {
		return nil, false, nil
	}
	return value[8:], true, nil
}

// CommitCtx keeps the data of the session until expiry.
func (s Sessions) CommitCtx(ctx context.Context, token string, data []byte, expiry time.Time) error {
	if len(data) > MaxSession {
		return fmt.Errorf("session of %d bytes, at most %d: %w", len(data), MaxSession, ErrTooLarge)
	}
	key, err := joinKey(token)
	if err == nil {
		err = s.s.save(ctx, bucketSessions, key, packSession(data, expiry))
	}
	if err != nil {
		return fmt.Errorf("keep session: %w", err)
	}
	return nil
}

// DeleteCtx ends the session. It is no error if there is none.
func (s Sessions) DeleteCtx(ctx context.Context, token string) error {
	key, err := joinKey(token)
	if err != nil {
		return nil // it cannot exist
	}
	if err := s.s.remove(ctx, bucketSessions, key); err != nil {
		return fmt.Errorf("delete session: %w", err)
	}
	return nil
}

// AllCtx gives the data of all sessions that have not expired, by token.
func (s Sessions) AllCtx(ctx context.Context) (map[string][]byte, error) {
	all, now := map[string][]byte{}, time.Now()
	err := s.s.each(ctx, bucketSessions, nil, func(key, value []byte) error {
		if now.Before(sessionExpiry(value)) {
			all[splitKey(key)[0]] = bytes.Clone(value[8:])
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list sessions: %w", err)
	}
	return all, nil
}

// Find is FindCtx without a context, as scs.Store asks.
func (s Sessions) Find(token string) ([]byte, bool, error) {
	return s.FindCtx(context.Background(), token)
}

// Commit is CommitCtx without a context, as scs.Store asks.
func (s Sessions) Commit(token string, data []byte, expiry time.Time) error {
	return s.CommitCtx(context.Background(), token, data, expiry)
}

// Delete is DeleteCtx without a context, as scs.Store asks.
func (s Sessions) Delete(token string) error {
	return s.DeleteCtx(context.Background(), token)
}
