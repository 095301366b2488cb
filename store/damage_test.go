package store_test

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

// pageOf finds a page in use by its flags (1 branch, 2 leaf, 16 free list).
func (s specimen) pageOf(t testing.TB, flags uint16) int {
	t.Helper()
	for id, inUse := range s.inUse {
		if at := id * s.pageSize; inUse && binary.NativeEndian.Uint16(s.bytes[at+8:]) == flags {
			return at
		}
	}
	t.Fatalf("no page has the flags %#x", flags)
	return 0
}

func TestADamagedStructureIsNotOpenedForWriting(t *testing.T) {
	s := newSpecimen(t)
	for name, at := range map[string]int{
		"checksum of the first meta page":  16 + 56,
		"checksum of the second meta page": s.pageSize + 16 + 56,
		"number in the list of free pages": s.pageOf(t, 16) + 16,
		"count of free pages":              s.pageOf(t, 16) + 10,
		"key of a branch":                  s.pageOf(t, 1) + 16 + 4,
		"child of a branch":                s.pageOf(t, 1) + 16 + 8,
		"id of a leaf":                     s.pageOf(t, 2),
	} {
		s.flip(t, at, 0x40, func() {
			b, err := store.OpenBolt(s.path, store.MapSize(1<<15))
			if err == nil {
				shut(t, b)
			}
			var corrupt *store.CorruptError
			if !errors.As(err, &corrupt) {
				t.Errorf("%s changed: OpenBolt = %v, want a *CorruptError", name, err)
			}
		})
	}
	shut(t, openBolt(t, s.path))
}

func TestReadYieldsTheDamageInItsPlace(t *testing.T) {
	s := newSpecimen(t)
	s.flip(t, s.place(t, s.frames["many"][4])+store.FrameHeader, 1, func() {
		b, err := store.OpenReadOnly(s.path)
		if err != nil {
			t.Fatal(err)
		}
		defer shut(t, b)
		var good negotiation.Seq
		for e, err := range b.Read(t.Context(), "many", 0) {
			var corrupt *store.CorruptError
			if errors.As(err, &corrupt) && corrupt.Negotiation == "many" && corrupt.Seq == good+1 && good == 4 {
				return
			}
			if err != nil {
				t.Fatalf("after entry %d: %v", good, err)
			}
			good = e.Seq
		}
		t.Errorf("Read ended without an error after entry %d", good)
	})
}

func TestNothingIsAppendedToADamagedRecord(t *testing.T) {
	s := newSpecimen(t)
	last := s.frames["many"][len(s.frames["many"])-1]
	s.flip(t, s.place(t, last)+store.FrameHeader, 1, func() {
		b := openBolt(t, s.path)
		defer shut(t, b)
		next := storetest.Entry("many", negotiation.Seq(len(s.frames["many"])+1), "")
		var corrupt *store.CorruptError
		if err := b.Append(t.Context(), next); !errors.As(err, &corrupt) || corrupt.Seq != next.Seq-1 {
			t.Errorf("Append behind a damaged entry: got %v", err)
		}
		storetest.Append(t, b, storetest.Entry("inline", 2, "the other records live on"))
	})
}

func TestAFileCutOffIsFound(t *testing.T) {
	s := newSpecimen(t)
	for pages := len(s.inUse) - 1; pages >= 0; pages-- {
		if err := os.Truncate(s.path, int64(pages*s.pageSize)); err != nil {
			t.Fatal(err)
		}
		var corrupt *store.CorruptError
		if err := s.verify(t); err == nil || !errors.As(err, &corrupt) && !errors.Is(err, store.ErrNotStore) && pages > 0 {
			t.Errorf("cut off after %d of %d pages: got %v", pages, len(s.inUse), err)
		}
	}
}

