package store_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"plenary/negotiation"
	"plenary/store"
	"plenary/store/storetest"
)

var (
	_ scs.CtxStore         = store.Sessions{}
	_ scs.IterableCtxStore = store.Sessions{}
)

// testSeed is a seed for random tests, new each time unless given.
func testSeed(t testing.TB) uint64 {
	t.Helper()
	seed := uint64(time.Now().UnixNano())
	if v := os.Getenv("PLENARY_TEST_SEED"); v != "" {
		var err error
		if seed, err = strconv.ParseUint(v, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("PLENARY_TEST_SEED=%d", seed)
	return seed
}

// openBolt opens the store at path, or a new one if path is empty, with a small
// map so that it has to be made larger while the test runs.
func openBolt(t testing.TB, path string) *store.Bolt {
	t.Helper()
	if path == "" {
		path = filepath.Join(t.TempDir(), "plenary.db")
	}
	b, err := store.OpenBolt(path, store.MapSize(1<<15))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// closing closes b when t ends, and before that verifies it.
func closing(t testing.TB, b *store.Bolt) *store.Bolt {
	t.Cleanup(func() {
		if err := b.Verify(t.Context()); err != nil && t.Context().Err() == nil {
			t.Error(err)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func TestBoltIsAJournal(t *testing.T) {
	storetest.TestJournal(t, func(t testing.TB) negotiation.Journal { return closing(t, openBolt(t, "")) })
}

func TestBoltIsDurable(t *testing.T) {
	storetest.TestDurable(t, func(t testing.TB, path string) storetest.Durable { return openBolt(t, path) })
}

func TestBoltKeepsSecrets(t *testing.T) {
	storetest.TestSecrets(t, func(t testing.TB) storetest.Secrets { return closing(t, openBolt(t, "")) })
}

func TestMemoryIsAJournal(t *testing.T) {
	storetest.TestJournal(t, func(testing.TB) negotiation.Journal { return store.NewMemory() })
}

func TestMemoryKeepsSecrets(t *testing.T) {
	storetest.TestSecrets(t, func(testing.TB) storetest.Secrets { return store.NewMemory() })
}
