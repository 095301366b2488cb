package store

import (
	"fmt"

	"go.etcd.io/bbolt"
)

// The buckets of the file; doc.go describes them.
const (
	bucketFormat      = "plenary"
	bucketJournal     = "journal"
	bucketDrafts      = "drafts"
	bucketSeats       = "seats"
	bucketInvitations = "invitations"
	bucketSessions    = "sessions"
	bucketFiles       = "files"
)

// drawers are the buckets beside the journal.
func drawers() []string {
	return []string{bucketDrafts, bucketSeats, bucketInvitations, bucketSessions, bucketFiles}
}

const (
	formatKey = "format"
	format    = "1"
)

// layOut makes the buckets of an empty file.
func layOut(tx *bbolt.Tx) error {
	for _, name := range append(drawers(), bucketFormat, bucketJournal) {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return fmt.Errorf("make bucket %s: %w", name, err)
		}
	}
	return tx.Bucket([]byte(bucketFormat)).Put([]byte(formatKey), []byte(format))
}

// checkFormat refuses a file that was laid out by others, or by a release whose
// layout this one does not know.
func checkFormat(tx *bbolt.Tx) error {
	marker := tx.Bucket([]byte(bucketFormat))
	if marker == nil {
		return fmt.Errorf("%w: it has no bucket %q", ErrNotStore, bucketFormat)
	}
	if got := string(marker.Get([]byte(formatKey))); got != format {
		return fmt.Errorf("%w of this release: its layout is %q, not %q", ErrNotStore, got, format)
	}
	for _, name := range append(drawers(), bucketJournal) {
		if tx.Bucket([]byte(name)) == nil {
			return &CorruptError{Reason: fmt.Sprintf("the bucket %q is missing", name)}
		}
	}
	return nil
}
