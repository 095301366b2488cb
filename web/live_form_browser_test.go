package web_test

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// TestTheFormsOfTheRoomOnABadLink shows what becomes of what somebody presses.
func TestTheFormsOfTheRoomOnABadLink(t *testing.T) {
	t.Parallel()
	b := webtest.OpenBrowser(t)
	for _, test := range []struct {
		name string
		run  func(*testing.T, *webtest.Browser)
	}{
		{"what is pressed without a connection is sent once, after a reload too", pressedIsKept},
		{"what has no answer is sent again, and happens once", unansweredIsSentAgain},
		{"an objection overtakes what waits", objectionOvertakes},
		{"a refusal stands beside its form, and the words stay", refusalStands},
		{"an objection in a house counts if it was sent in time", objectionCounts},
		{"an objection carries the server's time of the click", objectionIsTimed},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, b)
		})
	}
}

const objection = `<form id="object" method="post" action="/n/bridgetown/stage/act" data-act="object">
<input type="hidden" name="key" value="k1"><input type="hidden" name="sent" value="">
<label>Why <textarea name="text"></textarea></label> <button name="act" value="object">Object</button></form>`

func pressedIsKept(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", objection)
	w := s.window(b)
	s.link.Cut()
	w.WaitFor("#live", "Offline since")
	w.Write("#object textarea", "Two is too few.")
	w.Click("#object button")
	w.Click("#object button") // out of impatience
	w.WaitFor("#object .act-waiting", "Waiting to be sent")
	s.link.Restore()
	w.Wait("document.querySelector('.act-waiting') === null")
	taken := ask(s, func(s *roomStage) []url.Values { return s.taken })
	if len(taken) != 1 || taken[0].Get("text") != "Two is too few." || taken[0].Get("act") != "object" || taken[0].Get("key") != "k1" {
		t.Errorf("taken %v, want one objection with its words, its button and its key", taken)
	}
	if got := webtest.Ask[string](w, "document.querySelector('#object textarea').value + document.querySelector('#object [name=key]').value"); got == "k1" || strings.Contains(got, "Two") {
		t.Errorf("the form has %q, want no words and another key", got)
	}
	unmoved(t, w)

	// Kept over a reload: the server took it, and the answer was lost.
	s.link.Cut()
	w.WaitFor("#live", "Offline since")
	w.Write("#object textarea", "Three.")
	w.Click("#object button")
	w.WaitFor("#object .act-waiting", "Waiting to be sent")
	w.Write("#object textarea", "Four, or")
	webtest.Ask[bool](w, "sessionStorage.setItem('plenary.test', Object.keys(sessionStorage).join()), true")
	s.link.Restore()
	w.Visit("/stage")
	s.until("the second objection is taken", func(s *roomStage) bool { return len(s.taken) == 2 })
	w.WaitFor("#live", "Connected")
	if got := webtest.Ask[string](w, "document.querySelector('#object textarea').value"); got != "Four, or" {
		t.Errorf("after the reload the field has %q, want what was typed", got)
	}
	if got := ask(s, func(s *roomStage) string { return s.taken[1].Get("text") }); got != "Three." {
		t.Errorf("taken %q, want Three.", got)
	}
}

func unansweredIsSentAgain(t *testing.T, b *webtest.Browser) {
	for _, answer := range []string{"busy", "lost"} {
		t.Run(answer, func(t *testing.T) {
			s := openStage(t, "room", objection)
			s.set(func(s *roomStage) { s.answers = []string{answer, answer} })
			w := s.window(b)
			w.Bear(503)
			w.Write("#object textarea", "Once.")
			w.Click("#object button")
			s.until("it was sent three times", func(s *roomStage) bool { return s.tries == 3 })
			w.Wait("document.querySelector('#object textarea').value === '' && document.querySelector('.act-waiting') === null")
			if tries, taken := ask(s, func(s *roomStage) int { return s.tries }), ask(s, func(s *roomStage) int { return len(s.taken) }); tries != 3 || taken != 1 {
				t.Errorf("sent %d times and taken %d times, want 3 and once", tries, taken)
			}
		})
	}
}

