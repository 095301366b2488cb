package room_test

import (
	"context"
	"encoding/hex"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

func TestAReceiptNamesTheEntry(t *testing.T) {
	h := open(t)
	h.clock.add(time.Minute)
	req := request("mexico", "", amend(1, "more resources"))
	req.At = time.Date(1999, 1, 1, 0, 0, 0, 0, time.UTC)
	got := h.must(t, req)
	e := h.journal.record(t)[opened]
	if got.Seq != e.Seq || !got.At.Equal(e.At) || got.Proposal != "1" || got.Repeated || !e.At.Equal(h.clock.tell()) {
		t.Errorf("receipt %+v of entry %+v", got, e)
	}
	if b, err := hex.DecodeString(got.Hash); err != nil || len(b) != 32 {
		t.Errorf("hash %q", got.Hash)
	}
}

func TestARoomAnswersForAllItsMethods(t *testing.T) {
	h := open(t)
	if seat, ok, err := h.Seat(t.Context(), id, "mexico"); err != nil || !ok || seat.Delegation != "MEXICO" {
		t.Errorf("Seat(mexico) = %+v, %v, %v", seat, ok, err)
	}
	if seat, ok, err := h.Seat(t.Context(), id, "nobody"); err != nil || ok {
		t.Errorf("Seat(nobody) = %+v, %v, %v", seat, ok, err)
	}
	if got, err := h.Negotiations(t.Context()); err != nil || !cmp.Equal(got, []negotiation.NegotiationID{id}) {
		t.Errorf("Negotiations() = %v, %v", got, err)
	}
	epoch, err := h.Epoch(t.Context(), id)
	if err != nil || epoch == "" {
		t.Errorf("Epoch() = %q, %v", epoch, err)
	}
	if got, err := h.again().Epoch(t.Context(), id); got != epoch {
		t.Errorf("Epoch() after a restart = %q, %v, want %q", got, err, epoch)
	}
	other := open(t)
	other.clock.add(time.Second)
	other.Room = room.New(newJournal(), other.clock.tell)
	other.must(t, request("system", "", negotiation.CreateNegotiation{Title: "Plan", Language: "en"}))
	if got, err := other.Epoch(t.Context(), id); got == epoch || err != nil {
		t.Errorf("Epoch() of another record = %q, %v", got, err)
	}
}

func TestWhatDoesNotExistIsUnknown(t *testing.T) {
	h := open(t)
	for _, name := range []negotiation.NegotiationID{"nowhere", "", "Not a name", "../etc"} {
		_, err := h.View(t.Context(), name, everybody)
		wantCode(t, err, negotiation.UnknownNegotiation)
		_, _, err = h.Seat(t.Context(), name, "mexico")
		wantCode(t, err, negotiation.UnknownNegotiation)
		_, err = h.Next(t.Context(), name, everybody, 0)
		wantCode(t, err, negotiation.UnknownNegotiation)
		_, err = h.AsOf(t.Context(), name, everybody, h.clock.tell())
		wantCode(t, err, negotiation.UnknownNegotiation)
		_, err = h.Epoch(t.Context(), name)
		wantCode(t, err, negotiation.UnknownNegotiation)
		_, err = h.Submit(t.Context(), name, request("system", "", remark(1)))
		wantCode(t, err, negotiation.UnknownNegotiation)
	}
	_, err := h.Submit(t.Context(), "Not a name", request("system", "", negotiation.CreateNegotiation{Title: "Plan", Language: "en"}))
	wantCode(t, err, negotiation.UnknownNegotiation)
	_, err = h.submit(t, request("system", "", negotiation.CreateNegotiation{Title: "Plan", Language: "en"}))
	wantCode(t, err, negotiation.AlreadyExists)
}

func TestARefusedCreationLeavesNothing(t *testing.T) {
	h := open(t)
	_, err := h.Submit(t.Context(), "other", request("system", "", negotiation.CreateNegotiation{Title: "", Language: "en"}))
	wantCode(t, err, negotiation.Empty)
	_, err = h.View(t.Context(), "other", everybody)
	wantCode(t, err, negotiation.UnknownNegotiation)
	if _, err := h.Submit(t.Context(), "other", request("system", "", negotiation.CreateNegotiation{Title: "Other", Language: "en"})); err != nil {
		t.Error(err)
	}
	if _, err := h.View(t.Context(), "other", everybody); err != nil {
		t.Error(err)
	}
}

func TestAClockSetBackDoesNotPutTheRecordOutOfOrder(t *testing.T) {
	h := open(t)
	h.clock.add(time.Hour)
	first := h.must(t, request("mexico", "", remark(1)))
	h.clock.add(-24 * time.Hour)
	second := h.must(t, request("mexico", "", remark(2)))
	if !second.At.Equal(first.At) {
		t.Errorf("entry %d is at %v, after one at %v", second.Seq, second.At, first.At)
	}
	h.clock.add(48 * time.Hour)
	if third := h.must(t, request("mexico", "", remark(3))); !third.At.Equal(h.clock.tell()) {
		t.Errorf("entry %d is at %v, want the clock's %v", third.Seq, third.At, h.clock.tell())
	}
}

func TestAsOfShowsTheRecordAsItWas(t *testing.T) {
	h := open(t)
	var at []time.Time
	for i := range 3 {
		h.clock.add(time.Hour)
		at = append(at, h.must(t, request("mexico", "", remark(i))).At)
	}
	for _, c := range []struct {
		at   time.Time
		want int
	}{{at[0], 1}, {at[1].Add(-time.Nanosecond), 1}, {at[1], 2}, {at[2].Add(time.Hour), 3}, {at[0].Add(-time.Nanosecond), 0}, {time.Time{}, 0}} {
		v, err := h.AsOf(t.Context(), id, everybody, c.at)
		if err != nil || len(v.Proposals) != c.want {
			t.Errorf("as of %v: %d proposals, %v, want %d", c.at, len(v.Proposals), err, c.want)
		}
	}
	if v, err := h.AsOf(t.Context(), id, everybody, at[0].Add(-48*time.Hour)); err != nil || v.Readable || v.Seq != 0 {
		t.Errorf("before it was created: %+v, %v", v, err)
	}
	h.journal.onRead = func() error { return errDisk }
	_, err := h.AsOf(t.Context(), id, everybody, at[0])
	if wantFault(t, err); !errors.Is(err, errDisk) {
		t.Errorf("AsOf over a broken journal: %v", err)
	}
	_, err = h.again().View(t.Context(), id, everybody)
	if wantFault(t, err); !errors.Is(err, errDisk) {
		t.Errorf("View over a broken journal: %v", err)
	}
}

func TestUntilShowsTheRecordUpToAnEntry(t *testing.T) {
	h := open(t)
	first := h.must(t, request("mexico", "", remark(1)))
	h.must(t, request("mexico", "", remark(2)))
	for seq, want := range map[negotiation.Seq]int{0: 0, first.Seq - 1: 0, first.Seq: 1, first.Seq + 1: 2, first.Seq + 99: 2} {
		v, err := h.Until(t.Context(), id, everybody, seq)
		if err != nil || len(v.Proposals) != want || v.Seq != min(seq, first.Seq+1) {
			t.Errorf("until entry %d: %d proposals at %d, %v, want %d", seq, len(v.Proposals), v.Seq, err, want)
		}
	}
	if _, err := h.Until(t.Context(), "nowhere", everybody, 1); err == nil {
		t.Error("a negotiation that is none has a record")
	}
	h.journal.onRead = func() error { return errDisk }
	_, err := h.Until(t.Context(), id, everybody, 1)
	if wantFault(t, err); !errors.Is(err, errDisk) {
		t.Errorf("Until over a broken journal: %v", err)
	}
}

func TestNextWakesWhoeverWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		const readers = 3
		woken := make(chan negotiation.View, readers)
		for range readers {
			go func() {
				v, err := h.Next(t.Context(), id, everybody, opened)
				if err != nil {
					t.Error(err)
				}
				woken <- v
			}()
		}
		synctest.Wait()
		if len(woken) != 0 {
			t.Fatal("Next returned before anything had happened")
		}
		_, err := h.submit(t, request("mexico", "", amend(9, "x")))
		wantCode(t, err, negotiation.Stale)
		synctest.Wait()
		if len(woken) != 0 {
			t.Fatal("a refusal woke a reader")
		}
		h.must(t, request("mexico", "", amend(1, "x")))
		synctest.Wait()
		if len(woken) != readers {
			t.Fatalf("%d readers woke, want %d", len(woken), readers)
		}
		for range readers {
			if v := <-woken; v.Seq != opened+1 || len(v.Since(opened)) != 1 {
				t.Errorf("woken at %d with %d paragraphs", v.Seq, len(v.Since(opened)))
			}
		}
	})
}

func TestNextDoesNotWaitForAPlaceThatIsNotTheLast(t *testing.T) {
	h := open(t)
	for _, since := range []negotiation.Seq{0, opened - 1, opened + 1, opened + 1000} {
		if v, err := h.Next(t.Context(), id, everybody, since); err != nil || v.Seq != opened {
			t.Errorf("Next(%d) = view at %d, %v", since, v.Seq, err)
		}
	}
}

func TestNextObeysItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
		defer cancel()
		if v, err := h.Next(ctx, id, everybody, opened); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("Next = %+v, %v", v, err)
		}
	})
}
