package negotiation

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// withSecrets is a meeting in which nobody sees just what another sees: late proposals
// that wait to be admitted, one of them to strike a list, words to the Chair alone, of a
// delegation and of a group, on a proposal that has taken the place of another and on a
// paragraph, and a group with a member that few have heard of.
func withSecrets(t *testing.T) State {
	s := sit(t)
	first := s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports in writing"})
	s.gives("peru", TakePosition{Position: Position{Kind: Opposes, Proposal: first, ToChair: true}})
	s.gives("chile", TakePosition{Position: Position{Kind: Supports, Proposal: first}})
	s.gives("mexico", TableProposal{Proposal: Proposal{Replaces: first, Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair reports twice"}}}})
	s.gives("system", OpenComments{CutOff: time.Date(2017, 1, 1, 0, 0, 0, 0, time.UTC), Late: MarkLate})
	s.gives("system", TableProposal{Proposal: Proposal{Delegation: "HAITI", Changes: []Change{{Kind: Delete, Paragraph: "p1", Base: 1}}}})
	s.gives("system", TableProposal{Proposal: Proposal{Delegation: "HAITI", Sponsors: []Delegation{"CHILE"}, Changes: []Change{
		{Kind: Amend, Paragraph: "p2", Base: 1, Text: "meet often"}}}})
	s.gives("system", NameGroup{DelegationGroup{Name: "PACIFIC", Members: []Delegation{"CHILE", "HAITI", "MEXICO"}, Speaker: "MEXICO"}})
	s.gives("system", NameGroup{DelegationGroup{Name: "ALL", Members: []Delegation{"HAITI", "MEXICO", "PERU"}}})
	s.gives("mexico", TakePosition{Position: Position{By: "PACIFIC", Kind: CanLiveWith, Paragraph: "p3", Version: 1, ToChair: true}})
	s.gives("system", TakePosition{Position: Position{By: "ALL", Kind: Supports, Paragraph: "p2", Version: 1}})
	s.gives("chile", TakePosition{Position: Position{Kind: Opposes, Paragraph: "p2", Version: 1, ToChair: true}})
	s.gives("chile", TakePosition{Position: Position{Paragraph: "p2", Version: 1}})
	return s.State
}

func TestASharedSceneIsWhatEachWouldSeeAlone(t *testing.T) {
	s := withSecrets(t)
	sight := s.Sight()
	scenes := map[*scene]bool{}
	for _, a := range []Audience{{Role: System}, {Role: Secretariat}, {Role: Chair}, {Role: Observer}, {Role: Public}, {Role: Delegate, Delegation: "MEXICO"},
		{Role: Delegate, Delegation: "PERU"}, {Role: Delegate, Delegation: "CHILE"}, {Role: Delegate, Delegation: "HAITI"}, {Role: Observer, Delegation: "ILO"}, {Role: Observer, Delegation: "MEXICO"}} {
		got, want := sight.scene(a), s.scene(a, s.layOut(), nil)
		scenes[got] = true
		if sight.scene(a) != got {
			t.Errorf("%v: another scene is made for whoever looks again", a)
		}
		for part, pair := range map[string][2]any{"paragraphs": {got.paragraphs, want.paragraphs}, "proposals": {got.proposals, want.proposals},
			"parties": {got.parties, want.parties}, "groups": {got.groups, want.groups}, "seats": {got.seats, want.seats}} {
			if d := cmp.Diff(pair[0], pair[1]); d != "" {
				t.Errorf("%v: %s (-shared +alone):\n%s", a, part, d)
			}
		}
	}
	if got, want := len(scenes), 6; got != want {
		t.Errorf("%d scenes were made, want %d: one of those who decide, one of everybody, one of each delegation that knows more", got, want)
	}
}
