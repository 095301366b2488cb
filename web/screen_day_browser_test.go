package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestPagesOfTheRoomHoldOnToNothingThatTheyHaveShown plays paragraph after paragraph
// before the pages that are left open for a day.
func TestPagesOfTheRoomHoldOnToNothingThatTheyHaveShown(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	b := webtest.OpenBrowser(t)
	h := bridgetownHouse(t)
	v := h.View(webtest.Chair)
	first, _ := v.Paragraph("9.c")
	second, _ := v.Paragraph("9.d")
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading", Settings: negotiation.SessionSettings{SpeakFor: 180}})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	hall, mexico := sit(t, b, h, webtest.Observer, webtest.Size(1280, 720)), sit(t, b, h, webtest.Mexico)
	hall.Visit("/screen")
	mexico.Visit("/session")
	called := func(on negotiation.ParagraphView) {
		h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: on.ID})
		hall.WaitFor("#screen-status", on.Address+",")
		mexico.WaitFor("#room-status", on.Address+",")
	}
	round := func() {
		h.Do(webtest.Mexico, negotiation.AskFloor{})
		h.Do(webtest.Chair, negotiation.GiveFloor{})
		h.Do(webtest.Chair, negotiation.FreezeText{})
		hall.WaitFor(".frozen", "")
		h.Do(webtest.Chair, negotiation.ThawText{})
		h.Do(webtest.Chair, negotiation.YieldFloor{})
		called(second)
		called(first)
	}
	called(first)
	for range 5 {
		round() // what is made once has been made then
	}
	before := map[*webtest.Window]webtest.Kept{hall: hall.Kept(), mexico: mexico.Kept()}
	const rounds = 30
	for range rounds {
		round()
	}
	for w, was := range before {
		// A page that held on to what it shows would keep more in each round; a few nodes
		// come and go with the presence.
		if now := w.Kept(); now.Nodes >= was.Nodes+rounds || now.Listeners >= was.Listeners+rounds {
			t.Errorf("%s: after %d more rounds the page keeps %+v, and kept %+v", w.Address(), rounds, now, was)
		}
	}
}
