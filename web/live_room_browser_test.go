package web_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestAPageOfTheRoomOnABadLink shows what somebody in the room, or far from it,
// can rely on.
func TestAPageOfTheRoomOnABadLink(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *webtest.Browser)
	}{
		{"a region is replaced and nothing is taken from under the hands", regionsChange},
		{"a region in which somebody types waits until they stop", regionWaits},
		{"without websockets the same messages come by plain HTTP", fallsBack},
		{"a server that is away is no reason to go without websockets", staysWithSockets},
		{"a page that slept for a night comes right", wakesUp},
		{"what is only beside the record is said and shown", besideTheRecord},
		{"a frozen text is told of once it is in sight", frozenIsSeen},
		{"clocks count on the server's time", clocksCount},
		{"a screen loads itself anew, once a minute at most", screenReloads},
		{"a page that is sent away does not come back, by either way", sentAway},
		{"a house follows up by plain HTTP where websockets are blocked", houseWithoutSockets},
		{"over 400 ms, 2 % loss and 64 kbit/s nothing is lost", worstHotel},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, b)
		})
	}
}

func regionsChange(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", `<p>First words.</p>`,
		`<p>Other words stay.</p><details><summary>More</summary>Hidden.</details><form id="f"><input name="q"> <textarea name="text"></textarea></form>`)
	w := s.window(b)
	w.Click("#r2 summary")
	w.Write("#f input", "typed")
	webtest.Ask[bool](w, "document.querySelector('#f input').setSelectionRange(1, 3), true")
	s.change("r1", "<p>Second words.</p>", "The text is frozen.")
	w.WaitFor("#r1", "Second words.")
	if got := w.Text("#announce"); got != "The text is frozen." {
		t.Errorf("announced %q", got)
	}
	w.Wait("document.querySelector('#r2 input').value === 'typed'")
	// Later than the pause of whoever typed: it is replaced with the field.
	s.change("r2", `<p>Other words stay.</p><p>And more.</p><details><summary>More</summary>Hidden.</details><form id="f"><input name="q"> <textarea name="text"></textarea></form>`, "")
	w.WaitFor("#r2", "And more.")
	if got := webtest.Ask[string](w, "(({value, selectionStart, selectionEnd}) => [value, selectionStart, selectionEnd].join())(document.activeElement)"); got != "typed,1,3" {
		t.Errorf("the field has %s, want typed,1,3", got)
	}
	if !w.Has("#r2 details[open]") {
		t.Error("what was opened is closed")
	}
	webtest.Ask[bool](w, "getSelection().selectAllChildren(document.querySelector('#r2 p')), true")
	s.change("r2", `<p>Other words stay.</p><p>And less.</p>`, "")
	w.WaitFor("#r2", "And less.")
	if got := webtest.Ask[string](w, "String(getSelection())"); got != "Other words stay." {
		t.Errorf("%q is marked, want the same words as before", got)
	}
	s.change("nowhere", "", "")
	unmoved(t, w)
}

func regionWaits(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "pen", `<textarea name="text">Urges</textarea> <p>Version 1</p>`, `<p>one</p>`)
	w := s.window(b)
	w.Click("#r1 textarea")
	// Whoever composes a letter is typing for as long as it takes.
	webtest.Ask[bool](w, "document.querySelector('#r1 textarea').dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}))")
	w.Press(" all")
	s.change("r1", `<textarea name="text">Urges</textarea> <p>Version 2</p>`, "")
	s.change("r1", `<textarea name="text">Urges</textarea> <p>Version 3</p>`, "")
	s.change("r2", `<p>two</p>`, "")
	w.WaitFor("#r2", "two")
	if got := w.Text("#r1 p"); got != "Version 1" {
		t.Errorf("while it is typed in, the region shows %q", got)
	}
	webtest.Ask[bool](w, "document.querySelector('#r1 textarea').dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}))")
	w.WaitFor("#r1", "Version 3")
	if got := webtest.Ask[string](w, "document.activeElement.value"); !strings.Contains(got, " all") {
		t.Errorf("the field has %q, want what was typed", got)
	}
	unmoved(t, w)
}

func fallsBack(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", `<p>First words.</p>`)
	s.link.RefuseWebsockets(403)
	w := s.window(b)
	s.change("r1", "<p>Second words.</p>", "Said.")
	w.WaitFor("#r1", "Second words.")
	if got := w.Text("#announce"); got != "Said." {
		t.Errorf("announced %q", got)
	}
	for _, n := range []int{1, 2} {
		told := fmt.Sprintf("import(new URL('live.js', document.querySelector('script[src*=\"js/page.js\"]').src)).then((m) => m.tell({type: 'seen', hash: '%d'}))", n)
		if !webtest.Await[bool](w, told) {
			t.Error("the page says that there is no connection")
		}
	}
	s.until("the signals are heard", func(s *roomStage) bool {
		return len(s.heard) > 0 && s.heard[len(s.heard)-1] == `{"type":"seen","hash":"2"}`
	})
	unmoved(t, w)
	w.Visit("/stage") // the tab remembers, and does not try in vain
	w.WaitFor("#live", "Connected")
	opened := ask(s, func(s *roomStage) map[string]int { return s.opened })
	if opened["live"] != 0 || opened["events"] != 2 {
		t.Errorf("opened %v, want events twice", opened)
	}
	// After a while it tries again.
	s.link.RefuseWebsockets(0)
	leap(w, 11*time.Minute)
	s.until("a websocket is open", func(s *roomStage) bool { return s.opened["live"] == 1 })
	w.WaitFor("#live", "Connected")
}

