package negotiation

import (
	"fmt"
	"strings"
	"time"
	"unicode"
)

// Decide returns the events that follow from req, or a *Refusal and no event.
// It reads no clock and draws no chance, so that a replay decides alike. The
// room turns the events into the next Entry; nothing has happened before that
// is in the journal.
func (s State) Decide(req Request) ([]Event, error) {
	seat, r := s.entitled(req)
	if r != nil {
		return nil, r
	}
	events, r := s.decide(seat, req)
	if r != nil {
		return nil, r
	}
	return events, nil
}

func (s State) decide(seat Seat, req Request) ([]Event, *Refusal) {
	switch c := req.Do.(type) {
	case CreateNegotiation:
		return s.createNegotiation(c)
	case DescribeNegotiation:
		return describeNegotiation(c)
	case ImportDraft:
		return s.importDraft(c)
	case OpenSeat:
		return s.openSeat(c)
	case CloseSeat:
		return s.closeSeat(c)
	case OpenComments:
		return s.openComments(c)
	case CloseComments:
		return s.closeComments()
	case TableProposal:
		return s.tableProposal(seat, req.At, c.Proposal)
	case WithdrawProposal:
		return s.withdrawProposal(seat, c)
	case AdmitProposal:
		return s.admitProposal(seat, c)
	case AcceptProposal:
		return s.acceptProposal(seat, c)
	case NotRetainProposal:
		return s.notRetainProposal(seat, c)
	case CombineProposals:
		return s.combineProposals(c)
	case ConfirmSatisfied:
		return s.confirmSatisfied(seat, c)
	}
	panic(fmt.Sprintf("negotiation: Decide does not know %T", req.Do))
}

// entitled gives the seat of req, or refuses: an unknown or closed seat, or a
// role without the right to give this command. Rights over a single proposal
// are looked at where it is.
func (s State) entitled(req Request) (Seat, *Refusal) {
	seat, ok := s.Seat(req.Seat)
	if !ok {
		return seat, Refuse(UnknownSeat, "seat", req.Seat)
	}
	if _, create := req.Do.(CreateNegotiation); !create && !s.Exists() {
		return seat, Refuse(UnknownNegotiation, "negotiation", s.id)
	}
	if act, ok := mayGive(seat, req.Do); !ok {
		return seat, Refuse(NotAllowed, "role", seat.Role, "act", act)
	}
	return seat, nil
}

// mayGive reports whether a seat may give commands of this kind, and names the
// act for the refusal.
func mayGive(seat Seat, c Command) (act string, ok bool) {
	switch c.(type) {
	case CreateNegotiation:
		return "create", seat.Role == System
	case DescribeNegotiation:
		return "describe", seat.Role.HoldsPen()
	case ImportDraft:
		return "import", seat.Role.HoldsPen()
	case OpenSeat, CloseSeat:
		return "seat", seat.Role.HoldsPen()
	case OpenComments, CloseComments:
		return "window", seat.Role.HoldsPen()
	case TableProposal:
		return "table", seat.Tables()
	case WithdrawProposal, ConfirmSatisfied:
		return "withdraw", seat.Tables()
	case AdmitProposal, AcceptProposal, NotRetainProposal, CombineProposals:
		return "decide", seat.Role.Decides()
	}
	panic(fmt.Sprintf("negotiation: mayGive does not know %T", c))
}

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

func (s State) openComments(c OpenComments) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if c.Late == "" {
		c.Late = MarkLate
	}
	if c.Late != RefuseLate && c.Late != MarkLate && c.Late != AddendumLate {
		return nil, Refuse(BadValue, "field", "late", "value", c.Late)
	}
	if y := c.CutOff.UTC().Year(); y < 1 || y > 9999 {
		// The record could not spell it [RFC 3339, 1].
		return nil, Refuse(BadValue, "field", "cut-off", "value", y)
	}
	if !zoneName(c.Zone) {
		return nil, Refuse(BadValue, "field", "zone", "value", c.Zone[:min(len(c.Zone), MaxName)])
	}
	return []Event{CommentsOpened{CutOff: utc(c.CutOff), Zone: c.Zone, Late: c.Late}}, nil
}

// zoneName reports whether s has the form of an IANA zone name, or is empty.
// Whether there is such a zone the law cannot know: it reads no files.
func zoneName(s string) bool {
	return len(s) <= MaxName && s != "Local" && !strings.Contains(s, "..") && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("_+-/", r)
	})
}

func (s State) closeComments() ([]Event, *Refusal) {
	if !s.window.Open {
		return nil, Refuse(WindowClosed)
	}
	return []Event{CommentsClosed{}}, nil
}

// utc gives t in UTC and without its monotonic reading, and the zero time for a
// zero time: what the record holds is one instant in one spelling.
func utc(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return t.Round(0).UTC()
}
