package room

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"plenary/negotiation"
)

// Tend gives the commands of the system's seat until ctx ends, for all negotiations:
// first that gavels which fell before now are void, because nobody was there to take
// objections; then what is due at each [negotiation.State.Deadline]. A fault is told,
// and tried again after tendAgain. One process tends a journal.
func (r *Room) Tend(ctx context.Context, fault func(error)) {
	for {
		err := r.interruptAll(ctx)
		if err == nil {
			break
		}
		if ctx.Err() != nil {
			return // it was told to end, which is no fault
		}
		if fault(err); !wait(ctx, tendAgain, nil) {
			return
		}
	}
	for ctx.Err() == nil {
		next, changed := r.nextDeadline()
		d := time.Duration(-1)
		if !next.IsZero() {
			d = max(0, next.Sub(r.clock()))
		}
		if !wait(ctx, d, changed) {
			return
		}
		if err := r.dueAll(ctx); err != nil && ctx.Err() == nil {
			fault(err)
			wait(ctx, tendAgain, nil)
		}
	}
}

// tendAgain is how long after a fault it is tried again.
const tendAgain = time.Second

// wait waits for d, for ever if it is negative, or until changed is closed. It is
// false when ctx has ended.
func wait(ctx context.Context, d time.Duration, changed <-chan struct{}) bool {
	var after <-chan time.Time
	if d >= 0 {
		t := time.NewTimer(d)
		defer t.Stop()
		after = t.C
	}
	select {
	case <-after:
	case <-changed:
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// Due gives the command of a negotiation's deadline, if that has come. It is for
// those whose clock no timer follows; Tend does it by itself.
func (r *Room) Due(ctx context.Context, id negotiation.NegotiationID) error {
	h, err := r.hall(ctx, id, false)
	if err != nil {
		return err
	}
	state, _ := h.now()
	if at := state.Deadline(); at.IsZero() || r.clock().Before(at) {
		return nil
	}
	return r.system(ctx, id, negotiation.TakeEffect{})
}

// system gives a command as the system's seat. That it was not due any more, because
// somebody was first, is no fault.
func (r *Room) system(ctx context.Context, id negotiation.NegotiationID, c negotiation.Command) error {
	_, err := r.Submit(ctx, id, negotiation.Request{Seat: negotiation.SystemSeat, Do: c})
	if refusal, ok := negotiation.Refused(err); ok && refusal.Code != negotiation.Busy {
		return nil
	}
	if err != nil {
		return fmt.Errorf("deadline of %s: %w", id, err)
	}
	return nil
}

func (r *Room) interruptAll(ctx context.Context) error {
	ids, err := r.Negotiations(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, id := range ids {
		h, err := r.hall(ctx, id, false)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if state, _ := h.now(); !state.Deadline().IsZero() {
			errs = append(errs, r.system(ctx, id, negotiation.InterruptGavel{}))
		}
	}
	return errors.Join(errs...)
}

func (r *Room) dueAll(ctx context.Context) error {
	var errs []error
	for _, h := range r.open() {
		errs = append(errs, r.Due(ctx, h.id))
	}
	return errors.Join(errs...)
}

// nextDeadline is the earliest of all halls, zero for none, and the channel that is
// closed when any of them changes.
func (r *Room) nextDeadline() (time.Time, <-chan struct{}) {
	r.bellMu.Lock()
	changed := r.bell
	r.bellMu.Unlock()
	var next time.Time
	for _, h := range r.open() {
		state, _ := h.now()
		if at := state.Deadline(); !at.IsZero() && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next, changed
}

// open lists the halls.
func (r *Room) open() []*hall {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Collect(maps.Values(r.halls))
}

// ring says that a deadline has changed.
func (r *Room) ring() {
	r.bellMu.Lock()
	defer r.bellMu.Unlock()
	close(r.bell)
	r.bell = make(chan struct{})
}
