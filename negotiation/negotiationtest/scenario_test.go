package negotiationtest_test

import (
	"flag"
	"testing"

	"plenary/negotiation/negotiationtest"
)

var _ = flag.Bool("update", false, "write the documents of scenarios anew")

func TestTheLawPlaysEveryScenario(t *testing.T) {
	negotiationtest.Run(t, func(t *testing.T) negotiationtest.Stage { return negotiationtest.NewLaw(t) })
}
