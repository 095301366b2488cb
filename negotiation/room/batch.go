package room

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"plenary/negotiation"
)

// batch is what was decided on a queue of requests, each on the state that the
// one before would leave. Nothing of it has happened yet.
type batch struct {
	all []*job
	// entries and jobs go together, index for index; refused jobs and repeats
	// have no entry.
	entries  []negotiation.Entry
	receipts []Receipt
	jobs     []*job
	state    negotiation.State
}

func (b batch) first() negotiation.Seq {
	return b.state.Seq() - negotiation.Seq(len(b.entries)) + 1
}

// decide decides jobs, and answers those that need no entry.
func (h *hall) decide(jobs []*job) batch {
	state, _ := h.now()
	b := batch{all: jobs, state: state}
	pending := map[seatKey]*job{}
	for _, j := range jobs {
		j.receipt, j.err, j.on = Receipt{}, nil, b.state.Seq()
		if j.req.Key != "" {
			if h.repeats(j, pending) {
				continue
			}
			pending[keyOf(j.req)] = j
		}
		if j.err = b.add(h, j); j.err != nil {
			delete(pending, keyOf(j.req))
		}
	}
	return b
}

// add decides one job and adds its entry.
func (b *batch) add(h *hall, j *job) error {
	at := h.room.clock().UTC().Round(0)
	if at.Before(b.state.At()) {
		// A clock that was set back must not put the record out of order.
		at = b.state.At()
	}
	j.req.At = at
	events, err := b.state.Decide(j.req)
	if err != nil {
		return err
	}
	e := negotiation.Entry{Negotiation: h.id, Seq: b.state.Seq() + 1, At: at, Seat: j.req.Seat,
		Key: j.req.Key, Digest: j.digest, Events: events}
	receipt, err := receiptOf(e)
	if err != nil {
		return err
	}
	b.state = b.state.After(e)
	b.entries, b.receipts, b.jobs = append(b.entries, e), append(b.receipts, receipt), append(b.jobs, j)
	return nil
}

// happened answers the jobs of a batch that is durable.
func (h *hall) happened(b batch) {
	epoch := h.epochNow()
	for i, e := range b.entries {
		if e.Seq == 1 {
			epoch = epochOf(b.receipts[i])
		}
		b.jobs[i].receipt = b.receipts[i]
		h.remember(e, b.receipts[i])
	}
	// Only now: what is not in the journal has not happened.
	h.advance(b.state, epoch)
	for _, j := range b.all {
		h.settleRepeat(j)
		close(j.done)
	}
}

// receiptOf gives the receipt of an entry: the same now and after a replay.
func receiptOf(e negotiation.Entry) (Receipt, error) {
	b, err := negotiation.EncodeEntry(e)
	if err != nil {
		return Receipt{}, fmt.Errorf("hash entry %d of %s: %w", e.Seq, e.Negotiation, err)
	}
	sum := sha256.Sum256(b)
	r := Receipt{Seq: e.Seq, At: e.At, Hash: hex.EncodeToString(sum[:])}
	for _, ev := range e.Events {
		if t, ok := ev.(negotiation.ProposalTabled); ok {
			r.Proposal = t.Proposal.ID
			break
		}
	}
	return r, nil
}

// digestOf is a hash of the command of req, kept with its key.
func digestOf(req negotiation.Request) (string, error) {
	if req.Key == "" {
		return "", nil
	}
	b, err := json.Marshal(req.Do)
	if err != nil {
		return "", fmt.Errorf("hash command: %w", err)
	}
	sum := sha256.Sum256(fmt.Appendf(nil, "%T %s", req.Do, b))
	return hex.EncodeToString(sum[:8]), nil
}
