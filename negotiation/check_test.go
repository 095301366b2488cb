package negotiation

import (
	"strings"
	"testing"
	"time"

	"plenary/diff"
)

// settled gives a meeting with something of everything that Check looks at.
func settled(t testing.TB) *meeting {
	t.Helper()
	m := meet(t)
	m.must("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair sings"}}}})
	m.must("system", AcceptProposal{Proposal: "1"})
	m.must("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Amend, Paragraph: "p1", Base: 1, Text: "They will:"}, {Kind: Comment, Text: "x"}}}})
	m.must("mexico", TableProposal{Proposal{Replaces: "2", Changes: []Change{{Kind: Comment, Paragraph: "p1", Text: "x"}}}})
	return m
}

// TestCheckFindsWhatIsBroken breaks one invariant after the other.
func TestCheckFindsWhatIsBroken(t *testing.T) {
	paragraph := func(n int, change func(p *paragraphState)) func(s *State) {
		return func(s *State) {
			p := s.paragraphs.at(n)
			p.versions = append([]Version(nil), p.versions...)
			change(&p)
			s.paragraphs = s.paragraphs.with(n, p)
		}
	}
	proposal := func(n int, change func(p *proposalState)) func(s *State) {
		return func(s *State) {
			p := s.proposals.at(n)
			p.Steps = append([]Step(nil), p.Steps...)
			p.Changes = append([]Change(nil), p.Changes...)
			change(&p)
			s.proposals = s.proposals.with(n, p)
		}
	}
	for _, c := range []struct {
		name   string
		broken func(s *State)
		want   string
	}{
		{"a paragraph is not in the order", func(s *State) { s.order = s.order[1:] }, "stand in the order"},
		{"a paragraph is twice in the order", func(s *State) { s.order = []ParagraphID{"p1", "p2", "p2"} }, "unknown or doubled"},
		{"a strange paragraph is in the order", func(s *State) { s.order = []ParagraphID{"p1", "p2", "p9"} }, "unknown or doubled"},
		{"an item stands before its chapeau", func(s *State) { s.order = []ParagraphID{"p2", "p1", "p3"} }, "before its parent"},
		{"two have one address", paragraph(3, func(p *paragraphState) { p.Label = "1" }), "have the address 1"},
		{"an item stands below what is struck", func(s *State) {
			paragraph(1, func(p *paragraphState) { p.Deleted = true })(s)
		}, "which is struck"},
		{"a version is missing", paragraph(3, func(p *paragraphState) { p.versions = p.versions[:1] }), "has 1 versions at version 2"},
		{"a version has another number", paragraph(3, func(p *paragraphState) { p.versions[1].Number = 3 }), "is numbered 3"},
		{"a redline has no form", paragraph(3, func(p *paragraphState) { p.versions[1].Redline = diff.Script{{}} }), "redline of p3 version 2"},
		{"a redline leads elsewhere", paragraph(3, func(p *paragraphState) { p.versions[1].Redline = diff.Words("x", "y") }), "does not lead"},
		{"the text is not the last version", paragraph(3, func(p *paragraphState) { p.Text = "x" }), "not as its last version"},
		{"a proposal has another number", proposal(1, func(p *proposalState) { p.ID = "9" }), `proposal 1 has id "9"`},
		{"a proposal asks for nothing", proposal(1, func(p *proposalState) { p.Changes = nil }), "0 changes"},
		{"a proposal is nobody's", proposal(1, func(p *proposalState) { p.Delegation = "ATLANTIS" }), "who is unknown"},
		{"a proposal moves after its end", proposal(1, func(p *proposalState) {
			p.Steps = append(p.Steps, Step{Status: Withdrawn})
		}), "became withdrawn at step 2"},
		{"a proposal begins at its end", proposal(2, func(p *proposalState) { p.Steps = p.Steps[1:] }), "became superseded at step 0"},
		{"a proposal is superseded by nothing", proposal(2, func(p *proposalState) { p.Steps[1].By = "9" }), "which cannot be"},
		{"a change is on a version to come", proposal(3, func(p *proposalState) { p.Changes[0].Base = 9 }), "at version 9"},
		{"a paragraph does not list its proposal", paragraph(1, func(p *paragraphState) { p.proposals = nil }), "does not list it"},
		{"a paragraph lists its proposals out of order", paragraph(1, func(p *paragraphState) { p.proposals = []ProposalID{"3", "2"} }), "out of order"},
		{"a change leads elsewhere", proposal(2, func(p *proposalState) { p.Changes[0].Text = "x" }), "does not lead from version 1"},
		{"a seat speaks for nobody", func(s *State) { s.seats = withKey(s.seats, "mexico", Seat{ID: "mexico", Role: Delegate}) }, "seat mexico"},
	} {
		s := settled(t).State
		c.broken(&s)
		if err := s.Check(); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "n after entry ") {
			t.Errorf("%s: Check() = %v, want %q", c.name, err, c.want)
		}
	}
}

func TestAnEntryOutOfPlaceIsCorrupt(t *testing.T) {
	m := meet(t)
	event := []Event{CommentsClosed{}}
	for name, e := range map[string]Entry{
		"again":               {Negotiation: "n", Seq: m.Seq(), Events: event},
		"a gap":               {Negotiation: "n", Seq: m.Seq() + 2, Events: event},
		"another negotiation": {Negotiation: "m", Seq: m.Seq() + 1, Events: event},
		"an unknown event":    {Negotiation: "n", Seq: m.Seq() + 1, Events: []Event{strangeEvent{}}},
		"an unknown proposal": {Negotiation: "n", Seq: m.Seq() + 1, Events: []Event{ProposalWithdrawn{Proposal: "9"}}},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: After did not panic", name)
				}
			}()
			m.After(e)
		}()
	}
}

type strangeCommand struct{ Command }

func TestACommandThatDecideDoesNotKnowIsOurMistake(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("Decide did not panic")
		}
	}()
	_, _ = meet(t).Decide(Request{Seat: SystemSeat, Do: strangeCommand{}})
}

func TestReplayEndsAtAnInstantOrAtAFault(t *testing.T) {
	var entries []Entry
	m := meet(t)
	at := time.Unix(100, 0).UTC()
	for i, ev := range []Event{NegotiationCreated{Title: "x", Language: "en"}, CommentsOpened{Late: MarkLate}, CommentsClosed{}} {
		entries = append(entries, Entry{Negotiation: "n", Seq: Seq(i + 1), At: at.Add(time.Duration(i) * time.Second), Events: []Event{ev}})
	}
	read := func(fault error) func(yield func(Entry, error) bool) {
		return func(yield func(Entry, error) bool) {
			for i, e := range entries {
				if fault != nil && i == 2 {
					yield(Entry{}, fault)
					return
				}
				if !yield(e, nil) {
					return
				}
			}
		}
	}
	for asOf, want := range map[time.Time]Seq{{}: 3, at: 1, at.Add(-1): 0, at.Add(time.Second): 2, at.Add(time.Hour): 3} {
		if s, err := Replay("n", read(nil), asOf); err != nil || s.Seq() != want {
			t.Errorf("as of %v: entry %d, %v, want %d", asOf, s.Seq(), err, want)
		}
	}
	if s, err := Replay("n", read(Refuse(Busy)), time.Time{}); err == nil || s.Seq() != 2 {
		t.Errorf("a replay with a fault: entry %d, %v", s.Seq(), err)
	}
	if m.At().IsZero() || !m.Exists() || New("n").Exists() {
		t.Error("a meeting exists, a new one does not")
	}
}
