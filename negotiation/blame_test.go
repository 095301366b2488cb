package negotiation

import (
	"fmt"
	"strings"
	"testing"

	"plenary/diff"
)

// debate is a meeting with two delegations more, on one sentence.
func debate(t testing.TB) *meeting {
	m := meet(t)
	for _, d := range []Delegation{"PERU", "CHILE"} {
		m.must("system", OpenSeat{Seat: Seat{ID: SeatID(strings.ToLower(string(d))), Role: Delegate, Delegation: d, MayTable: true}})
	}
	return m
}

// amends tables other words for paragraph 2, which is p3, as it stands.
func (m *meeting) amends(seat SeatID, text string, sponsors ...Delegation) ProposalID {
	m.Helper()
	p, _ := m.view().Paragraph("p3")
	m.must(seat, TableProposal{Proposal: Proposal{Sponsors: sponsors, Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: p.Version, Text: text}}}})
	return proposalID(m.proposals.len())
}

func (m *meeting) view() View { return m.For(Audience{Role: Secretariat}) }

// blamed writes who wrote a version of a paragraph: "The Chair {2 MEXICO: now}".
func (m *meeting) blamed(id ParagraphID, version int) string {
	p, _ := m.view().Paragraph(string(id))
	var b strings.Builder
	for _, a := range m.view().Blame(p, version) {
		if a.Proposal == "" {
			b.WriteString(a.Text)
			continue
		}
		var signs string
		if len(a.From) > 0 {
			signs += fmt.Sprint(" from ", a.From)
		}
		if a.Amended {
			signs += " amended"
		}
		fmt.Fprintf(&b, "{%d by %s of %v%s:%s}", a.Version, a.Proposal, a.Delegations, signs, a.Text)
	}
	return b.String()
}

func (m *meeting) wantBlame(id ParagraphID, version int, want string) {
	m.Helper()
	if got := m.blamed(id, version); got != want {
		m.Errorf("version %d of %s was written so:\n%s\nwant\n%s", version, id, got, want)
	}
}

func TestEachWordIsItsAuthors(t *testing.T) {
	m := debate(t)
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "The Chair always reports", "PERU")})
	m.must("system", AcceptProposal{Proposal: m.amends("chile", "The Chair always reports in writing")})
	m.wantBlame("p3", 1, "The Chair reports")
	m.wantBlame("p3", 2, "The Chair{2 by 1 of [MEXICO PERU]: always} reports")
	m.wantBlame("p3", 3, "The Chair{2 by 1 of [MEXICO PERU]: always} reports{3 by 2 of [CHILE]: in writing}")
}

func TestWordsStruckAndPutBackAreTheirLaterAuthors(t *testing.T) {
	m := debate(t)
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "The reports")})
	m.must("system", AcceptProposal{Proposal: m.amends("peru", "The Chair reports")})
	m.wantBlame("p3", 3, "The{3 by 2 of [PERU]: Chair} reports")
}

func TestWordsDecidedOtherwiseAreTheDecisions(t *testing.T) {
	m := debate(t)
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "The Chair often reports"),
		Amended: []AmendedText{{Change: 0, Base: 1, Text: "The Chair regularly reports"}}})
	m.wantBlame("p3", 2, "The Chair{2 by 1 of [] amended: regularly} reports")
	// Words of the author that were accepted stay the author's.
	m.must("system", AcceptProposal{Proposal: m.amends("peru", "The Chair regularly reports in writing to all"),
		Amended: []AmendedText{{Change: 0, Base: 2, Text: "The Chair regularly reports in writing to Member States"}}})
	m.wantBlame("p3", 3, "The Chair{2 by 1 of [] amended: regularly} reports{3 by 2 of [PERU]: in writing to}{3 by 2 of [] amended: Member States}")
}

func TestARequestIsAnsweredInTheWordsOfTheDecision(t *testing.T) {
	m := debate(t)
	m.must("peru", TableProposal{Proposal: Proposal{Changes: []Change{{Kind: RequestText, Paragraph: "p3", Base: 1, Text: "Mention the vice-chairs."}}}})
	m.must("system", AcceptProposal{Proposal: "1", Amended: []AmendedText{{Change: 0, Base: 1, Text: "The Chair and the vice-chairs report"}}})
	m.wantBlame("p3", 2, "The Chair{2 by 1 of [] amended: and the vice-chairs report}")
}

