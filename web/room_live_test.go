package web_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// regionsSince gives the regions that the first change after since brings to a page
// of a seat, by id.
func (h *liveHouse) regionsSince(t *testing.T, seat negotiation.SeatID, part string, since negotiation.Seq) map[string]string {
	t.Helper()
	r := h.as(t, seat, fmt.Sprintf("part=%s&since=%d", part, since))
	r.hello()
	if err := r.ws.SetReadDeadline(time.Now().Add(tooLong)); err != nil {
		t.Fatal(err)
	}
	var m struct {
		Type    string
		Regions []struct{ ID, HTML string }
	}
	for m.Type != "change" {
		if err := r.ws.ReadJSON(&m); err != nil {
			t.Fatal(err)
		}
	}
	list := map[string]string{}
	for _, region := range m.Regions {
		list[region.ID] = region.HTML
	}
	return list
}

// A page that was kept up to date and one that was loaded anew must be alike: the
// regions of the channel are those of the page, byte for byte.
func TestTheChannelBringsWhatAReloadWouldShow(t *testing.T) {
	house := onFloor(t)
	h := serveLive(t, house, house.Clock.Now)
	before := h.View(webtest.Mexico).Seq
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: negotiation.Opposes}})
	h.Do(webtest.Peru, negotiation.AskFloor{Order: true})
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	for _, seat := range []negotiation.SeatID{webtest.Mexico, webtest.Observer, webtest.Chair} {
		page := sitAt(t, house, seat).open("/session").wants(200)
		got := h.regionsSince(t, seat, "room", before)
		for _, id := range []string{"room-status", "room-frozen", "room-text", "room-speakers", "room-agenda"} {
			if got[id] == "" || !strings.Contains(page.Body, got[id]) {
				t.Errorf("%s: region %s is not that of the page:\n%s", seat, id, got[id])
			}
		}
		for part, path := range map[string]string{"row": "", "side": "/p/2"} {
			away := h.regionsSince(t, seat, part, before)["room-line"]
			if away == "" || !strings.Contains(sitAt(t, house, seat).open(path).Body, away) {
				t.Errorf("%s: where the room is, on a page of part %s: %q", seat, part, away)
			}
		}
	}
}

func TestTheFiguresBesideTheTextFollowTheRecord(t *testing.T) {
	house := onFloor(t)
	h := serveLive(t, house, house.Clock.Now)
	mexico := sitAt(t, house, webtest.Mexico)
	follow := func(seat negotiation.SeatID, c negotiation.Command) map[string]string {
		before := h.View(webtest.Mexico).Seq
		h.Do(seat, c)
		return h.regionsSince(t, webtest.Mexico, "row", before)
	}
	holds := func(got string, words ...string) {
		t.Helper()
		if page := mexico.open("").wants(200, words...); got == "" || !strings.Contains(page.Body, got) {
			t.Errorf("%q comes, which is not what the page has", got)
		}
	}
	on, _ := h.View(webtest.Mexico).Paragraph("2")
	tabled := follow(webtest.Peru, negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{amend(on.ID, "Establish nothing.")}}})
	holds(tabled["text-progress"], "proposals decided")
	counts := 0
	for id, html := range tabled {
		if strings.HasPrefix(id, "open-") {
			counts++
			holds(html)
		}
	}
	if counts == 0 {
		t.Error("no count of a section comes")
	}
	holds(follow(webtest.Secretariat, negotiation.CloseComments{})["text-progress"], "The window for proposals is closed")
	if got, came := follow(webtest.Peru, negotiation.AskFloor{})["text-progress"]; came {
		t.Errorf("figures that did not change come again: %q", got)
	}
}

func TestTheRoomHoldsAnObjectionWithinReach(t *testing.T) {
	h := onFloor(t)
	peru := sitAt(t, h, webtest.Peru)
	peru.open("/session").wants(200).lacks("Object Give a reason")
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	f := h.View(webtest.Chair).Session.Floor.Frozen
	page := peru.open("/session").wants(200, "The text is frozen Hash "+f.Short(), "MEXICO Proposal 1", "What would change Establish deleted two")
	if !strings.Contains(page.Body, `data-seen="`+f.Hash+`"`) {
		t.Error("the page does not say what is frozen on it")
	}
	h.Do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.Agreed}, Hash: f.Hash})
	page = peru.open("/session").wants(200, "The gavel has fallen: agreed", "Time to object until")
	page.pressIn("object", "reason", "We *cannot* accept three.").wants(200, "There is an objection", "PERU objects We cannot accept three.")
	if got := h.View(webtest.Chair).Session.Floor; got.Stage != negotiation.AtObjection || len(got.Objections) != 1 || got.Objections[0].Delegation != "PERU" {
		t.Errorf("the floor is %+v, want the objection of PERU", got)
	}
	peru.open("/session").press("Withdraw the objection").wants(200, "The text is frozen").lacks("PERU objects")
}

