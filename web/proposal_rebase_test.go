package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// overtakenBy opens a house in which proposal 1 of PERU ("three") was accepted over
// one of MEXICO (2).
func overtakenBy(t *testing.T, mexico string) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", threeGroups))
	h.Table(webtest.Mexico, amend("p3", mexico))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	return h
}

func TestAProposalThatMovedOnSaysSo(t *testing.T) {
	h := overtakenBy(t, "Establish two working groups.")
	const want = "Moved to version 2 after proposal 1 was accepted: nothing in it changed."
	for _, path := range []string{"/p/1", "/mine", "/proposals/2"} {
		sitAt(t, h, webtest.Mexico).open(path).wants(200, want, "As written on version 1").lacks("Waits for", "Written on version 1;")
	}
	sitAt(t, h, webtest.Secretariat).open("/proposals/2").wants(200, want, "Accept Reason (optional)")
}

func TestAProposalThatClashesWaitsForItsAuthorAlsoAfterTheWindow(t *testing.T) {
	h := overtakenBy(t, "Establish four working groups.")
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	mexico := sitAt(t, h, webtest.Mexico)
	page := mexico.open("/p/1").wants(200, "Waits for MEXICO: these words clash with version 2. Proposal 1", "MEXICO “four” the text now “three”")
	form := mexico.answer(mexico.client.Get(h.Server.URL+page.link("Propose a new version"))).
		wants(200, "Your proposal clashes with what was accepted", "“four”", "This answers a clash")
	if got, want := form.field("words.p3"), "Establish three working groups."; got != want {
		t.Errorf("the form has %q, want %q: what carries over", got, want)
	}
	form.press("table", "words.p3", "Establish at least three working groups.").wants(200, "Table this proposal?").
		press("Yes, table it").wants(200, "Your proposal is tabled")
	v := h.View(webtest.Mexico)
	if p, _ := v.Proposal("3"); p.Changes[0].Base != 2 || p.Late {
		t.Errorf("tabled on version %d, late %t", p.Changes[0].Base, p.Late)
	}
	if p, _ := v.Proposal("2"); p.Status() != negotiation.Superseded {
		t.Errorf("the earlier one is %s", p.Status())
	}
	sitAt(t, h, webtest.Mexico).open("/p/1").wants(200).lacks("Waits for")
}

func TestWhatDoesNotClashIsNotTakenAfterTheWindow(t *testing.T) {
	h := overtakenBy(t, "Establish two working groups.")
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/p/1").wants(200).lacks("Propose a new version")
	mexico.open("/p/1/propose?replaces=2").wants(200, "The window for proposals is closed").lacks("This answers a clash")
}

func TestAnAuthorConfirmsThatTheTextSaysItAlready(t *testing.T) {
	for _, path := range []string{"/mine", "/p/1"} {
		h := overtakenBy(t, threeGroups)
		mexico := sitAt(t, h, webtest.Mexico)
		mexico.open(path).wants(200, "Already in the text since version 2. Waits for MEXICO to confirm. Proposal 1").
			press("Confirm").wants(200, "Recorded.", "satisfied by proposal 1")
		if p, _ := h.View(webtest.Mexico).Proposal("2"); p.Status() != negotiation.Satisfied || p.Last().By != "1" {
			t.Errorf("%s: last step %+v", path, p.Last())
		}
		if words := mexico.open("/mine").words(); !strings.Contains(words, "satisfied by proposal 1") {
			t.Errorf("mine says %q", words)
		}
	}
}

func TestOnlyTheAuthorIsAskedToConfirm(t *testing.T) {
	h := overtakenBy(t, threeGroups)
	for seat, asked := range map[negotiation.SeatID]bool{webtest.Mexico: true, webtest.Secretariat: true, webtest.Peru: false, webtest.Chair: false, webtest.Observer: false} {
		page := sitAt(t, h, seat).open("/p/1").wants(200, "Already in the text since version 2.")
		if got := strings.Contains(page.Body, "/proposals/2/confirm"); got != asked {
			t.Errorf("%s is asked: %t, want %t", seat, got, asked)
		}
	}
}

func TestAnAmendmentOfADeletedParagraphWaitsForItsAuthor(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	h.Table(webtest.Mexico, amend("p3", threeGroups))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/p/1").wants(200, "Waits for MEXICO: the paragraph was deleted in version 2.", "This paragraph has been deleted.")
	mexico.open("/p/1/propose?replaces=2").wants(200, "Your proposal clashes with what was accepted")
}
