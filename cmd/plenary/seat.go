package main

import (
	"context"
	"fmt"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
)

// house is what the commands act on: the room over a journal, and the secrets
// beside it.
type house struct {
	room    *room.Room
	secrets store.Secrets
	clock   func() time.Time
}

// do gives a command as the system seat.
func (h house) do(ctx context.Context, id negotiation.NegotiationID, c negotiation.Command) error {
	_, err := h.room.Submit(ctx, id, negotiation.Request{Seat: negotiation.SystemSeat, Do: c})
	return err
}

// create opens the record of a negotiation.
func (h house) create(ctx context.Context, id negotiation.NegotiationID, title string, public bool) error {
	return h.do(ctx, id, negotiation.CreateNegotiation{Title: title, Language: "en", Public: public})
}

// printLink prints a sign-in link for a seat, which it opens if it is new:
// role, delegation and address, with a tab between, for scripts to cut.
func (h house) printLink(ctx context.Context, std streams, id negotiation.NegotiationID, seat negotiation.Seat, kind negotiation.PartyKind, origin string, life time.Duration) error {
	if _, ok, err := h.room.Seat(ctx, id, seat.ID); err != nil {
		return err
	} else if !ok {
		if err := h.do(ctx, id, negotiation.OpenSeat{Seat: seat, Kind: kind}); err != nil {
			return err
		}
	}
	secret, now := store.NewSecret(), h.clock()
	inv := negotiation.Invitation{Negotiation: id, Seat: seat.ID, Created: now, Expires: now.Add(life)}
	if err := h.secrets.AddInvitation(ctx, secret, inv); err != nil {
		return fmt.Errorf("keep the invitation: %w", err)
	}
	_, err := fmt.Fprintf(std.out, "%s\t%s\t%s/join/%s\n", seat.Role, seat.Delegation, origin, secret)
	return err
}
