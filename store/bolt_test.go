package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"plenary/store"
	"plenary/store/storetest"
)

func TestAFileInUseIsSaidAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	writer := openBolt(t, path)
	if _, err := store.OpenBolt(path); !errors.Is(err, store.ErrInUse) || !strings.Contains(err.Error(), path) {
		t.Errorf("a second writer: got %v, want ErrInUse with the path", err)
	}
	if _, err := store.OpenReadOnly(path); !errors.Is(err, store.ErrInUse) {
		t.Errorf("a reader beside a writer: got %v, want ErrInUse", err)
	}
	shut(t, writer)
	r1, err1 := store.OpenReadOnly(path)
	r2, err2 := store.OpenReadOnly(path)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatalf("two readers: %v", err)
	}
	if _, err := store.OpenBolt(path); !errors.Is(err, store.ErrInUse) {
		t.Errorf("a writer beside readers: got %v, want ErrInUse", err)
	}
	shut(t, r1)
	shut(t, r2)
	shut(t, openBolt(t, path))
}

func shut(t testing.TB, b *store.Bolt) {
	t.Helper()
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

func TestAReaderCannotWrite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	b := openBolt(t, path)
	want := storetest.Fill(t, b, "n1", 2)
	shut(t, b)
	r, err := store.OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, r)
	if err := r.Append(t.Context(), storetest.Entry("n1", 3, "")); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("Append: got %v, want ErrReadOnly", err)
	}
	if err := r.SetSeatName(t.Context(), "n1", "mexico", "x"); !errors.Is(err, store.ErrReadOnly) {
		t.Errorf("SetSeatName: got %v, want ErrReadOnly", err)
	}
	if got := storetest.Entries(t, r, "n1", 0); len(got) != len(want) {
		t.Errorf("got %d entries, want %d", len(got), len(want))
	}
}

func TestOpenRefusesWhatIsNoStore(t *testing.T) {
	dir := t.TempDir()
	foreign := filepath.Join(dir, "foreign.db")
	makeBolt(t, foreign, "something else")
	newer := filepath.Join(dir, "newer.db")
	makeBolt(t, newer, "plenary")
	files := map[string]string{"short": "Urges all States", "long": strings.Repeat("Urges all States. ", 1000), "zeros": string(make([]byte, 1<<16))}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"short", "long", "zeros", "foreign.db", "newer.db"} {
		path := filepath.Join(dir, name)
		before, _ := os.ReadFile(path)
		_, err := store.OpenBolt(path)
		_, readErr := store.OpenReadOnly(path)
		if !errors.Is(err, store.ErrNotStore) || !errors.Is(readErr, store.ErrNotStore) {
			t.Errorf("%s: got %v and %v, want ErrNotStore", name, err, readErr)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s: the file was changed by being refused", name)
		}
	}
	if _, err := store.OpenBolt(filepath.Join(dir, "no", "such", "folder")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder that does not exist: got %v", err)
	}
	if _, err := store.OpenReadOnly(filepath.Join(dir, "missing")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading a file that does not exist: got %v", err)
	}
}

// makeBolt makes a bbolt file with one bucket that is not laid out as ours.
func makeBolt(t *testing.T, path, bucket string) {
	t.Helper()
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		b, err := tx.CreateBucket([]byte(bucket))
		return errors.Join(err, b.Put([]byte("format"), []byte("2")))
	})
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestTheMapDoesNotMakeTheFileLarge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plenary.db")
	b, err := store.OpenBolt(path)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, b)
	storetest.Fill(t, b, "n1", 10)
	info, err := os.Stat(path)
	if err != nil || info.Size() > 32<<20 {
		t.Errorf("a store of 10 entries has %d bytes (%v)", info.Size(), err)
	}
}
