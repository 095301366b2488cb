package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// inOrder fails the test unless the page says these words one after another.
func (s sheet) inOrder(words ...string) {
	s.t.Helper()
	rest := s.words()
	for _, w := range words {
		_, after, ok := strings.Cut(rest, w)
		if !ok {
			s.t.Fatalf("%s lacks %q where it should stand; it says:\n%s", s.Path, w, s.words())
		}
		rest = after
	}
}

func TestWhatWaitsForTheAuthorsAnswerStandsFirstInMine(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p5", "examine the future;"))
	h.Table(webtest.Mexico, amend("p3", "Establish four working groups."))
	accepted(h, amend("p3", threeGroups))
	mexico := sitAt(t, h, webtest.Mexico)
	page := mexico.open("/mine").wants(200)
	page.inOrder("1 proposal waits for your answer", "Waits for your answer", "Proposal 2", "Waiting for a decision", "Proposal 1", "Drafts")
	if got := page.link("1 proposal waits for your answer"); got != "#mine-waits" {
		t.Errorf("the count leads to %q", got)
	}
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "2"})
	mexico.open("/mine").wants(200, "Waiting for a decision", "Decided").lacks("your answer")
}

func TestMineListsWhatOthersTabledWithOnesName(t *testing.T) {
	h := together(t)
	h.Do(webtest.Chair, negotiation.CombineProposals{Paragraph: "p3", Parents: []negotiation.ProposalID{"2", "1"}, Base: 1})
	h.Do(webtest.Cosate, negotiation.TableProposal{Proposal: negotiation.Proposal{Sponsors: []negotiation.Delegation{"PERU"},
		Changes: []negotiation.Change{amend("p5", "examine the future;")}}})
	peru := sitAt(t, h, webtest.Peru).open("/mine").wants(200)
	peru.inOrder("Proposal 1", "With your name on it", "Proposal 3", "MEXICO and PERU, combined from 2 , 1", "Proposal 4", "Tabled by COSATE, with you as a sponsor")
	if got := peru.says("proposal-4") + peru.says("proposal-3"); strings.Contains(got, "Propose a new version") || strings.Contains(got, "Confirm") {
		t.Errorf("PERU may act on what others tabled: %s", got)
	}
	sitAt(t, h, webtest.Mexico).open("/mine").wants(200).inOrder("Proposal 2", "With your name on it", "Proposal 3")
	sitAt(t, h, webtest.Cosate).open("/mine").wants(200, "Proposal 4").lacks("With your name on it")
	sitAt(t, h, webtest.Secretariat).open("/mine").wants(200).lacks("With your name on it")
}

func TestACombinedCardHasTheChipsOfAllWhoseWordsItHolds(t *testing.T) {
	h := together(t)
	h.Do(webtest.Chair, negotiation.CombineProposals{Paragraph: "p3", Parents: []negotiation.ProposalID{"2", "1"}, Base: 1})
	if got := sitAt(t, h, webtest.Observer).open("/p/1").wants(200).says("proposal-3"); !strings.HasPrefix(got, "MEXICO PERU Proposal 3") {
		t.Errorf("the card begins %q", got)
	}
}
