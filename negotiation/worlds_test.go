package negotiation_test

import (
	"flag"
	"math/rand/v2"
	"testing"

	"plenary/negotiation/negotiationtest"
)

var (
	seed   = flag.Uint64("seed", 0, "seed of the little worlds; 0 draws one")
	little = flag.Int("worlds", 12, "how many little worlds are made")
	steps  = flag.Int("steps", 120, "how many commands each of them thinks of")
)

func TestTheLawHoldsInLittleWorlds(t *testing.T) {
	first := *seed
	if first == 0 {
		first = rand.Uint64N(1 << 32)
	}
	for i := range *little {
		t.Run("", func(t *testing.T) {
			t.Logf("-seed %d -worlds 1", first+uint64(i))
			negotiationtest.Simulate(t, first+uint64(i), *steps)
		})
	}
}
