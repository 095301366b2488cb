package room_test

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
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
	}{{at[0], 1}, {at[1].Add(-time.Nanosecond), 1}, {at[1], 2}, {at[2].Add(time.Hour), 3}, {at[0].Add(-time.Nanosecond), 0}, {time.Time{}, 3}} {
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

func TestAKeyHasALimitAndIsUTF8(t *testing.T) {
	h := open(t)
	_, err := h.submit(t, request("mexico", strings.Repeat("k", negotiation.MaxKey+1), remark(1)))
	wantCode(t, err, negotiation.TooLong)
	_, err = h.submit(t, request("mexico", "\xff", remark(1)))
	wantCode(t, err, negotiation.BadText)
	h.must(t, request("mexico", strings.Repeat("k", negotiation.MaxKey), remark(1)))
}

func TestAKeyHappensOnce(t *testing.T) {
	h := open(t)
	first := h.must(t, request("mexico", "k", remark(1)))
	want := first
	want.Repeated = true
	for name, house := range map[string]house{"the same room": h, "after a restart": h.again()} {
		h.clock.add(time.Hour)
		if got := house.must(t, request("mexico", "k", remark(1))); got != want {
			t.Errorf("%s: repeated %+v, want %+v", name, got, want)
		}
		_, err := house.submit(t, request("mexico", "k", remark(2)))
		wantCode(t, err, negotiation.SameKey)
		_, err = house.submit(t, request("mexico", "k", negotiation.CloseComments{}))
		wantCode(t, err, negotiation.SameKey)
	}
	if got := h.must(t, request("peru", "k", remark(2))); got.Repeated {
		t.Errorf("another seat's key: %+v", got)
	}
	if got, want := len(h.journal.record(t)), int(opened)+2; got != want {
		t.Errorf("the record has %d entries, want %d", got, want)
	}
}

func TestAKeyHappensOnceInOneBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		receipts, errs := h.batch(t, request("mexico", "", remark(0)),
			request("peru", "bad", amend(9, "x")), // refused: its key is free again
			request("peru", "bad", amend(1, "x")),
			request("mexico", "k", remark(1)),
			request("mexico", "k", remark(1)),
			request("mexico", "k", remark(2)),
			request("mexico", "k", remark(1)))
		wantCode(t, errs[1], negotiation.Stale)
		wantCode(t, errs[5], negotiation.SameKey)
		for _, i := range []int{0, 2, 3, 4, 6} {
			if errs[i] != nil {
				t.Errorf("request %d: %v", i, errs[i])
			}
		}
		want := receipts[3]
		want.Repeated = true
		if receipts[3].Repeated || receipts[4] != want || receipts[6] != want {
			t.Errorf("receipts of one key: %+v", receipts[3:])
		}
		if got, want := len(h.journal.record(t)), int(opened)+3; got != want {
			t.Errorf("the record has %d entries, want %d", got, want)
		}
	})
}

func TestWhoWaitsMayGiveUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		release, entered := make(chan struct{}), make(chan struct{})
		h.journal.before = func([]negotiation.Entry) error {
			h.journal.before = nil
			close(entered)
			<-release
			return nil
		}
		ctx, cancel := context.WithCancel(t.Context())
		written, waiting := make(chan error, 1), make(chan error, 1)
		go func() {
			_, err := h.Submit(ctx, id, request("mexico", "", remark(1)))
			written <- err
		}()
		<-entered
		go func() {
			_, err := h.Submit(ctx, id, request("peru", "", remark(2)))
			waiting <- err
		}()
		synctest.Wait()
		cancel()
		synctest.Wait()
		if err := <-waiting; !errors.Is(err, context.Canceled) {
			t.Errorf("who waited was answered %v", err)
		}
		if len(written) != 0 {
			t.Error("who writes was answered before the outcome is known")
		}
		close(release)
		if err := <-written; err != nil {
			t.Errorf("who wrote was answered %v", err)
		}
		if got, want := len(h.journal.record(t)), int(opened)+1; got != want {
			t.Errorf("the record has %d entries, want %d", got, want)
		}
		_, err := h.Submit(ctx, id, request("peru", "", remark(3)))
		if !errors.Is(err, context.Canceled) {
			t.Errorf("who has given up before is answered %v", err)
		}
	})
}

