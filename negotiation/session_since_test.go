package negotiation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAGroupThatChangesTouchesWhereItsPositionIsShown: on the proposal that it was
// taken on, on the paragraph, and on the proposal that has taken the place of the first
// on another paragraph.
func TestAGroupThatChangesTouchesWhereItsPositionIsShown(t *testing.T) {
	s := sit(t)
	group := func(members ...Delegation) NameGroup {
		return NameGroup{DelegationGroup{Name: "GRULAC", Members: members, Speaker: "PERU"}}
	}
	amend := func(id ParagraphID, text string) []Change {
		return []Change{{Kind: Amend, Paragraph: id, Base: 1, Text: text}}
	}
	s.gives("system", group("CHILE", "PERU"))
	s.gives("mexico", TableProposal{Proposal{Changes: amend("p3", "The Chair sings")}})
	s.gives("peru", TakePosition{Position: Position{By: "GRULAC", Kind: Supports, Proposal: "1"}})
	s.gives("peru", TakePosition{Position: Position{By: "GRULAC", Kind: Opposes, Paragraph: "p1", Version: 1}})
	s.gives("mexico", TableProposal{Proposal{Replaces: "1", Changes: amend("p2", "meet often")}})
	seen := s.Seq()
	s.gives("system", group("PERU"))
	var got []ParagraphID
	for _, p := range s.For(Audience{Role: Delegate, Delegation: "MEXICO"}).Since(seen) {
		got = append(got, p.ID)
	}
	if d := cmp.Diff(got, []ParagraphID{"p1", "p2", "p3"}); d != "" {
		t.Errorf("touched (-got +want):\n%s", d)
	}
}
