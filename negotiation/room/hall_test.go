package room_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

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
