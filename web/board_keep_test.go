package web

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
	"plenary/store"
)

// keeper is a keeper of drafts that may fail, or not answer until it is let.
type keeper struct {
	*store.Memory
	saves chan struct{} // one for each save, where it is not nil
	fails chan bool     // whether the next save fails, where it is not nil
}

var errDisk = errors.New("disk full")

func (k keeper) SaveDraft(ctx context.Context, d negotiation.FormDraft) error {
	if k.saves != nil {
		k.saves <- struct{}{}
	}
	if k.fails != nil && <-k.fails {
		return errDisk
	}
	return k.Memory.SaveDraft(ctx, d)
}

func TestWhatIsDraftedIsKeptWithinASecondAndOfferedByTheNextServer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		kept := store.NewMemory()
		h := openBoard(t, kept, nil)
		pen := h.takePen(seatPen, "")
		for i, text := range []string{"Urge", "Urge all", "Urge all Member States"} {
			h.types(i+1, text)
			time.Sleep(100 * time.Millisecond) // of the bubble's clock
		}
		at := h.clock()
		time.Sleep(900 * time.Millisecond)

		// The first server is not closed: it was killed.
		next := openBoard(t, kept, nil)
		d, ok := next.draft("p1")
		if !ok || d.Text != "Urge all Member States" || d.Rev != 3 || d.Pen != pen || !d.At.Equal(at) {
			t.Fatalf("the next server has %+v, want the newest words of %s", d, at)
		}
		got := next.regions(negotiation.Audience{Role: negotiation.Public}, roomForm)[typingSignal]
		if !strings.Contains(got, "Member") || !strings.Contains(got, "may be missing") {
			t.Errorf("after a restart the screens show %s", got)
		}
		next.types(4, "Urge all Member States of the region")
		if got := next.regions(negotiation.Audience{Role: negotiation.Public}, roomForm)[typingSignal]; strings.Contains(got, "may be missing") {
			t.Errorf("after the pen-holder has typed on, the screens show %s", got)
		}
		h.server.Close()
		next.server.Close()
	})
}

func TestWhatIsDraftedIsKeptWhenTheServerEnds(t *testing.T) {
	kept := store.NewMemory()
	h := openBoard(t, kept, nil)
	h.takePen(seatPen, "")
	h.types(1, "Urge")
	h.types(2, "Urge all Member States")
	h.server.Close()
	if d, _ := openBoard(t, kept, nil).draft("p1"); d.Text != "Urge all Member States" {
		t.Errorf("the next server has %q", d.Text)
	}
}

func TestKeepingHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		slow := keeper{Memory: store.NewMemory(), saves: make(chan struct{})}
		h := openBoard(t, slow.Memory, slow)
		h.takePen(seatPen, "")
		h.types(1, "U")
		synctest.Wait() // the keeper has not answered
		for rev := 2; rev <= 50; rev++ {
			h.types(rev, strings.Repeat("U", rev))
		}
		<-slow.saves
		<-slow.saves // all that was typed meanwhile is one save
		synctest.Wait()
		select {
		case <-slow.saves:
			t.Error("what is kept is kept again")
		case <-time.After(time.Minute):
		}
		h.server.Close()
	})
}

func TestThePenHolderIsToldWhileNothingCanBeKept(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		bad := keeper{Memory: store.NewMemory(), fails: make(chan bool)}
		h := openBoard(t, bad.Memory, bad)
		h.takePen(seatPen, "")
		h.types(1, "Urge")
		secretariat := negotiation.Audience{Role: negotiation.Secretariat}
		since := h.clock()
		for range 3 {
			bad.fails <- true
			synctest.Wait()
		}
		if !h.unkept().Equal(since) || strings.Count(h.log.String(), "disk full") != 1 {
			t.Errorf("not kept since %s, want %s; logged %s", h.unkept(), since, h.log)
		}
		if got := h.regions(secretariat, penForm)[typingSignal]; !strings.Contains(got, "has not been kept since") {
			t.Errorf("the pen-holder's desk shows %s", got)
		}
		changed := h.changed()
		bad.fails <- false
		<-changed
		if got := h.regions(secretariat, penForm)[typingSignal]; strings.Contains(got, "has not been kept since") {
			t.Errorf("after it was kept the desk shows %s", got)
		}
		h.server.Close()
	})
}
