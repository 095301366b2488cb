package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestTheConsoleInABrowser has the Chair at one screen of 1280 by 800: from the call to
// the gavel with keys, the agenda by keys and by the pointer, and axe-core at each stage.
func TestTheConsoleInABrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	h := bridgetownHouse(t)
	w := sit(t, b, h, webtest.Chair)
	w.Resize(1280, 800)
	looks := func(stage string) {
		t.Helper()
		w.Picture("console-" + stage)
		w.Axe()
		if over := webtest.Ask[int](w, "document.documentElement.scrollHeight - innerHeight"); over > 0 {
			t.Errorf("%s: %d pixels have to be scrolled", stage, over)
		}
		w.Dark(true)
		w.Axe("color-contrast")
		w.Dark(false)
		w.Resize(360, 800)
		w.Axe()
		if wide := w.Wide(); wide != "" {
			t.Errorf("%s: wider than 360 pixels: %s", stage, wide)
		}
		w.Resize(1280, 800)
	}
	w.Visit("/session/chair")
	looks("none")
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading", Settings: negotiation.SessionSettings{SpeakFor: 180}})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	on, _ := h.View(webtest.Chair).Paragraph("9.c")
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: on.ID})
	for _, seat := range []negotiation.SeatID{webtest.Peru, webtest.Mexico} {
		h.Do(seat, negotiation.AskFloor{})
	}
	h.Do(webtest.Chair, negotiation.GiveFloor{})
	w.Visit("/session/chair")
	w.WaitFor("#live", "Connected")
	looks("floor")

	agenda := func() string {
		return strings.Join(webtest.Ask[[]string](w, "[...document.querySelectorAll('.console-row')].slice(0, 3).map((r) => r.firstElementChild.innerText)"), " ")
	}
	if got := agenda(); got != "1 2 3" {
		t.Fatalf("the agenda begins with %s", got)
	}
	w.Click(".console-row:nth-child(1) [value^=down]")
	w.Wait("document.querySelector('.console-row a').innerText === '2'")
	dragRow(w, 3, 1)
	w.Wait("document.querySelector('.console-row a').innerText === '3'")
	if got := agenda(); got != "3 2 1" {
		t.Errorf("after the drag the agenda begins with %s", got)
	}

	w.Press("z")
	w.WaitFor("#chair-gavel button", "Agreed")
	looks("frozen")
	w.Press("G")
	w.WaitFor(".console-falling", "")
	looks("gavel")
	if g := h.View(webtest.Chair).Session.Floor.Gavel; g == nil || g.Outcome.Kind != negotiation.Agreed {
		t.Errorf("the gavel is %+v", g)
	}
	h.Do(webtest.Peru, negotiation.Object{Hash: h.View(webtest.Peru).Session.Floor.Frozen.Hash, Reason: "Not yet."})
	w.WaitFor("#chair-text", "Not yet.")
	looks("objection")
	w.Press("n")
	w.WaitFor("#chair-status", "9.d")
}

// dragRow drags a row of the agenda before another, as a pointer does [HTML 6.11].
func dragRow(w *webtest.Window, from, to int) {
	webtest.Ask[bool](w, strings.NewReplacer("FROM", string(rune('0'+from)), "TO", string(rune('0'+to))).Replace(`(() => {
  const row = (n) => document.querySelector(".console-row:nth-child(" + n + ")");
  const from = row(FROM), to = row(TO), data = new DataTransfer();
  const fire = (on, type) => {
    const { top, left } = on.getBoundingClientRect();
    on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data, clientX: left + 2, clientY: top + 2 }));
  };
  fire(from, "dragstart");
  fire(to, "dragover");
  fire(to, "drop");
  fire(from, "dragend");
  return true;
})()`))
}
