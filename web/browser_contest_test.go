package web_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestProposalsAreCombinedInABrowser does what a Chair does with the contested
// paragraphs of Bridgetown, and looks at every state on the way.
func TestProposalsAreCombinedInABrowser(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	t.Run("two proposals become one and are accepted in another window's sight", func(t *testing.T) { combinedLive(t, b) })
	t.Run("proposals are combined without JavaScript", func(t *testing.T) { combinedWithoutScript(t, b) })
	t.Run("the states of a contest are accessible, fit, and are kept as pictures", func(t *testing.T) { contestShown(t, b) })
}

// combinedLive is 9.e: MEXICO and PERU change different words.
func combinedLive(t *testing.T, b *webtest.Browser) {
	h := bridgetownHouse(t)
	chair, peru := sit(t, b, h, webtest.Chair), sit(t, b, h, webtest.Peru)
	for _, w := range []*webtest.Window{chair, peru} {
		w.Visit("/p/9.e")
		w.WaitFor("#live", "Connected")
		w.WaitFor(".contest", "MEXICO and PERU do not clash.")
	}
	peru.Mark()
	chair.Follow("form.combine .button-do")
	const combined = ".proposal:has(.proposal-sponsors a)"
	peru.WaitFor(combined, "combined from")
	for _, words := range []string{"within our competencies", "the promotion of"} {
		peru.WaitFor(combined+" ins", words)
	}
	number := strings.TrimPrefix(webtest.Ask[string](peru, fmt.Sprintf("document.querySelector(%q).id", combined)), "proposal-")

	accept := fmt.Sprintf("form[action$='/proposals/%s/accept']", number)
	chair.Click("details:has(" + accept + ") > summary")
	chair.Follow(accept + " button")
	peru.WaitFor(".column-draft", "Version 2")
	if !peru.Marked() {
		t.Error("the page was loaded anew")
	}
	peru.Unfold()
	for _, parent := range []string{"21", "22"} {
		peru.WaitFor("#proposal-"+parent, "merged into proposal "+number)
	}
	peru.Visit("/mine")
	peru.WaitFor("main", "merged into proposal "+number)
}

// combinedWithoutScript is 8.bullet1: the order changes the sense.
func combinedWithoutScript(t *testing.T, b *webtest.Browser) {
	h := bridgetownHouse(t)
	w := sit(t, b, h, webtest.Secretariat, webtest.NoScript())
	w.Visit("/p/8.bullet1")
	w.Click("input[name=first][value='16']")
	w.Follow("form.combine button[formmethod=get]")
	if got, want := w.Text(".reading"), "employers"; !strings.Contains(got, want) || strings.Index(got, want) > strings.Index(got, "migrant") {
		t.Errorf("the preview says %q, want CEATAL's words first", got)
	}
	w.Follow("form.combine .button-do")
	if got := w.Text("#proposal-35"); !strings.Contains(got, "combined by the Secretariat from 16, 15") {
		t.Errorf("proposal 35 says %q", got)
	}
}

// contestHouse opens a house in which each state of a contest is on some page.
func contestHouse(t *testing.T) *webtest.House {
	t.Helper()
	h := bridgetownHouse(t)
	para := func(address string) negotiation.ParagraphView {
		p, _ := h.View(webtest.Chair).Paragraph(address)
		return p
	}
	// 9.d: one moves on, one clashes, one is there already.
	d := para("9.d")
	words := strings.Fields(d.Text)
	change := func(first, last string) negotiation.Change {
		list := append([]string{first}, words[1:len(words)-1]...)
		return negotiation.Change{Kind: negotiation.Amend, Paragraph: d.ID, Base: 1, Text: strings.Join(append(list, last), " ")}
	}
	taken := h.Table(webtest.Peru, change("Reinforcing", words[len(words)-1]))
	h.Table(webtest.Cosate, change("Dismantle", words[len(words)-1]))
	h.Table(webtest.Cosate, change("Reinforcing", words[len(words)-1]))
	h.Table(webtest.Cosate, change(words[0], "now."))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: taken})
	// 9.e: combined.
	e := para("9.e")
	h.Do(webtest.Chair, negotiation.CombineProposals{Parents: []negotiation.ProposalID{"21", "22"}, Paragraph: e.ID, Base: 1, Reason: "They *fit*."})
	return h
}

func contestShown(t *testing.T, b *webtest.Browser) {
	h := contestHouse(t)
	crowded := crowd(t, 100)
	for _, p := range []struct {
		name  string
		house *webtest.House
		seat  negotiation.SeatID
		path  string
	}{
		{"order", h, webtest.Chair, "/p/8.bullet1"},
		{"order-read", h, webtest.Mexico, "/p/8.bullet1"},
		{"moot", h, webtest.Chair, "/p/9.c"},
		{"combined", h, webtest.Chair, "/p/9.e"},
		{"waits", h, webtest.Cosate, "/p/9.d"},
		{"waits-mine", h, webtest.Cosate, "/mine"},
		{"waits-answer", h, webtest.Cosate, "/p/9.d/propose?replaces=36"},
		{"dangling", h, webtest.Mexico, "/p/9.g"},
		{"preview", h, webtest.Chair, "/p/8.bullet1/combine?with=15&with=16&first=16"},
		{"crowd", crowded, webtest.Chair, "/p/1"},
	} {
		w := sit(t, b, p.house, p.seat)
		w.Visit(p.path)
		if os.Getenv("PLENARY_SCREENSHOTS") != "" {
			for _, width := range []int{360, 1280, 1920} {
				w.Resize(width, 1400)
				w.Picture(fmt.Sprintf("contest-%s-%d", p.name, width))
			}
			w.Resize(1280, 1400)
			w.Dark(true)
			w.Picture("contest-" + p.name + "-dark")
			w.Dark(false)
		}
		if p.name == "crowd" {
			w.Resize(320, 700)
		} else {
			w.Unfold()
			w.Axe()
			w.Dark(true)
			w.Axe("color-contrast", "link-in-text-block")
			w.Dark(false)
			w.Resize(320, 700)
			w.Unfold()
			w.Axe()
		}
		if wide := w.Wide(); wide != "" {
			t.Errorf("%s is wider than its window: %s", p.name, wide)
		}
	}
}
