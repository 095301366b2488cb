package negotiation

// Seat is the right of somebody to act in a negotiation. The record knows seats
// only: the names of the people who sit there are kept beside it, because a
// journal never forgets and a name must be forgettable.
type Seat struct {
	ID   SeatID `json:"id"`
	Role Role   `json:"role"`
	// Delegation is whom the seat speaks for: required for a Delegate, allowed
	// for an Observer, empty for others.
	Delegation Delegation `json:"delegation,omitempty"`
	// MayTable is the right of a Delegate to table, supersede and withdraw.
	MayTable bool `json:"may_table,omitempty"`
	Closed   bool `json:"closed,omitempty"`
}

// Audience is the class of readers that s belongs to: it decides what is seen.
func (s Seat) Audience() Audience { return Audience{Role: s.Role, Delegation: s.Delegation} }

// Tables reports whether s may table, supersede and withdraw at all, whether or
// not the window is open.
func (s Seat) Tables() bool { return s.Role.HoldsPen() || s.Role == Delegate && s.MayTable }

// SpeaksFor reports whether s may act for a delegation: its own, or any for the
// Secretariat, which types what it receives in writing.
func (s Seat) SpeaksFor(d Delegation) bool {
	return s.Role.HoldsPen() || s.Tables() && s.Delegation == d
}

// TakesBack reports whether p is this seat's own to withdraw. What was combined is
// of nobody's delegation alone: those it names take back the proposals that it was
// made of.
func (s Seat) TakesBack(p Proposal) bool {
	return s.SpeaksFor(p.Delegation) && (!p.Combined() || s.Role.HoldsPen())
}

// PartyKind says what kind of delegation a name stands for.
type PartyKind string

const (
	// MemberState has a vote and comes first in a compilation, alphabetically.
	MemberState PartyKind = "state"
	// ConsultativeBody advises (COSATE for workers, CEATAL for employers) and
	// comes after the member states.
	ConsultativeBody PartyKind = "body"
)

// Party is a delegation with its kind.
type Party struct {
	Name Delegation `json:"name"`
	Kind PartyKind  `json:"kind"`
}
