package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// deletedUnder opens a house in which PERU had paragraph 2.a deleted (1) under the
// proposal of MEXICO (2).
func deletedUnder(t *testing.T, mexico ...negotiation.Change) *webtest.House {
	t.Helper()
	h := webtest.New(t)
	h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p5", Base: 1})
	h.Table(webtest.Mexico, mexico...)
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: "1"})
	return h
}

func TestOfADeletedParagraphNoNewVersionIsOffered(t *testing.T) {
	h := deletedUnder(t, amend("p5", "examine the future;"))
	const want = "Waits for MEXICO: the paragraph was deleted in version 2. Withdraw the proposal, or propose a new paragraph elsewhere. Proposal 1"
	for _, path := range []string{"/p/2.a", "/mine", "/proposals/2"} {
		sitAt(t, h, webtest.Mexico).open(path).wants(200, want).lacks("Propose a new version")
	}
	sitAt(t, h, webtest.Mexico).open("/p/2.a").wants(200, "Withdraw")
}

func TestOfADeletedParagraphNothingCanBeAcceptedInOtherWords(t *testing.T) {
	for _, changes := range [][]negotiation.Change{
		{amend("p5", "examine the future;")},
		{{Kind: negotiation.RequestText, Paragraph: "p5", Base: 1, Text: "Mention youth."}},
		{{Kind: negotiation.Move, Paragraph: "p5", Base: 1, After: "p6"}},
		{amend("p5", "examine the future;"), amend("p6", "promote workers.")},
	} {
		h := deletedUnder(t, changes...)
		sitAt(t, h, webtest.Chair).open("/proposals/2").wants(200, "Do not retain").lacks("Accept")
	}
}

func TestWhatStandsBesideADeletedParagraphIsTabledAnew(t *testing.T) {
	h := deletedUnder(t, amend("p5", "examine the future;"), amend("p6", "promote workers."))
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	mexico := sitAt(t, h, webtest.Mexico)
	page := mexico.open("/p/2").wants(200, "2.a: Waits for MEXICO: the paragraph was deleted")
	form := mexico.answer(mexico.client.Get(h.Server.URL + page.link("Propose a new version"))).wants(200)
	form.press("table").wants(200, "Table this proposal?").lacks("examine the future").press("Yes, table it").wants(200, "Your proposal is tabled")
	p, _ := h.View(webtest.Mexico).Proposal("3")
	if len(p.Changes) != 1 || p.Changes[0].Paragraph != "p6" || p.Replaces != "2" {
		t.Errorf("tabled %+v", p)
	}
}
