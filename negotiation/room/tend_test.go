package room_test

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// tended plays a test in a bubble of time, over a house that a room tends whose clock
// is that of the bubble, with paragraph 1 frozen.
func tended(t *testing.T, test func(t *testing.T, h house, faults *[]error)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		h.Room = room.New(h.journal, h.ticking())
		for _, c := range []negotiation.Command{
			negotiation.ScheduleSession{}, negotiation.OpenSession{},
			negotiation.CallParagraph{Paragraph: "p1"}, negotiation.FreezeText{},
		} {
			h.must(t, request("system", "", c))
		}
		faults := new([]error)
		stop := h.tend(t, faults)
		defer stop()
		test(t, h, faults)
	})
}

// ticking is the clock of a house, going on with the time of the bubble.
func (h house) ticking() func() time.Time {
	return func() time.Time { return h.clock.tell().Add(time.Since(bubble)) }
}

// bubble is when the time of every bubble begins [testing/synctest].
var bubble = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// tend starts to tend, and gives what ends it.
func (h house) tend(t *testing.T, faults *[]error) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		h.Tend(ctx, func(err error) { *faults = append(*faults, err) })
	}()
	synctest.Wait()
	return func() {
		cancel()
		<-done
	}
}

// gavel lets the gavel fall on what is frozen.
func (h house) gavel(t *testing.T) {
	t.Helper()
	frozen := h.view(t).Session.Floor.Frozen
	h.must(t, request("system", "", negotiation.LetGavelFall{Hash: frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed}}))
}

// pass lets time pass in the bubble.
func pass(d time.Duration) {
	<-time.After(d)
	synctest.Wait()
}

func (h house) agreed(t *testing.T) bool {
	t.Helper()
	last, ok := h.view(t).Paragraphs[0].Settled()
	return ok && last.Kind == negotiation.Agreed
}

const window = negotiation.DefaultObjection*time.Second + negotiation.SlowLink

func TestAGavelTakesEffectWhenItIsDueAndNotBefore(t *testing.T) {
	tended(t, func(t *testing.T, h house, faults *[]error) {
		h.gavel(t)
		pass(window - time.Millisecond)
		if h.agreed(t) {
			t.Error("it took effect before its time")
		}
		pass(time.Millisecond)
		if !h.agreed(t) {
			t.Error("it did not take effect")
		}
		if len(*faults) > 0 {
			t.Errorf("faults: %v", *faults)
		}
	})
}

func TestAnObjectionIsInTimeUntilTheGavelTakesEffect(t *testing.T) {
	tended(t, func(t *testing.T, h house, _ *[]error) {
		h.gavel(t)
		sent := h.ticking()().Add(negotiation.DefaultObjection * time.Second)
		pass(window - time.Millisecond)
		h.must(t, request("peru", "", negotiation.Object{Hash: h.view(t).Session.Floor.Frozen.Hash, Sent: sent}))
		pass(time.Hour)
		if h.agreed(t) || h.view(t).Session.Floor.Stage != negotiation.AtObjection {
			t.Errorf("after an objection the floor is %+v", h.view(t).Session.Floor)
		}
	})
}

func TestAGavelThatFellBeforeTheServerBeganIsVoid(t *testing.T) {
	tended(t, func(t *testing.T, h house, _ *[]error) {
		h.gavel(t)
		pass(time.Second)
		next := h.again()
		next.Room = room.New(h.journal, h.ticking())
		var faults []error
		defer next.tend(t, &faults)()
		if f := next.view(t).Session.Floor; f.Stage != negotiation.AtFrozen || f.Gavel != nil {
			t.Errorf("the floor is %+v, want frozen", f)
		}
	})
}

func TestADeadlineOutlivesAFaultOfTheJournal(t *testing.T) {
	tended(t, func(t *testing.T, h house, faults *[]error) {
		fail := failOnce(errDisk)
		h.journal.before = func(entries []negotiation.Entry) error {
			if _, fell := entries[0].Events[0].(negotiation.GavelFell); fell {
				return nil
			}
			return fail(entries)
		}
		h.gavel(t)
		pass(window)
		if h.agreed(t) || len(*faults) != 1 || !errors.Is((*faults)[0], errDisk) {
			t.Errorf("after a fault: agreed %t, faults %v", h.agreed(t), *faults)
		}
		pass(2 * time.Second)
		if !h.agreed(t) {
			t.Error("it was not tried again")
		}
	})
}

func TestAGavelGivenAgainIsOneGavelWhoeverIsConnectedByThen(t *testing.T) {
	tended(t, func(t *testing.T, h house, _ *[]error) {
		c := negotiation.LetGavelFall{Hash: h.view(t).Session.Floor.Frozen.Hash, Outcome: negotiation.Outcome{Kind: negotiation.Agreed},
			Present: []negotiation.Delegation{"PERU"}}
		first := h.must(t, request("system", "gavel", c))
		c.Present = []negotiation.Delegation{"MEXICO", "PERU"}
		if again := h.must(t, request("system", "gavel", c)); !again.Repeated || again.Seq != first.Seq {
			t.Errorf("given again: %+v, want that of %+v", again, first)
		}
	})
}

func TestToEndIsNoFaultAlsoBeforeItHasBegun(t *testing.T) {
	h := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	h.journal.onRead = func() error {
		cancel() // while the record is read
		return ctx.Err()
	}
	room.New(h.journal, h.clock.tell).Tend(ctx, func(err error) { t.Errorf("told as a fault: %v", err) })
}
