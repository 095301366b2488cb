package web_test

import (
	"fmt"
	"os"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// readingsConfirmed is what MEXICO does with the eleven of its proposals whose marks
// do not give back the draft.
func readingsConfirmed(t *testing.T, b *webtest.Browser) {
	h := receivedHouse(t)
	w := sit(t, b, h, webtest.Mexico, webtest.NoScript())
	w.Visit("/mine")
	w.Follow("#mine-unread + .doubt-note a")
	const probable = ".reading-pick input[value=probable]"
	if got, want := webtest.Ask[int](w, `document.querySelectorAll("`+probable+`").length`), 11; got != want {
		t.Fatalf("%d readings wait for MEXICO, want %d", got, want)
	}
	if webtest.Ask[bool](w, `document.querySelectorAll("`+probable+`:checked").length > 0`) {
		t.Error("a reading is chosen before anybody chose one")
	}
	webtest.Ask[int](w, `[...document.querySelectorAll("`+probable+`")].filter((choice) => { choice.checked = true; return true; }).length`)
	w.Follow(".readings-do button")
	w.WaitFor(".said-done", "11 readings are recorded")
	for _, p := range h.View(webtest.Mexico).Proposals {
		if p.Delegation == "MEXICO" && (p.Unconfirmed() || p.Confirmed != nil && p.Confirmed.Reading != negotiation.Probable) {
			t.Errorf("proposal %s: %+v", p.ID, p.Confirmed)
		}
	}
}

// readingsBeside looks at each page on which something waits to be confirmed, placed
// or filled in.
func readingsBeside(t *testing.T, b *webtest.Browser) {
	small, seed := inDoubt(t), receivedHouse(t)
	small.Do(webtest.Secretariat, negotiation.AssignPlaceholder{Paragraph: "p14", Nth: 1, Owner: "Barbados"})
	small.Table(webtest.Mexico, amend("p6", "promote the protection of workers, with a gender perspective,"))
	for _, p := range []struct {
		name  string
		house *webtest.House
		seat  negotiation.SeatID
		path  string
	}{
		{"text", small, webtest.Peru, ""},
		{"side", seed, webtest.Peru, "/p/9.g"},
		{"side-many", small, webtest.Chair, "/p/1"},
		{"proposal", seed, webtest.Mexico, "/proposals/24"},
		{"restated", seed, webtest.Mexico, "/proposals/34"},
		{"confirm", seed, webtest.Mexico, "/proposals/24/reading"},
		{"confirm-written", small, webtest.Secretariat, "/proposals/1/reading"},
		{"mine", seed, webtest.Mexico, "/mine"},
		{"list", seed, webtest.Mexico, "/mine/readings"},
		{"list-all", seed, webtest.Secretariat, "/desk/readings"},
		{"desk", small, webtest.Secretariat, "/desk"},
		{"desk-seed", seed, webtest.Secretariat, "/desk"},
		{"editorial", small, webtest.Mexico, "/proposals/5"},
		{"place", small, webtest.Secretariat, "/proposals/4/place?paragraph=3.bullet1"},
	} {
		t.Run(p.name, func(t *testing.T) {
			w := sit(t, b, p.house, p.seat)
			w.Visit(p.path)
			besidePictures(w, p.name)
			if p.name == "proposal" && !beside(w) {
				t.Error("the readings are not side by side in a wide window")
			}
			w.Unfold()
			w.Axe()
			w.Dark(true)
			w.Axe("color-contrast", "link-in-text-block")
			w.Dark(false)
			w.Resize(360, 800)
			w.Axe()
			if p.name == "proposal" && beside(w) {
				t.Error("the readings are side by side in a narrow window")
			}
			w.Resize(320, 700)
			if wide := w.Wide(); wide != "" {
				t.Errorf("%s is wider than its window: %s", p.name, wide)
			}
		})
	}
}

// beside tells whether the first two readings stand on one line.
func beside(w *webtest.Window) bool {
	return webtest.Ask[bool](w, `(() => { const [a, b] = document.querySelectorAll(".reading"); return a.offsetTop === b.offsetTop; })()`)
}

func besidePictures(w *webtest.Window, name string) {
	if os.Getenv("PLENARY_SCREENSHOTS") == "" {
		return
	}
	for _, width := range []int{360, 1280, 1920} {
		w.Resize(width, 1400)
		w.Picture(fmt.Sprintf("reading-%s-%d", name, width))
	}
	w.Resize(1280, 1400)
	w.Dark(true)
	w.Picture("reading-" + name + "-dark")
	w.Dark(false)
}
