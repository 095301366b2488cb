package web_test

import (
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

const (
	wordsField = "#words-p3"
	tableIt    = "button[value=table]"
	yesTableIt = ".propose-confirm button[value=table]"
	isKept     = "localStorage.getItem('plenary.propose:bridgetown/mexico/p3') !== null"
	inField    = "document.querySelector('" + wordsField + "').value"
)

func TestWhatIsTypedSurvivesInTheBrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	t.Run("a reload, until there is a receipt", func(t *testing.T) {
		h := webtest.New(t)
		w := b.Window(t, h)
		w.SignIn(webtest.Mexico)
		w.Visit("/p/1/propose")
		w.Write(wordsField, newWords)
		w.WaitFor("#preview-here ins", "three")
		w.Reload()
		w.WaitFor("#restored", "What you had typed here is back.")
		w.WaitFor("#preview-here ins", "three")
		if got := webtest.Ask[string](w, inField); got != newWords {
			t.Errorf("after the reload: %q", got)
		}
		w.Follow(tableIt)
		w.Follow(yesTableIt)
		w.Visit("/p/1/propose")
		if got := webtest.Ask[string](w, inField); strings.Contains(got, "three") || webtest.Ask[bool](w, isKept) {
			t.Errorf("after the receipt the field holds %q", got)
		}
	})
	t.Run("with the version it was typed on", func(t *testing.T) {
		h := webtest.New(t)
		w := b.Window(t, h)
		w.SignIn(webtest.Mexico)
		w.Visit("/p/1/propose")
		w.Write(wordsField, newWords)
		w.Wait(isKept)
		accepted(h, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish two joint working groups."})
		w.Reload()
		w.WaitFor("#restored", "")
		w.Follow(tableIt)
		w.WaitFor(".stale ins", "joint")
	})
	t.Run("but not over a draft that was saved since", func(t *testing.T) {
		h := webtest.New(t)
		w := b.Window(t, h)
		w.SignIn(webtest.Mexico)
		w.Visit("/p/1/propose")
		w.Write(wordsField, newWords)
		w.Follow("button[value=save]:not(.vh)")
		w.Wait("!(" + isKept + ")")
		h.Clock.Advance(time.Minute)
		w.Write(wordsField, newWords+" Always.")
		w.Wait(isKept)
		w.Reload()
		w.WaitFor("#restored", "What you had typed here is back.")
		colleague := sitAt(t, h, webtest.Mexico)
		colleague.open("/p/1/propose?kind=amend").press("save", "words.p3", "Establish what a colleague says.").wants(200, "Draft saved")
		w.Reload()
		if got := webtest.Ask[string](w, inField); got != "Establish what a colleague says." || webtest.Ask[bool](w, isKept) {
			t.Errorf("over the newer draft stands %q", got)
		}
	})
	t.Run("but not over another seat's words, and not once it is dropped", func(t *testing.T) {
		h := webtest.New(t)
		w := b.Window(t, h)
		w.SignIn(webtest.Mexico)
		w.Visit("/p/1/propose")
		w.Write(wordsField, newWords)
		w.Wait(isKept)
		w.SignIn(webtest.Peru)
		w.Visit("/p/1/propose")
		if got := webtest.Ask[string](w, inField); strings.Contains(got, "three") {
			t.Errorf("Peru finds %q", got)
		}
		w.SignIn(webtest.Mexico)
		w.Visit("/p/1/propose")
		w.Click("#restored-drop")
		w.Wait("!(" + isKept + ")")
		w.Reload()
		if got := webtest.Ask[string](w, inField); strings.Contains(got, "three") {
			t.Errorf("after it was dropped: %q", got)
		}
	})
}

// TestOnlyTheNewestAnswerIsShown holds the first answer back until the second
// has come.
func TestOnlyTheNewestAnswerIsShown(t *testing.T) {
	t.Parallel()
	h := webtest.New(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Mexico)
	w.Visit("/p/1/propose")
	webtest.Ask[bool](w, `(() => {
  const real = window.fetch;
  window.real = real;
  window.held = [];
  window.fetch = (address, options) => {
    const answer = real(address, { ...options, signal: undefined });
    return window.held.length > 0 ? answer : new Promise((done) => window.held.push(() => done(answer)));
  };
  return true;
})()`)
	w.Write(wordsField, "Establish nine working groups.")
	w.Wait("window.held.length === 1")
	w.Write(wordsField, newWords)
	w.WaitFor("#preview-here ins", "three")
	// The held answer has long come; once it is let go and another has been
	// fetched and read behind it, the page has dealt with it.
	webtest.Await[string](w, "(window.held[0](), window.real('/healthz').then((answer) => answer.text()))")
	if got := w.Text("#preview-here"); strings.Contains(got, "nine") {
		t.Errorf("an older answer is shown: %q", got)
	}
}

func TestTheDeskCopiesALink(t *testing.T) {
	t.Parallel()
	h := webtest.New(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Secretariat)
	w.Visit("/desk")
	w.Follow("form[action$='/seats/mexico/invite'] button")
	w.WaitFor(".desk-copy button", "Copy")
}
