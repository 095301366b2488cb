package negotiation

import (
	"strings"
	"unicode"
)

func (s State) openSeat(c OpenSeat) ([]Event, *Refusal) {
	seat := c.Seat
	seat.Closed = false
	if _, taken := s.seats[seat.ID]; taken || seat.ID == SystemSeat {
		return nil, Refuse(AlreadyExists, "field", "seat", "value", seat.ID)
	}
	if len(s.seats) >= MaxSeats {
		return nil, Refuse(TooMany, "field", "seats", "limit", MaxSeats, "count", len(s.seats)+1)
	}
	if !seat.ID.Valid() {
		return nil, Refuse(BadValue, "field", "seat", "value", seat.ID)
	}
	if !seat.Role.Seatable() {
		return nil, Refuse(BadValue, "field", "role", "value", seat.Role)
	}
	if seat.Role != Delegate {
		seat.MayTable = false
	}
	if seat.Role != Delegate && seat.Role != Observer {
		seat.Delegation = ""
	}
	if seat.Role == Delegate && seat.Delegation == "" {
		return nil, Refuse(Empty, "field", "delegation")
	}
	if seat.Delegation == "" {
		return []Event{SeatOpened{seat}}, nil
	}
	name, r := readDelegation(seat.Delegation)
	if r != nil {
		return nil, r
	}
	seat.Delegation = name
	events, r := s.named(Party{Name: name, Kind: c.Kind})
	return append(events, SeatOpened{seat}), r
}

// named gives the event that makes a delegation known, or none if it is.
func (s State) named(p Party) ([]Event, *Refusal) {
	if _, known := s.parties[p.Name]; known {
		return nil, nil
	}
	if len(s.parties) >= MaxParties {
		return nil, Refuse(TooMany, "field", "delegations", "limit", MaxParties, "count", len(s.parties)+1)
	}
	if p.Kind == "" {
		p.Kind = MemberState
	}
	if p.Kind != MemberState && p.Kind != ConsultativeBody {
		return nil, Refuse(BadValue, "field", "kind", "value", p.Kind)
	}
	return []Event{DelegationNamed{p}}, nil
}

func readDelegation(d Delegation) (Delegation, *Refusal) {
	name, r := readText("delegation", string(d), MaxName)
	if r == nil && blank(name) {
		r = Refuse(Empty, "field", "delegation")
	}
	if r == nil && !namelike(name) {
		r = Refuse(BadValue, "field", "delegation", "value", name)
	}
	return Delegation(name), r
}

// namelike reports whether s can stand before the colon of a restated paragraph
// and be read there again: letters, and none of the marks that documents use
// around names. What cannot be seen would make two names of one.
func namelike(s string) bool {
	return strings.ContainsFunc(s, unicode.IsLetter) && !strings.ContainsFunc(s, func(r rune) bool {
		return strings.ContainsRune(":;*~`[]<>|\"", r) || unicode.Is(unicode.Cf, r)
	})
}

func (s State) closeSeat(c CloseSeat) ([]Event, *Refusal) {
	if seat, ok := s.seats[c.Seat]; !ok || seat.Closed {
		return nil, Refuse(UnknownSeat, "seat", c.Seat)
	}
	if s.lastPen(c.Seat) {
		// Nobody could open a seat again without the server's own hands.
		return nil, Refuse(NotAllowed, "role", Secretariat, "act", "close-last")
	}
	return []Event{SeatClosed(c)}, nil
}

// lastPen reports whether a seat is the only one of the Secretariat still open.
func (s State) lastPen(id SeatID) bool {
	for other, seat := range s.seats {
		if other != id && seat.Role == Secretariat && !seat.Closed {
			return false
		}
	}
	return s.seats[id].Role == Secretariat
}
