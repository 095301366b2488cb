package negotiationtest_test

import (
	"flag"
	"path/filepath"
	"testing"

	"plenary/negotiation/negotiationtest"
	"plenary/store"
)

var _ = flag.Bool("update", false, "write the documents of scenarios anew")

func TestTheLawPlaysEveryScenario(t *testing.T) {
	negotiationtest.Run(t, func(t *testing.T) negotiationtest.Stage { return negotiationtest.NewLaw(t) })
}

func TestARoomOverMemoryPlaysEveryScenario(t *testing.T) {
	negotiationtest.Run(t, func(*testing.T) negotiationtest.Stage {
		return negotiationtest.NewRoom(store.NewMemory())
	})
}

func TestARoomOverAFilePlaysEveryScenario(t *testing.T) {
	negotiationtest.Run(t, func(t *testing.T) negotiationtest.Stage {
		b, err := store.OpenBolt(filepath.Join(t.TempDir(), "plenary.db"))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := b.Close(); err != nil {
				t.Error(err)
			}
		})
		return negotiationtest.NewRoom(b)
	})
}