// leap sets the clock of a page on, as if the machine had slept, and lets the
// page be looked at.
func leap(w *webtest.Window, by time.Duration) {
	webtest.Ask[bool](w, fmt.Sprintf(`(() => {
  const now = Date.now;
  Date.now = () => now() + %d;
  return document.dispatchEvent(new Event("visibilitychange"));
})()`, by.Milliseconds()))
}

func staysWithSockets(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", `<p>First words.</p>`)
	w := s.window(b)
	failed := `window.failed = 0, window.WebSocket = class extends WebSocket {
  constructor(a) { super(a); this.addEventListener("close", (e) => window.failed += e.code === 1006 ? 1 : 0); } }, true`
	webtest.Ask[bool](w, failed)
	s.link.Cut()
	w.Wait("window.failed >= 2")
	s.link.Restore()
	w.WaitFor("#live", "Connected")
	if opened := ask(s, func(s *roomStage) map[string]int { return s.opened }); opened["events"] != 0 || opened["live"] != 2 {
		t.Errorf("opened %v, want websockets only", opened)
	}
	unmoved(t, w)
}

func wakesUp(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", `<p>First words.</p>`)
	w := s.window(b)
	s.link.Silence()
	s.change("r1", "<p>Second words.</p>", "Said one.")
	s.change("r1", "<p>Third words.</p>", "Said two.")
	s.link.Restore()
	if got := w.Text("#live"); got != "Connected" {
		t.Errorf("the page shows %q before it could know better", got)
	}
	counting(w)
	leap(w, 8*time.Hour)
	w.WaitFor("#r1", "Third words.")
	w.WaitFor("#live", "Connected")
	if got := webtest.Ask[int](w, "window.changes"); got != 1 {
		t.Errorf("caught up with %d changes, want 1", got)
	}
	if got := w.Text("#announce"); got != "Said two." {
		t.Errorf("announced %q", got)
	}
	unmoved(t, w)
}

func besideTheRecord(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "console", `<p>Nobody.</p>`)
	w := s.window(b)
	s.say(map[string]any{"type": "signal", "kind": "presence", "regions": []map[string]string{{"id": "r1", "html": `<section id="r1"><p>MEXICO.</p></section>`}}})
	w.WaitFor("#r1", "MEXICO.")
	s.say(map[string]any{"type": "refused", "code": "stale", "text": "Somebody else holds the pen."})
	w.WaitFor(".notice", "Somebody else holds the pen.")
	w.Axe()
	w.Click(".notice button")
	w.Wait("document.querySelector('.notice') === null")
	unmoved(t, w)
}

func frozenIsSeen(t *testing.T, b *webtest.Browser) {
	long := `<p>` + strings.Repeat("Words. ", 3000) + `</p>`
	frozen := func(hash string) string { return long + `<div data-seen="` + hash + `">Frozen.</div>` }
	s := openStage(t, "room", frozen("aaa"))
	w := s.window(b)
	s.change("r1", frozen("bbb"), "")
	w.WaitFor("[data-seen=bbb]", "Frozen.")
	webtest.Ask[bool](w, "document.querySelector('[data-seen]').scrollIntoView({behavior: 'instant'}), true")
	s.until("the text is seen", func(s *roomStage) bool { return len(s.heard) > 0 })
	s.link.Cut()
	w.WaitFor("#live", "Offline since")
	s.link.Restore()
	s.until("it is told again", func(s *roomStage) bool { return len(s.heard) > 1 })
	for _, m := range ask(s, func(s *roomStage) []string { return s.heard }) {
		if want := `{"type":"seen","hash":"bbb"}`; m != want {
			t.Errorf("heard %s, want only %s: what was not in sight is not seen", m, want)
		}
	}
}

func clocksCount(t *testing.T, b *webtest.Browser) {
	const ahead = 40 * time.Minute // a browser whose clock is wrong
	at := func(d time.Duration) string { return time.Now().Add(ahead + d).Format(time.RFC3339Nano) }
	s := openStage(t, "screen", `<time data-until="`+at(2*time.Hour)+`">11:00</time>`, `<time data-since="`+at(-2*time.Hour)+`">9:00</time>`,
		`<time data-until="`+at(-time.Second)+`">10:00</time>`)
	s.set(func(s *roomStage) { s.skew = ahead })
	w := s.window(b)
	for region, want := range map[string]string{"#r1": "1:59:", "#r2": "2:00:", "#r3": "0:00"} {
		w.WaitFor(region, want)
	}
	if got := webtest.Ask[string](w, "document.querySelector('#r1 time').title"); got != "11:00" {
		t.Errorf("the time of day is %q, want 11:00", got)
	}
	if !w.Has("#r3 .clock-over") || w.Has("#r1 .clock-over") {
		t.Error("it is not told which time is up")
	}
}

