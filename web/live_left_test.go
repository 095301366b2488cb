package web_test

import (
	"bytes"
	"runtime/pprof"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"plenary/web/webtest"
)

// What is left behind is counted when nothing in the bubble moves any more, so
// that it is not left to chance who has gone by then.

func TestAServerThatStopsSendsEverybodyAwayAndLeavesNothingBehind(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		readers := []*reader{h.asking(webtest.Mexico, ""), h.as(webtest.Mexico), h.asking(webtest.Peru, "part=side")}
		for _, r := range readers {
			r.hello()
		}
		synctest.Wait()
		// Of each connection one reads; each has a feed of its own, of which one
		// follows the record, and one what is beside it.
		if got, want := liveGoroutines(t), 9; got != want {
			t.Errorf("%d goroutines of the live channel with three readers, want %d: the count below proves nothing", got, want)
		}
		var codes sync.WaitGroup
		for _, r := range readers {
			codes.Go(func() {
				if got := r.closing(); got != 4001 {
					t.Errorf("closed with %d, want 4001", got)
				}
				_ = r.ws.Close()
			})
		}
		h.stop()
		codes.Wait()
		synctest.Wait()
		if got := liveGoroutines(t) + hubGoroutines(t); got != 0 {
			t.Errorf("%d goroutines of the live channel are left", got)
		}
	})
}

func TestNothingIsLeftOfReadersWhoGo(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		for range 3 {
			r := h.as(webtest.Mexico)
			r.hello()
			if err := r.ws.Close(); err != nil { // without a close frame, as a lost connection
				t.Fatal(err)
			}
		}
		synctest.Wait()
		if got := liveGoroutines(t); got != 0 {
			t.Errorf("%d goroutines of the live channel are left", got)
		}
	})
}

// liveGoroutines counts the goroutines that run for connections and feeds.
func liveGoroutines(t testing.TB) int {
	t.Helper()
	return goroutinesIn(t, "web.(*conn).", "web.(*feed).")
}

// hubGoroutines counts those that send, which stay until the server stops.
func hubGoroutines(t testing.TB) int {
	t.Helper()
	return goroutinesIn(t, "web/fanout.")
}

// goroutinesIn counts the goroutines that are in one of these functions.
func goroutinesIn(t testing.TB, functions ...string) int {
	t.Helper()
	var b bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&b, 2); err != nil {
		t.Fatal(err)
	}
	n := 0
	for stack := range strings.SplitSeq(b.String(), "\n\n") {
		if slices.ContainsFunc(functions, func(f string) bool { return strings.Contains(stack, f) }) {
			n++
		}
	}
	return n
}
