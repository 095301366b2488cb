package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAParagraphShowsItsProposalsSideBySide(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", "Establish two working groups that meet."))
	h.Do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
		Reason: "Because **three** is better.", Category: negotiation.Editorial, Language: "es", Sponsors: []negotiation.Delegation{"COSATE"},
		Changes: []negotiation.Change{amend("p3", "Establish three working groups that meet in the period between conferences."),
			{Kind: negotiation.RequestText, Paragraph: "p3", Base: 1, Text: "Mention *youth*."}, {Kind: negotiation.Comment, Paragraph: "p3", Base: 1, Text: "We *insist*."}}}})
	page := sitAt(t, h, webtest.Mexico).open("/p/1").wants(200, "Paragraph 1", "Version 1", "Propose a change",
		"MEXICO and PERU do not clash.")
	got := page.says("proposal-2")
	for _, want := range []string{"MEXICO Proposal 2", "Sponsors: COSATE", "on the table · editorial · Spanish", "Establish deleted two end of deletion inserted three end of insertion working groups",
		"Request Mention *youth*.", "Comment We insist .", "Reason Because three is better.", "Tabled 16 October 2017, 14:00 (UTC)"} {
		if !strings.Contains(got, want) {
			t.Errorf("proposal 2 says %q, want %q in it", got, want)
		}
	}
	if mexico, peru := strings.Index(page.Body, `id="proposal-2"`), strings.Index(page.Body, `id="proposal-1"`); mexico > peru {
		t.Error("PERU stands before MEXICO")
	}
}

func TestProposalsOnTheSameWordsAreSaidToClash(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", "Establish four working groups that meet in the period between conferences."))
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Table(webtest.Cosate, amend("p3", "Establish two working groups that meet in the time between conferences."))
	sitAt(t, h, webtest.Observer).open("/p/1").wants(200, "1 MEXICO and PERU want different words in place of “two”: “three” / “four”. COSATE clashes with nobody here.").lacks("Propose a change")
}

func TestProposalsBelowAParagraphAreLinkedAndRestatedListsStandOnBoth(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p5", "examine the future of work;"))
	h.Table(webtest.Mexico, amend("p5", "examine the future;"), amend("p6", "promote the protection of workers."))
	mexico := sitAt(t, h, webtest.Mexico)
	chapeau := mexico.open("/p/2").wants(200, "2 proposals", "MEXICO PERU", "1 proposal")
	if got := chapeau.says("proposal-2"); !strings.Contains(got, "Mandate the working groups to:") || !strings.Contains(got, "deleted of work in all its forms") {
		t.Errorf("the restated list says %q", got)
	}
	if strings.Contains(chapeau.Body, `id="proposal-1"`) {
		t.Error("the proposal on 2.a stands on the page of 2")
	}
	mexico.open("/p/2.b").wants(200, "Chapeau", "Mandate the working groups to:", "Proposal 2").lacks("Proposal 1")
	mexico.open("/p/2.a").wants(200, "Proposal 1", "Proposal 2")
}

func TestAParagraphKeepsItsVersionsAndDecidedProposals(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Peru, amend("p3", "Establish four working groups."))
	h.Table(webtest.Mexico, amend("p3", "Establish three working groups that meet in the period between conferences."))
	h.Do(webtest.Secretariat, negotiation.AcceptProposal{Proposal: "2", Reason: "Agreed in *plenary*."})
	h.Table(webtest.Cosate, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 2, Text: "Establish three groups."})
	observer := sitAt(t, h, webtest.Observer)
	observer.open("/p/1").wants(200, "Version 2", "Waits for PERU: these words clash with version 2. Proposal 2", "Proposal 1 is not compared: it was written on an older version.",
		"1 proposal no longer on the table", "accepted", "Agreed in plenary", "Version 2, from proposal 2 (MEXICO)", "Version 1, as imported").
		lacks("Secretariat", "do not clash")
	sitAt(t, h, webtest.Chair).open("/p/1").wants(200, "· Secretariat", "· delegate, MEXICO")
}

func TestAnImportedProposalIsShownAsReceived(t *testing.T) {
	const passage = "PERU: Establish ~~two~~ **four** <groups>."
	d := webtest.Draft()
	d.Parties = []negotiation.Party{{Name: "PERU", Kind: negotiation.MemberState}}
	d.Proposals = []negotiation.Proposal{{Delegation: "PERU", Changes: []negotiation.Change{amend("p3", "Establish four groups.")},
		Received: &negotiation.Received{Line: 80, Verbatim: passage, Unsure: true}}}
	sitAt(t, webtest.New(t, webtest.WithDraft(d)), webtest.Observer).open("/p/1").
		wants(200, "The marks of this proposal do not give back the draft.", "As received", "Line 80", passage)
}

func TestNeighboursLeadThroughTheDraft(t *testing.T) {
	mexico := sitAt(t, webtest.New(t), webtest.Mexico)
	page := mexico.open("/p/2.a").wants(200)
	for words, want := range map[string]string{"← Previous paragraph 2": "/n/bridgetown/p/2", "Next paragraph 2.b →": "/n/bridgetown/p/2.b"} {
		if got := page.link(words); got != want {
			t.Errorf("%s leads to %q, want %q", words, got, want)
		}
	}
	mexico.open("/p/A").wants(200).lacks("Previous paragraph")
	mexico.open("/p/par1").wants(200).lacks("Next paragraph")
}

func TestAParagraphThatIsNotThereIsNotFound(t *testing.T) {
	page := sitAt(t, webtest.New(t), webtest.Mexico).open("/p/99.z").wants(404, "There is no paragraph 99.z in this draft.")
	if got := page.link("Back to the text"); got != "/n/bridgetown" {
		t.Errorf("the way back leads to %q", got)
	}
}

func TestWhoMayNotTableIsOfferedNothing(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish."))
	for _, seat := range []negotiation.SeatID{webtest.Observer, webtest.Peru} {
		sitAt(t, h, seat).open("/p/1").wants(200).lacks("Withdraw", "Propose a new version", "Accept", "Admit")
	}
	sitAt(t, h, webtest.Chair).open("/p/1").wants(200, "Accept", "Do not retain").lacks("Withdraw", "Propose a change")
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	sitAt(t, h, webtest.Mexico).open("/p/1").wants(200, "Withdraw").lacks("Propose a new version", "Propose a change")
}
