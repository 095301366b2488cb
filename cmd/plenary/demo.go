package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"slices"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/format"
)

// demoID is the negotiation of the demonstration.
const demoID negotiation.NegotiationID = "bridgetown"

// demoFile is the compilation of comments to the Draft Plan of Action of
// Bridgetown (TRABAJO/RTP/doc.13/17), a public document of the Organization of
// American States.
//
//go:embed bridgetown.txt
var demoFile []byte

type demoCmd struct {
	dataFlag
	listenFlags
}

// Help is the example under the usage.
func (demoCmd) Help() string {
	return "Example: plenary\n\nThe same as plenary serve --demo: an empty data file opens with the Bridgetown negotiation."
}

// Run serves the demonstration.
func (c demoCmd) Run(ctx context.Context, std streams) error {
	return serveCmd{dataFlag: c.dataFlag, listenFlags: c.listenFlags, WithDemo: true}.Run(ctx, std)
}

// demoWindow is how long the window of the demonstration is open.
const demoWindow = 30 * 24 * time.Hour

// demoSeats are the seats of the demonstration: one of each role, and those of
// the delegations that wrote the comments.
func demoSeats() []negotiation.OpenSeat {
	seat := func(id negotiation.SeatID, role negotiation.Role, d negotiation.Delegation, kind negotiation.PartyKind) negotiation.OpenSeat {
		return negotiation.OpenSeat{Kind: kind, Seat: negotiation.Seat{ID: id, Role: role, Delegation: d, MayTable: role == negotiation.Delegate}}
	}
	return []negotiation.OpenSeat{
		seat("secretariat", negotiation.Secretariat, "", ""),
		seat("chair", negotiation.Chair, "", ""),
		seat("mexico", negotiation.Delegate, "MEXICO", negotiation.MemberState),
		seat("chile", negotiation.Delegate, "CHILE", negotiation.MemberState),
		seat("peru", negotiation.Delegate, "PERU", negotiation.MemberState),
		seat("cosate", negotiation.Delegate, "COSATE", negotiation.ConsultativeBody),
		seat("ceatal", negotiation.Delegate, "CEATAL", negotiation.ConsultativeBody),
		seat("observer", negotiation.Observer, "", ""),
	}
}

// demonstrate opens the demonstration in an empty data file and prints a sign-in
// link for each of its seats. It never adds seats to a negotiation in earnest.
func demonstrate(ctx context.Context, std streams, h house, ids []negotiation.NegotiationID, origin string) error {
	switch {
	case len(ids) == 0:
		if err := openDemo(ctx, h); err != nil {
			return fmt.Errorf("open the demonstration: %w", err)
		}
	case !slices.Contains(ids, demoID):
		return errors.New("the data file holds other negotiations, and the demonstration does not mix with them; name a new file with --data, or serve this one with \"plenary serve\"")
	}
	fmt.Fprintf(std.err, "Sign in with one of these links (each in its own browser window), or read without at %s/n/%s\n", origin, demoID)
	for _, s := range demoSeats() {
		err := h.printLink(ctx, std, demoID, s.Seat, s.Kind, origin, linkLife)
		if r, refused := negotiation.Refused(err); refused && r.Code == negotiation.AlreadyExists {
			continue // somebody closed this seat while trying things out
		}
		if err != nil {
			return fmt.Errorf("seat %s: %w", s.Seat.ID, err)
		}
	}
	return nil
}

// openDemo imports the compilation and opens the window for comments.
func openDemo(ctx context.Context, h house) error {
	draft, err := format.Read("bridgetown.txt", demoFile, negotiation.ReadOptions{})
	if err != nil {
		return err
	}
	if err := h.do(ctx, demoID, negotiation.CreateNegotiation{Title: "Draft Plan of Action of Bridgetown", Language: "en", Public: true}); err != nil {
		return err
	}
	if err := h.do(ctx, demoID, negotiation.ImportDraft{Draft: draft}); err != nil {
		return err
	}
	kept := negotiation.KeptFile{Name: draft.Source.Name, Data: demoFile}
	if err := h.secrets.KeepFile(ctx, demoID, draft.Source.SHA256, kept); err != nil {
		return err
	}
	return h.do(ctx, demoID, negotiation.OpenComments{
		CutOff: h.clock().Add(demoWindow), Zone: "America/Barbados", Late: negotiation.MarkLate})
}
