package negotiation

import (
	"strings"
	"testing"
	"time"

	"plenary/diff"
)

// received gives a meeting that has read a document: proposal 1 is confirmed, by a
// seat that was closed since, 2 is not, 3 is placed, 4 is not, and two documents
// were issued.
func received(t testing.TB) *meeting {
	t.Helper()
	m := &meeting{t, New("n")}
	m.must("system", CreateNegotiation{Title: "Plan", Language: "en"})
	m.must("system", OpenSeat{Seat: Seat{ID: "mexico", Role: Delegate, Delegation: "MEXICO", MayTable: true}})
	m.must("system", ImportDraft{Draft: Draft{Paragraphs: littleDraft(), Proposals: []Proposal{
		inDoubt("p1", "They will:", "They:"), inDoubt("p3", "The Chair sings", "The Chair"), unplacedComment(), unplacedComment(),
	}}})
	m.must("mexico", ConfirmReading{Proposal: "1", Reading: Literal})
	m.must("system", CloseSeat{Seat: "mexico"})
	m.must("system", PlaceProposal{Proposal: "3", Changes: []Change{{Kind: Comment, Paragraph: "p2", Text: "x"}}})
	m.must("system", IssueCompilation{Issue: documentOf("a", FirstIssue, "")})
	m.must("system", IssueCompilation{Issue: documentOf("b", RevisedIssue, "a")})
	return m
}

func inDoubt(id ParagraphID, probable, literal string) Proposal {
	d := Doubt{Literal: literal, Probable: probable, Typed: diff.Words(probable, literal)}
	return Proposal{Delegation: "MEXICO", Changes: []Change{{Kind: Amend, Paragraph: id, Base: 1, Text: probable}, {Kind: Comment, Text: "x"}},
		Received: &Received{Line: 1, Doubts: []Doubt{d}}}
}

func unplacedComment() Proposal {
	return Proposal{Delegation: "PERU", Changes: []Change{{Kind: Comment, Text: "x"}}, Received: &Received{Line: 2, Unplaced: "22"}}
}

func documentOf(symbol string, kind IssueKind, of string) Issue {
	return Issue{Symbol: symbol, Kind: kind, Of: of, Words: "en", Seq: 1, AsOf: time.Unix(1, 0).UTC(),
		Files: []IssuedFile{{Format: "md", SHA256: strings.Repeat("0", 64), Bytes: 1}}}
}

func TestCheckFindsWhatWasReadOrIssuedAmiss(t *testing.T) {
	proposal := func(n int, change func(p *proposalState)) func(s *State) {
		return func(s *State) {
			p := s.proposals.at(n)
			p.Steps, p.Changes = append([]Step(nil), p.Steps...), append([]Change(nil), p.Changes...)
			received := *p.Received
			received.Doubts = append([]Doubt(nil), received.Doubts...)
			p.Received = &received
			if p.Confirmed != nil {
				confirmed := *p.Confirmed
				p.Confirmed = &confirmed
			}
			change(&p)
			s.proposals = s.proposals.with(n, p)
		}
	}
	issued := func(n int, change func(i *Issued)) func(s *State) {
		return func(s *State) {
			s.issued = append([]Issued(nil), s.issued...)
			change(&s.issued[n])
		}
	}
	ended := func(status Status) func(p *proposalState) {
		return func(p *proposalState) { p.Steps = append(p.Steps, Step{Status: status, By: "1", Seq: 99}) }
	}
	for _, c := range []struct {
		name   string
		broken func(s *State)
		want   string
	}{
		{"placed where it was", proposal(2, func(p *proposalState) { p.Placed = 9 }), "had its place"},
		{"in a place where nobody put it", proposal(3, func(p *proposalState) { p.Placed = 0 }), "was not placed"},
		{"a doubt about nothing", proposal(2, func(p *proposalState) { p.Received.Doubts[0].Change = 9 }), "change 9 in doubt"},
		{"a doubt twice", proposal(2, func(p *proposalState) {
			p.Received.Doubts = append(p.Received.Doubts, p.Received.Doubts[0])
		}), "change 0 in doubt"},
		{"a doubt about a remark", proposal(2, func(p *proposalState) { p.Received.Doubts[0].Change = 1 }), "nothing in doubt"},
		{"one reading twice", proposal(2, func(p *proposalState) { p.Received.Doubts[0].Literal = "The Chair sings" }), "nothing in doubt"},
		{"accepted unread", proposal(2, ended(Accepted)), "accepted and its reading not confirmed"},
		{"accepted unread in other words", proposal(2, ended(AcceptedAmended)), "accepted-amended and its reading"},
		{"combined unread", proposal(1, func(p *proposalState) { p.Parents = []ProposalID{"2"} }), "combined of 2, whose reading"},
		{"confirmed without a doubt", proposal(1, func(p *proposalState) { p.Received.Doubts = nil }), "with 0 changes in doubt"},
		{"confirmed as nothing", proposal(1, func(p *proposalState) { p.Confirmed.Reading = "either" }), `confirmed as "either"`},
		{"another change confirmed", proposal(1, func(p *proposalState) { p.Confirmed.Changes = []int{1} }), "which was in no doubt"},
		{"confirmed before it came", proposal(1, func(p *proposalState) { p.Confirmed.Seq = 1 }), "when it was not there"},
		{"confirmed after its end", proposal(1, func(p *proposalState) {
			p.Steps = append(p.Steps, Step{Status: Withdrawn, Seq: p.Confirmed.Seq - 1})
		}), "when it was not there"},
		{"confirmed by nobody", proposal(1, func(p *proposalState) { p.Confirmed.Seat = "nobody" }), `by "nobody"`},
		{"confirmed on no word", proposal(1, func(p *proposalState) { p.Confirmed.Seat = "system" }), `on the word ""`},
		{"two of one symbol", issued(1, func(i *Issued) { i.Symbol = "a" }), "two documents"},
		{"a revision of itself", issued(1, func(i *Issued) { i.Of = "b" }), "cannot be"},
		{"a revision of nothing", issued(1, func(i *Issued) { i.Of = "" }), "cannot be"},
		{"issued before what it holds", issued(1, func(i *Issued) { i.Seq = i.Entry }), "holds entry"},
		{"issued out of order", issued(0, func(i *Issued) { i.Entry = 99 }), "was issued by entry"},
		{"issued before its time", issued(0, func(i *Issued) { i.AsOf = i.At.Add(time.Second) }), "was issued by entry"},
	} {
		s := received(t).State
		c.broken(&s)
		if err := s.Check(); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "n after entry ") {
			t.Errorf("%s: Check() = %v, want %q", c.name, err, c.want)
		}
	}
}
