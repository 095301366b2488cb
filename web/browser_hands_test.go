package web_test

import (
	"strings"
	"testing"

	"plenary/web/webtest"
)

// typedWordsStay shows that neither a reload nor a lost connection takes words
// that were not sent, and that a receipt does.
func typedWordsStay(t *testing.T, b *webtest.Browser) {
	const field = "textarea[name^='words.']"
	h := bridgetownHouse(t)
	w := sit(t, b, h, webtest.Mexico)
	w.Visit("/p/9.e/propose")
	w.InsertAfter(field, draftWords, " and vocational training")
	w.Reload()
	w.WaitFor("#restored", "")
	w.WaitFor("#preview-here ins", "and vocational training")

	w.Offline(true)
	w.InsertAfter(field, "and vocational training", " in all countries")
	w.Offline(false)
	w.Reload()
	w.WaitFor("#preview-here ins", "and vocational training in all countries")

	w.Follow(".buttons button[value=table]")
	w.Follow(".propose-confirm button[value=table]")
	receiptNumber(t, w)
	w.Visit("/p/9.e/propose")
	if got := webtest.Ask[string](w, "document.querySelector(\""+field+"\").value"); strings.Contains(got, "vocational") {
		t.Errorf("what was tabled is still in the form: %q", got)
	}
}

// handsOnKeys moves, looks up, searches and tables without a mouse.
func handsOnKeys(t *testing.T, b *webtest.Browser) {
	h := bridgetownHouse(t)
	w := sit(t, b, h, webtest.Mexico)
	w.Visit("")
	w.TabTo(".skip")
	w.Press("\r")
	w.Wait("document.activeElement.matches('main')")

	current := func() string {
		return webtest.Ask[string](w, "document.querySelector('.row-current')?.dataset.address ?? ''")
	}
	w.Press("jj")
	first := current()
	w.Press("j")
	w.Press("k")
	if got := current(); first == "" || got != first {
		t.Errorf("after j and k at %q, want %q again", got, first)
	}
	w.Press("?")
	w.WaitFor("dialog#keys", "")
	w.Axe()
	w.Press("\x1b")
	w.Wait("!document.querySelector('dialog#keys').open")

	w.Press("/")
	w.Press("school study plans")
	w.Enter()
	if got := w.Text(".rows"); !strings.Contains(got, draftWords) || strings.Contains(got, "child labor") {
		t.Errorf("the search shows:\n%s", got)
	}
	w.TabTo(".row[data-address='9.e'] a")
	w.Enter()
	w.TabTo("a[href$='/propose']")
	w.Enter()
	w.TabTo("textarea[name^='words.']")
	w.Press(" Now.")
	w.WaitFor("#preview-here ins", "Now.")
	w.TabTo(".buttons button[value=table]")
	w.Enter()
	w.TabTo(".propose-confirm button[value=table]")
	w.Enter()
	receiptNumber(t, w)
}
