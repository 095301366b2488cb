package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestADelegationConfirmsSeveralReadingsAtOnce(t *testing.T) {
	h := inDoubt(t)
	mexico := sitAt(t, h, webtest.Mexico)
	list := mexico.open("/mine/readings").wants(200, "Readings to confirm", "Proposal 1", "Proposal 2", "Ask me later").lacks("Proposal 3", "written word")
	list.press("Confirm what I have chosen").wants(422, "No reading was chosen")
	list.press("Confirm what I have chosen", "reading-1", "probable", "reading-2", "literal").
		wants(200, "2 readings are recorded: proposals 1, 2.", "No reading waits to be confirmed.")
	v := h.View(webtest.Mexico)
	one, _ := v.Proposal("1")
	two, _ := v.Proposal("2")
	if one.Confirmed == nil || one.Confirmed.Reading != negotiation.Probable || two.Confirmed == nil || two.Confirmed.Reading != negotiation.Literal {
		t.Fatalf("recorded %+v and %+v", one.Confirmed, two.Confirmed)
	}
	before := v.Seq
	list.press("Confirm what I have chosen", "reading-1", "probable", "reading-2", "literal").wants(200, "2 readings are recorded")
	if got := h.View(webtest.Mexico).Seq; got != before {
		t.Errorf("the form sent twice wrote %d more entries", got-before)
	}
}

func TestWhatWasRefusedOfSeveralReadingsSaysWhyAndKeepsTheChoice(t *testing.T) {
	h := inDoubt(t)
	office := sitAt(t, h, webtest.Secretariat)
	list := office.open("/desk/readings").wants(200, "MEXICO", "PERU", "The written word it rests on")
	refused := list.press("Confirm what I have chosen", "reading-1", "literal", "word-PERU", "note of 2 October", "reading-3", "probable").
		wants(422, "1 reading is recorded: proposal 3.", "1 was not taken", "written word that it rests on")
	if refused.field("reading-1") != "literal" || refused.field("reading-2") != "" {
		t.Errorf("the choices are %q and %q", refused.field("reading-1"), refused.field("reading-2"))
	}
	refused.wellFormed()
	refused.press("Confirm what I have chosen", "word-MEXICO", "letter of 3 October").wants(200, "1 reading is recorded: proposal 1.")
	p, _ := h.View(webtest.Secretariat).Proposal("1")
	if p.Confirmed == nil || p.Confirmed.Word != "letter of 3 October" {
		t.Errorf("recorded %+v", p.Confirmed)
	}
}

func TestNobodyConfirmsReadingsOfOthersInAList(t *testing.T) {
	h := inDoubt(t)
	sitAt(t, h, webtest.Peru).send("/mine/readings", map[string][]string{"reading-1": {"literal"}}).wants(403).lacks("are recorded")
	for _, seat := range []negotiation.SeatID{webtest.Observer, webtest.Chair} {
		sitAt(t, h, seat).open("/mine/readings").wants(403)
	}
	if p, _ := h.View(webtest.Mexico).Proposal("1"); !p.Unconfirmed() {
		t.Error("PERU has confirmed the reading of MEXICO")
	}
}

func TestAChoiceThatCameTooLateIsAnsweredForItself(t *testing.T) {
	h := inDoubt(t)
	list := sitAt(t, h, webtest.Mexico).open("/mine/readings").wants(200)
	h.Do(webtest.Mexico, negotiation.ConfirmReading{Proposal: "1", Reading: negotiation.Literal})
	list.press("Confirm what I have chosen", "reading-1", "probable", "reading-2", "probable").
		wants(409, "1 reading is recorded: proposal 2.", "1 was not taken", "Proposal 1: Nothing about proposal 1 is left open")
	if p, _ := h.View(webtest.Mexico).Proposal("1"); p.Confirmed.Reading != negotiation.Literal {
		t.Errorf("the later choice was taken: %+v", p.Confirmed)
	}
}
