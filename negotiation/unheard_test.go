package negotiation

import (
	"slices"
	"testing"
)

// TestWhatCameWhenItsWordsWereHeldIsUnheardAndDoesNotLapse freezes p3 as it stands and
// lets the gavel fall on it.
func TestWhatCameWhenItsWordsWereHeldIsUnheardAndDoesNotLapse(t *testing.T) {
	amend := Change{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair writes"}
	insert := Change{Kind: Insert, Paragraph: "p3", Base: 1, Text: "The Chair rests", As: Numbered}
	remark := Change{Kind: Comment, Paragraph: "p3", Text: "Good"}
	unplaced := func(s *sitting) {
		s.gives("system", ImportProposals{Draft: Draft{Proposals: []Proposal{unplacedComment()}}})
	}
	places := func(s *sitting) { s.gives("system", PlaceProposal{Proposal: "1", Changes: []Change{amend}}) }
	imports := func(changes ...Change) func(*sitting) {
		return func(s *sitting) { s.imports(changes...) }
	}
	tests := []struct {
		name            string
		before, during  func(*sitting)
		unheard, lapsed []ProposalID
	}{
		{"imported and placed before", func(s *sitting) { unplaced(s); places(s) }, nil, nil, []ProposalID{"1"}},
		{"imported before, placed by hand meanwhile", unplaced, places, []ProposalID{"1"}, nil},
		{"imported meanwhile", nil, imports(amend), []ProposalID{"1"}, nil},
		{"a remark made meanwhile", nil, imports(remark), []ProposalID{"1"}, nil},
		{"an insertion behind it leaves its words alone", nil, imports(insert), nil, nil},
		{"an insertion beside other words for it", nil, imports(insert, amend), []ProposalID{"1"}, nil},
		{"tabled while an objection stood", nil, func(s *sitting) {
			s.objects("peru")
			s.tables("mexico", amend)
			s.gives("peru", WithdrawObjection{})
		}, nil, []ProposalID{"1"}},
		{"tabled while one of two objections stood", nil, func(s *sitting) {
			s.objects("peru")
			s.objects("chile")
			s.gives("peru", WithdrawObjection{})
			s.tables("mexico", amend)
			s.gives("chile", WithdrawObjection{})
		}, nil, []ProposalID{"1"}},
		{"imported before an objection was made and taken back", nil, func(s *sitting) {
			s.imports(amend)
			s.objects("peru")
			s.gives("peru", WithdrawObjection{})
		}, nil, []ProposalID{"1"}},
		{"imported after an objection was taken back", nil, func(s *sitting) {
			s.objects("peru")
			s.gives("peru", WithdrawObjection{})
			s.imports(amend)
		}, []ProposalID{"1"}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := sit(t)
			if tt.before != nil {
				tt.before(s)
			}
			s.opened().calls("p3")
			s.gives("system", FreezeText{})
			if tt.during != nil {
				tt.during(s)
			}
			s.wantUnheard("p3", "before the gavel", tt.unheard)
			s.gavels(Agreed)
			s.wantUnheard("p3", "after the gavel", tt.unheard)
			var lapsed []ProposalID
			for _, p := range s.For(Audience{Role: System}).Proposals {
				if p.Status() == Lapsed {
					lapsed = append(lapsed, p.ID)
				}
			}
			if !slices.Equal(lapsed, tt.lapsed) {
				t.Errorf("lapsed are %v, want %v", lapsed, tt.lapsed)
			}
		})
	}
}

// objects objects to what is frozen.
func (s *sitting) objects(seat SeatID) {
	s.Helper()
	s.gives(seat, Object{Hash: s.session.Floor.Frozen.Hash})
}

func (s *sitting) wantUnheard(on ParagraphID, when string, want []ProposalID) {
	s.Helper()
	v := s.For(Audience{Role: System})
	p, ok := v.Paragraph(string(on))
	if !ok {
		s.Fatalf("no paragraph %s", on)
	}
	if got := v.Unheard(p); !slices.Equal(got, want) {
		s.Errorf("unheard on %s %s are %v, want %v", on, when, got, want)
	}
}
