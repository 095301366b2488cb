package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
	"plenary/web/webtest"
)

// TestInABrowser does in one real browser what people do in theirs. Each window
// is another person; webtest.Window says what fails any of them. Tests in browsers
// are parallel: they wait for one, more than they compute.
func TestInABrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *webtest.Browser)
	}{
		{"a link signs in the window it is opened in, and no other", signsIn},
		{"an amendment goes from its author to all open pages and the compilation", amendmentTravels},
		{"a proposal is tabled without JavaScript", tabledWithoutScript},
		{"typed words survive a reload and a lost connection", typedWordsStay},
		{"a proposal is tabled without a mouse", handsOnKeys},
		{"words tell who wrote them, to the pointer and to the keys", wordsTellTheirAuthor},
		{"what tells who wrote words fits into 320 pixels", narrowWithAuthors},
		{"a compilation is read, confirmed, imported, issued and downloaded", importsAndIssues},
		{"an upload is answered with scripts and without", uploadsAreAnswered},
		{"a delegation confirms its readings without JavaScript", readingsConfirmed},
		{"two readings stand side by side, or one below the other", readingsBeside},
		{"a paragraph is agreed in five windows, from the call to the gavel", paragraphIsAgreed},
		{"axe-core has nothing against any page", accessible},
		{"every page fits into 320 pixels", fitting},
		{"the README has its picture", readmePicture},
		{"pictures of every page are kept", pictured},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, b)
		})
	}
}

func signsIn(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := b.Window(t, h)
	w.SignIn(webtest.Peru)
	if got, want := w.Address(), "/n/"+string(webtest.ID); got != want {
		t.Errorf("after signing in at %s, want %s", got, want)
	}
	if got := w.Text(".top-seat"); !strings.Contains(got, "PERU") {
		t.Errorf("signed in as %q, want PERU", got)
	}
	other := b.Window(t, h)
	other.Open(h.Server.URL)
	if other.Has(".top-seat") {
		t.Error("another window is signed in too")
	}
}

// bridgetownHouse opens a house on the draft of Bridgetown with the 34 proposals
// that stood in its compilation, read as they were probably meant.
func bridgetownHouse(t *testing.T, options ...webtest.Option) *webtest.House {
	t.Helper()
	h := receivedHouse(t, options...)
	for _, p := range h.View(webtest.Secretariat).Proposals {
		if p.Unconfirmed() {
			h.Do(webtest.Secretariat, negotiation.ConfirmReading{Proposal: p.ID, Reading: negotiation.Probable, Word: "Letter of 3 October."})
		}
	}
	return h
}

// receivedHouse opens the house before any author has confirmed a reading.
func receivedHouse(t *testing.T, options ...webtest.Option) *webtest.House {
	t.Helper()
	draft, err := markdown.Read("bridgetown-compilation.txt", bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatalf("read the compilation of Bridgetown: %v", err)
	}
	return webtest.New(t, append(options, webtest.WithDraft(draft))...)
}

// sit opens an empty window of somebody who has signed in.
func sit(t *testing.T, b *webtest.Browser, h *webtest.House, seat negotiation.SeatID, options ...webtest.WindowOption) *webtest.Window {
	t.Helper()
	w := b.Window(t, h, options...)
	w.Sit(seat)
	return w
}