func objectionOvertakes(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", objection, `<form id="ask" method="post" action="/n/bridgetown/stage/act" data-act="ask"><input type="hidden" name="key" value="k2"><button name="act" value="ask">Ask for the floor</button></form>`)
	s.set(func(s *roomStage) { s.answers = []string{"late"} })
	w := s.window(b)
	w.Click("#ask button")
	w.WaitFor("#ask .act-waiting", "Waiting to be sent")
	w.Click("#object button")
	s.until("the objection is taken", func(s *roomStage) bool { return len(s.taken) > 0 })
	if got := ask(s, func(s *roomStage) string { return s.taken[0].Get("act") }); got != "object" {
		t.Errorf("taken first is %q, want the objection", got)
	}
}

func refusalStands(t *testing.T, b *webtest.Browser) {
	s := openStage(t, "room", objection)
	s.set(func(s *roomStage) { s.refusal = "The text has moved on." })
	w := s.window(b)
	w.Bear(409)
	w.Write("#object textarea", "No.")
	w.Click("#object button")
	w.WaitFor("#object .act-refused", "The text has moved on.")
	if got := webtest.Ask[string](w, "document.querySelector('#object textarea').value"); got != "No." {
		t.Errorf("the field has %q, want what was typed", got)
	}
	s.change("r1", objection+"<p>Anew.</p>", "")
	w.WaitFor("#r1", "Anew.")
	w.WaitFor("#object .act-refused", "The text has moved on.")
	s.set(func(s *roomStage) { s.refusal = "" })
	w.Click("#object button")
	w.Wait("document.querySelector('.act-refused') === null")
	s.until("the objection is taken", func(s *roomStage) bool { return len(s.taken) == 1 })
	unmoved(t, w)
}

func objectionIsTimed(t *testing.T, b *webtest.Browser) {
	const ahead = 40 * time.Minute // a browser whose clock is wrong
	s := openStage(t, "room", objection)
	s.set(func(s *roomStage) { s.skew = ahead })
	w := s.window(b)
	before := time.Now().Add(ahead)
	w.Click("#object button")
	s.until("the objection is taken", func(s *roomStage) bool { return len(s.taken) == 1 })
	sent, err := time.Parse(time.RFC3339Nano, ask(s, func(s *roomStage) string { return s.taken[0].Get("sent") }))
	// It may be early by the delay of the one message that came, which no test bounds closely.
	if after := time.Now().Add(ahead); err != nil || sent.After(after) || sent.Before(before.Add(-tooLong)) {
		t.Errorf("sent at %s (%v), want between %s and %s", sent, err, before, after)
	}
}

// objectionCounts lets somebody object in time whose link comes back too late.
func objectionCounts(t *testing.T, b *webtest.Browser) {
	h := webtest.New(t)
	h.Do(webtest.Chair, negotiation.ScheduleSession{Title: "Third reading", Settings: negotiation.SessionSettings{ObjectWithin: 60}})
	h.Do(webtest.Chair, negotiation.OpenSession{})
	h.Do(webtest.Chair, negotiation.CallParagraph{Paragraph: "p3"})
	h.Do(webtest.Chair, negotiation.FreezeText{})
	h.Do(webtest.Chair, negotiation.LetGavelFall{Outcome: negotiation.Outcome{Kind: negotiation.Agreed}, Hash: h.View(webtest.Chair).Session.Floor.Frozen.Hash})
	// The clock of the house stands, that of the browser does not: there is time.
	until := h.View(webtest.Chair).Session.Floor.Gavel.Until
	link := webtest.OpenLink(t, h.Server.Listener.Addr().String())
	w := b.Window(t, h, webtest.Through(link))
	w.SignIn(webtest.Peru)
	w.Visit("/session")
	w.WaitFor("#live", "Connected")
	w.Mark()
	link.Cut()
	w.WaitFor("#live", "Offline since")
	w.Click("#object .button-object")
	w.WaitFor("#object .act-waiting", "Waiting to be sent")
	h.Clock.Set(until.Add(time.Second))
	link.Set(webtest.BadQuality())
	link.Restore()
	w.WaitFor(".objections", "PERU")
	unmoved(t, w)
	list := h.View(webtest.Chair).Session.Floor.Objections
	if len(list) != 1 || list[0].Delegation != "PERU" || list[0].Sent.After(until) || !list[0].At.After(until) {
		t.Errorf("objections %+v, want one of PERU, sent before and received after %s", list, until)
	}
}
