package web_test

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// holds reports whether the element with an id is marked as frozen.
func (s sheet) holds(id string) bool {
	s.t.Helper()
	for _, a := range s.element(id).Attr {
		if a.Key == "data-held" {
			return true
		}
	}
	return false
}

// waits reports whether a button stands in what is put away while the words are frozen.
func (s sheet) waits(words string) bool {
	for n := range s.root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "button" || !strings.Contains(textOf(n), words) {
			continue
		}
		for a := n.Parent; a != nil; a = a.Parent {
			if strings.Contains(" "+attr(a, "class")+" ", " when-open ") {
				return true
			}
		}
	}
	return false
}

func TestNothingIsTakenInWhileTheWordsAreFrozen(t *testing.T) {
	h := onFloor(t)
	chair := sitAt(t, h, webtest.Chair)
	if page := chair.open("/p/1").wants(200); page.holds("p3") || chair.open("/proposals/1").holds("proposal-1") {
		t.Error("before the freeze it is held")
	}
	h.Do(webtest.Chair, negotiation.FreezeText{})
	page := chair.open("/p/1").wants(200, "The meeting is being asked to agree to the exact words of paragraph 1")
	if !page.holds("p3") || page.holds("proposal-1") {
		t.Error("the page does not say that the paragraph is held, or says it of each proposal")
	}
	for _, act := range []string{"Accept", "Accept as amended", "Put the combined text on the table"} {
		if !page.waits(act) {
			t.Errorf("%q is not put away", act)
		}
	}
	if page.waits("Do not retain") {
		t.Error("it is put away how to decide against a proposal, which the law allows")
	}
	if own := chair.open("/proposals/1").wants(200, "The meeting is being asked to agree"); !own.holds("proposal-1") {
		t.Error("the page of a proposal does not say that it is held")
	}
	chair.open("/p/1/combine?with=1&with=2").wants(200, "The meeting is being asked to agree").lacks("Which proposals")
	h.Do(webtest.Chair, negotiation.ThawText{})
	if chair.open("/p/1").holds("p3") {
		t.Error("after the thaw it is held")
	}
}

func TestNothingIsTakenInAfterTheWordsWereAgreed(t *testing.T) {
	h := onFloor(t)
	h.Do(webtest.Chair, negotiation.FreezeText{})
	arrives(h, "PERU", "p3", "Establish two groups that meet in the period between conferences.")
	arrives(h, "CHILE", "p3", "Establish two working groups that meet between conferences.")
	gavelled(h)
	chair := sitAt(t, h, webtest.Chair)
	page := chair.open("/p/1").wants(200, "This paragraph can be changed only after the Chair has reopened it", "Do not retain").lacks("Paragraph 1 is agreed", "Combine them")
	chair.open("/proposals/3").wants(200, "Paragraph 1 is agreed: what would change it can be admitted, combined or accepted after").lacks("Accept")
	if page.byID("proposal-3") == nil || strings.Contains(page.says("proposal-3"), "Accept") || strings.Contains(page.Body, `class="combine"`) {
		t.Error("the page offers what is refused")
	}
	chair.open("/p/1/combine?with=3&with=4").wants(200, "Paragraph 1 is agreed").lacks("Which proposals")
}

// TestWhatStrikesAListIsShutByAnItem: of a chapeau that goes with what was agreed below it.
func TestWhatStrikesAListIsShutByAnItem(t *testing.T) {
	h := openRoom(t)
	h.Do(webtest.Secretariat, negotiation.OpenComments{})
	h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Delete, Paragraph: "p4", Base: 1})
	h.Do(webtest.Chair, negotiation.FreezeList{Paragraphs: []negotiation.ParagraphID{"p6"}})
	chair := sitAt(t, h, webtest.Chair)
	if !chair.open("/proposals/1").wants(200, "exact words of paragraph 2.b").holds("proposal-1") {
		t.Error("it is not held by the item")
	}
	gavelled(h)
	chair.open("/proposals/1").wants(200, "Paragraph 2.b is agreed").lacks("Accept")
}

// TestAFreezePutsFormsAwayOnAPageThatIsOpen: and a thaw brings them back.
func TestAFreezePutsFormsAwayOnAPageThatIsOpen(t *testing.T) {
	t.Parallel()
	h := onFloor(t)
	w := webtest.OpenBrowser(t).Window(t, h)
	w.SignIn(webtest.Chair)
	w.Visit("/p/1")
	w.WaitFor(".live-words", "Connected")
	const shown = `[".combine button", "#proposal-1 .act", ".contest-free a", ".when-held"].map((s) => document.querySelector(s).checkVisibility()).join(" ")`
	w.Wait(shown + ` === "true true true false"`)
	h.Do(webtest.Chair, negotiation.FreezeText{})
	w.Wait(shown + ` === "false false false true"`)
	w.Picture("paragraph-held-1280")
	w.Axe()
	w.Resize(360, 740)
	w.Picture("paragraph-held-360")
	if wide := w.Wide(); wide != "" {
		t.Errorf("wider than 360 pixels: %s", wide)
	}
	h.Do(webtest.Chair, negotiation.ThawText{})
	w.Wait(shown + ` === "true true true false"`)
}
