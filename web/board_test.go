package web

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/store"
)

func TestTheBoardKnowsWhoIsConnectedAndWhoHasGone(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	mexico, peru := delegateOf("MEXICO"), delegateOf("PERU")
	phone, laptop := h.enter(mexico), h.enter(mexico)
	other := h.enter(peru)
	h.enter(negotiation.Seat{Role: negotiation.Public})
	h.enter(h.seatAt(seatChair))
	steps := []struct {
		name            string
		do              func()
		present, absent string
	}{
		{"all there", func() {}, "[MEXICO PERU]", "[]"},
		{"one of two connections goes", phone.leave, "[MEXICO PERU]", "[]"},
		{"the last one goes", laptop.leave, "[PERU]", "[MEXICO]"},
		{"another goes", other.leave, "[]", "[MEXICO PERU]"},
		{"one comes back", func() { h.enter(mexico) }, "[MEXICO]", "[PERU]"},
	}
	for _, step := range steps {
		step.do()
		present, absent := h.server.presentIn("n1"), h.server.goneFrom("n1")
		if fmt.Sprint(present) != step.present || fmt.Sprint(absent) != step.absent {
			t.Errorf("%s: present %v, gone %v; want %s, %s", step.name, present, absent, step.present, step.absent)
		}
	}
	if p := h.presenceFor(Base{}, h.view(negotiation.Audience{Role: negotiation.Chair}), consoleForm); p.Connections != 3 || p.Readers != 2 {
		t.Errorf("%d connections, %d of no delegation; want 3 and 2", p.Connections, p.Readers)
	}
}

func TestWhoLeftBeforeTheSessionWasOpenedIsNotMissed(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.do(seatChair, negotiation.CloseSession{})
	h.enter(delegateOf("PERU")).leave()
	if got := h.server.goneFrom("n1"); len(got) != 0 {
		t.Errorf("without a session %v have gone", got)
	}
	h.pass(time.Minute)
	h.do(seatChair, negotiation.ScheduleSession{Title: "Second"})
	h.do(seatChair, negotiation.OpenSession{})
	h.enter(delegateOf("MEXICO")).leave()
	h.do(seatChair, negotiation.SuspendSession{})
	h.do(seatChair, negotiation.OpenSession{})
	if got, want := h.server.goneFrom("n1"), []negotiation.Delegation{"MEXICO"}; !slices.Equal(got, want) {
		t.Errorf("%v have gone, want %v", got, want)
	}
}

func TestTheBoardKnowsOnHowManyScreensATextIs(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	one, other := strings.Repeat("a1", 32), strings.Repeat("b2", 32)
	phone, laptop, public := h.enter(delegateOf("MEXICO")), h.enter(delegateOf("MEXICO")), h.enter(negotiation.Seat{Role: negotiation.Public})
	tell := func(p *presence, hash string) {
		t.Helper()
		if r := p.hear(upMessage{Type: "seen", Hash: hash}); r != nil {
			t.Fatal(r)
		}
	}
	check := func(when string, screens int, by string) {
		t.Helper()
		if n, list := h.seen(one); n != screens || fmt.Sprint(list) != by {
			t.Errorf("%s: on %d screens of %v, want %d of %s", when, n, list, screens, by)
		}
	}
	tell(phone, one)
	tell(phone, one)
	tell(public, one)
	check("told twice by one", 2, "[MEXICO]")
	tell(laptop, one)
	check("on all", 3, "[MEXICO]")
	tell(phone, other)
	check("another text on one", 2, "[MEXICO]")
	laptop.leave()
	check("one has left", 1, "[]")
	tell(public, "")
	check("put away", 0, "[]")
	if len(h.screens) != 1 {
		t.Errorf("%d texts are remembered, want the one that is on a screen", len(h.screens))
	}
	for _, bad := range []string{"x", "a1", strings.Repeat("a1", 33), strings.Repeat("z", 64)} {
		if r := phone.hear(upMessage{Type: "seen", Hash: bad}); r == nil || r.Code != negotiation.BadValue {
			t.Errorf("hash %q is answered with %v, want %s", bad, r, negotiation.BadValue)
		}
	}
	if r := phone.hear(upMessage{Type: "of another release"}); r != nil {
		t.Errorf("a message of another type is refused: %v", r)
	}
}

func TestTheBoardSaysThatItHasChanged(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	before := h.changed()
	p := h.enter(delegateOf("PERU"))
	select {
	case <-before:
	default:
		t.Error("somebody came, and the board says nothing")
	}
	if r := p.hear(upMessage{Type: "seen", Hash: strings.Repeat("a1", 32)}); r != nil {
		t.Fatal(r)
	}
	before = h.changed()
	if r := p.hear(upMessage{Type: "seen", Hash: strings.Repeat("a1", 32)}); r != nil {
		t.Fatal(r)
	}
	select {
	case <-before:
		t.Error("the same was said again, and the board says that it has changed")
	default:
	}
}

func TestWhoLeavesWhileTheClockIsBrokenIsCountedOut(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	p := h.enter(delegateOf("PERU"))
	h.server.cfg.Clock = func() time.Time { panic("the clock is broken") }
	p.leave()
	if got := h.present(); len(got) != 0 || !strings.Contains(h.log.String(), "the clock is broken") {
		t.Errorf("%v are present, logged %q", got, h.log)
	}
}

// TestTheBoardIsSharedByMany is for the race detector.
func TestTheBoardIsSharedByMany(t *testing.T) {
	h := openBoard(t, store.NewMemory(), nil)
	h.takePen(seatPen, "")
	var work sync.WaitGroup
	for i := range 8 {
		work.Go(func() {
			for n := range 20 {
				p := h.enter(delegateOf([]negotiation.Delegation{"MEXICO", "PERU"}[i%2]))
				_ = p.hear(upMessage{Type: "seen", Hash: strings.Repeat("a1", 32)})
				_ = h.write(negotiation.Seat{ID: seatPen}, upMessage{Rev: 20*i + n + 1, Text: fmt.Sprint(n), By: "page"}) // most are behind
				h.signalsFor(Base{Negotiation: &Heading{}}, h.view(negotiation.Audience{Role: negotiation.Chair}), consoleForm)
				<-h.changedBy(p)
			}
		})
	}
	work.Wait()
	if got := h.present(); len(got) != 0 {
		t.Errorf("%v are present after all have left", got)
	}
}

// changedBy lets p leave and gives the channel that tells of it.
func (h *boardHouse) changedBy(p *presence) <-chan struct{} {
	moved := h.changed()
	p.leave()
	return moved
}
