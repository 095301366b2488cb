package store_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

// specimen is a small closed file with something in all places where entries
// can stand: pages of many, a record inline in a page, an entry over many pages.
type specimen struct {
	path    string
	bytes   []byte
	entries map[negotiation.NegotiationID][]negotiation.Entry
	frames  map[string][][]byte
	// inUse says which of the pages hold something.
	inUse    []bool
	pageSize int
}

func newSpecimen(t testing.TB) specimen {
	t.Helper()
	s := specimen{path: filepath.Join(t.TempDir(), "plenary.db"), entries: map[negotiation.NegotiationID][]negotiation.Entry{}}
	b, err := store.OpenBolt(s.path, store.PageSize(1024), store.MapSize(1<<15))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 { // leave some free pages
		if err := b.SetSeatName(t.Context(), "inline", "mexico", "Ana Núñez"); err != nil {
			t.Fatal(err)
		}
	}
	inline := storetest.Entry("inline", 1, "")
	inline.Events = []negotiation.Event{negotiation.CommentsClosed{}}
	storetest.Append(t, b, inline)
	storetest.Fill(t, b, "many", 12)
	storetest.Append(t, b, storetest.Entry("large", 1, "small"), storetest.Entry("large", 2, strings.Repeat("long ", 300)))
	for _, id := range []negotiation.NegotiationID{"inline", "large", "many"} {
		s.entries[id] = storetest.Entries(t, b, id, 0)
	}
	if s.frames, err = b.Frames(); err != nil {
		t.Fatal(err)
	}
	if s.inUse, s.pageSize, err = b.PagesInUse(); err != nil {
		t.Fatal(err)
	}
	shut(t, b)
	if s.bytes, err = os.ReadFile(s.path); err != nil {
		t.Fatal(err)
	}
	return s
}

// flip changes one byte of the file while fn runs.
func (s specimen) flip(t testing.TB, at int, by byte, fn func()) {
	t.Helper()
	f, err := os.OpenFile(s.path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, b := range []byte{s.bytes[at] ^ by, s.bytes[at]} {
		if _, err := f.WriteAt([]byte{b}, int64(at)); err != nil {
			t.Fatal(err)
		}
		fn()
		fn = func() {}
	}
}

// verify opens the file and verifies it, and returns the first error.
func (s specimen) verify(t testing.TB) (err error) {
	t.Helper()
	b, err := store.OpenReadOnly(s.path)
	if err != nil {
		return err
	}
	defer shut(t, b)
	return b.Verify(t.Context())
}

// read gives all entries up to the first error.
func (s specimen) read(ctx context.Context) (map[negotiation.NegotiationID][]negotiation.Entry, error) {
	b, err := store.OpenReadOnly(s.path)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	got := map[negotiation.NegotiationID][]negotiation.Entry{}
	ids, err := b.Negotiations(ctx)
	if err != nil {
		return got, err
	}
	for _, id := range ids {
		for e, err := range b.Read(ctx, id, 0) {
			if err != nil {
				return got, err
			}
			got[id] = append(got[id], e)
		}
	}
	return got, nil
}

// place is where a frame stands in the file. Earlier commits have left copies of
// it in pages that are free now.
func (s specimen) place(t testing.TB, frame []byte) int {
	t.Helper()
	for at := 0; ; at++ {
		i := bytes.Index(s.bytes[at:], frame)
		if i < 0 {
			t.Fatal("a frame is not in the file")
		}
		if at += i; s.inUse[at/s.pageSize] {
			return at
		}
	}
}

func TestAnyByteChangedInAnEntryNamesTheEntry(t *testing.T) {
	s := newSpecimen(t)
	for id, frames := range s.frames {
		for i, frame := range frames {
			want := store.CorruptError{Negotiation: negotiation.NegotiationID(id), Seq: negotiation.Seq(i + 1)}
			start := s.place(t, frame)
			for at := start; at < start+len(frame); at++ {
				s.flip(t, at, 1<<(at%8), func() {
					var got *store.CorruptError
					if err := s.verify(t); !errors.As(err, &got) || got.Negotiation != want.Negotiation || got.Seq != want.Seq {
						t.Errorf("byte %d of entry %d of %s: Verify = %v", at-start, i+1, id, err)
					}
				})
			}
		}
	}
}

// TestAnyByteChangedAnywhereIsFoundOrHarmless changes bytes of the whole file:
// all in the headers of pages, a sample of the others. Either Verify names the
// damage or all entries are as they were; and a damaged file is never opened
// for writing, nor does anything panic.
func TestAnyByteChangedAnywhereIsFoundOrHarmless(t *testing.T) {
	s := newSpecimen(t)
	random := rand.New(rand.NewPCG(testSeed(t), 0))
	found := 0
	for at := range s.bytes {
		if !s.inUse[min(at/s.pageSize, len(s.inUse)-1)] || at%s.pageSize >= 64 && random.IntN(12) > 0 {
			continue
		}
		by := byte(1 + random.IntN(255))
		s.flip(t, at, by, func() {
			err := s.verify(t)
			var corrupt *store.CorruptError
			if errors.As(err, &corrupt) || errors.Is(err, store.ErrNotStore) {
				found++
				return
			}
			if err != nil {
				t.Errorf("byte %d changed by %#x: Verify = %v", at, by, err)
			}
			got, err := s.read(t.Context())
			if d := cmp.Diff(got, s.entries); err != nil || d != "" {
				t.Errorf("byte %d changed by %#x: Verify found nothing, but reading differs: %v\n%s", at, by, err, d)
			}
		})
	}
	if found == 0 {
		t.Error("no damage was found at all")
	}
}
