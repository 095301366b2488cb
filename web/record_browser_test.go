package web_test

import (
	"fmt"
	"testing"

	"plenary/negotiation"
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

// What has happened since is not put into the record that is shown, so it does not say
// that it is up to date.
func TestTheRecordSaysThatItHasGrown(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	for name, path := range map[string]string{"page": "/session/record", "document": "/compilation?what=record"} {
		t.Run(name, func(t *testing.T) {
			h := inRecord(t)
			w := follow(t, b, h, webtest.Peru, path)
			h.Do(webtest.Chair, negotiation.SuspendSession{Reason: "The interpreters rest"})
			w.WaitFor("#live", "Reload it")
			unmoved(t, w)
			w.Reload()
			w.WaitFor("main", "The interpreters rest")
			w.WaitFor("#live", "Connected")
		})
	}
}
