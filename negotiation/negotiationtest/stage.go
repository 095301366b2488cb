package negotiationtest

import (
	"context"
	"fmt"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// Stage is a storey of the house on which a negotiation is played.
type Stage interface {
	// Submit gives a command and returns the number of the proposal that it
	// tabled, if any. The instant is the stage's own, not the request's.
	Submit(ctx context.Context, req negotiation.Request) (negotiation.ProposalID, error)
	// View is what an audience sees now.
	View(ctx context.Context, a negotiation.Audience) (negotiation.View, error)
	// SetTime sets the clock of the stage.
	SetTime(now time.Time)
}

// KeyKeeper is a Stage that keeps idempotency keys. Scenarios with keys are
// played on no other.
type KeyKeeper interface {
	Stage
	KeepsKeys()
}

// Name of the negotiation that is played on the stages of this package.
const Name negotiation.NegotiationID = "bridgetown"

// NewLaw gives the lowest storey, the law alone. Each entry goes through the
// codec before it is applied, and the state is checked after it.
func NewLaw(t testing.TB) Stage {
	return &law{t: t, state: negotiation.New(Name)}
}

type law struct {
	t     testing.TB
	now   time.Time
	state negotiation.State
}

func (l *law) SetTime(now time.Time) { l.now = now }

func (l *law) View(_ context.Context, a negotiation.Audience) (negotiation.View, error) {
	return l.state.For(a), nil
}

func (l *law) Submit(_ context.Context, req negotiation.Request) (negotiation.ProposalID, error) {
	l.t.Helper()
	req.At = l.now.UTC()
	events, err := l.state.Decide(req)
	if err != nil {
		return "", err
	}
	e, err := recoded(negotiation.Entry{Negotiation: Name, Seq: l.state.Seq() + 1, At: req.At, Seat: req.Seat, Events: events})
	if err != nil {
		return "", err
	}
	l.state = l.state.After(e)
	if err := l.state.Check(); err != nil {
		return "", err
	}
	return tabled(e), nil
}

// recoded gives e as the record gives it back.
func recoded(e negotiation.Entry) (negotiation.Entry, error) {
	b, err := negotiation.EncodeEntry(e)
	if err != nil {
		return e, fmt.Errorf("encode entry %d: %w", e.Seq, err)
	}
	return negotiation.DecodeEntry(b)
}

func tabled(e negotiation.Entry) negotiation.ProposalID {
	for _, ev := range e.Events {
		if t, ok := ev.(negotiation.ProposalTabled); ok {
			return t.Proposal.ID
		}
	}
	return ""
}

// NewRoom gives the storey above the law: a room over a journal.
func NewRoom(j negotiation.Journal) KeyKeeper {
	c := &clock{}
	return &inRoom{clock: c, room: room.New(j, c.tell)}
}

type clock struct{ now time.Time }

func (c *clock) tell() time.Time { return c.now }

type inRoom struct {
	clock *clock
	room  *room.Room
}

func (r *inRoom) KeepsKeys() {}

func (r *inRoom) SetTime(now time.Time) { r.clock.now = now }

func (r *inRoom) View(ctx context.Context, a negotiation.Audience) (negotiation.View, error) {
	return r.room.View(ctx, Name, a)
}

func (r *inRoom) Submit(ctx context.Context, req negotiation.Request) (negotiation.ProposalID, error) {
	receipt, err := r.room.Submit(ctx, Name, req)
	return receipt.Proposal, err
}