func TestTooManyWaitingAreToldSo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		const most = 1024
		others := make([]negotiation.Request, most+1)
		for i := range others {
			others[i] = request("mexico", "", remark(i))
		}
		_, errs := h.batch(t, request("mexico", "", remark(0)), others...)
		wantCode(t, errs[most+1], negotiation.Busy)
		for i, err := range errs[:most+1] {
			if err != nil {
				t.Errorf("request %d: %v", i, err)
			}
		}
		if got, want := len(h.journal.record(t)), int(opened)+1+most; got != want {
			t.Errorf("the record has %d entries, want %d", got, want)
		}
		h.must(t, request("mexico", "", remark(0)))
	})
}

func TestManySubmittersAreAllAnsweredOnce(t *testing.T) {
	const submitters, each = 64, 8
	h := open(t)
	h.submitAll(t, submitters, each, func(int) house { return h })
}

func TestTwoRoomsOverOneJournalGetOn(t *testing.T) {
	const submitters, each = 8, 10
	h := open(t)
	rooms := []house{h, h.again()}
	h.submitAll(t, submitters, each, func(i int) house { return rooms[i%2] })
}

// submitAll lets many submit at once, each request twice under one key, and
// looks whether each has happened once.
func (h house) submitAll(t *testing.T, submitters, each int, door func(submitter int) house) {
	t.Helper()
	answers := make(chan room.Receipt, submitters*each*2)
	done := make(chan struct{})
	for i := range submitters {
		go func() {
			defer func() { done <- struct{}{} }()
			for k := range each {
				req := request("mexico", fmt.Sprintf("%d-%d", i, k), remark(i*each+k))
				for range 2 {
					r, err := door(i).Submit(t.Context(), id, req)
					if err != nil {
						t.Errorf("submitter %d, request %d: %v", i, k, err)
						return
					}
					answers <- r
				}
			}
		}()
	}
	for range submitters {
		<-done
	}
	close(answers)
	times := map[negotiation.Seq]int{}
	for r := range answers {
		times[r.Seq]++
	}
	record := h.journal.record(t)
	if got, want := len(record), int(opened)+submitters*each; got != want {
		t.Errorf("the record has %d entries, want %d", got, want)
	}
	for _, e := range record[opened:] {
		if times[e.Seq] != 2 {
			t.Errorf("entry %d was acknowledged %d times, want 2", e.Seq, times[e.Seq])
		}
	}
}

func TestARefusalRestsOnTheNewestRecord(t *testing.T) {
	h := open(t)
	other := h.again()
	if v := other.view(t); v.Seq != opened {
		t.Fatalf("the other room is at %d", v.Seq)
	}
	h.must(t, request("mexico", "k", amend(1, "more resources")))
	// The other room has not heard of proposal 1, until it would refuse.
	other.must(t, request("system", "", negotiation.AcceptProposal{Proposal: "1"}))
	if v := other.view(t); v.Paragraphs[0].Version != 2 {
		t.Errorf("paragraph 1 is at version %d", v.Paragraphs[0].Version)
	}
	// And this room has not heard of the acceptance.
	_, err := h.submit(t, request("system", "", negotiation.AcceptProposal{Proposal: "1"}))
	wantCode(t, err, negotiation.NotOnTable)
	if got := h.must(t, request("mexico", "k", amend(1, "more resources"))); !got.Repeated {
		t.Errorf("repeated: %+v", got)
	}
}

func TestAJournalThatAlwaysConflictsIsAtFault(t *testing.T) {
	h := open(t)
	h.journal.before = func([]negotiation.Entry) error { return fmt.Errorf("append: %w", negotiation.ErrConflict) }
	_, err := h.submit(t, request("mexico", "", remark(1)))
	if wantFault(t, err); !errors.Is(err, negotiation.ErrConflict) {
		t.Errorf("the fault is %v", err)
	}
	h.journal.onRead = func() error { return errDisk }
	_, err = h.submit(t, request("mexico", "", remark(1)))
	if wantFault(t, err); !errors.Is(err, errDisk) {
		t.Errorf("the fault is %v", err)
	}
	_, err = h.submit(t, request("mexico", "", amend(9, "x")))
	if wantFault(t, err); !errors.Is(err, errDisk) {
		t.Errorf("the fault is %v", err)
	}
}

func TestOneNegotiationCreatedByManyIsCreatedOnce(t *testing.T) {
	h := open(t)
	const many = 16
	errs := make(chan error, many)
	for range many {
		go func() {
			_, err := h.Submit(t.Context(), "other", request("system", "", negotiation.CreateNegotiation{Title: "Other", Language: "en"}))
			errs <- err
		}()
	}
	created := 0
	for range many {
		err := <-errs
		if err == nil {
			created++
			continue
		}
		wantCode(t, err, negotiation.AlreadyExists)
	}
	if created != 1 {
		t.Errorf("created %d times", created)
	}
}
