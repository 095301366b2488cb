package room_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

var errDisk = errors.New("the disk is full")

// failOnce gives a function that fails the first time.
func failOnce(err error) func([]negotiation.Entry) error {
	return func([]negotiation.Entry) error {
		e := err
		err = nil
		return e
	}
}

func TestNobodyIsShownWhatTheJournalDidNotKeep(t *testing.T) {
	h := open(t)
	h.journal.before = failOnce(errDisk)
	_, err := h.submit(t, request("mexico", "k", remark(1)))
	wantFault(t, err)
	if !errors.Is(err, errDisk) || !errors.Is(err, room.ErrNotRecorded) || !strings.Contains(err.Error(), "append entries 6 to 6 of bridgetown") {
		t.Errorf("the fault is %q", err)
	}
	if v := h.view(t); v.Seq != opened || len(v.Proposals) != 0 {
		t.Errorf("after a fault the view is at %d with %d proposals", v.Seq, len(v.Proposals))
	}
	// The room lives on, and the key was not used up.
	r := h.must(t, request("mexico", "k", remark(1)))
	if r.Seq != opened+1 || r.Proposal != "1" || r.Repeated {
		t.Errorf("the next receipt is %+v", r)
	}
}

func TestWhatTheJournalKeptHasHappenedWhateverItSaid(t *testing.T) {
	h := open(t)
	h.journal.after = failOnce(errDisk)
	r, err := h.submit(t, request("mexico", "k", remark(1)))
	if err != nil || r.Seq != opened+1 || r.Proposal != "1" || r.Repeated {
		t.Errorf("got %+v, %v, want the receipt of entry %d", r, err, opened+1)
	}
	if v := h.view(t); v.Seq != opened+1 || len(v.Proposals) != 1 {
		t.Errorf("the view is at %d with %d proposals", v.Seq, len(v.Proposals))
	}
	again := h.must(t, request("mexico", "k", remark(1)))
	if !again.Repeated || again.Hash != r.Hash || again.Seq != r.Seq {
		t.Errorf("repeated: %+v, want that of %+v", again, r)
	}
	if got := len(h.journal.record(t)); got != int(opened)+1 {
		t.Errorf("the record has %d entries", got)
	}
}

func TestAJournalThatCannotBeReadAfterAFaultIsAFault(t *testing.T) {
	h := open(t)
	errRead := errors.New("the disk is gone")
	h.journal.after = failOnce(errDisk)
	h.journal.onRead = func() error { return errRead }
	_, err := h.submit(t, request("mexico", "k", remark(1)))
	wantFault(t, err)
	if !errors.Is(err, errDisk) || !errors.Is(err, errRead) {
		t.Errorf("the fault is %v, want both", err)
	}
	// When it can be read again, the room finds what was kept.
	h.journal.onRead = nil
	r := h.must(t, request("mexico", "k", remark(1)))
	if r.Seq != opened+1 || !r.Repeated {
		t.Errorf("the next receipt is %+v", r)
	}
	if got := len(h.journal.record(t)); got != int(opened)+1 {
		t.Errorf("the record has %d entries", got)
	}
}

// batch submits first and, while the journal has it in its hands, the others,
// which are then decided together, in their order. It gives the answers.
func (h house) batch(t *testing.T, first negotiation.Request, others ...negotiation.Request) (receipts []room.Receipt, errs []error) {
	t.Helper()
	receipts, errs = make([]room.Receipt, 1+len(others)), make([]error, 1+len(others))
	release, entered := make(chan struct{}), make(chan struct{}, 1)
	inner := h.journal.before
	h.journal.before = func(entries []negotiation.Entry) error {
		h.journal.before = inner
		entered <- struct{}{}
		<-release
		return nil
	}
	for i, req := range append([]negotiation.Request{first}, others...) {
		go func() { receipts[i], errs[i] = h.submit(t, req) }()
		if i == 0 {
			<-entered
		}
		synctest.Wait()
	}
	close(release)
	synctest.Wait()
	return receipts, errs
}

func TestARefusalThatRestsOnWhatDidNotHappenIsAFault(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		h.must(t, request("mexico", "", amend(1, "secret resources")))
		h.journal.before = failOnce(errDisk)
		_, errs := h.batch(t, request("mexico", "", remark(1)),
			request("system", "", negotiation.AcceptProposal{Proposal: "1"}),
			request("peru", "", amend(1, "other resources")))
		if errs[0] != nil {
			t.Fatal(errs[0])
		}
		wantFault(t, errs[1])
		// Peru must not be told of words that are in no draft.
		wantFault(t, errs[2])
		if v := h.view(t); v.Paragraphs[0].Version != 1 {
			t.Errorf("paragraph 1 is at version %d", v.Paragraphs[0].Version)
		}
		h.must(t, request("peru", "", amend(1, "other resources")))
	})
}

func TestARefusalThatRestsOnTheRecordStandsThroughAFault(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		h.journal.before = failOnce(errDisk)
		_, errs := h.batch(t, request("mexico", "", remark(1)),
			request("peru", "", amend(9, "other resources")),
			request("peru", "", remark(2)),
			request("mexico", "k", remark(3)),
			request("mexico", "k", remark(3)))
		wantCode(t, errs[1], negotiation.Stale)
		for i, err := range errs[2:] {
			if !errors.Is(err, errDisk) {
				t.Errorf("request %d: %v, want the fault", i+2, err)
			}
		}
	})
}

func TestARequestThatNobodyCanReadDoesNotStopTheRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := open(t)
		func() {
			defer func() {
				if recover() == nil {
					t.Error("a request without a command did not panic")
				}
			}()
			_, _ = h.submit(t, request("mexico", "", nil))
		}()
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		if _, err := h.Submit(ctx, id, request("mexico", "", remark(1))); err != nil {
			t.Errorf("after that the room answers %v", err)
		}
	})
}
