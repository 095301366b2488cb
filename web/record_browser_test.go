package web_test

import (
	"fmt"
	"testing"

	"plenary/web/webtest"
)

// The record is read by everybody, on a telephone as well: the page, and the document
// among the others.
func TestTheRecordIsReadOnEveryScreen(t *testing.T) {
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
