package web

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"plenary/negotiation"
)

func TestEachStateIsLookedAtOnceForAllFeedsOfAnAudience(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var o lookout
		looks, come := 0, make(chan struct{})
		next := func(ctx context.Context) (*sight, error) {
			select {
			case <-come:
				looks++
				return sightOf(negotiation.View{ID: "n1", Seq: 8}), nil
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		first, leave := context.WithCancel(t.Context())
		left, seen := make(chan error, 1), make(chan *sight, 3)
		go func() {
			_, err := o.next(first, 7, next)
			left <- err
		}()
		synctest.Wait() // it asks, and the others wait for it
		for range 3 {
			go func() {
				s, err := o.next(t.Context(), 7, next)
				if err != nil {
					t.Error(err)
				}
				seen <- s
			}()
		}
		synctest.Wait()
		leave()
		if err := <-left; !errors.Is(err, context.Canceled) {
			t.Errorf("the feed that ended got %v, want that it was cancelled", err)
		}
		synctest.Wait()
		close(come)
		one := <-seen
		for range 2 {
			if other := <-seen; other != one {
				t.Error("two feeds of one audience got two Views of a state")
			}
		}
		if s, err := o.next(t.Context(), 6, next); s != one || err != nil || looks != 1 {
			t.Errorf("one who is behind got another View, %v, after %d looks; want the same, after 1", err, looks)
		}
	})
}

// Both ways carry the same messages, and what is in them is rendered once.
func TestBothWiresCarryOneRendering(t *testing.T) {
	f := someFeed(t, atTheDoor(t), rowForm, longView(40))
	m := f.now.Load()
	socket, err := m.change(0, line{wire: socketWire})
	if err != nil {
		t.Fatal(err)
	}
	fragments := len(m.fragments)
	m.feed.live.server.pages = nil // nothing can be rendered any more
	stream, err := m.change(0, line{wire: streamWire})
	if err != nil || fragments == 0 || len(m.fragments) != fragments {
		t.Fatalf("%v; %d fragments for one wire, %d for both", err, fragments, len(m.fragments))
	}
	if socket.Since != stream.Since || socket.Seq != stream.Seq {
		t.Errorf("from %d to %d on one wire, from %d to %d on the other", socket.Since, socket.Seq, stream.Since, stream.Seq)
	}
}
