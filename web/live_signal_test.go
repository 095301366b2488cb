package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
)

// notices is what is beside a record, as a test says.
type notices struct {
	mu    sync.Mutex // guards what follows
	moved chan struct{}
	list  []signalMessage
	asked int
}

func (n *notices) changed() <-chan struct{} {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.moved
}

func (n *notices) signals(*moment) []signalMessage {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.asked++
	return append([]signalMessage(nil), n.list...)
}

// put changes what is there, and gives how often it was looked at before.
func (n *notices) put(list ...signalMessage) int {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.list = list
	close(n.moved)
	n.moved = make(chan struct{})
	return n.asked
}

func signalOf(kind, html string) signalMessage {
	return signalMessage{Kind: kind, Regions: []region{{ID: kind, HTML: html}}}
}

// listening runs a test in a bubble of virtual time on a feed that listens to
// notices.
func listening(t *testing.T, test func(t *testing.T, f *feed, n *notices)) {
	t.Helper()
	s := atTheDoor(t)
	synctest.Test(t, func(t *testing.T) {
		n := &notices{moved: make(chan struct{})}
		f := someFeed(t, s, roomForm, negotiation.View{ID: "n1", Seq: 3})
		f.board = n
		ctx, cancel := context.WithCancel(t.Context())
		var listens sync.WaitGroup
		listens.Go(func() { f.listen(ctx) })
		defer listens.Wait()
		defer cancel()
		synctest.Wait()
		test(t, f, n)
	})
}

// sent is the newest signal of a kind.
func (f *feed) sent(t *testing.T, kind string) (html, now string) {
	t.Helper()
	f.mu.Lock()
	defer f.mu.Unlock()
	var m signalMessage
	data := bytes.TrimPrefix(f.signals[kind][streamWire](), []byte("data: "))
	if err := json.Unmarshal(data, &m); err != nil || m.Type != "signal" || m.Kind != kind {
		t.Fatalf("signal %q: %v", f.signals[kind][streamWire](), err)
	}
	return m.Regions[0].HTML, m.Now
}

func TestSignalsComeAtOnceAndThenAsOftenAsTheirKindMay(t *testing.T) {
	for _, tt := range []struct {
		kind string
		most int // in a second
	}{{typingSignal, 15}, {presenceSignal, 6}} {
		listening(t, func(t *testing.T, f *feed, n *notices) {
			time.Sleep(time.Minute) // of the bubble: it has been quiet
			n.put(signalOf(tt.kind, "first"))
			synctest.Wait()
			if html, _ := f.sent(t, tt.kind); html != "first" {
				t.Errorf("%s: after a while of quiet %q is sent at once", tt.kind, html)
			}
			sent := map[string]bool{}
			for i := range 1000 {
				n.put(signalOf(tt.kind, fmt.Sprint(i)))
				time.Sleep(time.Millisecond)
				html, _ := f.sent(t, tt.kind)
				sent[html] = true
			}
			if len(sent) > tt.most || len(sent) < tt.most/2 {
				t.Errorf("%s: of a thousand in a second %d were sent, want at most %d", tt.kind, len(sent), tt.most)
			}
			n.put(signalOf(tt.kind, "last"))
			time.Sleep(2 * signalEvery)
			synctest.Wait()
			if html, _ := f.sent(t, tt.kind); html != "last" {
				t.Errorf("%s: in the end %q is sent, want the last", tt.kind, html)
			}
		})
	}
}

func TestOnlySignalsThatDifferAreSentAgain(t *testing.T) {
	listening(t, func(t *testing.T, f *feed, n *notices) {
		n.put(signalOf("typing", "words"), signalOf("presence", "one"))
		time.Sleep(time.Second)
		_, typed := f.sent(t, "typing")
		_, seen := f.sent(t, "presence")
		n.put(signalOf("typing", "words"), signalOf("presence", "two"))
		time.Sleep(time.Second)
		if _, now := f.sent(t, "typing"); now != typed {
			t.Error("what did not change was sent again")
		}
		if html, now := f.sent(t, "presence"); html != "two" || now <= seen {
			t.Errorf("presence was sent as %q at %s, want two, after %s", html, now, seen)
		}
	})
}

// What is sent with the state before may no longer be true with the next one.
func TestSignalsAreLookedAtAgainWithANewState(t *testing.T) {
	listening(t, func(t *testing.T, f *feed, n *notices) {
		time.Sleep(time.Second)
		n.mu.Lock()
		before := n.asked
		n.mu.Unlock()
		poke(f.news)
		synctest.Wait()
		n.mu.Lock()
		defer n.mu.Unlock()
		if n.asked != before+1 {
			t.Errorf("looked at %d times after a new state, want once", n.asked-before)
		}
	})
}

func TestABoardThatBreaksKeepsNothingElseWaiting(t *testing.T) {
	listening(t, func(t *testing.T, f *feed, n *notices) {
		n.put(signalMessage{Kind: "typing", Data: make(chan int)}) // no JSON
		time.Sleep(time.Second)
		n.put(signalOf("typing", "mended"))
		time.Sleep(time.Second)
		if html, _ := f.sent(t, "typing"); html != "mended" {
			t.Errorf("after a fault %q is sent", html)
		}
	})
}
