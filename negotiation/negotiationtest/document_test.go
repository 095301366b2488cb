package negotiationtest_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/negotiationtest"
)

// history lets the world of a seed go on for some steps, and gives its states.
func history(t testing.TB, seed uint64, steps int) []negotiation.State {
	t.Helper()
	w := negotiationtest.NewWorld(seed)
	requests, err := w.Begin()
	if err != nil {
		t.Fatal(err)
	}
	states := []negotiation.State{negotiation.New(negotiationtest.Name)}
	for i := 0; i < len(requests)+steps; i++ {
		s := states[len(states)-1]
		var req negotiation.Request
		if i < len(requests) {
			req = requests[i]
		} else {
			req = w.Next(s.For(negotiation.Audience{Role: negotiation.Secretariat}))
		}
		events, err := s.Decide(req)
		if err != nil {
			continue // not all that a world asks for is lawful
		}
		states = append(states, s.After(negotiation.Entry{Negotiation: negotiationtest.Name, Seq: s.Seq() + 1, At: req.At, Seat: req.Seat, Events: events}))
	}
	return states
}

// TestTheBurnDownAgreesWithEachDocumentOfThePast compiles the consolidated text
// after each entry, and holds the history that the last view tells to it.
func TestTheBurnDownAgreesWithEachDocumentOfThePast(t *testing.T) {
	for seed := range uint64(20) {
		for _, a := range []negotiation.Audience{{Role: negotiation.Secretariat}, {Role: negotiation.Observer}} {
			states := history(t, seed, 100)
			counts := negotiation.BurnDown(states[len(states)-1].For(a), len(states)+1)
			next := 0
			var at negotiation.Count
			for _, s := range states {
				c, err := negotiation.Compile(s.For(a), negotiation.Consolidated)
				if !s.HasDraft() {
					continue
				}
				if err != nil {
					t.Fatalf("seed %d, entry %d: %v", seed, s.Seq(), err)
				}
				if next < len(counts) && counts[next].Seq == s.Seq() {
					at = counts[next]
					next++
				}
				if at.Brackets != c.Consolidated.Brackets || at.Open != c.Consolidated.Open {
					t.Fatalf("seed %d, entry %d: the history has %d brackets and %d proposals, the document %d and %d",
						seed, s.Seq(), at.Brackets, at.Open, c.Consolidated.Brackets, c.Consolidated.Open)
				}
			}
			if next != len(counts) {
				t.Errorf("seed %d: %d of %d points are of no entry", seed, len(counts)-next, len(counts))
			}
		}
	}
}

func TestEveryAudienceGetsEveryDocumentWhole(t *testing.T) {
	states := history(t, 3, 120)
	for _, a := range negotiationtest.Audiences() {
		v := states[len(states)-1].For(a)
		if !v.Readable {
			continue
		}
		for _, what := range negotiation.Documents() {
			if _, err := negotiation.Compile(v, what); err != nil {
				t.Errorf("%s for %v: %v", what, a, err)
			}
		}
	}
}
