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

// TestWhatIsToldToTheChairTouchesNothingForOthers: neither when it is said, nor when it
// is said otherwise or taken back, on a paragraph or on a proposal.
func TestWhatIsToldToTheChairTouchesNothingForOthers(t *testing.T) {
	s := sit(t)
	s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair sings"})
	on := map[ParagraphID]Position{"p1": {Paragraph: "p1", Version: 1}, "p3": {Proposal: "1"}}
	for _, c := range []struct {
		kind    PositionKind
		toChair bool
		aloud   bool
	}{
		{Opposes, true, false}, {Reserves, true, false}, {NoPosition, false, false},
		{Opposes, true, false}, {Supports, false, true}, {Opposes, true, true}, {NoPosition, false, false},
	} {
		for id, pos := range on {
			pos.Kind, pos.ToChair, pos.Text = c.kind, c.toChair, "our law"
			seen := s.Seq()
			s.gives("peru", TakePosition{Position: pos})
			for a, want := range map[Audience]bool{{Role: Observer}: c.aloud, {Role: Delegate, Delegation: "CHILE"}: c.aloud,
				{Role: Chair}: true, {Role: Delegate, Delegation: "PERU"}: true} {
				list := s.For(a).Since(seen)
				if got := len(list) == 1 && list[0].ID == id; got != want || len(list) > 1 {
					t.Errorf("%q to the Chair %v on %s: touched for %v: %v, want %v", c.kind, c.toChair, id, a, got, want)
				}
			}
		}
	}
}

// TestWhatIsToldToTheChairLeavesNoGap: whoever knows of an older word, on the proposal
// whose place another has taken, goes on knowing that.
func TestWhatIsToldToTheChairLeavesNoGap(t *testing.T) {
	s := sit(t)
	change := Change{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair sings"}
	s.gives("mexico", TableProposal{Proposal{Changes: []Change{change}}})
	s.gives("peru", TakePosition{Position: Position{Kind: Supports, Proposal: "1"}})
	change.Text = "The Chair sings aloud"
	s.gives("mexico", TableProposal{Proposal{Replaces: "1", Changes: []Change{change}}})
	s.gives("peru", TakePosition{Position: Position{Kind: Opposes, Proposal: "2", ToChair: true}})
	for a, want := range map[Audience]PositionKind{{Role: Observer}: Supports, {Role: Chair}: Opposes} {
		p, _ := s.For(a).Proposal("2")
		if len(p.Positions) != 1 || p.Positions[0].Kind != want || p.Positions[0].Stale != (want == Supports) {
			t.Errorf("%v hears %+v, want that Peru %s", a, p.Positions, want)
		}
	}
}