func TestCombinedWordsAreTheirParents(t *testing.T) {
	m := debate(t)
	one, two := m.amends("mexico", "The new Chair reports"), m.amends("peru", "The Chair reports in writing", "CHILE")
	m.must("system", CombineProposals{Parents: []ProposalID{one, two}, Paragraph: "p3", Base: 1})
	m.must("system", AcceptProposal{Proposal: "3"})
	m.wantBlame("p3", 2, "The{2 by 3 of [MEXICO] from [1]: new} Chair reports{2 by 3 of [PERU CHILE] from [2]: in writing}")
}

func TestCombinedWordsDecidedOtherwiseAreTheirParentsWhereTheyStand(t *testing.T) {
	m := debate(t)
	one, two := m.amends("mexico", "The new Chair reports"), m.amends("peru", "The Chair reports in writing")
	m.must("system", CombineProposals{Parents: []ProposalID{one, two}, Paragraph: "p3", Base: 1})
	m.must("system", AcceptProposal{Proposal: "3", Amended: []AmendedText{{Change: 0, Base: 1, Text: "The new Chair reports orally"}}})
	m.wantBlame("p3", 2, "The{2 by 3 of [MEXICO] from [1]: new} Chair reports{2 by 3 of [] amended: orally}")
}

func TestInsertedMovedAndStruckParagraphsKeepTheirAuthors(t *testing.T) {
	m := debate(t)
	for _, c := range []Change{
		{Kind: Insert, Paragraph: "p3", Base: 1, Text: "The Vice-Chair listens"},
		{Kind: Move, Paragraph: "p4", Base: 1, After: "p1"},
		{Kind: Delete, Paragraph: "p4", Base: 2},
	} {
		m.must("mexico", TableProposal{Proposal: Proposal{Changes: []Change{c}}})
		if _, r := m.ask("system", AcceptProposal{Proposal: proposalID(m.proposals.len())}); r != nil {
			t.Fatalf("%s: %v", c.Kind, r)
		}
	}
	for version := range 3 {
		m.wantBlame("p4", version+1, "{1 by 1 of [MEXICO]:The Vice-Chair listens}")
	}
}

func TestAVersionThatIsNotThereHasNoAuthors(t *testing.T) {
	m := debate(t)
	for _, version := range []int{-1, 0, 2, 99} {
		m.wantBlame("p3", version, "")
	}
}

func TestVersionsAreComparedAsTheyWere(t *testing.T) {
	m := debate(t)
	m.must("system", AcceptProposal{Proposal: m.amends("mexico", "The Chair always reports")})
	m.must("mexico", TableProposal{Proposal: Proposal{Changes: []Change{{Kind: Delete, Paragraph: "p3", Base: 2}}}})
	m.must("system", AcceptProposal{Proposal: "2"})
	p, _ := m.view().Paragraph("p3")
	for _, tt := range []struct {
		from, to int
		want     string
	}{
		{1, 2, "The Chair **always** reports"},
		{1, 1, "The Chair reports"},
		{0, 2, "**The Chair always reports**"},
		{1, 3, "~~The Chair reports~~"},
		{2, 3, "~~The Chair always reports~~"},
		{3, 3, ""},
	} {
		got, ok := p.Compare(tt.from, tt.to, diff.Fine)
		if !ok || diff.Marked(got) != tt.want {
			t.Errorf("from %d to %d: %q, %t; want %q", tt.from, tt.to, diff.Marked(got), ok, tt.want)
		}
	}
	for _, wrong := range [][2]int{{2, 1}, {-1, 1}, {1, 4}, {4, 4}} {
		if got, ok := p.Compare(wrong[0], wrong[1], diff.Fine); ok {
			t.Errorf("from %d to %d gave %v, want nothing", wrong[0], wrong[1], got)
		}
	}
}
