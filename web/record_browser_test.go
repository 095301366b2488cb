package web_test

import (
	"fmt"
	"testing"

	"plenary/web/webtest"
)

// TestTheRecordIsPrintedWhole holds what happened on paper: what is hidden there is
// only what can be pressed.
func TestTheRecordIsPrintedWhole(t *testing.T) {
	t.Parallel()
	w := sit(t, webtest.OpenBrowser(t), inRecord(t), webtest.Peru)
	w.Visit("/session/record")
	w.Print(true)
	for _, words := range []string{"The session was opened.", "PERU objected."} {
		w.WaitFor("main", words)
	}
	if missing := webtest.Ask[string](w, "[...document.querySelectorAll('.record-acts > li')].filter((li) => !li.checkVisibility()).map((li) => li.textContent).join()"); missing != "" {
		t.Errorf("on paper there is no %s", missing)
	}
}

// The record is read by everybody, on a telephone as well: the page, and the document
// among the others.
func TestTheRecordIsReadOnEveryScreen(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	w := sit(t, b, inRecord(t), webtest.Peru)
	for name, path := range map[string]string{"record": "/session/record", "record-document": "/compilation?what=record"} {
		w.Visit(path)
		for _, width := range []int{360, 1280, 1920} {
			w.Resize(width, 1400)
			w.Axe()
			if wide := w.Wide(); wide != "" {
				t.Errorf("%s at %d is too wide: %s", name, width, wide)
			}
			w.Picture(fmt.Sprintf("%s-%d", name, width))
		}
	}
}
