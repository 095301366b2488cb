package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

// apiSeat is the right of somebody to act.
type apiSeat struct {
	ID         string `json:"id" doc:"1 to 63 characters of a-z, 0-9 and -." example:"mexico"`
	Role       string `json:"role" enum:"secretariat,chair,delegate,observer"`
	Delegation string `json:"delegation,omitempty" doc:"For whom it speaks." example:"MEXICO"`
	MayTable   bool   `json:"may_table,omitempty" doc:"Whether a delegate may table, supersede and withdraw."`
	Closed     bool   `json:"closed,omitempty"`
	Name       string `json:"name,omitempty" doc:"The person who sits there; kept beside the record." example:"A. Delegate"`
}

func seatOf(s negotiation.Seat) apiSeat {
	return apiSeat{ID: string(s.ID), Role: string(s.Role), Delegation: string(s.Delegation), MayTable: s.MayTable, Closed: s.Closed}
}

type apiSeats struct {
	Seats []apiSeat `json:"seats" nullable:"false" doc:"By id."`
}

// apiOpenSeat is a seat to open.
type apiOpenSeat struct {
	_ struct{} `additionalProperties:"false"`

	ID         string `json:"id" required:"false" doc:"1 to 63 characters of a-z, 0-9 and -." example:"mexico"`
	Role       string `json:"role" required:"false" enum:"secretariat,chair,delegate,observer"`
	Delegation string `json:"delegation,omitempty" doc:"Required for a delegate, allowed for an observer." example:"MEXICO"`
	Kind       string `json:"kind,omitempty" enum:"state,body" doc:"What the delegation is, where it is new here; a member state if left out."`
	MayTable   bool   `json:"may_table,omitempty" doc:"For a delegate."`
	Name       string `json:"name,omitempty" doc:"The person who will sit there; kept beside the record, which never forgets." example:"A. Delegate"`
}

type inOpenSeat struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
	Body apiOpenSeat
}

type inSeat struct {
	ID   string `path:"id" doc:"Which negotiation." example:"bridgetown"`
	Seat string `path:"seat" doc:"Which seat." example:"mexico"`
	Key  string `header:"Idempotency-Key" doc:"Chosen by the caller: the same key gives the same receipt and happens once." example:"3f1c7a9e"`
}

func (a api) seats() {
	operation(a, huma.Operation{
		OperationID: "list-seats", Method: http.MethodGet, Path: "/negotiations/{id}/seats", Tags: []string{"Secretariat"},
		Summary: "List the seats, for the Secretariat and the Chair",
	}, a.server.apiListSeats)
	operation(a, huma.Operation{
		OperationID: "open-seat", Method: http.MethodPost, Path: "/negotiations/{id}/seats", Tags: []string{"Secretariat"},
		DefaultStatus: http.StatusCreated, Summary: "Open a seat",
	}, a.server.apiOpenSeat)
	operation(a, huma.Operation{
		OperationID: "close-seat", Method: http.MethodPost, Path: "/negotiations/{id}/seats/{seat}/close", Tags: []string{"Secretariat"},
		Summary: "Close a seat, and take back its invitations",
	}, a.server.apiCloseSeat)
	operation(a, huma.Operation{
		OperationID: "invite", Method: http.MethodPost, Path: "/negotiations/{id}/seats/{seat}/invitations", Tags: []string{"Secretariat"},
		DefaultStatus: http.StatusCreated, Summary: "Invite to a seat",
		Description: "The answer holds a secret: whoever has the link sits on the seat. It is told once and cannot be read again.",
	}, a.server.apiInvite)
}

func (s *Server) apiListSeats(ctx context.Context, in *inNegotiation) (apiSeats, error) {
	list := apiSeats{Seats: []apiSeat{}}
	seat, v, err := s.attend(ctx, in.ID)
	if err != nil {
		return list, err
	}
	if !seat.Role.Decides() {
		return list, negotiation.Refuse(negotiation.NotAllowed, "role", seat.Role, "act", "seat")
	}
	names, err := s.cfg.Secrets.SeatNames(ctx, v.ID)
	if err != nil {
		return list, err
	}
	for _, other := range v.Seats {
		out := seatOf(other)
		out.Name = names[other.ID]
		list.Seats = append(list.Seats, out)
	}
	return list, nil
}

func (s *Server) apiOpenSeat(ctx context.Context, in *inOpenSeat) (apiReceipt, error) {
	b := in.Body
	if err := checkPerson(b.Name); err != nil {
		return apiReceipt{}, err
	}
	seat := negotiation.Seat{ID: negotiation.SeatID(b.ID), Role: negotiation.Role(b.Role),
		Delegation: negotiation.Delegation(b.Delegation), MayTable: b.MayTable}
	receipt, err := s.command(ctx, in.ID, in.Key, negotiation.OpenSeat{Seat: seat, Kind: negotiation.PartyKind(b.Kind)})
	if err == nil && b.Name != "" {
		err = s.cfg.Secrets.SetSeatName(ctx, negotiation.NegotiationID(in.ID), seat.ID, b.Name)
	}
	return receipt, err
}

// apiCloseSeat closes first: a seat whose links are gone could still be sat on,
// one that is closed cannot.
func (s *Server) apiCloseSeat(ctx context.Context, in *inSeat) (apiReceipt, error) {
	seat := negotiation.SeatID(in.Seat)
	receipt, err := s.command(ctx, in.ID, in.Key, negotiation.CloseSeat{Seat: seat})
	if err != nil {
		return receipt, err
	}
	return receipt, s.cfg.Secrets.RevokeInvitations(ctx, negotiation.NegotiationID(in.ID), seat)
}

// apiInvitation is an invitation as it is told, once.
type apiInvitation struct {
	Link    string    `json:"link" doc:"Signs a person in." example:"https://plenary.example.org/join/b3V0IG9mIHRoZSBibHVl"`
	Secret  string    `json:"secret" doc:"The end of the link: a script shows it as a bearer token." example:"b3V0IG9mIHRoZSBibHVl"`
	Expires time.Time `json:"expires"`
}
