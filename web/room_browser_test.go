package web_test

import (
	"fmt"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheRoomFollowsTheFloorAndHasItsKeys(t *testing.T) {
	t.Parallel()
	h := onFloor(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Mexico)
	w.Visit("/session")
	w.WaitFor(".live-words", "Connected")
	w.Press("f")
	w.WaitFor("#room-speakers", "Leave the list")
	w.Press("o")
	w.WaitFor("#room-speakers", "Withdraw the point of order")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p4"})
	w.WaitFor("#room-text", "Mandate the working groups")

	w.Visit("")
	w.WaitFor(".live-words", "Connected")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	w.WaitFor("#room-line", "The room is on 1, called.")
	w.Press("r")
	w.WaitFor("h1", "The room")

	h.Do(webtest.Chair, negotiation.FreezeText{Proposal: "1"})
	w.WaitFor("#room-frozen", "The text is frozen")
	w.WaitFor("#session-presence", "1 delegation has it.")
	w.Dark(true)
	w.Axe()
	h.Do(webtest.Chair, negotiation.LetGavelFall{Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}})
	w.WaitFor("#room-frozen", "Time left to object")
	objectIsAtHand(t, w)
	w.Click(".button-object")
	w.WaitFor("#room-frozen", "MEXICO objects")
}

// objectIsAtHand holds the button to object to its place on a telephone: in the
// window wherever one reads, a thumb wide, and over nothing that ends the page.
func objectIsAtHand(t *testing.T, w *webtest.Window) {
	t.Helper()
	w.Resize(360, 740)
	for _, top := range []int{0, 300, 100_000} {
		got := webtest.Ask[struct {
			Top, Bottom float64
			Width       float64
			End, Bar    float64
			Hit         bool
		}](w, fmt.Sprintf(`(() => {
			scrollTo(0, %d);
			const button = document.querySelector(".button-object"), at = button.getBoundingClientRect();
			return {top: at.top, bottom: at.bottom, width: at.width,
				end: document.querySelector("main").getBoundingClientRect().bottom,
				bar: document.querySelector(".object").getBoundingClientRect().top,
				hit: document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === button};
		})()`, top))
		if got.Top < 0 || got.Bottom > 740 || got.Bottom-got.Top < 44 || got.Width < 44 || !got.Hit {
			t.Errorf("scrolled to %d, the button to object is at %+v", top, got)
		}
		if top > 1000 && got.End > got.Bar {
			t.Errorf("the end of the page, at %v, is under the button to object, at %v", got.End, got.Bar)
		}
	}
	w.Axe()
}
