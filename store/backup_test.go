package store_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"plenary/store"
	"plenary/store/storetest"
)

func TestABackupMadeWhileServingIsWhole(t *testing.T) {
	dir := t.TempDir()
	b := closing(t, openBolt(t, filepath.Join(dir, "plenary.db")))
	before := storetest.Fill(t, b, "n1", 100)
	ctx, stop := context.WithCancel(t.Context())
	stopped := make(chan error)
	go func() {
		var err error
		for err == nil {
			_, err = storetest.AppendNext(ctx, b, "n1", "meanwhile")
		}
		stopped <- err
	}()
	var streamed bytes.Buffer
	for _, name := range []string{"1.db", "2.db"} {
		if err := b.Backup(t.Context(), filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.WriteTo(t.Context(), &streamed); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := <-stopped; !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "3.db"), streamed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"1.db", "2.db", "3.db"} {
		r, err := store.OpenReadOnly(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Verify(t.Context()); err != nil {
			t.Error(err)
		}
		if got := storetest.Entries(t, r, "n1", 0); len(got) < len(before) {
			t.Errorf("%s: %d entries, want at least %d", name, len(got), len(before))
		}
		shut(t, r)
		shut(t, serve(t, filepath.Join(dir, name)))
	}
	wantFiles(t, dir, "1.db", "2.db", "3.db", "plenary.db")
}

// serve opens a backup for serving, as after the loss of the original.
func serve(t testing.TB, path string) *store.Bolt {
	b := openBolt(t, path)
	if _, err := storetest.AppendNext(t.Context(), b, "n1", "goes on from the backup"); err != nil {
		t.Error(err)
	}
	return b
}

func wantFiles(t testing.TB, dir string, want ...string) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range files {
		got = append(got, f.Name())
	}
	if !slices.Equal(got, want) {
		t.Errorf("the folder holds %v, want %v", got, want)
	}
}

func TestABackupOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	b := closing(t, openBolt(t, filepath.Join(dir, "plenary.db")))
	path := filepath.Join(dir, "precious.txt")
	if err := os.WriteFile(path, []byte("precious"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{path, filepath.Join(dir, "plenary.db"), dir} {
		if err := b.Backup(t.Context(), to); !errors.Is(err, fs.ErrExist) {
			t.Errorf("Backup to %s: got %v, want fs.ErrExist", to, err)
		}
	}
	if got, err := os.ReadFile(path); string(got) != "precious" {
		t.Errorf("the file now holds %q (%v)", got, err)
	}
	wantFiles(t, dir, "plenary.db", "precious.txt")
}

func TestABackupThatIsCancelledLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	b := closing(t, openBolt(t, filepath.Join(dir, "plenary.db")))
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := b.Backup(ctx, filepath.Join(dir, "backup.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("Backup: got %v", err)
	}
	if err := b.WriteTo(ctx, &bytes.Buffer{}); !errors.Is(err, context.Canceled) {
		t.Errorf("WriteTo: got %v", err)
	}
	wantFiles(t, dir, "plenary.db")
}

func TestABackupDoesNotHoldWhatWasForgotten(t *testing.T) {
	ctx, b, name := t.Context(), closing(t, openBolt(t, "")), []byte("Ana Núñez")
	backup := func() []byte {
		var out bytes.Buffer
		if err := b.WriteTo(ctx, &out); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	if err := b.SetSeatName(ctx, "n1", "mexico", string(name)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(backup(), name) {
		t.Error("a backup lacks a name that is known")
	}
	if err := b.ForgetSeatName(ctx, "n1", "mexico"); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(backup(), name) {
		t.Error("a backup holds a name that was forgotten")
	}
}
