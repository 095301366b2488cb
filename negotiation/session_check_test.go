package negotiation

import (
	"strings"
	"testing"
)

// TestCheckFindsWhatIsBrokenOfASession breaks one invariant after the other of a
// meeting that has agreed to one paragraph and lets the gavel fall on another.
func TestCheckFindsWhatIsBrokenOfASession(t *testing.T) {
	falling := func() *sitting {
		s := sit(t).opened()
		gavel := func() {
			s.gives("system", LetGavelFall{Hash: s.session.Floor.Frozen.Hash, Outcome: Outcome{Kind: Agreed}})
		}
		s.gives("peru", TakePosition{Position: Position{Kind: Supports, Paragraph: "p3", Version: 1}})
		s.gives("system", CallParagraph{Paragraph: "p2"})
		s.gives("system", FreezeText{})
		gavel()
		s.now = s.session.Floor.Gavel.Due()
		s.gives("system", TakeEffect{})
		s.gives("system", CallParagraph{Paragraph: "p3"})
		s.gives("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair sings"}}}})
		s.gives("chile", TakePosition{Position: Position{Kind: Opposes, Proposal: "1"}})
		s.gives("system", FreezeText{Proposal: "1"})
		gavel()
		return s
	}
	paragraph := func(n int, change func(p *paragraphState)) func(s *State) {
		return func(s *State) {
			p := s.paragraphs.at(n)
			change(&p)
			s.paragraphs = s.paragraphs.with(n, p)
		}
	}
	floor := func(change func(f *Floor)) func(s *State) {
		return func(s *State) { change(&s.session.Floor) }
	}
	for _, c := range []struct {
		name   string
		broken func(s *State)
		want   string
	}{
		{"a gavel falls in a suspended session", func(s *State) { s.session.Status = SessionSuspended }, "a gavel is falling"},
		{"nothing is frozen under the gavel", floor(func(f *Floor) { f.Frozen = nil }), `the floor at "gavel"`},
		{"no gavel falls", floor(func(f *Floor) { f.Gavel = nil }), `the floor at "gavel"`},
		{"somebody has the pen under the gavel", floor(func(f *Floor) { f.Pen.Seat = "system" }), `the floor at "gavel"`},
		{"nobody objects", floor(func(f *Floor) { f.Stage, f.Gavel = AtObjection, nil }), `the floor at "objection"`},
		{"an empty floor has a paragraph", floor(func(f *Floor) { *f = Floor{Paragraph: "p3"} }), `has paragraph "p3"`},
		{"nothing is called", floor(func(f *Floor) { *f = Floor{Stage: AtCalled} }), `has paragraph ""`},
		{"the hash is of another text", floor(func(f *Floor) { f.Frozen.Hash = "0" }), "has not the hash"},
		{"what is frozen has moved on", func(s *State) {
			s.session.Floor.Frozen.Texts[0].Version = 9
			s.session.Floor.Frozen.Hash = hashOf(s.session.Floor.Frozen.Texts)
		}, "is frozen at version 9"},
		{"what is frozen has left the table", func(s *State) {
			p := s.proposals.at(1)
			p.Steps = append(p.Steps, Step{Status: Withdrawn})
			s.proposals = s.proposals.with(1, p)
		}, "is frozen and withdrawn"},
		{"a settlement is on no version", paragraph(2, func(p *paragraphState) { p.settlements[0].Version = 0 }), "which cannot be"},
		{"a settlement follows one that holds", paragraph(2, func(p *paragraphState) { p.settlements = append(p.settlements, p.settlements[0]) }), "which cannot be"},
		{"a position says nothing", paragraph(3, func(p *paragraphState) { p.positions[0].Kind = NoPosition }), "the position of PERU"},
		{"a position is on a version that is not there", paragraph(3, func(p *paragraphState) { p.positions[0].Version = 9 }), "the position of PERU"},
		{"a position is on another paragraph", paragraph(3, func(p *paragraphState) { p.positions[0].Paragraph = "p2" }), "the position of PERU"},
		{"nobody knows what is on the floor", floor(func(f *Floor) { f.Paragraph = "p99" }), `paragraph "p99" on the floor`},
		{"nobody knows what is on the agenda", func(s *State) { s.session.Agenda = []ParagraphID{"p99"} }, `paragraph "p99" on the agenda`},
		{"nobody knows a member of a group", func(s *State) {
			s.groups = map[Delegation]DelegationGroup{"GRULAC": {Name: "GRULAC", Members: []Delegation{"ATLANTIS"}}}
		}, "ATLANTIS of group GRULAC"},
		{"the pen is on another paragraph", floor(func(f *Floor) {
			*f = Floor{Paragraph: "p3", Stage: AtDrafting, Pen: Pen{Seat: "system", Paragraph: "p2"}}
		}), `the pen is on "p2"`},
		{"somebody has two positions", func(s *State) {
			p := s.proposals.at(1)
			p.positions = append(p.positions, p.positions[0])
			s.proposals = s.proposals.with(1, p)
		}, "proposal 1: the position of CHILE"},
	} {
		s := falling().State
		if err := s.Check(); err != nil {
			t.Fatal(err)
		}
		c.broken(&s)
		if err := s.Check(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: Check() = %v, want %q", c.name, err, c.want)
		}
	}
}
