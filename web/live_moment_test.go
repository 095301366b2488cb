package web

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"weak"

	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/web/fanout"
)

// someFeed is a feed of n1 that does not run.
func someFeed(t testing.TB, s *Server, f form, v negotiation.View) *feed {
	t.Helper()
	tongue, _ := lang.For("en")
	return newFeed(s.live, feedKey{negotiation: v.ID, form: f, tag: "en"}, tongue, sightOf(v), "epoch")
}

func TestAMomentThatCannotBeToldIsAnError(t *testing.T) {
	v := negotiation.View{ID: "n1", Seq: 7, Proposals: []negotiation.ProposalView{{}}} // a proposal without any step
	f := someFeed(t, atTheDoor(t), rowForm, v)
	for range 2 {
		if _, err := f.now.Load().change(0, line{}); err == nil || !strings.Contains(err.Error(), "panic") {
			t.Errorf("change of a broken view: error %v, want that it panicked", err)
		}
	}
}

func TestAMomentDoesNotKeepTheOneBefore(t *testing.T) {
	f := someFeed(t, atTheDoor(t), rowForm, negotiation.View{ID: "n1", Seq: 1})
	first := weak.Make(f.now.Load())
	for seq := range negotiation.Seq(3) {
		before := f.now.Load()
		m := newMoment(f, sightOf(negotiation.View{ID: "n1", Seq: seq + 2}), before)
		if _, err := m.change(before.view.Seq, line{}); err != nil {
			t.Fatal(err)
		}
		f.now.Store(m)
	}
	runtime.GC()
	if first.Value() != nil {
		t.Error("the first moment of a feed is kept after three others")
	}
	runtime.KeepAlive(f)
}

func TestAStateKeepsABoundedNumberOfChanges(t *testing.T) {
	v := longView(40)
	f := someFeed(t, atTheDoor(t), sideForm, v)
	for _, only := range []negotiation.ParagraphID{"", "p1", "p40"} {
		made := map[*fanout.Frame]bool{}
		for since := range v.Seq {
			m, err := f.now.Load().change(since, line{only: only})
			if err != nil {
				t.Fatal(err)
			}
			made[m] = true
		}
		if len(made) > maxTails+2 {
			t.Errorf("for paragraph %q, %d readers who are behind made %d changes, want at most %d", only, v.Seq, len(made), maxTails+2)
		}
	}
	for i := range 100 {
		if _, err := f.now.Load().change(0, line{only: negotiation.ParagraphID(fmt.Sprintf("nowhere%d", i))}); err != nil {
			t.Fatal(err)
		}
	}
	if got := len(f.now.Load().tails); got > len(v.Paragraphs)+1 {
		t.Errorf("changes for %d paragraphs are kept, of a draft of %d", got, len(v.Paragraphs))
	}
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
