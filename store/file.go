package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"

	"plenary/negotiation"
)

// Limits on the files that are kept.
const (
	MaxFile     = negotiation.MaxImport
	MaxFileName = 1000
)

// KeepFile keeps the bytes of a document that was imported into a negotiation,
// under their hash in lower-case hexadecimal, which must be right. The same
// bytes again replace the name. It returns an error that wraps ErrTooLarge above
// MaxFile and MaxFileName.
func (s Secrets) KeepFile(ctx context.Context, n negotiation.NegotiationID, sha256hex string, f negotiation.KeptFile) error {
	if err := s.keepFile(ctx, n, sha256hex, f); err != nil {
		return fmt.Errorf("keep file %q of %s: %w", f.Name, n, err)
	}
	return nil
}

func (s Secrets) keepFile(ctx context.Context, n negotiation.NegotiationID, sha256hex string, f negotiation.KeptFile) error {
	if len(f.Data) > MaxFile || len(f.Name) > MaxFileName {
		return fmt.Errorf("%d bytes under a name of %d, at most %d and %d: %w", len(f.Data), len(f.Name), MaxFile, MaxFileName, ErrTooLarge)
	}
	if sum := sha256.Sum256(f.Data); hex.EncodeToString(sum[:]) != sha256hex {
		return fmt.Errorf("its hash is %x, not %s", sum, sha256hex)
	}
	key, err := joinKey(string(n), sha256hex)
	if err != nil {
		return err
	}
	value := binary.BigEndian.AppendUint16(nil, uint16(len(f.Name)))
	return s.save(ctx, bucketFiles, key, append(append(value, f.Name...), f.Data...))
}

// File gives the file that was kept under a hash, or an error that wraps
// negotiation.ErrNotFound.
func (s Secrets) File(ctx context.Context, n negotiation.NegotiationID, sha256hex string) (negotiation.KeptFile, error) {
	key, err := joinKey(string(n), sha256hex)
	if err != nil {
		return negotiation.KeptFile{}, errors.Join(negotiation.ErrNotFound, err)
	}
	value, err := s.load(ctx, bucketFiles, key)
	if err != nil {
		return negotiation.KeptFile{}, fmt.Errorf("file %s of %s: %w", sha256hex, n, err)
	}
	if len(value) < 2 || len(value)-2 < int(binary.BigEndian.Uint16(value)) {
		return negotiation.KeptFile{}, &CorruptError{Reason: fmt.Sprintf("file %s of %s is cut off", sha256hex, n)}
	}
	end := 2 + int(binary.BigEndian.Uint16(value))
	return negotiation.KeptFile{Name: string(value[2:end]), Data: value[end:]}, nil
}

// ForgetFiles deletes the files of a negotiation but those with the hashes in
// keep. It is no error if there are none.
func (s Secrets) ForgetFiles(ctx context.Context, n negotiation.NegotiationID, keep ...string) error {
	prefix, err := joinKey(string(n))
	if err != nil {
		return fmt.Errorf("forget files of %q: %w", n, err)
	}
	err = s.cabinet.write(ctx, bucketFiles, func(sh shelf) error {
		var gone [][]byte
		err := sh.scan(prefix, func(key, _ []byte) error {
			parts := splitKey(key)
			if len(parts) != 2 {
				return misplaced(bucketFiles, key, 2)
			}
			if !slices.Contains(keep, parts[1]) {
				gone = append(gone, bytes.Clone(key))
			}
			return nil
		})
		if err != nil {
			return err
		}
		for _, key := range gone {
			sh.remove(key)
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("forget files of %s: %w", n, err)
	}
	return nil
}
