package negotiation

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
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

// TestNothingTellsWhoHasToldTheChair plays a meeting in which Peru and the Pacific group
// tell the Chair something of what is agreed, and the same in which they tell it of
// something else: nobody who does not hear it sees a difference.
func TestNothingTellsWhoHasToldTheChair(t *testing.T) {
	play := func(on ParagraphID, by ProposalID) *sitting {
		s := sit(t)
		asked := s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports in writing"})
		s.tables("mexico", Change{Kind: Amend, Paragraph: "p2", Text: "meet in Lima"})
		s.gives("system", NameGroup{DelegationGroup{Name: "PACIFIC", Members: []Delegation{"CHILE", "PERU"}, Speaker: "CHILE"}})
		s.opened()
		s.gives("peru", TakePosition{Position: Position{Kind: Opposes, Proposal: by, ToChair: true}})
		s.gives("chile", TakePosition{Position: Position{By: "PACIFIC", Kind: CanLiveWith, Proposal: by, ToChair: true}})
		s.gives("peru", TakePosition{Position: Position{Kind: AwaitsInstructions, Paragraph: on, Version: 1, ToChair: true}})
		s.agrees("p3", Agreed, asked)
		s.agrees("p1", AgreedAdRef, "")
		return s
	}
	of, beside := play("p1", "1"), play("p2", "2")
	for _, a := range []Audience{{Role: Public}, {Role: Observer}, {Role: Delegate, Delegation: "MEXICO"}, {Role: Observer, Delegation: "ILO"}} {
		if d := cmp.Diff(of.For(a), beside.For(a)); d != "" {
			t.Errorf("%v sees of whom the Chair was told (-of it +of something else):\n%s", a, d)
		}
	}
	for _, a := range []Audience{{Role: Chair}, {Role: Secretariat}, {Role: Observer}, {Role: Delegate, Delegation: "PERU"}, {Role: Delegate, Delegation: "CHILE"}} {
		p, _ := of.For(a).Paragraph("p3")
		settled, _ := p.Settled()
		if got, want := settled.Silent, []Delegation{"PERU"}; !slices.Equal(got, want) {
			t.Errorf("%v reads that %v were silent, want %v", a, got, want)
		}
	}
}
