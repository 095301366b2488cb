package main

import (
	"context"
	"fmt"
	"strings"
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

// printLink prints a sign-in link for a seat, which it opens if it is new:
// role, delegation and address, with a tab between, for scripts to cut. A seat
// of this id that is another than the one asked for is refused: its link would
// let somebody sit where they were not invited.
func (h house) printLink(ctx context.Context, std streams, id negotiation.NegotiationID, seat negotiation.Seat, kind negotiation.PartyKind, origin string, life time.Duration) error {
	there, ok, err := h.room.Seat(ctx, id, seat.ID)
	switch {
	case err != nil:
		return err
	case !ok:
		if err := h.do(ctx, id, negotiation.OpenSeat{Seat: seat, Kind: kind}); err != nil {
			return err
		}
	case there != seat:
		return negotiation.Refuse(negotiation.AlreadyExists, "field", "seat", "value", seat.ID)
	}
	secret, now := store.NewSecret(), h.clock()
	inv := negotiation.Invitation{Negotiation: id, Seat: seat.ID, Created: now, Expires: now.Add(life)}
	if err := h.secrets.AddInvitation(ctx, secret, inv); err != nil {
		return fmt.Errorf("keep the invitation: %w", err)
	}
	_, err = fmt.Fprintf(std.out, "%s\t%s\t%s/join/%s\n", seat.Role, seat.Delegation, origin, secret)
	return err
}

// seatFor gives the id of the seat that is already as asked for, else one that
// is free, made from its delegation and role. A closed seat keeps its id.
func (h house) seatFor(ctx context.Context, id negotiation.NegotiationID, seat negotiation.Seat) (negotiation.SeatID, error) {
	v, err := h.room.View(ctx, id, negotiation.Audience{Role: negotiation.System})
	if err != nil {
		return "", err
	}
	taken := make(map[negotiation.SeatID]negotiation.Seat, len(v.Seats))
	for _, s := range v.Seats {
		taken[s.ID] = s
	}
	stem := idOf(strings.TrimSpace(string(seat.Delegation) + " " + string(seat.Role)))
	seat.ID = negotiation.SeatID(stem)
	for n := 2; ; n++ {
		if there, ok := taken[seat.ID]; !ok || there == seat {
			return seat.ID, nil
		}
		seat.ID = negotiation.SeatID(fmt.Sprintf("%s-%d", stem[:min(len(stem), 55)], n))
	}
}
