package webtest

import (
	"log/slog"
	"net/http/httptest"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web"
)

// ID is the negotiation that a house opens with.
const ID negotiation.NegotiationID = "bridgetown"

// Title is its title.
const Title = "Draft Plan of Action of Bridgetown"

// The seats that a house opens with. Mexico, Peru and Cosate may table for the
// delegations MEXICO, PERU and COSATE, of which the last is a consultative body.
const (
	Secretariat negotiation.SeatID = "secretariat"
	Chair       negotiation.SeatID = "chair"
	Mexico      negotiation.SeatID = "mexico"
	Peru        negotiation.SeatID = "peru"
	Cosate      negotiation.SeatID = "cosate"
	Observer    negotiation.SeatID = "observer"
)

// House is a server with one negotiation, whose window for proposals is open
// without a cut-off. It closes with the test.
type House struct {
	Server *httptest.Server
	Room   *room.Room
	Store  *store.Memory
	Clock  *Clock

	t   testing.TB
	log Logbook
}

// Option changes how a house opens.
type Option func(*plan)

type plan struct {
	empty  bool
	draft  *negotiation.Draft
	public bool
	origin string
}

// WithDraft opens the house on another draft than Draft.
func WithDraft(d negotiation.Draft) Option { return func(p *plan) { p.draft = &d } }

// WithoutDraft opens the house before the import, its window closed.
func WithoutDraft() Option { return func(p *plan) { p.draft = nil } }

// Empty opens the house without a negotiation.
func Empty() Option { return func(p *plan) { p.empty = true } }

// Public lets readers without a seat read.
func Public() Option { return func(p *plan) { p.public = true } }

// Origin sets the address under which browsers see the server.
func Origin(address string) Option { return func(p *plan) { p.origin = address } }

// New opens a house.
func New(t testing.TB, options ...Option) *House {
	t.Helper()
	draft := Draft()
	p := plan{draft: &draft}
	for _, o := range options {
		o(&p)
	}
	h := &House{t: t, Store: store.NewMemory(), Clock: newClock()}
	h.Room = room.New(h.Store, h.Clock.Now)
	h.Server = h.serve(h.Store, p.origin)
	h.furnish(p)
	t.Cleanup(func() {
		h.Server.Close()
		if t.Failed() {
			t.Logf("the server logged:\n%s", h.Logged())
		}
	})
	return h
}

func (h *House) serve(kept *store.Memory, origin string) *httptest.Server {
	h.t.Helper()
	s, err := web.New(web.Config{
		Room:     h.Room,
		Secrets:  kept,
		Sessions: kept.Sessions(),
		Log:      slog.New(slog.NewTextHandler(&h.log, nil)),
		Clock:    h.Clock.Now,
		Origin:   origin,
		Release:  "test",
	})
	if err != nil {
		h.t.Fatalf("open the server: %v", err)
	}
	h.t.Cleanup(s.Close) // httptest leaves websockets open
	return httptest.NewServer(s)
}

// furnish creates the negotiation with its seats, its draft and its window.
func (h *House) furnish(p plan) {
	h.t.Helper()
	if p.empty {
		return
	}
	h.Do(negotiation.SystemSeat, negotiation.CreateNegotiation{Title: Title, Language: "en", Public: p.public})
	for _, seat := range Seats() {
		h.Do(negotiation.SystemSeat, seat)
	}
	if p.draft != nil {
		h.Do(Secretariat, negotiation.ImportDraft{Draft: *p.draft})
		h.Do(Secretariat, negotiation.OpenComments{})
	}
}

// Seats lists the commands that open the seats of a house.
func Seats() []negotiation.OpenSeat {
	return []negotiation.OpenSeat{
		{Seat: negotiation.Seat{ID: Secretariat, Role: negotiation.Secretariat}},
		{Seat: negotiation.Seat{ID: Chair, Role: negotiation.Chair}},
		{Seat: negotiation.Seat{ID: Mexico, Role: negotiation.Delegate, Delegation: "MEXICO", MayTable: true}},
		{Seat: negotiation.Seat{ID: Peru, Role: negotiation.Delegate, Delegation: "PERU", MayTable: true}},
		{Seat: negotiation.Seat{ID: Cosate, Role: negotiation.Delegate, Delegation: "COSATE", MayTable: true}, Kind: negotiation.ConsultativeBody},
		{Seat: negotiation.Seat{ID: Observer, Role: negotiation.Observer}},
	}
}

// Do gives a command to the room as a seat and fails the test if it is refused.
// The clock moves on by a second, so that no two entries have one instant.
func (h *House) Do(seat negotiation.SeatID, c negotiation.Command) room.Receipt {
	h.t.Helper()
	receipt, err := h.Room.Submit(h.t.Context(), ID, negotiation.Request{Seat: seat, Do: c})
	if err != nil {
		h.t.Fatalf("%s: %T: %v", seat, c, err)
	}
	h.Clock.Advance(time.Second)
	return receipt
}

// Pass turns the clock on and lets happen what is due by then, as a server that is
// tended does: see [room.Room.Tend].
func (h *House) Pass(d time.Duration) {
	h.t.Helper()
	h.Clock.Advance(d)
	if err := h.Room.Due(h.t.Context(), ID); err != nil {
		h.t.Fatalf("after %s: %v", d, err)
	}
}

// Table tables one change for a seat's own delegation and gives its number.
func (h *House) Table(seat negotiation.SeatID, changes ...negotiation.Change) negotiation.ProposalID {
	h.t.Helper()
	return h.Do(seat, negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: changes}}).Proposal
}

// View gives what a seat may see now.
func (h *House) View(seat negotiation.SeatID) negotiation.View {
	h.t.Helper()
	s, ok, err := h.Room.Seat(h.t.Context(), ID, seat)
	if err != nil || !ok {
		h.t.Fatalf("seat %s: open %t, %v", seat, ok, err)
	}
	v, err := h.Room.View(h.t.Context(), ID, s.Audience())
	if err != nil {
		h.t.Fatalf("view of %s: %v", seat, err)
	}
	return v
}

// Logged is what the server has logged so far.
func (h *House) Logged() string { return h.log.String() }