func TestAnObjectionToAnotherTextComesBackWithWhatWasTyped(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	page := sitAt(t, h, webtest.Cosate).open("/session")
	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "2"})
	refused := page.pressIn("object", "reason", "We would rather not.").wants(409, "The text is frozen")
	if !strings.Contains(refused.Body, "\nWe would rather not.</textarea>") {
		t.Error("the reason that was typed is gone")
	}
}

func TestTheFloorIsAskedForYieldedAndLeft(t *testing.T) {
	h := onFloor(t)
	cosate := sitAt(t, h, webtest.Cosate)
	listed := cosate.open("/session").pressIn("ask-floor-f").wants(200, "Leave the list")
	listed.press("Leave the list").wants(200, "Nobody has asked for the floor.")
	h.Do(webtest.Chair, negotiation.ListSpeakers{Closed: true})
	closed := cosate.open("/session").wants(200, "The speakers' list is closed.")
	if closed.byID("ask-floor-f") != nil {
		t.Error("the floor can be asked for on a closed list")
	}
	closed.pressIn("ask-floor-o").wants(200, "COSATE Point of order", "Withdraw the point of order")
	h.Do(webtest.Chair, negotiation.GiveFloor{})
	cosate.open("/session").wants(200, "COSATE Point of order has the floor").press("Yield the floor").wants(200, "Nobody has the floor.")
}

func TestTheRollCallIsAnsweredInTheRoom(t *testing.T) {
	h := onFloor(t)
	sitAt(t, h, webtest.Cosate).open("/session").press("remote").wants(200, "Roll call: you are remote")
	sitAt(t, h, webtest.Mexico).open("/session").wants(200, "Roll call: you are in the room")
	got := h.View(webtest.Chair).Session.Attendance
	if len(got) != 1 || got[0].Seat != webtest.Cosate || got[0].Place != negotiation.Remote {
		t.Errorf("attendance %+v, want COSATE remote", got)
	}
}

func TestASeatWithoutADelegationIsToldWhatItAnswered(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Secretariat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: "watcher", Role: negotiation.Observer}})
	for _, seat := range []negotiation.SeatID{webtest.Observer, webtest.Secretariat, webtest.Chair} {
		d := sitAt(t, h, seat)
		if got := d.open("/session").answered(); got != "" {
			t.Errorf("%s has answered %q before it did", seat, got)
		}
		if got := d.open("/session").press("remote").wants(200).answered(); got != "Your answer: remote" {
			t.Errorf("%s is told %q", seat, got)
		}
	}
	if got := sitAt(t, h, "watcher").open("/session").answered(); got != "" {
		t.Errorf("another observer is told %q", got)
	}
	if sitAt(t, h, webtest.Mexico).open("/session").has("room-answered") {
		t.Error("a delegation is told of its answer twice")
	}
	h.Do(webtest.Chair, negotiation.CloseSession{})
	if got := sitAt(t, h, webtest.Observer).open("/session").answered(); got != "" {
		t.Errorf("after the session it is told %q", got)
	}
}

// has reports whether an element has a class.
func (s sheet) has(class string) bool {
	for n := range s.root.Descendants() {
		if attr(n, "class") == class {
			return true
		}
	}
	return false
}

// answered is what the reader is told to have answered to the roll call.
func (s sheet) answered() string {
	var said []string
	for n := range s.root.Descendants() {
		hidden := slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" })
		if attr(n, "data-place") != "" && !hidden {
			said = append(said, textOf(n))
		}
	}
	return strings.Join(said, " ")
}

func TestTheRoomSaysWhenThereIsNothingInIt(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("/session").wants(200, "No session has been announced.", "Until the Chair opens it")
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "First", Starts: time.Date(2017, 10, 17, 9, 0, 0, 0, time.UTC)})
	mexico.open("/session").wants(200, "Session 1 starts 17 October 2017, 09:00 (UTC).", "Agenda 0 of 11 agreed").lacks("Ask for the floor f")
	h.Do(webtest.Chair, negotiation.OpenSession{})
	mexico.open("/session").wants(200, "Nothing is on the floor.")
	h.Do(webtest.Chair, negotiation.SuspendSession{Reason: "Consultations."})
	mexico.open("/session").wants(200, "Session 1 is suspended.", "Consultations.")
	h.Do(webtest.Chair, negotiation.CloseSession{})
	mexico.open("/session").wants(200, "Session 1 is closed.").lacks("Agenda 0 of")
}