func screenReloads(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "screen", `<p>First words.</p>`)
	w := s.window(b)
	s.set(func(s *roomStage) { s.epoch, s.parts[0].html = "e2", "<p>Of another record.</p>" })
	// It is told when it comes back, and comes again when it is loaded anew.
	s.until("the screen is loaded anew", func(s *roomStage) bool { return s.opened["live"] == 3 })
	w.WaitFor("#r1", "Of another record.")
	w.WaitFor("#live", "Connected")
	w.Mark()
	webtest.Ask[bool](w, `window.waits = [], window.setTimeout = ((f) => (g, ms) => { window.waits.push(ms); return f(g, ms); })(window.setTimeout), true`)
	s.set(func(s *roomStage) { s.epoch = "e3" })
	w.Wait("window.waits.some((ms) => ms > 10000 && ms <= 60000)")
	unmoved(t, w)

	// Of another release likewise, which shows when it comes back.
	s = openStage(t, "screen", `<p>First words.</p>`)
	w = s.window(b)
	s.link.Cut()
	w.WaitFor("#live", "Offline since")
	s.set(func(s *roomStage) { s.gone = true })
	s.link.Restore()
	s.until("the screen is loaded anew", func(s *roomStage) bool { return s.opened["live"] == 3 })
	w.WaitFor("#live", "Connected")
	if w.Marked() {
		t.Error("the page is still that of the old release")
	}
}

// overLinkTo opens a page of a real house over a link, and waits until it follows
// the record.
func overLinkTo(t *testing.T, b *webtest.Browser, h *webtest.House, prepare func(*webtest.Link)) (*webtest.Window, *webtest.Link) {
	t.Helper()
	link := webtest.OpenLink(t, h.Server.Listener.Addr().String())
	prepare(link)
	w := b.Window(t, h, webtest.Through(link))
	w.SignIn(webtest.Peru)
	w.WaitFor("#live", "Connected")
	w.Mark()
	return w, link
}

// counting lets a page count what comes over the connections that it opens from
// now on, and those.
func counting(w *webtest.Window) {
	webtest.Ask[bool](w, `window.opened = 0, window.changes = 0, ["WebSocket", "EventSource"].forEach((name) => {
  window[name] = class extends window[name] {
    constructor(a) {
      super(a);
      window.opened++;
      this.addEventListener("message", (e) => window.changes += JSON.parse(e.data).type === "change" ? 1 : 0);
    }
  };
}), true`)
}

func sentAway(t *testing.T, b *webtest.Browser) {
	for way, refusal := range map[string]int{"websocket": 0, "events": 502} {
		t.Run(way, func(t *testing.T) {
			h := webtest.New(t)
			w, _ := overLinkTo(t, b, h, func(l *webtest.Link) { l.RefuseWebsockets(refusal) })
			counting(w)
			h.Do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Peru})
			w.WaitFor("#live", "out of date")
			leap(w, time.Hour)
			if got := webtest.Ask[int](w, "window.opened"); got != 0 {
				t.Errorf("it came back %d times", got)
			}
			unmoved(t, w)
		})
	}
}

func houseWithoutSockets(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w, link := overLinkTo(t, b, h, func(l *webtest.Link) { l.RefuseWebsockets(403) })
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	w.WaitFor("#p5", "MEXICO")
	if want := "MEXICO tabled proposal 1 on paragraph 2.a."; w.Text("#announce") != want {
		t.Errorf("announced %q, want %q", w.Text("#announce"), want)
	}
	counting(w)
	link.Cut()
	w.WaitFor("#live", "Offline since")
	h.Table(webtest.Mexico, amend("p5", "examine all work;"))
	h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	link.Restore()
	w.WaitFor("#p12", "COSATE")
	w.WaitFor("#live", "Connected")
	if got := webtest.Ask[int](w, "window.changes"); got != 1 {
		t.Errorf("caught up with %d changes, want 1", got)
	}
	unmoved(t, w)
}

// worstHotel follows the record of a real house over the worst link there is,
// cut once.
func worstHotel(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	w, link := overLinkTo(t, b, h, func(*webtest.Link) {})
	counting(w)
	link.Set(webtest.BadQuality())
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	w.WaitFor("#p5", "MEXICO")
	link.Cut()
	w.WaitFor("#live", "Offline since")
	for range 4 {
		h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	}
	h.Table(webtest.Mexico, amend("p14", "Thank Barbados."))
	link.Restore()
	w.WaitFor("#p12", "COSATE")
	w.WaitFor("#p14", "MEXICO")
	w.WaitFor("#live", "Connected")
	if got := webtest.Ask[int](w, "window.changes"); got != 1 {
		t.Errorf("caught up with %d changes, want 1", got)
	}
	unmoved(t, w)
}
