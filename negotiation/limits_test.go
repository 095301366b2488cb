package negotiation

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestEverythingFromOutsideHasALimit gives each field at its limit, which is
// taken, and one above it, which is refused.
func TestEverythingFromOutsideHasALimit(t *testing.T) {
	text := func(n int) string { return strings.Repeat("x", n) }
	on := func(c Change) Command {
		c.Paragraph, c.Base = "p1", 1
		return TableProposal{Proposal{Delegation: "MEXICO", Changes: []Change{c}}}
	}
	about := func(p Proposal) Command {
		p.Changes = []Change{{Kind: Comment, Text: "x"}}
		if p.Delegation == "" {
			p.Delegation = "MEXICO"
		}
		return TableProposal{p}
	}
	repeat := func(n int) []Change {
		var list []Change
		for range n {
			list = append(list, Change{Kind: Comment, Text: "x"})
		}
		return list
	}
	for _, c := range []struct {
		name  string
		limit int
		code  Code
		field string
		do    func(n int) Command
	}{
		{"amended text", MaxText, TooLong, "text", func(n int) Command { return on(Change{Kind: Amend, Text: text(n)}) }},
		{"inserted text", MaxText, TooLong, "text", func(n int) Command { return on(Change{Kind: Insert, Text: text(n)}) }},
		{"request", MaxText, TooLong, "text", func(n int) Command { return on(Change{Kind: RequestText, Text: text(n)}) }},
		{"comment", MaxText, TooLong, "text", func(n int) Command { return on(Change{Kind: Comment, Text: text(n)}) }},
		{"reason", MaxReason, TooLong, "reason", func(n int) Command { return about(Proposal{Reason: text(n)}) }},
		{"delegation", MaxName, TooLong, "delegation", func(n int) Command { return about(Proposal{Delegation: Delegation(text(n))}) }},
		{"changes", MaxChanges, TooMany, "changes", func(n int) Command {
			return TableProposal{Proposal{Delegation: "MEXICO", Changes: repeat(n)}}
		}},
		{"sponsors", MaxSponsors, TooMany, "sponsors", func(n int) Command {
			p := Proposal{}
			for range n {
				p.Sponsors = append(p.Sponsors, "MEXICO")
			}
			return about(p)
		}},
		{"seat", 63, BadValue, "seat", func(n int) Command { return OpenSeat{Seat: Seat{ID: SeatID(text(n)), Role: Chair}} }},
		{"seat's delegation", MaxName, TooLong, "delegation", func(n int) Command {
			return OpenSeat{Seat: Seat{ID: "new", Role: Delegate, Delegation: Delegation(text(n))}}
		}},
		{"title", MaxTitle, TooLong, "title", func(n int) Command { return DescribeNegotiation{Title: text(n), Language: "en"} }},
		{"zone", MaxName, BadValue, "zone", func(n int) Command { return OpenComments{Zone: text(n)} }},
		{"cut-off's year", 9999, BadValue, "cut-off", func(n int) Command {
			return OpenComments{CutOff: time.Date(n, 12, 31, 23, 59, 59, 0, time.UTC)}
		}},
		{"reason to withdraw", MaxReason, TooLong, "reason", func(n int) Command { return WithdrawProposal{Proposal: "1", Reason: text(n)} }},
		{"reason to accept", MaxReason, TooLong, "reason", func(n int) Command { return AcceptProposal{Proposal: "2", Reason: text(n)} }},
		{"reason not to retain", MaxReason, TooLong, "reason", func(n int) Command { return NotRetainProposal{Proposal: "1", Reason: text(n)} }},
		{"decided text", MaxText, TooLong, "text", func(n int) Command {
			return AcceptProposal{Proposal: "2", Amended: []AmendedText{{Base: 1, Text: text(n)}}}
		}},
	} {
		m := meet(t)
		m.must("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Comment, Text: "x"}}}})
		m.must("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "x"}}}})
		m.wantRefusal(c.name+" above the limit", c.do(c.limit+1), c.code, c.field)
		if _, r := m.ask("system", c.do(c.limit)); r != nil {
			t.Errorf("%s at the limit: %v", c.name, r)
		}
	}
}

func TestANegotiationHasLimits(t *testing.T) {
	for n, want := range map[int]bool{MaxTitle: true, MaxTitle + 1: false} {
		_, err := New("n").Decide(Request{Seat: SystemSeat, Do: CreateNegotiation{Title: strings.Repeat("x", n), Language: "en"}})
		if got := err == nil; got != want {
			t.Errorf("a title of %d bytes is taken: %v, want %v", n, got, want)
		}
	}
	for _, id := range []NegotiationID{"", "Not a name", NegotiationID(strings.Repeat("x", 64))} {
		_, err := New(id).Decide(Request{Seat: SystemSeat, Do: CreateNegotiation{Title: "x", Language: "en"}})
		if r, ok := Refused(err); !ok || r.Code != BadValue {
			t.Errorf("negotiation %q: %v, want %s", id, err, BadValue)
		}
	}
}

func TestADraftGrowsNoFurtherThanItsLimit(t *testing.T) {
	m := &meeting{t, New("n")}
	m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
	var list []Paragraph
	for i := range MaxParagraphs + 1 {
		list = append(list, Paragraph{ID: paragraphID(i + 1), Kind: Numbered, Label: fmt.Sprint(i + 1), Text: "x", Version: 1})
	}
	m.wantRefusal("a draft above the limit", ImportDraft{Draft: Draft{Paragraphs: list}}, TooMany, "paragraphs")
	m.must("system", ImportDraft{Draft: Draft{Paragraphs: list[:MaxParagraphs]}})
	m.must("system", OpenComments{})
	m.must("system", TableProposal{Proposal{Delegation: "MEXICO", Changes: []Change{{Kind: Insert, Paragraph: "p1", Base: 1, Text: "x"}}}})
	m.wantRefusal("one more", AcceptProposal{Proposal: "1"}, TooMany, "paragraphs")
}

func TestSeatsHaveALimit(t *testing.T) {
	m := meet(t)
	for len(m.seats) < MaxSeats-1 {
		id := SeatID(fmt.Sprint("seat-", len(m.seats)))
		m.seats[id] = Seat{ID: id, Role: Observer, Closed: true}
	}
	m.must("system", OpenSeat{Seat: Seat{ID: "last", Role: Observer}})
	m.wantRefusal("one more", OpenSeat{Seat: Seat{ID: "more", Role: Observer}}, TooMany, "seats")
}

func TestProposalsHaveALimit(t *testing.T) {
	m := meet(t)
	m.proposals.n = MaxProposals
	_, r := m.ask("mexico", TableProposal{Proposal{Changes: []Change{{Kind: Comment, Text: "x"}}}})
	if r == nil || r.Code != TooMany || r.Details["field"] != "proposals" {
		t.Errorf("got %v, want %s", r, TooMany)
	}
}
