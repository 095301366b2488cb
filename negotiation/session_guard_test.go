package negotiation

import "testing"

// asks gives the refusal of the system's command, or "".
func (s *sitting) asks(do Command) Code {
	s.Helper()
	_, err := s.Decide(Request{Seat: SystemSeat, At: s.now, Do: do})
	if r, is := Refused(err); is {
		return r.Code
	}
	return ""
}

// TestAListIsNotMovedWithWhatIsFrozenInIt: 1.a would be frozen at another address than
// the one at which it was read, and what is to stand behind it at another place.
func TestAListIsNotMovedWithWhatIsFrozenInIt(t *testing.T) {
	move := Change{Kind: Move, Paragraph: "p1", Base: 1, After: "p3"}
	for _, frozen := range []Change{{}, {Kind: Insert, Paragraph: "p2", Text: "meet often"}} {
		s := sit(t)
		by := s.tables("mexico", move)
		s.opened()
		freeze := FreezeText{}
		if s.calls("p2"); frozen.Kind != "" {
			freeze.Proposal = s.tables("peru", frozen)
		}
		s.gives("system", freeze)
		if got := s.asks(AcceptProposal{Proposal: by}); got != HeldFrozen {
			t.Errorf("with %+v frozen the list can be moved: %q, want %s", s.session.Floor.Frozen.Texts, got, HeldFrozen)
		}
		s.gives("system", ThawText{})
		if got := s.asks(AcceptProposal{Proposal: by}); got != "" {
			t.Errorf("nothing is frozen: %s", got)
		}
	}
}

// TestAGavelBindsToNoOtherWords breaks the freeze by hand: should a way around it be
// left, nobody is bound by words that were on no screen.
func TestAGavelBindsToNoOtherWords(t *testing.T) {
	for _, proposed := range []bool{false, true} {
		s := sit(t).opened()
		s.calls("p3")
		freeze := FreezeText{}
		if proposed {
			freeze.Proposal = s.tables("mexico", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair sings"})
		}
		s.gives("system", freeze)
		s.gives("system", LetGavelFall{Outcome: Outcome{Kind: Agreed}, Hash: s.session.Floor.Frozen.Hash})
		if proposed {
			p := s.proposals.at(1)
			p.Changes = []Change{p.Changes[0]}
			p.Changes[0].Text = "The Chair dances"
			s.proposals = s.proposals.with(1, p)
		} else {
			p := s.paragraphs.at(3)
			p.Text = "The Chair dances"
			s.paragraphs = s.paragraphs.with(3, p)
		}
		events, err := s.Decide(Request{Seat: SystemSeat, At: s.Deadline(), Do: TakeEffect{}})
		if err != nil || len(events) != 1 || events[0] != (GavelVoid{Why: string(OtherText)}) {
			t.Errorf("with a proposal %v: %+v, %v; want that the gavel is void", proposed, events, err)
		}
	}
}

func TestNothingIsDecidedOfWhatIsStruck(t *testing.T) {
	s := sit(t).opened()
	by := s.tables("mexico", Change{Kind: Delete, Paragraph: "p3"})
	s.calls("p3")
	s.gives("system", AcceptProposal{Proposal: by})
	for _, do := range []Command{FreezeText{}, TakePen{For: "PERU"}, RuleOn{Outcome: Outcome{Kind: Deferred}}} {
		if got := s.asks(do); got != ParagraphGone {
			t.Errorf("%T: %q, want %s", do, got, ParagraphGone)
		}
	}
}

// TestAPositionGoesAlongWithWhatIsMoved and is stale once the words have changed, also
// where they have come back.
func TestAPositionGoesAlongWithWhatIsMoved(t *testing.T) {
	s := sit(t)
	s.gives("peru", TakePosition{Position: Position{Kind: Supports, Paragraph: "p3", Version: 1}})
	for _, c := range []struct {
		change Change
		stale  bool
	}{
		{Change{Kind: Move, Paragraph: "p3", After: "p1"}, false},
		{Change{Kind: Amend, Paragraph: "p3", Text: "The Chair sings"}, true},
		{Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports"}, true},
	} {
		s.gives("system", AcceptProposal{Proposal: s.tables("mexico", c.change)})
		p, _ := s.For(Audience{Role: Observer}).Paragraph("p3")
		if len(p.Positions) != 1 || p.Positions[0].Stale != c.stale {
			t.Errorf("after %+v: %+v, want stale %v", c.change, p.Positions, c.stale)
		}
	}
}

// TestAGroupThatHasTabledCanStillChange: the Secretariat types what a group proposes
// under the group's name, which is then that of a delegation, too.
func TestAGroupThatHasTabledCanStillChange(t *testing.T) {
	s := sit(t)
	group := DelegationGroup{Name: "GRULAC", Members: []Delegation{"PERU"}}
	s.gives("system", NameGroup{group})
	s.gives("system", TableProposal{Proposal{Delegation: "GRULAC", Changes: []Change{{Kind: Comment, Text: "Well said"}}}})
	group.Members = append(group.Members, "CHILE")
	s.gives("system", NameGroup{group})
	if got := s.asks(NameGroup{DelegationGroup{Name: "MEXICO", Members: group.Members}}); got != AlreadyExists {
		t.Errorf("a group of the name of a delegation: %q, want %s", got, AlreadyExists)
	}
}
