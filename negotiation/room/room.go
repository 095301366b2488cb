package room

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"time"
	"unicode/utf8"

	"plenary/negotiation"
)

// Room is the door to all negotiations of one journal. It starts no goroutine:
// whoever submits writes, for itself and for those who wait with it. All its
// methods may be called from many goroutines.
type Room struct {
	journal negotiation.Journal
	clock   func() time.Time

	mu    sync.Mutex // guards halls
	halls map[negotiation.NegotiationID]*hall

	bellMu sync.Mutex    // guards bell
	bell   chan struct{} // closed when a deadline changes
}

// New gives a room over a journal; clock tells the time of each entry.
func New(j negotiation.Journal, clock func() time.Time) *Room {
	return &Room{journal: j, clock: clock, halls: map[negotiation.NegotiationID]*hall{}, bell: make(chan struct{})}
}

// Receipt is the answer to a command that has happened.
type Receipt struct {
	Seq negotiation.Seq
	At  time.Time
	// Proposal is the number given to the proposal that the command tabled, if any.
	Proposal negotiation.ProposalID
	// Hash is the SHA-256 of the entry as the record holds it, in hexadecimal.
	Hash string
	// Repeated says that the command had happened before, under the same key.
	Repeated bool
}

// ErrNotRecorded is wrapped by a fault after which it is certain that the command
// has not happened, as on a full disk: it may be given again.
var ErrNotRecorded = errors.New("not recorded")

// Submit decides req on the newest state and makes what follows durable. It
// returns a *negotiation.Refusal, or a fault: then it is not known to have
// happened, unless the fault wraps ErrNotRecorded, and nobody is shown it. The instant in req is replaced by the room's.
func (r *Room) Submit(ctx context.Context, id negotiation.NegotiationID, req negotiation.Request) (Receipt, error) {
	if len(req.Key) > negotiation.MaxKey {
		return Receipt{}, negotiation.Refuse(negotiation.TooLong, "field", "key", "limit", negotiation.MaxKey, "length", len(req.Key))
	}
	if !utf8.ValidString(req.Key) {
		// The record would keep another key than the one that was given.
		return Receipt{}, negotiation.Refuse(negotiation.BadText, "field", "key")
	}
	h, err := r.hall(ctx, id, isCreate(req))
	if err != nil {
		return Receipt{}, err
	}
	receipt, err := h.submit(ctx, req)
	if state, _ := h.now(); state.Exists() {
		r.keep(h)
	}
	return receipt, err
}

func isCreate(req negotiation.Request) bool {
	_, ok := req.Do.(negotiation.CreateNegotiation)
	return ok
}

// View gives what audience a may see now.
func (r *Room) View(ctx context.Context, id negotiation.NegotiationID, a negotiation.Audience) (negotiation.View, error) {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return negotiation.View{}, err
	}
	sight, _, _ := h.look()
	return sight.For(a), nil
}

// Seat gives an open seat of a negotiation.
func (r *Room) Seat(ctx context.Context, id negotiation.NegotiationID, seat negotiation.SeatID) (negotiation.Seat, bool, error) {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return negotiation.Seat{}, false, err
	}
	state, _ := h.now()
	s, ok := state.Seat(seat)
	return s, ok, nil
}

// Seq gives the place of the newest entry of a negotiation.
func (r *Room) Seq(ctx context.Context, id negotiation.NegotiationID) (negotiation.Seq, error) {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return 0, err
	}
	state, _ := h.now()
	return state.Seq(), nil
}

// Next waits until the record has moved past since, or since is not a place in
// it, and gives the view then: View.Since(since) is what the reader missed.
func (r *Room) Next(ctx context.Context, id negotiation.NegotiationID, a negotiation.Audience, since negotiation.Seq) (negotiation.View, error) {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return negotiation.View{}, err
	}
	for {
		sight, seq, moved := h.look()
		if seq != since {
			return sight.For(a), nil
		}
		select {
		case <-moved:
		case <-ctx.Done():
			return negotiation.View{}, ctx.Err()
		}
	}
}

// AsOf gives what audience a may see of the record up to an instant. It replays
// the journal.
func (r *Room) AsOf(ctx context.Context, id negotiation.NegotiationID, a negotiation.Audience, at time.Time) (negotiation.View, error) {
	if _, err := r.hall(ctx, id, false); err != nil {
		return negotiation.View{}, err
	}
	if at.IsZero() {
		at = at.Add(1) // to Replay the zero instant means all; asked for, it is before all
	}
	state, err := negotiation.Replay(id, r.journal.Read(ctx, id, 0), at)
	if err != nil {
		return negotiation.View{}, fmt.Errorf("replay %s as of %s: %w", id, at.Format(time.RFC3339), err)
	}
	return state.For(a), nil
}

// Until gives what audience a may see of the record up to and including entry
// seq, or to its end where that comes first. It replays the journal.
func (r *Room) Until(ctx context.Context, id negotiation.NegotiationID, a negotiation.Audience, seq negotiation.Seq) (negotiation.View, error) {
	if _, err := r.hall(ctx, id, false); err != nil {
		return negotiation.View{}, err
	}
	state, err := negotiation.Replay(id, upTo(r.journal.Read(ctx, id, 0), seq), time.Time{})
	if err != nil {
		return negotiation.View{}, fmt.Errorf("replay %s until entry %d: %w", id, seq, err)
	}
	return state.For(a), nil
}

// upTo ends entries behind the one at seq, without reading the next.
func upTo(entries iter.Seq2[negotiation.Entry, error], seq negotiation.Seq) iter.Seq2[negotiation.Entry, error] {
	return func(yield func(negotiation.Entry, error) bool) {
		if seq == 0 {
			return
		}
		for e, err := range entries {
			if !yield(e, err) || e.Seq >= seq {
				return
			}
		}
	}
}

// Epoch tells two records under one name apart: a reader that holds another
// epoch must load anew. It is taken from the hash of the first entry.
func (r *Room) Epoch(ctx context.Context, id negotiation.NegotiationID) (string, error) {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return "", err
	}
	return h.epochNow(), nil
}

// Negotiations lists every negotiation of the journal, sorted.
func (r *Room) Negotiations(ctx context.Context) ([]negotiation.NegotiationID, error) {
	return r.journal.Negotiations(ctx)
}

// hall gives the hall of a negotiation with its record replayed. One that has no
// record is refused, unless it is about to be created: then its hall is kept only
// once it has been, or any name that is asked for would cost memory for good.
func (r *Room) hall(ctx context.Context, id negotiation.NegotiationID, create bool) (*hall, error) {
	if !id.Valid() {
		return nil, negotiation.Refuse(negotiation.UnknownNegotiation, "negotiation", id)
	}
	r.mu.Lock()
	h := r.halls[id]
	r.mu.Unlock()
	if h != nil {
		return h, nil
	}
	h, err := openHall(ctx, r, id)
	if err != nil {
		return nil, err
	}
	switch state, _ := h.now(); {
	case state.Exists():
		return r.keep(h), nil
	case create:
		return h, nil
	}
	return nil, negotiation.Refuse(negotiation.UnknownNegotiation, "negotiation", id)
}

// keep gives h its place, unless another goroutine was faster.
func (r *Room) keep(h *hall) *hall {
	r.mu.Lock()
	defer r.mu.Unlock()
	if first := r.halls[h.id]; first != nil {
		return first
	}
	r.halls[h.id] = h
	return h
}
