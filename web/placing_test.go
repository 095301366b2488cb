package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheSecretariatPutsAProposalOnItsParagraph(t *testing.T) {
	h := inDoubt(t)
	office := sitAt(t, h, webtest.Secretariat)
	page := office.open("/proposals/4").wants(200, "Not on a paragraph yet: the document says “17”")
	if got := page.link("Put it on its paragraph"); got != "/n/bridgetown/proposals/4/place" {
		t.Fatalf("leads to %q", got)
	}
	form := office.open("/proposals/4/place").wants(200, "On which paragraph is proposal 4?", "3.bullet1 – technical cooperation among peers", "COSATE: technical")
	form.wellFormed()
	looked := office.open("/proposals/4/place?paragraph=3.bullet1&address=").wants(200, "On paragraph 3.bullet1 it asks for",
		"technical cooperation among inserted equal end of insertion peers")
	looked.wellFormed()
	if p, _ := h.View(webtest.Secretariat).Proposal("4"); !p.Unplaced() {
		t.Fatal("looking has put it there")
	}
	looked.press("Record this place", "reason", "They meant the bullet.").wants(200, "Recorded.").lacks("Not on a paragraph yet")
	p, _ := h.View(webtest.Secretariat).Proposal("4")
	if p.Unplaced() || p.Target != "p8" || p.Changes[0].Text != "technical cooperation among equal peers" {
		t.Errorf("recorded on %s: %+v", p.Target, p.Changes)
	}
	looked.press("Record this place", "reason", "They meant the bullet.").wants(200, "Recorded.") // the answer was lost
}

func TestAnAddressGoesBeforeTheListAndAWrongOneIsKept(t *testing.T) {
	h := inDoubt(t)
	office := sitAt(t, h, webtest.Secretariat)
	office.open("/proposals/4/place?paragraph=1&address=3.bullet1").wants(200, "On paragraph 3.bullet1 it asks for")
	refused := office.open("/proposals/4/place?paragraph=&address=99.z").wants(404, "99.z")
	if got := refused.field("address"); got != "99.z" {
		t.Errorf("typed address is gone: %q", got)
	}
	office.open("/proposals/4/place?paragraph=&address=").wants(422, "Choose a paragraph, or type its address.")
}

func TestAPlaceIsRecordedOnlyOnTheVersionThatWasShown(t *testing.T) {
	h := inDoubt(t)
	looked := sitAt(t, h, webtest.Secretariat).open("/proposals/4/place?paragraph=3.bullet1").wants(200)
	accepted(h, amend("p8", "technical cooperation among all peers"))
	again := looked.press("Record this place", "reason", "Because.").wants(409, "it is now at version 2", "inserted equal end of insertion")
	if got := again.field("reason"); got != "Because." {
		t.Errorf("the reason is gone: %q", got)
	}
	again.press("Record this place").wants(200, "Recorded.")
}

func TestOnlyThoseWhoHoldThePenPlace(t *testing.T) {
	h := inDoubt(t)
	for _, seat := range []negotiation.SeatID{webtest.Cosate, webtest.Chair, webtest.Observer} {
		d := sitAt(t, h, seat)
		d.open("/proposals/4/place").wants(403)
		d.send("/proposals/4/place", map[string][]string{"paragraph": {"1"}, "seen": {"1"}}).wants(403)
		d.open("/proposals/4").wants(200, "Not on a paragraph yet").lacks("Put it on its paragraph")
	}
	if got := sitAt(t, h, webtest.Secretariat).open("/proposals/1/place").Path; got != "/n/bridgetown/proposals/1" {
		t.Errorf("the page of a proposal with a place is at %s", got)
	}
}
