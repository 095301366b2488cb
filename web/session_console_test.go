package web_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheConsoleIsForThoseWhoDecide(t *testing.T) {
	h := openRoom(t, webtest.Public())
	for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Observer} {
		sitAt(t, h, seat).open("/session/chair").wants(403, "does not have the right")
	}
	desk{t, h, h.Visitor()}.open("/session/chair").wants(403, "not signed in")
	for _, seat := range []negotiation.SeatID{webtest.Chair, webtest.Secretariat} {
		sitAt(t, h, seat).open("/session/chair").wants(200, "Nothing is on the floor.")
	}
}

// TestTheChairRunsASessionWithoutScripts presses the buttons of the console, from the
// announcement to the end.
func TestTheChairRunsASessionWithoutScripts(t *testing.T) {
	h := webtest.New(t)
	prop := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p5", Base: 1, Text: "examine the future of all work;"})
	chair := sitAt(t, h, webtest.Chair)
	session := func() negotiation.Session { return h.View(webtest.Chair).Session }
	page := chair.open("/session/chair").wants(200, "Announce a session")
	page = page.press("Announce a session", "title", "Third reading", "object_within", "20").wants(200, "Third reading", "Recorded.")
	page = page.press("Open the session").wants(200, "Nothing is on the floor.")
	page = page.press("All contested (1)").wants(200)
	if got := session().Agenda; len(got) != 1 || got[0] != "p5" {
		t.Fatalf("all contested: %v", got)
	}
	page = page.press("All not agreed (11)").wants(200)
	page = page.press("up p5").wants(200)
	if got := session().Agenda; got[1] != "p5" {
		t.Errorf("one up: %v", got)
	}
	page = page.press("out p3").wants(200)
	page.press("Call the next: 2.a n").wants(200, "On the floor: 2.a, called")
	h.Do(webtest.Peru, negotiation.AskFloor{})
	page = chair.open("/session/chair").press("Floor to PERU s").wants(200, "has the floor")
	page = page.press("End the speech e").wants(200, "Nobody has the floor.")
	page = page.press("Freeze as it stands z").wants(200, "On the floor: 2.a, frozen")
	page = page.press("Take the freeze back t").wants(200)
	page = page.press("Freeze with 1 (MEXICO)").wants(200, "On the floor: 2.a, frozen", "examine the future of all work;")
	page = page.press("Record it", "for", "Peru").wants(200, "There is an objection", "PERU objects")
	page.press("Put in brackets").wants(200, "Nothing is on the floor.")
	v := h.View(webtest.Chair)
	on, _ := v.Paragraph("p5")
	if last, _ := on.Settled(); last.Kind != negotiation.InBrackets || len(last.Asked) != 1 || last.Asked[0] != "PERU" {
		t.Errorf("brackets: %+v", last)
	}
	page = chair.act("call", "paragraph", "2.b", "back", "chair").wants(200, "On the floor: 2.b, called")
	page = page.press("Park", "to", "Friends of the Chair", "until", "2017-10-20T09:00").wants(200, "Call the next: 3 n") // and not 2, which was left out
	if next := textOf(sitAt(t, h, webtest.Observer).open("/screen").byID("screen-floor")); !strings.Contains(next, "Next\n3 ") {
		t.Errorf("the screen announces %q, want 3 first", next)
	}
	if on, _ := h.View(webtest.Chair).Paragraph("p6"); len(on.Settlements) != 1 || on.Settlements[0].To != "Friends of the Chair" ||
		!on.Settlements[0].Until.Equal(time.Date(2017, 10, 20, 9, 0, 0, 0, time.UTC)) {
		t.Errorf("parked: %+v", on.Settlements)
	}
	page = page.press("Freeze them as a list").wants(200, "On the floor: a list of paragraphs, frozen")
	page = page.press("Agreed ad referendum A").wants(200, "time to object", "agreed ad referendum")
	page.lacks("Suspend")
	h.Clock.Advance(time.Minute / 2)
	h.Do(negotiation.SystemSeat, negotiation.TakeEffect{})
	page = chair.open("/session/chair")
	page = page.press("Reopen", "paragraph", "p3", "reason", " ").wants(422, "Something is missing here")
	page = page.press("Reopen", "paragraph", "p3", "reason", "A figure was wrong.").wants(200)
	h.Do(webtest.Chair, negotiation.GiveFloor{Delegation: "PERU"})
	page = page.press("Suspend", "until", "2017-10-18T09:00", "reason", "Consultations.").wants(200, "is suspended until")
	sitAt(t, h, webtest.Mexico).open("/session").wants(200, "Until the session goes on", "Nobody has the floor.").lacks("has the floor 0:00")
	page = page.press("Go on with the session").wants(200)
	page.press("Close the session for good").wants(200, "Announce a session")
	if session().Status != negotiation.SessionClosed || prop == "" {
		t.Errorf("at the end: %+v", session())
	}
}

func TestARefusedActComesBackToTheConsoleWithWhatWasTyped(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/session/chair")
	h.Do(webtest.Secretariat, negotiation.CallParagraph{Paragraph: "p6"})
	page = page.press("Park", "to", "Friends of the Chair").wants(409, "The meeting has gone on since you looked", "On the floor: 2.b, called")
	if got := page.field("to"); got != "Friends of the Chair" {
		t.Errorf("the field has %q", got)
	}
	page.press("Park").wants(200)
	arranged := chair.open("/session/chair").press("Save", "title", "Fourth reading", "object_within", "99999").wants(422)
	if got := arranged.field("title"); got != "Fourth reading" || arranged.field("object_within") != "99999" {
		t.Errorf("the fields have %q and %q", got, arranged.field("object_within"))
	}
}

