package web_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestAPageFollowsTheRecord shows what a reader sees of the live channel.
func TestAPageFollowsTheRecord(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *webtest.Browser)
	}{
		{"what is looked at stays where it is", staysInPlace},
		{"the focus and what was opened stay", keepsFocus},
		{"nothing is taken from under the hands", waitsForHands},
		{"what was held goes to its place in the end", holdsThroughAMove},
		{"a page of one paragraph asks for that one", asksForOne},
		{"a lost connection is said and made up for", makesUp},
		{"an inserted paragraph comes after the right one", comesInOrder},
		{"a page that cannot show a change says so, and goes on", tellsOfADraft},
		{"every message is judged by what the page has", judges},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, b) })
	}
}

// longHouse is a house whose draft is many screens long.
func longHouse(t *testing.T) *webtest.House {
	t.Helper()
	d := webtest.Draft()
	for i := range d.Paragraphs {
		if !d.Paragraphs[i].Kind.IsHeading() {
			d.Paragraphs[i].Text = strings.TrimSpace(strings.Repeat(d.Paragraphs[i].Text+" ", 30))
		}
	}
	return webtest.New(t, webtest.WithDraft(d))
}

// follow opens a page and waits until it follows the record.
func follow(t *testing.T, b *webtest.Browser, h *webtest.House, seat negotiation.SeatID, path string) *webtest.Window {
	t.Helper()
	w := b.Window(t, h)
	w.Sit(seat)
	w.Visit(path)
	w.WaitFor("#live", "Connected")
	w.Mark()
	return w
}

// unmoved fails if the page has been loaded anew.
func unmoved(t *testing.T, w *webtest.Window) {
	t.Helper()
	if !w.Marked() {
		t.Error("the page was loaded anew")
	}
}

func staysInPlace(t *testing.T, b *webtest.Browser) {
	h := longHouse(t)
	w := follow(t, b, h, webtest.Peru, "")
	webtest.Ask[bool](w, "document.getElementById('p9').scrollIntoView({behavior: 'instant'}), true")
	const where = "Math.round(document.getElementById('p9').getBoundingClientRect().top)"
	want := webtest.Ask[int](w, where)

	number := h.Table(webtest.Mexico, amend("p5", "examine robots;"))
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: number})
	w.WaitFor("#p5 ins", "robots")
	if got := webtest.Ask[int](w, where); got != want {
		t.Errorf("the paragraph that is looked at moved from %d to %d", want, got)
	}
	w.WaitFor(".live-above", "1 change above")
	if want := "Proposal 1 of MEXICO on paragraph 2.a was accepted."; w.Text("#announce") != want {
		t.Errorf("announced %q, want %q", w.Text("#announce"), want)
	}
	h.Table(webtest.Mexico, amend("p14", "Thank Barbados."))
	w.WaitFor(".live-below", "1 change below")
	webtest.Ask[bool](w, "document.getElementById('p1').scrollIntoView({behavior: 'instant'}), true")
	w.WaitFor(".live-below", "2 changes below")
	webtest.Ask[bool](w, "document.getElementById('p9').scrollIntoView({behavior: 'instant'}), true")
	w.Click(".live-below")
	w.Wait("document.querySelector('.live-below').hidden")
	w.WaitFor(".live-above", "1 change above")
	unmoved(t, w)
}

func keepsFocus(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	gone := h.Table(webtest.Mexico, amend("p5", "examine work;"))
	h.Do(webtest.Mexico, negotiation.WithdrawProposal{Proposal: gone})
	w := follow(t, b, h, webtest.Peru, "/p/2.a")
	w.Click("#p5 > details > summary")
	webtest.Ask[bool](w, "document.querySelector('#p5 > details > summary').focus(), true")
	h.Table(webtest.Cosate, amend("p5", "examine the future of all work;"))
	w.WaitFor("#p5 .column", "COSATE")
	if !w.Has("#p5 > details[open]") {
		t.Error("the details that were open are closed")
	}
	if !w.Has("#p5 > details > summary:focus") {
		t.Errorf("the focus went to %s", w.Focused())
	}
	unmoved(t, w)
}

func waitsForHands(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := follow(t, b, h, webtest.Peru, "")
	webtest.Ask[bool](w, "getSelection().selectAllChildren(document.querySelector('#p5 .row-text')), true")
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	w.Wait("document.getElementById('announce').textContent.includes('MEXICO')")
	if strings.Contains(w.Text("#p5"), "MEXICO") {
		t.Error("the paragraph was replaced while its words were marked")
	}
	webtest.Ask[bool](w, "getSelection().removeAllRanges(), true")
	w.WaitFor("#p5", "MEXICO")
	unmoved(t, w)
}

