package web_test

import (
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestWhatAConsoleShowsIsOfNow has what stays where a part of the console is replaced:
// nothing of what was sent, why an act was not taken, and the paragraph on the floor.
func TestWhatAConsoleShowsIsOfNow(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	h := bridgetownHouse(t)
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading"})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	v := h.View(webtest.Chair)
	late, _ := v.Paragraph("9.c")
	first, _ := v.Paragraph("2")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: late.ID})
	w := sit(t, b, h, webtest.Chair)
	w.Resize(1280, 800)
	w.Visit("/session/chair")
	w.WaitFor("#live", "Connected")

	w.Write("#ask-for-whom", "CHILE")
	w.Click("#ask-for button")
	w.WaitFor("#chair-speakers .speakers-list", "CHILE")
	w.Wait("document.querySelector('#ask-for-whom').value === ''")

	webtest.Ask[bool](w, "document.querySelector('#ask-for [name=order]').checked = true")
	w.Write("#ask-for-whom", "PERU")
	w.Click("#ask-for button")
	w.WaitFor("#chair-speakers .speakers-list", "PERU")
	w.Wait("!document.querySelector('#ask-for [name=order]').checked")

	w.Wait("document.querySelector('.console-rows').scrollTop > 0")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: first.ID})
	w.WaitFor("#chair-status", "2,")
	h.Table(webtest.Mexico, amend(first.ID, "In order to begin anew, the Chair reports."))
	w.WaitFor("#chair-text", "Proposal 35")
	if hidden := webtest.Ask[bool](w, `(() => {
  const row = document.querySelector(".console-rows .agenda-now").getBoundingClientRect();
  const list = document.querySelector(".console-rows").getBoundingClientRect();
  return row.bottom <= list.top || row.top >= list.bottom;
})()`); hidden {
		t.Error("the paragraph on the floor is out of sight in the agenda")
	}

	const freeze = "#chair-decide [data-act=freeze]"
	webtest.Ask[string](w, "document.querySelector('"+freeze+" [name=floor]').value = '1'") // as it was a while ago
	w.Bear(409)
	w.Click(freeze + " button")
	w.WaitFor(".act-refused", "gone on since")
	h.Do(webtest.Chair, negotiation.FreezeText{})
	w.WaitFor("#chair-gavel button", "Agreed")
	w.WaitFor(".notice", "gone on since")
}

func TestTheMatrixSaysThatItIsOutOfDate(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	h := onFloor(t)
	w := sit(t, b, h, webtest.Mexico)
	w.Visit("/session/positions?paragraph=2")
	w.WaitFor("#live", "Connected")
	w.Unfold()
	webtest.Ask[string](w, "document.querySelector('.matrix .position-take [name=kind]').value = 'can-live-with'")
	w.Follow(".matrix .position-take button")
	w.WaitFor(".matrix .positions", "MEXICO can live with it")
	w.WaitFor("#live", "Connected")
	h.Do(webtest.Peru, negotiation.TakePosition{Position: negotiation.Position{Proposal: "1", Kind: negotiation.Opposes}})
	w.WaitFor("#live", "The page is out of date")
}
