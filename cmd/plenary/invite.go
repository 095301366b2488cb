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

type inviteCmd struct {
	dataFlag
	Negotiation string        `required:"" help:"Which negotiation." placeholder:"ID"`
	Role        string        `required:"" enum:"secretariat,chair,delegate,observer" help:"What the seat is for: ${enum}." placeholder:"ROLE"`
	Delegation  string        `help:"Whom the seat speaks for; a delegate needs one." placeholder:"NAME"`
	Body        bool          `help:"The delegation is a consultative body, not a member state."`
	ReadOnly    bool          `help:"A delegate without the right to table."`
	Seat        string        `help:"Name of the seat; made from delegation and role if not given." placeholder:"SEAT"`
	For         time.Duration `default:"168h" help:"How long the link is valid."`
	Origin      string        `default:"http://127.0.0.1:8080" help:"Address of the server that browsers see." placeholder:"URL"`
}

// Help is the example under the usage.
func (inviteCmd) Help() string {
	return "Example: plenary invite --negotiation bridgetown --role delegate --delegation PERU --for 72h"
}

// Run opens the seat if it is new, and prints a link to it.
func (c inviteCmd) Run(ctx context.Context, std streams) error {
	if c.For <= 0 || c.For > 366*24*time.Hour {
		return fmt.Errorf("%w: --for is %s; it must be above 0 and at most a year", errUsage, c.For)
	}
	seat := negotiation.Seat{ID: negotiation.SeatID(c.Seat), Role: negotiation.Role(c.Role), Delegation: negotiation.Delegation(c.Delegation)}
	seat.MayTable = seat.Role == negotiation.Delegate && !c.ReadOnly
	kind := negotiation.MemberState
	if c.Body {
		kind = negotiation.ConsultativeBody
	}
	return c.edit(func(b *store.Bolt) error {
		h := house{room: room.New(b, std.clock), secrets: b.Secrets, clock: std.clock}
		id := negotiation.NegotiationID(c.Negotiation)
		if seat.ID == "" {
			var err error
			if seat.ID, err = h.seatFor(ctx, id, seat); err != nil {
				return err
			}
		}
		return h.printLink(ctx, std, id, seat, kind, strings.TrimSuffix(c.Origin, "/"), c.For)
	})
}
