package negotiation

import (
	"fmt"
	"strings"
	"testing"

	"plenary/diff"
)

// TestAcceptanceCarriesOverNoMoreThanAnEntryMayHold also holds that those beyond
// stay on the table and wait, and that the next acceptance takes them up.
func TestAcceptanceCarriesOverNoMoreThanAnEntryMayHold(t *testing.T) {
	m := meet(t)
	long := strings.Repeat("The Chair reports. ", MaxText/20)
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", long)})
	first := m.amends("mexico", "Indeed: "+long)
	second := m.amends("mexico", long+"Twice.")
	var last ProposalID
	for i := range maxCarried/(2*len(long)) + 2 {
		last = m.amends("mexico", fmt.Sprintf("%s And speaks %d times.", long, i))
	}
	m.must("system", AcceptProposal{Proposal: first})
	if p, _ := m.proposal(second); p.AwaitsAnswer() || p.Changes[0].Base != 3 {
		t.Errorf("the first one waits: %v, on version %d", p.AwaitsAnswer(), p.Changes[0].Base)
	}
	p, _ := m.proposal(last)
	if r, waits := p.Waits(0); !waits || r.Outcome != diff.Conflict || p.Status() != OnTable || p.Changes[0].Base != 2 {
		t.Fatalf("the last one: %s on version %d, %+v", p.Status(), p.Changes[0].Base, r.Outcome)
	}
	for i := range 40 {
		m.must("system", WithdrawProposal{Proposal: proposalID(3 + i)})
	}
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "Indeed and always: "+long)})
	if p, _ = m.proposal(last); p.AwaitsAnswer() || p.Changes[0].Base != 4 {
		t.Errorf("the last one has not been taken up: on version %d", p.Changes[0].Base)
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
		ev := new(wake).rebase(Change{Kind: c.kind, Paragraph: "p3", Base: 1, Text: c.text, Redline: diff.Words(c.base, c.text)}, p)
		if ev.Outcome != c.want {
			t.Errorf("%s: %s, want %s", c.name, ev.Outcome, c.want)
		}
		if kept := len(ev.Redline) > 0; kept != (c.want == diff.Clean) {
			t.Errorf("%s: redline %v", c.name, ev.Redline)
		}
	}
}
