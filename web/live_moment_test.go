package web

import (
	"runtime"
	"strings"
	"testing"
	"weak"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// someFeed is a feed of n1 that does not run.
func someFeed(t testing.TB, s *Server, f form, v negotiation.View) *feed {
	t.Helper()
	tongue, _ := lang.For("en")
	return newFeed(s.live, feedKey{negotiation: v.ID, form: f, tag: "en"}, tongue, v, "epoch")
}

func TestAMomentThatCannotBeToldIsAnError(t *testing.T) {
	v := negotiation.View{ID: "n1", Seq: 7, Proposals: []negotiation.ProposalView{{}}} // a proposal without any step
	f := someFeed(t, atTheDoor(t), rowForm, v)
	for range 2 {
		if _, err := f.now.Load().change(0); err == nil || !strings.Contains(err.Error(), "panic") {
			t.Errorf("change of a broken view: error %v, want that it panicked", err)
		}
	}
}

func TestAMomentDoesNotKeepTheOneBefore(t *testing.T) {
	f := someFeed(t, atTheDoor(t), rowForm, negotiation.View{ID: "n1", Seq: 1})
	first := weak.Make(f.now.Load())
	for seq := range negotiation.Seq(3) {
		before := f.now.Load()
		m := newMoment(f, negotiation.View{ID: "n1", Seq: seq + 2}, before)
		if _, err := m.change(before.view.Seq); err != nil {
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
