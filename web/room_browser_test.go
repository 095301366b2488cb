package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheRoomFollowsTheFloorAndHasItsKeys(t *testing.T) {
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
	w.Click(".button-object")
	w.WaitFor("#room-frozen", "MEXICO objects")
}
