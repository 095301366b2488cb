package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/web/webtest"
)

func TestTheConsolidatedTextInABrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	t.Run("j and k move between brackets, and the page says that it is out of date", func(t *testing.T) { movedAmong(t, b) })
	t.Run("brackets fall as the Chair accepts a combined proposal", func(t *testing.T) { bracketsFall(t, b) })
}

// movedAmong is the way of a reader through the brackets, by keys, until the record
// moves on.
func movedAmong(t *testing.T, b *webtest.Browser) {
	h, _ := filled(t)
	w := sit(t, b, h, webtest.Peru)
	w.Visit("/compilation?what=consolidated")
	w.WaitFor("#live", "Connected")
	w.Press("j")
	if got := webtest.Ask[string](w, `document.querySelector(".row-current")?.id ?? ""`); got != "at-1" {
		t.Errorf("j leads to %q, want the first paragraph with brackets", got)
	}
	w.Press("j")
	if got := webtest.Ask[string](w, `document.querySelector(".row-current")?.id ?? ""`); got != "at-2.a" {
		t.Errorf("j leads on to %q, want at-2.a", got)
	}
	w.Press("?")
	w.WaitFor("dialog#keys", "")
	w.Press("\x1b")
	h.Table(webtest.Mexico, amend("p5", "examine the future of work;"))
	w.WaitFor("#live", "out of date")
	w.Reload()
	w.WaitFor("#live", "Connected")
	w.WaitFor(".consolidated-count", "Brackets: 5.")
}

// bracketsFall is 9.e of Bridgetown, from the first count over who wrote version 2 to
// Rev.1 in a file.
func bracketsFall(t *testing.T, b *webtest.Browser) {
	w := sit(t, b, bridgetownHouse(t), webtest.Chair)
	count := func() (n int) {
		t.Helper()
		if _, err := fmt.Sscanf(w.Text(".consolidated-count"), "Brackets: %d", &n); err != nil {
			t.Fatalf("%q counts no brackets: %v", w.Text(".consolidated-count"), err)
		}
		return n
	}
	w.Visit("/compilation?what=consolidated")
	before := count()
	if title := w.Text("h1"); strings.Contains(title, "Rev.") {
		t.Errorf("the draft as it came is %q", title)
	}
	w.Follow("#at-9\\.e .row-label a")
	w.Follow("form.combine .button-do")
	const combined = ".proposal:has(.proposal-sponsors a) "
	w.Click(combined + "details:has(form[action$='/accept']) > summary")
	w.Follow(combined + "form[action$='/accept'] button")
	w.Visit("/p/9.e")
	w.WaitFor(".column-draft", "Version 2")
	w.Visit("/p/9.e/blame?version=2")
	for _, author := range []string{"MEXICO Proposal 21", "PERU Proposal 22"} {
		if said := strings.Join(strings.Fields(w.Text("main")), " "); !strings.Contains(said, author) {
			t.Errorf("version 2 has no words of %s: %s", author, said)
		}
	}
	w.Visit("")
	w.Follow(".burndown-key-brackets a")
	if after, title := count(), w.Text("h1"); after >= before || title != "Consolidated text Rev.1" {
		t.Errorf("%q has %d brackets, before there were %d", title, after, before)
	}
	if file := w.Fetch("a[href*='format=md']"); !strings.Contains(file, "Rev.1") || !strings.Contains(file, "within our competencies") {
		t.Errorf("the file is of another text:\n%.500s", file)
	}
}