func TestTheSecretariatCallsTheRollAndNamesGroups(t *testing.T) {
	h := openRoom(t)
	pen := sitAt(t, h, webtest.Secretariat)
	page := pen.open("/session/chair").press("Note", "seat", "peru", "place", "remote").wants(200, "1 remote")
	page = page.press("Save the group", "name", "GRULAC", "members", "PERU", "speaker", "PERU").wants(200, "GRULAC")
	page.press("Save the group", "name", "GRULAC", "members", "PERU", "speaker", "MEXICO").wants(422)
	sitAt(t, h, webtest.Chair).open("/session/chair").wants(200, "GRULAC").lacks("Save the group")
}

// TestTheGavelIsHeldUpByWhoeverIsGone lets a delegation come and go while a text is
// frozen: the first gavel names it, and the one after the page has shown it falls.
func TestTheGavelIsHeldUpByWhoeverIsGone(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	h.Do(webtest.Chair, negotiation.FreezeText{})
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/session/chair")
	comesAndGoes(t, h, webtest.Peru, chair)
	page = page.press("Agreed G").wants(409, "PERU was connected and is not now")
	if h.View(webtest.Chair).Session.Floor.Stage != negotiation.AtFrozen {
		t.Fatal("the gavel fell")
	}
	page.press("Agreed G").wants(200, "Recorded.")
	if g := h.View(webtest.Chair).Session.Floor.Gavel; g == nil || len(g.Absent) != 1 || g.Absent[0] != "PERU" {
		t.Errorf("the gavel is %+v", g)
	}
}

func TestTheConsoleKeepsTheGavelApartFromTheFreeze(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	called := sitAt(t, h, webtest.Chair).open("/session/chair")
	h.Do(webtest.Chair, negotiation.FreezeText{})
	frozen := sitAt(t, h, webtest.Chair).open("/session/chair")
	if !strings.Contains(textOf(called.byID("chair-decide")), "Freeze as it stands") || called.byID("gavel") != nil {
		t.Error("before the freeze there is a gavel, or no freeze")
	}
	decide := textOf(frozen.byID("chair-decide"))
	if strings.Contains(decide, "Agreed") || strings.Contains(decide, "Freeze as it stands") || frozen.byID("gavel") == nil {
		t.Errorf("where the freeze was stands %q", decide)
	}
}

func TestOneOfManyProposalsIsChosenFromAList(t *testing.T) {
	h := openRoom(t)
	for i := range 9 {
		h.Table(webtest.Mexico, amend("p5", "examine the future of work, "+strconv.Itoa(i)+";"))
	}
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	page := sitAt(t, h, webtest.Chair).open("/session/chair").wants(200, "Freeze as it stands", "9 (MEXICO)").lacks("Freeze with 1 (MEXICO)")
	page.press("Freeze with this proposal", "proposal", "3").wants(200, "On the floor: 2.a, frozen", "work, 2;")
	if f := h.View(webtest.Chair).Session.Floor.Frozen; f == nil || f.Proposal != "3" {
		t.Errorf("frozen is %+v, want the text with proposal 3", f)
	}
}

// TestAListIsOfferedThatTheLawTakes has three paragraphs more than a list may have: the
// first are frozen and agreed, and then the others are offered.
func TestAListIsOfferedThatTheLawTakes(t *testing.T) {
	d := webtest.Draft()
	d.Paragraphs = nil
	for i := range negotiation.MaxFrozen + 3 {
		n := strconv.Itoa(i + 1)
		d.Paragraphs = append(d.Paragraphs, negotiation.Paragraph{ID: negotiation.ParagraphID("p" + n), Kind: negotiation.Numbered, Label: n, Text: "The Chair reports.", Version: 1})
	}
	h := openRoom(t, webtest.WithDraft(d))
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/session/chair").wants(200, "1000 untouched paragraphs", "3 more are left for another list")
	page.press("Freeze them as a list").wants(200, "1000 paragraphs are frozen")
	h.Do(webtest.Chair, negotiation.LetGavelFall{Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}})
	h.Clock.Advance(negotiation.DefaultObjection*time.Second + negotiation.SlowLink)
	h.Do(negotiation.SystemSeat, negotiation.TakeEffect{})
	chair.open("/session/chair").wants(200, "3 untouched paragraphs").lacks("left for another list")
}

// comesAndGoes opens the live channel as a seat and closes it again. The Chair's page
// tells when the server has seen both.
func comesAndGoes(t *testing.T, h *webtest.House, seat negotiation.SeatID, chair desk) {
	t.Helper()
	address := "ws" + strings.TrimPrefix(h.URL("/live?as=json&since=0"), "http")
	ws, res, err := websocket.DefaultDialer.DialContext(t.Context(), address, http.Header{"Authorization": {"Bearer " + h.Bearer(seat)}})
	if err != nil {
		t.Fatalf("open the live channel: %v", err)
	}
	_ = res.Body.Close()
	shows(t, chair, "Connected now:")
	if err := ws.Close(); err != nil {
		t.Fatal(err)
	}
	shows(t, chair, "Connected before, and not now:")
}

// shows looks at the console until it says something.
func shows(t *testing.T, chair desk, words string) {
	t.Helper()
	for range 5000 {
		if strings.Contains(chair.open("/session/chair").words(), words) {
			return
		}
	}
	t.Fatalf("the console never says %q", words)
}
