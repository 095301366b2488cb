package web_test

import (
	"strconv"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestAChoiceAmongManyIsNeverAnother has the Chair choose a proposal to freeze with while
// proposals come and go: the choice stays, or there is none.
func TestAChoiceAmongManyIsNeverAnother(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	h := openRoom(t)
	table := func() negotiation.ProposalID {
		n := strconv.Itoa(len(h.View(webtest.Chair).Proposals))
		return h.Table(webtest.Mexico, amend("p5", "examine the future of work, "+n+";"))
	}
	for range 11 {
		table()
	}
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p5"})
	w := sit(t, b, h, webtest.Chair)
	w.Visit("/session/chair")
	w.WaitFor("#live", "Connected")
	const which = "#freeze-which"
	chosen := func() string { return webtest.Ask[string](w, "document.querySelector('"+which+"').value") }
	offers := func(id negotiation.ProposalID) string {
		return "document.querySelector('" + which + " option[value=\"" + string(id) + "\"]') !== null"
	}
	if got := chosen(); got != "" {
		t.Errorf("before anything is chosen, it is %s", got)
	}
	webtest.Ask[string](w, "document.querySelector('"+which+"').value = '5'")
	w.Wait(offers(table()))
	if got := chosen(); got != "5" {
		t.Errorf("when another proposal has come, %q is chosen, want 5", got)
	}
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: "5"})
	w.Wait("!(" + offers("5") + ")")
	if got := chosen(); got != "" {
		t.Errorf("when the one that was chosen has gone, it is %s", got)
	}
	w.Click("#freeze-one button")
	if webtest.Ask[bool](w, "document.querySelector('#freeze-one').checkValidity()") || h.View(webtest.Chair).Session.Floor.Frozen != nil {
		t.Error("without a choice the form can be sent")
	}
	webtest.Ask[string](w, "document.querySelector('"+which+"').value = '7'")
	w.Click("#freeze-one button")
	w.WaitFor("#chair-status", "frozen")
	if f := h.View(webtest.Chair).Session.Floor.Frozen; f == nil || f.Proposal != "7" {
		t.Errorf("frozen is %+v, want the text with proposal 7", f)
	}
}