// holdsThroughAMove lets a paragraph change and move while its words are marked.
// One that moved behind it in the meantime has to follow it.
func holdsThroughAMove(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := follow(t, b, h, webtest.Peru, "")
	webtest.Ask[bool](w, "getSelection().selectAllChildren(document.querySelector('#p14 .row-text')), true")
	accept := func(c negotiation.Change) {
		h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: h.Table(webtest.Mexico, c)})
		w.Wait(fmt.Sprintf("document.querySelector('main').dataset.seq === '%d'", h.View(webtest.Peru).Seq))
	}
	accept(negotiation.Change{Kind: negotiation.Move, Paragraph: "p14", Base: 1, After: "p1"})
	accept(negotiation.Change{Kind: negotiation.Move, Paragraph: "p3", Base: 1, After: "p14"})
	accept(amend("p5", "examine robots;"))
	if !w.Has("#p13 ~ #p14") {
		t.Error("the paragraph was taken away while its words were marked")
	}
	said := w.Text("#announce")
	webtest.Ask[bool](w, "getSelection().removeAllRanges(), true")
	w.Wait("document.querySelector('#p1 + #p14 + #p3') !== null")
	w.WaitFor("#live", "Connected")
	if got := w.Text("#announce"); got != said {
		t.Errorf("announced %q again, after %q", got, said)
	}
	rows := "[...document.querySelectorAll('.rows > [id]')].map((row) => row.id).join(' ')"
	got := webtest.Ask[string](w, rows)
	unmoved(t, w)
	w.Reload()
	if want := webtest.Ask[string](w, rows); got != want {
		t.Errorf("the page has %s, loaded anew it has %s", got, want)
	}
}

func asksForOne(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := follow(t, b, h, webtest.Peru, "/p/2.a")
	webtest.Ask[bool](w, "window.asked = '', window.WebSocket = class extends WebSocket { constructor(a) { super(a); window.asked = String(a); } }, true")
	w.Offline(true)
	w.WaitFor("#live", "Offline since")
	w.Offline(false)
	w.WaitFor("#live", "Connected")
	if got := webtest.Ask[string](w, "new URL(window.asked).searchParams.get('paragraph')"); got != "p5" {
		t.Errorf("the page of 2.a asked for paragraph %q, want p5", got)
	}
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	w.WaitFor("#p5", "MEXICO")
	unmoved(t, w)
}

func makesUp(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := follow(t, b, h, webtest.Peru, "")
	w.Offline(true)
	w.WaitFor("#live", "Offline since")
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	w.Offline(false)
	w.WaitFor("#p5", "MEXICO")
	w.WaitFor("#p12", "COSATE")
	w.WaitFor("#live", "Connected")
	unmoved(t, w)
}

func comesInOrder(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	whole := follow(t, b, h, webtest.Peru, "")
	searched := follow(t, b, h, webtest.Peru, "?q=perspective")
	number := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Insert, Paragraph: "p5", Base: 1, Text: "examine technology;"})
	h.Do(webtest.Chair, negotiation.AcceptProposal{Proposal: number})
	whole.WaitFor("#p5 + .row", "examine technology;")
	searched.Wait(fmt.Sprintf("document.querySelector('main').dataset.seq === '%d'", h.View(webtest.Peru).Seq))
	if strings.Contains(searched.Text(".rows"), "technology") {
		t.Error("a search shows a paragraph that was not found")
	}
	unmoved(t, whole)
	unmoved(t, searched)
}

func judges(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w := follow(t, b, h, webtest.Peru, "")
	for _, tt := range []struct{ message, want string }{
		{`{type: "hello", epoch: "e", seq: 7}`, "welcome"},
		{`{type: "hello", epoch: "e", seq: 9}`, "welcome"},
		{`{type: "hello", epoch: "e", seq: 6}`, "reload"},
		{`{type: "hello", epoch: "f", seq: 7}`, "reload"},
		{`{type: "change", epoch: "f", since: 7, seq: 8}`, "reload"},
		{`{type: "change", epoch: "e", since: 7, seq: 8}`, "apply"},
		{`{type: "change", epoch: "e", since: 3, seq: 8}`, "apply"},
		{`{type: "change", epoch: "e", since: 6, seq: 7}`, "ignore"},
		{`{type: "change", epoch: "e", since: 8, seq: 9}`, "rejoin"},
		{`{type: "signal", kind: "typing"}`, "signal"},
		{`{type: "refused", code: "stale", text: "No."}`, "refused"},
		{`{type: "news"}`, "ignore"},
	} {
		script := fmt.Sprintf("import(new URL('verdict.js', document.querySelector('script[src*=\"js/page.js\"]').src)).then((m) => m.verdict(%s, {epoch: 'e', seq: 7}))", tt.message)
		if got := webtest.Await[string](w, script); got != tt.want {
			t.Errorf("with seq 7 of epoch e, %s: %s, want %s", tt.message, got, tt.want)
		}
	}
}

func tellsOfADraft(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t, webtest.WithoutDraft())
	w := follow(t, b, h, webtest.Peru, "")
	h.Do(webtest.Secretariat, negotiation.ImportDraft{Draft: webtest.Draft()})
	w.WaitFor("#live", "Reload it")
	if got, want := w.Text("#announce"), "The draft has arrived."; got != want {
		t.Errorf("announced %q, want %q", got, want)
	}
	h.Do(webtest.Secretariat, negotiation.OpenComments{})
	w.Wait("document.getElementById('announce').textContent === 'The window for proposals is open.'")
	unmoved(t, w)
}
