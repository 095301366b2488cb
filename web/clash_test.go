package web

import (
	"maps"
	"math/rand/v2"
	"testing"

	"plenary/diff"
	"plenary/negotiation"
)

func TestClashComparesThePlacesOfOneVersion(t *testing.T) {
	const base = "Urge all States to protect all workers"
	proposal := func(by negotiation.Delegation, version int, text string) negotiation.ProposalView {
		var p negotiation.ProposalView
		p.Delegation = by
		p.Changes = []negotiation.Change{{Kind: negotiation.Amend, Paragraph: "p1", Base: version, Text: text, Redline: diff.Words(base, text)}}
		return p
	}
	elsewhere := proposal("CHILE", 1, "Invite all States to protect all workers")
	elsewhere.Changes[0].Paragraph = "p2"
	mexico := proposal("MEXICO", 1, "Invite all States to protect all workers")
	const clash, none = "These proposals touch the same place in the paragraph: ", "These proposals touch different places in the paragraph: "
	for _, c := range []struct {
		name string
		list []negotiation.ProposalView
		want string
	}{
		{"nobody", nil, ""},
		{"one alone", []negotiation.ProposalView{mexico}, ""},
		{"one delegation twice", []negotiation.ProposalView{mexico, proposal("MEXICO", 1, "Ask all States to protect all workers")}, ""},
		{"another paragraph", []negotiation.ProposalView{mexico, elsewhere}, ""},
		{"different versions", []negotiation.ProposalView{mexico, proposal("PERU", 2, "Ask all States to protect all workers")}, ""},
		{"the same word", []negotiation.ProposalView{mexico, proposal("PERU", 1, "Ask all States to protect all workers")}, clash + "MEXICO and PERU."},
		{"apart", []negotiation.ProposalView{mexico, proposal("PERU", 1, "Urge all States to protect all migrants")}, none + "MEXICO and PERU."},
		{"put into what is struck", []negotiation.ProposalView{proposal("MEXICO", 1, "Urge all States"), proposal("PERU", 1, "Urge all States to protect all young workers")}, clash + "MEXICO and PERU."},
		{"put in at one place", []negotiation.ProposalView{proposal("MEXICO", 1, base+" now"), proposal("PERU", 1, base+" soon")}, clash + "MEXICO and PERU."},
		{"a third apart", []negotiation.ProposalView{mexico, proposal("PERU", 1, "Ask all States to protect all workers"), proposal("CHILE", 1, "Urge all States to protect all migrants")}, clash + "MEXICO and PERU."},
	} {
		if got := (Base{}).clash("p1", c.list); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMeetingFindsWhatComparingEachWithEachFinds holds the sweep to its meaning.
func TestMeetingFindsWhatComparingEachWithEachFinds(t *testing.T) {
	names := []negotiation.Delegation{"MEXICO", "PERU", "CHILE", "BELIZE"}
	for seed := range uint64(2000) {
		r := rand.New(rand.NewPCG(seed, 0))
		var list []edits
		for range 2 + r.IntN(6) {
			x := edits{by: names[r.IntN(len(names))], base: 1}
			for at := r.IntN(8); at < 30; at += 1 + r.IntN(20) {
				to := at + r.IntN(6)
				x.places = append(x.places, stretch{at, to})
				at = to
			}
			list = append(list, x)
		}
		want := map[negotiation.Delegation]bool{}
		for _, x := range list {
			for _, y := range list {
				if x.by != y.by && touch(x, y) {
					want[x.by] = true
				}
			}
		}
		if got := meeting(list); !maps.Equal(got, want) {
			t.Fatalf("seed %d: of %v meet %v, want %v", seed, list, got, want)
		}
	}
}

func touch(x, y edits) bool {
	for _, a := range x.places {
		for _, b := range y.places {
			if a.from <= b.to && b.from <= a.to {
				return true
			}
		}
	}
	return false
}