// TestVerifyFindsWhatWasDoneOnPurpose changes the file through bbolt, so that
// its structure and all checksums are right.
func TestVerifyFindsWhatWasDoneOnPurpose(t *testing.T) {
	key := func(seq uint64) []byte { return binary.BigEndian.AppendUint64(nil, seq) }
	for _, test := range []struct {
		name   string
		change func(journal *bbolt.Bucket) error
		want   string
	}{
		{"other words in an entry", func(j *bbolt.Bucket) error {
			many := j.Bucket([]byte("many"))
			return many.Put(key(5), store.Forge(many.Get(key(5)), "withdrawn", "supported"))
		}, "entry 6 of many is damaged: it does not follow"},
		{"the last entry taken away", func(j *bbolt.Bucket) error { return j.Bucket([]byte("many")).Delete(key(12)) },
			"entry 12 of many is damaged: the record ends at 11, but should at 12"},
		{"an entry taken out", func(j *bbolt.Bucket) error { return j.Bucket([]byte("many")).Delete(key(3)) },
			"entry 3 of many is damaged: it is missing"},
		{"an entry put at another place", func(j *bbolt.Bucket) error {
			many := j.Bucket([]byte("many"))
			return errors.Join(many.Put(key(13), many.Get(key(12))), many.SetSequence(13))
		}, "entry 13 of many is damaged: it does not follow"},
		{"a record put under another name", func(j *bbolt.Bucket) error {
			other, err := j.CreateBucket([]byte("other"))
			return errors.Join(err, other.Put(key(1), j.Bucket([]byte("many")).Get(key(1))), other.SetSequence(1), j.SetSequence(4))
		}, "entry 1 of other is damaged: it says that it is entry 1 of many"},
		{"a record taken away", func(j *bbolt.Bucket) error { return j.DeleteBucket([]byte("inline")) },
			"the journal holds 2 negotiations, but should 3"},
		{"a record emptied", func(j *bbolt.Bucket) error {
			many := j.Bucket([]byte("inline"))
			return errors.Join(many.Delete(key(1)), many.SetSequence(0))
		}, "entry 1 of inline is damaged: the record is empty"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSpecimen(t)
			db, err := bbolt.Open(s.path, 0o600, nil)
			if err != nil {
				t.Fatal(err)
			}
			err = db.Update(func(tx *bbolt.Tx) error { return test.change(tx.Bucket([]byte("journal"))) })
			if err := errors.Join(err, db.Close()); err != nil {
				t.Fatal(err)
			}
			if err := s.verify(t); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Verify = %v, want %q", err, test.want)
			}
		})
	}
}

func TestADamagedDraftIsNotShown(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	b := openBolt(t, path)
	if err := b.SetSeatName(t.Context(), "n1", "mexico", "Ana Núñez"); err != nil {
		t.Fatal(err)
	}
	shut(t, b)
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	file = []byte(strings.ReplaceAll(string(file), "Núñez", "Nuñez "))
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	b = openBolt(t, path)
	defer shut(t, b)
	var corrupt *store.CorruptError
	if name, err := b.SeatName(t.Context(), "n1", "mexico"); !errors.As(err, &corrupt) {
		t.Errorf("SeatName = %q, %v, want a *CorruptError", name, err)
	}
	if err := b.Verify(t.Context()); !errors.As(err, &corrupt) {
		t.Errorf("Verify = %v, want a *CorruptError", err)
	}
}

func TestTheHeadVouchesForAllBeforeIt(t *testing.T) {
	heads := map[[32]byte]string{}
	for _, first := range []string{"supported", "opposed"} {
		b := closing(t, openBolt(t, ""))
		if seq, hash, err := b.Head(t.Context(), "n1"); seq != 0 || hash != [32]byte{} || err != nil {
			t.Errorf("Head of an unknown negotiation = %d, %x, %v", seq, hash, err)
		}
		storetest.Append(t, b, storetest.Entry("n1", 1, first), storetest.Entry("n1", 2, "the same"))
		seq, hash, err := b.Head(t.Context(), "n1")
		if err != nil || seq != 2 {
			t.Errorf("Head = %d, %v, want entry 2", seq, err)
		}
		if other, ok := heads[hash]; ok {
			t.Errorf("records that begin %q and %q have the same head", first, other)
		}
		heads[hash] = first
	}
}

func TestABadMetaPageIsSaidAndABackupHealsIt(t *testing.T) {
	s := newSpecimen(t)
	for id := range 2 {
		s.flip(t, id*s.pageSize+16+48, 1, func() {
			if err := s.verify(t); err == nil || !strings.Contains(err.Error(), "the last commit may be lost") {
				t.Errorf("meta page %d changed: Verify = %v", id, err)
			}
			r, err := store.OpenReadOnly(s.path)
			if err != nil {
				t.Fatal(err)
			}
			defer shut(t, r)
			healed := filepath.Join(t.TempDir(), "healed.db")
			if err := r.Backup(t.Context(), healed); err != nil {
				t.Fatal(err)
			}
			closing(t, openBolt(t, healed))
		})
	}
}
