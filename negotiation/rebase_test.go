package negotiation

import (
	"fmt"
	"testing"

	"plenary/diff"
)

// TestAcceptanceCarriesOverNoMoreThanAnEntryMayHold also holds that those beyond
// stay on the table as they are, and that the next acceptance takes them up.
func TestAcceptanceCarriesOverNoMoreThanAnEntryMayHold(t *testing.T) {
	m := meet(t)
	first := m.amends("mexico", "Indeed, The Chair reports")
	var second ProposalID
	for i := range maxRebased + 3 {
		second = m.amends("mexico", fmt.Sprintf("The Chair reports and speaks %d times", i))
	}
	m.must("system", AcceptProposal{Proposal: first})
	last, _ := m.proposal(second)
	if len(last.Rebases) > 0 || last.Status() != OnTable || last.Changes[0].Base != 1 {
		t.Fatalf("the last of %d proposals: %s on version %d after %d rebases", maxRebased+3, last.Status(), last.Changes[0].Base, len(last.Rebases))
	}
	third, _ := m.proposal("3")
	if r := third.Rebases; len(r) != 1 || r[0].Outcome != diff.Clean || third.Changes[0].Base != 2 {
		t.Errorf("proposal 3 was rebased %+v and is on version %d", r, third.Changes[0].Base)
	}
	for i := range 3 {
		m.must("system", WithdrawProposal{Proposal: proposalID(3 + i)})
	}
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "Indeed, The Chair of the conference reports")})
	if last, _ = m.proposal(second); len(last.Rebases) != 1 {
		t.Errorf("the last proposal has not been taken up: %d rebases", len(last.Rebases))
	}
}

// TestWhatCannotBeSaidAsSuchAChangeWaits looks at what a rebase leaves: an amendment
// needs words, and a deletion leaves none.
func TestWhatCannotBeSaidAsSuchAChangeWaits(t *testing.T) {
	p := paragraphState{Paragraph: Paragraph{ID: "p3", Text: "Chair reports", Version: 2}}
	for _, c := range []struct {
		name, base, text string
		kind             ChangeKind
		want             diff.Outcome
	}{
		{"an amendment that goes on", "The Chair reports", "The Chair reports in writing", Amend, diff.Clean},
		{"a deletion of what is left", "The Chair reports", "", Delete, diff.Clean},
		{"an amendment of which all is there", "The Chair reports", "Chair reports", Amend, diff.Satisfied},
		{"an amendment that would leave nothing", "Chair reports The", "The", Amend, diff.Conflict},
	} {
		ev := rebase(Change{Kind: c.kind, Paragraph: "p3", Base: 1, Text: c.text, Redline: diff.Words(c.base, c.text)}, p)
		if ev.Outcome != c.want {
			t.Errorf("%s: %s, want %s", c.name, ev.Outcome, c.want)
		}
		if kept := len(ev.Redline) > 0; kept != (c.want == diff.Clean) {
			t.Errorf("%s: redline %v", c.name, ev.Redline)
		}
	}
}
