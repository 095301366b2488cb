package room

import "plenary/negotiation"

// seatKey is an idempotency key: one seat's keys are nobody else's.
type seatKey struct {
	seat negotiation.SeatID
	key  string
}

// kept is what happened under a key.
type kept struct {
	digest  string
	receipt Receipt
}

func keyOf(req negotiation.Request) seatKey { return seatKey{req.Seat, req.Key} }

// remember keeps the receipt of an entry under its key. The pen is held.
func (h *hall) remember(e negotiation.Entry, r Receipt) {
	if e.Key != "" {
		h.keys[seatKey{e.Seat, e.Key}] = kept{digest: e.Digest, receipt: r}
	}
}

// repeats answers j if its key was used before, in the record or earlier in the
// same batch. In the second case settleRepeat fills in the receipt later.
func (h *hall) repeats(j *job, pending map[seatKey]*job) bool {
	digest, used := "", false
	if k, ok := h.keys[keyOf(j.req)]; ok {
		digest, used = k.digest, true
	} else if first := pending[keyOf(j.req)]; first != nil {
		digest, used = first.digest, true
	}
	if !used {
		return false
	}
	if digest != j.digest {
		j.err = negotiation.Refuse(negotiation.SameKey, "key", j.req.Key)
	}
	return true
}

// settleRepeat gives a repeat the receipt of what happened under its key.
func (h *hall) settleRepeat(j *job) {
	if j.req.Key == "" || j.err != nil || j.receipt.Seq != 0 {
		return
	}
	if k, ok := h.keys[keyOf(j.req)]; ok {
		j.receipt = k.receipt
		j.receipt.Repeated = true
	}
}
