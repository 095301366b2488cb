package room_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"plenary/negotiation"
)

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
