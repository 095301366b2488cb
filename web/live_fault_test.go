package web_test

import (
	"sync/atomic"
	"testing"
	"time"

	"plenary/web/webtest"
)

// The clock is what a test can break of a feed, and stands for any of its parts.
func TestAFeedThatBreaksSendsItsReadersAwayAndTheServerLives(t *testing.T) {
	h := webtest.New(t)
	var broken atomic.Bool
	live := serveLive(t, h, func() time.Time {
		if broken.Load() {
			panic("the clock is broken")
		}
		return h.Clock.Now()
	})
	readers := []*reader{live.as(t, webtest.Mexico, ""), live.as(t, webtest.Peru, "part=side")}
	for _, r := range readers {
		r.hello()
	}
	broken.Store(true)
	h.Table(webtest.Peru, amend("p5", "examine work;"))
	for i, r := range readers {
		if got := r.closing(); got != 4002 {
			t.Errorf("reader %d was closed with %d, want 4002", i, got)
		}
	}
	broken.Store(false)
	r := live.as(t, webtest.Mexico, "")
	r.hello()
	h.Table(webtest.Peru, amend("p5", "examine all work;"))
	if got := r.next().addresses(); got != "2.a" {
		t.Errorf("a reader who came back got %q, want 2.a", got)
	}
}
