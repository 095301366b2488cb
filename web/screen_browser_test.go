package web_test

import (
	"fmt"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestTheScreenOfTheHallInABrowser(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("a browser is slow")
	}
	b := webtest.OpenBrowser(t)
	h := bridgetownHouse(t)
	on, _ := h.View(webtest.Chair).Paragraph("9.c")
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading", Settings: negotiation.SessionSettings{SpeakFor: 180}})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	screen := sit(t, b, h, webtest.Observer, webtest.Size(1920, 1080))
	screen.Visit("/screen")
	screen.Mark()
	shown(t, screen, "none")
	steps := []struct {
		name, seen string
		do         func()
	}{
		{"called", ".screen-column", func() {
			h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: on.ID})
			h.Do(webtest.Mexico, negotiation.AskFloor{})
			h.Do(webtest.Chair, negotiation.GiveFloor{})
		}},
		{"drafting", ".typing:not([hidden])", func() { h.Do(webtest.Secretariat, negotiation.TakePen{For: "MEXICO", From: startFor(h, on.ID)}) }},
		{"frozen", ".frozen", func() { h.Do(webtest.Chair, negotiation.FreezeText{}) }},
		{"gavel", ".frozen-gavel .clock", func() {
			h.Do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.AgreedAdRef}, Hash: frozenHash(h)})
		}},
		{"objection", ".screen-objections", func() {
			h.Do(webtest.Peru, negotiation.Object{Hash: frozenHash(h), Reason: "Not without the words on funds."})
		}},
	}
	for _, step := range steps {
		step.do()
		screen.WaitFor(step.seen, "")
		shown(t, screen, step.name)
		screen.Axe()
	}
	if !screen.Marked() {
		t.Error("the screen was loaded anew")
	}
}

// startFor is an open proposal that amends a paragraph, or none.
func startFor(h *webtest.House, id negotiation.ParagraphID) negotiation.ProposalID {
	for _, p := range h.View(webtest.Chair).Proposals {
		if _, amends := p.Amendment(id); amends && p.Status().Open() {
			return p.ID
		}
	}
	return ""
}

// shown takes pictures of the screen of two halls, and holds it to cutting nothing off.
func shown(t *testing.T, w *webtest.Window, name string) {
	t.Helper()
	for _, size := range [][2]int{{1920, 1080}, {1280, 720}} {
		w.Resize(size[0], size[1])
		w.Wait("document.fonts.status === 'loaded'")
		if cut := webtest.Ask[string](w, `[...document.querySelectorAll("main, .screen-middle, .screen-floor, .screen-text, .typing:not([hidden]), .screen-end")]
  .filter((e) => e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2).map((e) => e.className).join(", ")`); cut != "" {
			t.Errorf("%s at %d: cut off: %s", name, size[0], cut)
		}
		if focus := webtest.Ask[int](w, `[...document.querySelectorAll("a[href], button, input, textarea, [tabindex]")].filter((e) => e.checkVisibility()).length`); focus > 0 {
			t.Errorf("%s: %d things can have the focus", name, focus)
		}
		w.Picture(fmt.Sprintf("screen-%s-%d", name, size[0]))
	}
}
