package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"strings"

	"plenary/negotiation"
)

// Secrets keeps what stands beside the journal: drafts of forms, the names of
// people, invitations, sessions, and the files that were imported. What is
// deleted here is gone, as it never is from a journal.
//
// It is a part of Bolt and of Memory, which share its code, and is of no use
// alone. All methods may be called from many goroutines; what changes something
// returns when the change is durable.
type Secrets struct{ cabinet cabinet }

// maxKeyPart is the most bytes of an id, a name or a token in a key.
const maxKeyPart = 200

// joinKey makes a key of parts. A zero byte ends each, so that the key of
// ("a", "b") is found under the prefix ("a") and that of ("ab") is not.
func joinKey(parts ...string) ([]byte, error) {
	var key []byte
	for _, part := range parts {
		if part == "" || strings.IndexByte(part, 0) >= 0 {
			return nil, fmt.Errorf("%q cannot be part of a key", part)
		}
		if len(part) > maxKeyPart {
			return nil, fmt.Errorf("a part of the key has %d bytes, at most %d: %w", len(part), maxKeyPart, ErrTooLarge)
		}
		key = append(append(key, part...), 0)
	}
	return key, nil
}

// splitKey gives the parts back that joinKey was given.
func splitKey(key []byte) []string {
	return strings.Split(string(bytes.TrimSuffix(key, []byte{0})), "\x00")
}

func valueSum(key, value []byte) uint32 {
	t := castagnoli()
	return crc32.Update(crc32.Checksum(key, t), t, value)
}

// seal puts the checksum before value.
func seal(key, value []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, valueSum(key, value)), value...)
}

// unseal gives back what seal was given, as a part of sealed.
func unseal(drawer string, key, sealed []byte) ([]byte, error) {
	if len(sealed) < 4 || binary.BigEndian.Uint32(sealed) != valueSum(key, sealed[4:]) {
		return nil, &CorruptError{Reason: fmt.Sprintf("the checksum of %x in %s does not match", key, drawer)}
	}
	return sealed[4:], nil
}

// load gives a copy of the value at key, or negotiation.ErrNotFound.
func (s Secrets) load(ctx context.Context, drawer string, key []byte) (value []byte, err error) {
	err = s.cabinet.read(ctx, drawer, func(sh shelf) error {
		sealed := sh.get(key)
		if sealed == nil {
			return negotiation.ErrNotFound
		}
		v, err := unseal(drawer, key, sealed)
		value = bytes.Clone(v)
		return err
	})
	return value, err
}

func (s Secrets) save(ctx context.Context, drawer string, key, value []byte) error {
	return s.cabinet.write(ctx, drawer, func(sh shelf) error {
		sh.put(key, seal(key, value))
		return nil
	})
}

// remove deletes key, and does nothing where there is none.
func (s Secrets) remove(ctx context.Context, drawer string, key []byte) error {
	return s.cabinet.write(ctx, drawer, func(sh shelf) error {
		sh.remove(key)
		return nil
	})
}

// removeIf deletes the keys of a drawer for which drop says so.
func (s Secrets) removeIf(ctx context.Context, drawer string, drop func(key, value []byte) (bool, error)) error {
	return s.cabinet.write(ctx, drawer, func(sh shelf) error {
		var keys [][]byte
		err := scan(sh, drawer, nil, func(key, value []byte) error {
			yes, err := drop(key, value)
			if yes {
				keys = append(keys, bytes.Clone(key))
			}
			return err
		})
		if err != nil {
			return err
		}
		for _, key := range keys {
			sh.remove(key)
		}
		return nil
	})
}

// scan is shelf.scan on what is sealed.
func scan(sh shelf, drawer string, prefix []byte, fn func(key, value []byte) error) error {
	return sh.scan(prefix, func(key, sealed []byte) error {
		value, err := unseal(drawer, key, sealed)
		if err != nil {
			return err
		}
		return fn(key, value)
	})
}

// each calls fn for all keys under prefix, in order, in one transaction.
func (s Secrets) each(ctx context.Context, drawer string, prefix []byte, fn func(key, value []byte) error) error {
	return s.cabinet.read(ctx, drawer, func(sh shelf) error { return scan(sh, drawer, prefix, fn) })
}

// decode reads the JSON of a value.
func decode[T any](drawer string, key, value []byte) (v T, err error) {
	if err := json.Unmarshal(value, &v); err != nil {
		return v, &CorruptError{Reason: fmt.Sprintf("%x in %s: %v", key, drawer, err)}
	}
	return v, nil
}

// misplaced is the fault of a key that has not the parts of its drawer.
func misplaced(drawer string, key []byte, parts int) error {
	return &CorruptError{Reason: fmt.Sprintf("the key %x in %s has not %d parts", key, drawer, parts)}
}

// verify reads all checksums.
func (s Secrets) verify(ctx context.Context) error {
	for _, drawer := range drawers() {
		err := s.each(ctx, drawer, nil, func(_, _ []byte) error { return ctx.Err() })
		if err != nil {
			return err
		}
	}
	return nil
}
