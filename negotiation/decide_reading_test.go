package negotiation

import "testing"

// unreadMeeting has proposal 1 of MEXICO, of which no reading is confirmed, and an
// open window.
func unreadMeeting(t testing.TB) *meeting {
	t.Helper()
	m := &meeting{t, New("n")}
	m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
	m.must("system", OpenSeat{Seat: Seat{ID: "mexico", Role: Delegate, Delegation: "MEXICO", MayTable: true}})
	m.must("system", ImportDraft{Draft: Draft{Paragraphs: littleDraft(), Proposals: []Proposal{inDoubt("p3", "The Chair reports daily", "The Chair")}}})
	m.must("system", OpenComments{})
	return m
}

func TestWhatLeftTheTableUnreadIsPrintedAsItWasMarked(t *testing.T) {
	for name, end := range map[string]Command{
		"not retained": NotRetainProposal{Proposal: "1"},
		"withdrawn":    WithdrawProposal{Proposal: "1"},
	} {
		m := unreadMeeting(t)
		m.must("system", end)
		v := m.For(Audience{Role: Secretariat})
		c, err := Compile(v, Dispositions)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if p := c.Dispositions.Rows[0].Points[0]; !p.Unconfirmed || len(p.Typed) == 0 {
			t.Errorf("%s: disposition prints %v, unconfirmed %v", name, p.Shown(), p.Unconfirmed)
		}
		if r := NewRestater(v).Restate(v.Proposals)[0]; !r.Unconfirmed || len(r.Lines[0].Typed) == 0 {
			t.Errorf("%s: restated as %+v, unconfirmed %v", name, r.Lines, r.Unconfirmed)
		}
		if v.Proposals[0].Unconfirmed() {
			t.Errorf("%s: still waits to be confirmed", name)
		}
	}
}

func TestOnlyItsAuthorSaysThatAnUnreadProposalIsSatisfied(t *testing.T) {
	m := unreadMeeting(t)
	m.must("system", TableProposal{Proposal: Proposal{Delegation: "PERU",
		Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair reports daily"}}}})
	m.must("system", AcceptProposal{Proposal: "2"})
	m.wantRefusal("the Secretariat, of the probable words", ConfirmSatisfied{Proposal: "1"}, Unconfirmed, "")
	m.must("mexico", ConfirmSatisfied{Proposal: "1"})
}

func TestNobodyButItsAuthorReplacesAnUnreadProposal(t *testing.T) {
	m := unreadMeeting(t)
	version := TableProposal{Proposal: Proposal{Delegation: "MEXICO", Replaces: "1",
		Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair reports daily"}}}}
	m.wantRefusal("the Secretariat, in the probable words", version, Unconfirmed, "")
	m.must("mexico", version)
}
