package web_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// wroteIn9e is a house in which two proposals on paragraph 9.e of Bridgetown were
// accepted, one after the other.
func wroteIn9e(t *testing.T) *webtest.House {
	t.Helper()
	h := bridgetownHouse(t, webtest.Public())
	p, _ := h.View(webtest.Chair).Paragraph("9.e")
	decide(t, h, negotiation.Change{Kind: negotiation.Amend, Paragraph: p.ID, Base: 1, Text: strings.Replace(p.Text, "labor rights", "fundamental labor rights", 1)})
	p, _ = h.View(webtest.Chair).Paragraph("9.e")
	id := h.Table(webtest.Peru, negotiation.Change{Kind: negotiation.Amend, Paragraph: p.ID, Base: 2, Text: strings.TrimRight(p.Text, ".;") + " and in all vocational training centres of the region."})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: id})
	return h
}

// wordsTellTheirAuthor points at words of a version, and comes to them by keys.
func wordsTellTheirAuthor(t *testing.T, b *webtest.Browser) {
	h := wroteIn9e(t)
	w := sit(t, b, h, webtest.Peru)
	for _, path := range []string{"/p/9.e", "/p/9.e/blame?version=2"} {
		w.Visit(path)
		const told = ".tip:not([hidden])"
		if w.Has(told) {
			t.Errorf("%s tells of words that nobody has come to", path)
		}
		w.TabTo(".byline")
		w.WaitFor(told, "MEXICO, proposal 35")
		w.WaitFor(told, "version 2")
		w.Axe()
		w.Press("\x1b")
		w.Wait("!document.querySelector('" + told + "')")
		w.Hover(".byline")
		w.WaitFor(told, "MEXICO, proposal 35")
		w.Hover(told) // what tells stays while the pointer is on it
		w.WaitFor(told, "MEXICO, proposal 35")
		w.Hover("h1")
		w.Wait("!document.querySelector('" + told + "')")
	}
	w.Visit("/p/9.e")
	w.Follow(".byline")
	if got := w.Address(); got != "/n/bridgetown/proposals/35" {
		t.Errorf("the words lead to %s", got)
	}
}

// narrowWithAuthors holds pages to 320 pixels while they tell of words.
func narrowWithAuthors(t *testing.T, b *webtest.Browser) {
	w := sit(t, b, wroteIn9e(t), webtest.Peru, webtest.Size(320, 700))
	for _, path := range []string{"/p/9.e", "/p/9.e/blame", "/p/9.e/compare?from=1&to=3", "/compare"} {
		w.Visit(path)
		w.Unfold()
		if w.Has(".byline") {
			w.TabTo(".byline:nth-of-type(2)")
			w.WaitFor(".tip:not([hidden])", "")
		}
		w.Axe()
		if wide := w.Wide(); wide != "" {
			t.Errorf("%s is wider than its window: %s", path, wide)
		}
	}
}
