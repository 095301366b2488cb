package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// agree brings proposal 1 from the floor to the gavel, and lets that take effect.
func agree(h *webtest.House) (hash string) {
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	f := h.View(webtest.Chair).Session.Floor.Frozen
	h.Do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}, Hash: f.Hash})
	h.Pass(time.Duration(negotiation.DefaultObjection)*time.Second + negotiation.SlowLink)
	return f.Short()
}

func TestAnAgreedParagraphSaysSoOnEveryPage(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Cosate, negotiation.Attend{Place: negotiation.Remote})
	hash := agree(h)
	peru := sitAt(t, h, webtest.Peru)
	said := "agreed ad referendum on 16 October 2017, 14:00 (UTC), hash " + hash
	text := peru.open("").wants(200, said, "1 paragraph agreed", "0 paragraphs contested")
	if !text.leads("/n/bridgetown/p/1#settled") {
		t.Error("the text has no link to the outcome")
	}
	page := peru.open("/p/1").wants(200, "This paragraph can be changed only after the Chair has reopened it").lacks("Propose a change")
	if got := page.says("settled"); !strings.Contains(got, said+" Version 2 · Proposal 1") || !strings.Contains(got, "Silent at the gavel: COSATE") {
		t.Errorf("the outcome says %q", got)
	}
	if got := page.says("proposal-2"); !strings.Contains(got, "lapsed") {
		t.Errorf("the other proposal says %q", got)
	}
	room := peru.open("/session").wants(200, "Nothing is on the floor.", "Paragraph 1 : "+said)
	if !room.leads("/n/bridgetown/p/1#settled") {
		t.Error("the room has no link to the outcome")
	}
	peru.open("?show=decision").wants(200).lacks("Establish")
	peru.open("?show=untouched").wants(200).lacks("Establish")
}

func TestAReopenedParagraphSaysWhyAndRevivesWhatHadLapsed(t *testing.T) {
	h := onFloor(t)
	agree(h)
	h.Do(webtest.Chair, negotiation.ReopenParagraph{Paragraph: "p3", Reason: "Capitals asked."})
	peru := sitAt(t, h, webtest.Peru)
	peru.open("").wants(200, "Reopened on 16 October 2017, 14:00 (UTC): Capitals asked.").lacks("paragraph agreed")
	page := peru.open("/p/1").wants(200, "agreed ad referendum on", "Capitals asked.", "Propose a change").lacks("This paragraph can be changed only")
	if got := page.says("proposal-2"); !strings.Contains(got, "on the table again: the paragraph was reopened") {
		t.Errorf("the revived proposal says %q", got)
	}
	peru.open("?show=decision").wants(200, "Establish")
}

func TestARulingLeavesAParagraphToBeDecided(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Chair, negotiation.RuleOn{Outcome: negotiation.Outcome{Kind: negotiation.Parked, To: "a working group"}})
	peru := sitAt(t, h, webtest.Peru)
	peru.open("").wants(200, "parked on 16 October 2017, 14:00 (UTC), referred to a working group")
	peru.open("/p/1").wants(200, "Propose a change").lacks("This paragraph can be changed only")
	peru.open("?show=decision").wants(200, "Establish")
}

func TestWhoHasSteppedAwayIsToldWhereTheRoomIs(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("").wants(200).lacks("Back to the room –", "The room is on")
	h.Do(webtest.Chair, negotiation.ScheduleSession{})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	mexico.open("").wants(200, "The session is open.")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	for _, path := range []string{"", "/p/2"} {
		page := mexico.open(path).wants(200, "The room is on 1, called.")
		if got := page.link("Back to the room"); got != "/n/bridgetown/session" {
			t.Errorf("%s leads back to %q", path, got)
		}
	}
}

func TestAProposalFromTheFloorIsTakenWhateverTheWindow(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Secretariat, negotiation.CloseComments{})
	mexico := sitAt(t, h, webtest.Cosate)
	form := mexico.open("/session").link("Propose from the floor")
	page := mexico.open(strings.TrimPrefix(form, "/n/bridgetown")).wants(200, "what you table now is put forward from the floor")
	receipt := page.press("table", "words.p3", "Establish two good working groups.").press("table").wants(200)
	if got := receipt.link("Back to the room"); got != "/n/bridgetown/session" {
		t.Errorf("the receipt leads back to %q", got)
	}
	mexico.open("/session").wants(200, "put forward last")
}

func TestAPositionIsTakenWhereTheTextIsRead(t *testing.T) {
	h := onFloor(t)
	cosate := sitAt(t, h, webtest.Cosate)
	page := cosate.open("/p/1").wants(200).pressIn("position-1", "kind", "opposes").wants(200, "COSATE opposes")
	if page.Path != "/n/bridgetown/p/p3" && page.Path != "/n/bridgetown/proposals/1" {
		t.Errorf("came back to %s", page.Path)
	}
	cosate.open("/p/1").pressIn("position-p3", "kind", "can-live-with").wants(200, "COSATE can live with it")
	refused := cosate.open("/proposals/1").pressIn("position-1", "kind", "reserves")
	refused.wants(422, "Proposal 1")
	if !strings.Contains(refused.Body, `<option value="reserves" selected>`) {
		t.Error("what was chosen is gone")
	}
	cosate.send("/session/position", map[string][]string{"back": {"p/../../x"}, "proposal": {"1"}, "kind": {"supports"}}).wants(200, "The room")
}
