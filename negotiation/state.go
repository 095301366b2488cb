package negotiation

import (
	"iter"
	"maps"
	"slices"
	"time"
)

// State is everything that the record of one negotiation says up to one Seq.
// It is a value: After gives a new State and leaves the old one as it was, so
// a State may be read by many goroutines. The zero State, with an id, is the
// negotiation before its first entry.
type State struct {
	id       NegotiationID
	seq      Seq
	at       time.Time
	title    string
	language string
	public   bool
	source   Source
	cover    Cover
	notices  []Notice
	imports  []Import
	issued   []Issued
	window   Window
	// order holds the paragraphs in the order of the draft.
	order      []ParagraphID
	paragraphs shelf[paragraphState]
	proposals  shelf[proposalState]
	seats      map[SeatID]Seat
	parties    map[Delegation]Party
	groups     map[Delegation]DelegationGroup
	session    Session
	acts       scroll[Act]
}

// paragraphState is a paragraph with its history.
type paragraphState struct {
	Paragraph
	versions  []Version
	proposals []ProposalID
	// owners are who is to fill the open places, by their number.
	owners      map[int]string
	settlements []Settlement
	heard
}

// heard is what was said of a paragraph or a proposal, and when any of that, or anything
// else that is shown of it, was last changed.
type heard struct {
	positions []Taken // of each delegation or group one at most
	touched   Seq
}

type proposalState struct {
	Standing
	heard
	// reworded is the newest Seq that changed what it asks for.
	reworded Seq
}

// New is the state of negotiation id before its first entry.
func New(id NegotiationID) State { return State{id: id} }

// Replay applies the entries in order, up to and including those at instant
// asOf; a zero asOf takes them all. It ends at the first error in entries.
func Replay(id NegotiationID, entries iter.Seq2[Entry, error], asOf time.Time) (State, error) {
	s := New(id)
	for e, err := range entries {
		if err != nil {
			return s, err
		}
		if !asOf.IsZero() && e.At.After(asOf) {
			break
		}
		s = s.After(e)
	}
	return s, nil
}

// ID is which negotiation s is of.
func (s State) ID() NegotiationID { return s.id }

// Seq is that of the newest entry; 0 before the first.
func (s State) Seq() Seq { return s.seq }

// At is the instant of the newest entry; later requests are not before it.
func (s State) At() time.Time { return s.at }

// Exists reports whether the negotiation has been created.
func (s State) Exists() bool { return s.seq > 0 }

// HasDraft reports whether a draft has been imported.
func (s State) HasDraft() bool { return len(s.order) > 0 }

// Seat gives the seat with this id, if it exists and is not closed. The system
// seat always does.
func (s State) Seat(id SeatID) (Seat, bool) {
	if id == SystemSeat {
		return Seat{ID: SystemSeat, Role: System}, true
	}
	seat, ok := s.seats[id]
	return seat, ok && !seat.Closed
}

// Seats lists all seats but the system's, by id.
func (s State) Seats() []Seat {
	seats := slices.Collect(maps.Values(s.seats))
	slices.SortFunc(seats, func(a, b Seat) int { return compareStrings(a.ID, b.ID) })
	return seats
}

func compareStrings[S ~string](a, b S) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// paragraph gives the paragraph with this id.
func (s State) paragraph(id ParagraphID) (paragraphState, bool) {
	if n := id.number(); s.paragraphs.has(n) {
		return s.paragraphs.at(n), true
	}
	return paragraphState{}, false
}

// proposal gives the proposal with this id.
func (s State) proposal(id ProposalID) (proposalState, bool) {
	if n := id.number(); s.proposals.has(n) {
		return s.proposals.at(n), true
	}
	return proposalState{}, false
}

// list gives the paragraphs in the order of the draft.
func (s State) list() []Paragraph {
	list := make([]Paragraph, 0, len(s.order))
	for _, id := range s.order {
		list = append(list, s.paragraphs.at(id.number()).Paragraph)
	}
	return list
}
