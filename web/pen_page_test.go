package web_test

import (
	"strconv"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

const putToMeeting = "Put it to the meeting"

func TestThePenIsTakenAndLaidDownWithoutScripts(t *testing.T) {
	h := onFloor(t)
	desk := sitAt(t, h, webtest.Secretariat)
	page := desk.open("/session/pen").wants(200, "On the floor: 1, called", "Who asks for words?", "proposal 2 of PERU")
	page = page.press("Take the pen", "for", "PERU", "from", "2").wants(200, "being drafted", "every year")
	if got, want := page.field("text"), "Establish two working groups that meet every year."; got != want {
		t.Errorf("the field begins with %q, want %q", got, want)
	}
	page.press("Lay the pen down without a proposal").wants(200, "On the floor: 1, under discussion", "Who asks for words?")
	page = desk.open("/session/pen").press("Take the pen", "for", "MEXICO").wants(200, putToMeeting)
	page.press(putToMeeting, "text", "Establish two groups.", "reason", "Shorter.").wants(200, "Who asks for words?").lacks(putToMeeting)
	v := h.View(webtest.Secretariat)
	p := v.Proposals[len(v.Proposals)-1]
	if c, ok := p.Amendment("p3"); !ok || c.Text != "Establish two groups." || p.Delegation != "MEXICO" || p.Reason != "Shorter." || v.Session.Floor.Proposal != p.ID {
		t.Errorf("what was put is %+v", p)
	}
}

func TestWhatCannotBePutStaysInTheField(t *testing.T) {
	h := onFloor(t)
	page := sitAt(t, h, webtest.Secretariat).open("/session/pen").press("Take the pen", "for", "MEXICO").wants(200)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	page.press(putToMeeting, "text", "Establish two groups.").wants(409, "This cannot be done now", "Establish two groups.")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	page = sitAt(t, h, webtest.Secretariat).open("/session/pen").press("Take the pen", "for", "MEXICO").wants(200)
	page = page.press(putToMeeting, "text", "Establish two working groups that meet in the period between conferences.", "looked", "1").wants(409)
	if got := page.field("text"); got != "Establish two working groups that meet in the period between conferences." {
		t.Errorf("after it was refused the field has %q", got)
	}
}

// TestWhoHoldsThePenElsewhereIsToldSo takes the pen again in another window.
func TestWhoHoldsThePenElsewhereIsToldSo(t *testing.T) {
	h := onFloor(t)
	d := sitAt(t, h, webtest.Secretariat)
	page := d.open("/session/pen").press("Take the pen", "for", "MEXICO").wants(200)
	old := strconv.FormatUint(uint64(h.View(webtest.Chair).Session.Floor.Pen.Seq), 10)
	h.Do(webtest.Secretariat, negotiation.TakePen{For: "PERU", Over: webtest.Secretariat})
	page.press(putToMeeting, "text", "Establish two groups.").wants(409, "Another window of yours holds the pen (for PERU)").lacks("Another seat")
	if p := d.tell("put-drafted", "text", "Establish two groups.", "looked", old).Problem(); p.Code != "pen-held" || !strings.Contains(p.Detail, "window of yours") {
		t.Errorf("a window that sends forms itself is told %+v", p)
	}
}

func TestWhoDoesNotHoldThePenIsToldWhoDoes(t *testing.T) {
	h := onFloor(t)
	page := sitAt(t, h, webtest.Secretariat).open("/session/pen").press("Take the pen", "for", "MEXICO").wants(200)
	h.Do(webtest.Secretariat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: "second", Role: negotiation.Secretariat}})
	h.Do("second", negotiation.TakePen{For: "PERU", Over: webtest.Secretariat})
	page.press(putToMeeting, "text", "Establish two groups.").wants(409, "Another seat holds the pen (second, for PERU)")
}

func TestTheDeskIsForThoseWhoHoldThePen(t *testing.T) {
	h := onFloor(t)
	for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Chair, webtest.Observer} {
		sitAt(t, h, seat).open("/session/pen").wants(403)
	}
	desk{t, h, h.Visitor()}.open("/session/pen").wants(403)
}

func TestTheDeskSaysWhyThePenCannotBeTaken(t *testing.T) {
	h := webtest.New(t)
	desk := sitAt(t, h, webtest.Secretariat)
	steps := []struct {
		do   negotiation.Command
		says string
	}{
		{negotiation.ScheduleSession{Title: "First"}, "No session is open."},
		{negotiation.OpenSession{}, "No paragraph is on the floor."},
		{negotiation.CallParagraph{Paragraph: "p3"}, "Who asks for words?"},
		{negotiation.FreezeText{}, "The text is frozen."},
		{negotiation.ThawText{}, "Who asks for words?"},
		{negotiation.SuspendSession{}, "No session is open."},
	}
	for _, step := range steps {
		h.Do(webtest.Chair, step.do)
		desk.open("/session/pen").wants(200, step.says)
	}
}
