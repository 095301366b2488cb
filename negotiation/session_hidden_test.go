package negotiation

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
)

// TestAGroupDoesNotBetrayWhoSentALateProposal: neither as a member, nor by the position
// that it has of the group.
func TestAGroupDoesNotBetrayWhoSentALateProposal(t *testing.T) {
	s := sit(t)
	s.gives("system", OpenComments{CutOff: s.now.Add(-time.Hour), Late: MarkLate})
	s.gives("system", TableProposal{Proposal{Delegation: "SURINAME", Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair sings"}}}})
	s.gives("system", NameGroup{DelegationGroup{Name: "CARICOM", Members: []Delegation{"PERU", "SURINAME"}}})
	s.gives("system", TakePosition{Position: Position{By: "CARICOM", Kind: Supports, Paragraph: "p1", Version: 1}})
	s.opened().agrees("p1", Agreed, "")
	for a, want := range map[Audience]bool{{Role: Observer}: false, {Role: Delegate, Delegation: "PERU"}: false,
		{Role: Delegate, Delegation: "SURINAME"}: true, {Role: Chair}: true} {
		seen, err := json.Marshal(s.For(a))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Contains(string(seen), "SURINAME"); got != want && a.Delegation != "SURINAME" {
			t.Errorf("%v is shown SURINAME: %v, want %v", a, got, want)
		}
		if v := s.For(a); len(v.Groups) != 1 || len(v.Groups[0].Members) != map[bool]int{true: 2, false: 1}[want] {
			t.Errorf("%v sees the groups %v", a, v.Groups)
		}
	}
}
