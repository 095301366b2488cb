package room

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"plenary/negotiation"
)

// maxWaiting bounds the requests that wait for one negotiation. Beyond it the
// answer is "busy": an unbounded queue would only hide that from the sender.
const maxWaiting = 1024

// hall is one negotiation: its state, its doorbell and its queue.
type hall struct {
	id      negotiation.NegotiationID
	journal negotiation.Journal
	room    *Room

	// pen is held by the one who writes; it guards keys.
	pen  chan struct{}
	keys map[seatKey]kept

	mu      sync.Mutex // guards what follows
	state   negotiation.State
	sight   *negotiation.Sight // of state, for all who look at it
	epoch   string
	moved   chan struct{} // closed when state is replaced
	waiting []*job
}

// job is a request that waits for its turn.
type job struct {
	req     negotiation.Request
	digest  string
	receipt Receipt
	err     error
	// on is the Seq of the state that req was decided on, which may be one that
	// the entries before it in the batch would lead to.
	on   negotiation.Seq
	done chan struct{} // closed when receipt or err is set
}

func openHall(ctx context.Context, r *Room, id negotiation.NegotiationID) (*hall, error) {
	h := &hall{id: id, journal: r.journal, room: r, pen: make(chan struct{}, 1), keys: map[seatKey]kept{},
		state: negotiation.New(id), moved: make(chan struct{})}
	h.sight = h.state.Sight()
	if _, err := h.catchUp(ctx); err != nil {
		return nil, err
	}
	return h, nil
}

// now gives the state and the channel that is closed when it is replaced.
func (h *hall) now() (negotiation.State, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.state, h.moved
}

// look gives the state as it is looked at, its Seq, and the channel that is closed when
// it is replaced.
func (h *hall) look() (*negotiation.Sight, negotiation.Seq, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sight, h.state.Seq(), h.moved
}

func (h *hall) epochNow() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.epoch
}

// submit waits until req is answered: by whoever holds the pen, or by itself.
func (h *hall) submit(ctx context.Context, req negotiation.Request) (Receipt, error) {
	if err := ctx.Err(); err != nil {
		return Receipt{}, err // select would choose at random
	}
	digest, err := digestOf(req)
	if err != nil {
		return Receipt{}, err
	}
	j := &job{req: req, digest: digest, done: make(chan struct{})}
	if !h.enqueue(j) {
		return Receipt{}, negotiation.Refuse(negotiation.Busy)
	}
	select {
	case <-j.done:
	case <-ctx.Done():
		if h.dequeue(j) {
			return Receipt{}, ctx.Err()
		}
		<-j.done // it is being written: its outcome must be known
	case h.pen <- struct{}{}:
		h.turn()
		<-j.done
	}
	return j.receipt, j.err
}

// turn answers all that wait. The pen is held and given back, also where the law
// panics over a request: that is a mistake of ours, but no reason to let the
// others wait for ever.
func (h *hall) turn() {
	defer func() { <-h.pen }()
	jobs, answered := h.take(), false
	defer func() {
		if !answered {
			h.fail(jobs, fmt.Errorf("decide on %s: a request of the same batch could not be decided", h.id))
		}
	}()
	h.write(jobs)
	answered = true
}

func (h *hall) enqueue(j *job) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.waiting) >= maxWaiting {
		return false
	}
	h.waiting = append(h.waiting, j)
	return true
}

// dequeue takes j out of the queue, if nobody has taken it yet.
func (h *hall) dequeue(j *job) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	i := slices.Index(h.waiting, j)
	if i < 0 {
		return false
	}
	h.waiting = slices.Delete(h.waiting, i, i+1)
	return true
}

// take empties the queue.
func (h *hall) take() []*job {
	h.mu.Lock()
	defer h.mu.Unlock()
	jobs := h.waiting
	h.waiting = nil
	return jobs
}

// write answers jobs. The pen is held. Where another process was first it
// catches up and decides again: each round means that somebody got on, so it
// ends unless the journal is at fault.
func (h *hall) write(jobs []*job) {
	// The entries of many requests are kept together, so no single one's
	// cancellation may end the write.
	ctx := context.Background()
	for range maxRounds {
		b := h.decide(jobs)
		if len(b.entries) == 0 {
			// No append will tell whether it was decided on the newest state.
			found, err := h.catchUp(ctx)
			switch {
			case err != nil:
				h.fail(jobs, err)
				return
			case len(found) > 0:
				continue
			}
		}
		err := h.journal.Append(ctx, b.entries...)
		switch {
		case err == nil:
			h.happened(b)
			return
		case errors.Is(err, negotiation.ErrConflict):
			if _, err := h.catchUp(ctx); err != nil {
				h.fail(jobs, err)
				return
			}
		default:
			h.unclear(ctx, b, fmt.Errorf("append entries %d to %d of %s: %w", b.first(), b.state.Seq(), h.id, err))
			return
		}
	}
	h.fail(jobs, fmt.Errorf("append to %s: %w %d times over", h.id, negotiation.ErrConflict, maxRounds))
}

const maxRounds = 16

// unclear answers after a fault of the journal. It is asked: an entry that it
// kept has happened, and it would be wrong to say otherwise. What was refused
// stays refused, unless on a state that never was: nobody is told of that.
func (h *hall) unclear(ctx context.Context, b batch, fault error) {
	found, err := h.catchUp(ctx)
	if err != nil {
		fault = errors.Join(fault, err)
	} else {
		fault = fmt.Errorf("%w: %w", ErrNotRecorded, fault)
	}
	kept := b.first() - 1
	for i, e := range b.entries {
		if found[e.Seq] == b.receipts[i].Hash {
			b.jobs[i].receipt, kept = b.receipts[i], e.Seq
		} else {
			b.jobs[i].err = fault
		}
	}
	for _, j := range b.all {
		if h.settleRepeat(j); j.receipt.Seq == 0 && (j.err == nil || j.on > kept) {
			j.err = fault
		}
		close(j.done)
	}
}

func (h *hall) fail(jobs []*job, err error) {
	for _, j := range jobs {
		j.receipt, j.err = Receipt{}, err
		close(j.done)
	}
}

// catchUp reads what the journal holds after the present state, and gives the
// hashes of those entries. The pen is held, or nobody else knows the hall yet.
func (h *hall) catchUp(ctx context.Context) (map[negotiation.Seq]string, error) {
	state, _ := h.now()
	epoch := h.epochNow()
	found := map[negotiation.Seq]string{}
	for e, err := range h.journal.Read(ctx, h.id, state.Seq()) {
		if err != nil {
			return nil, fmt.Errorf("read %s after entry %d: %w", h.id, state.Seq(), err)
		}
		receipt, err := receiptOf(e)
		if err != nil {
			return nil, err
		}
		if e.Seq == 1 {
			epoch = epochOf(receipt)
		}
		found[e.Seq] = receipt.Hash
		state = state.After(e)
		h.remember(e, receipt)
	}
	h.advance(state, epoch)
	return found, nil
}

// epochOf takes the epoch of a record from the receipt of its first entry.
func epochOf(first Receipt) string { return first.Hash[:12] }

// advance replaces the state and rings the doorbell.
func (h *hall) advance(state negotiation.State, epoch string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if state.Seq() == h.state.Seq() {
		return
	}
	due := h.state.Deadline()
	h.state, h.sight, h.epoch = state, state.Sight(), epoch
	close(h.moved)
	h.moved = make(chan struct{})
	if !due.Equal(state.Deadline()) {
		h.room.ring()
	}
}
