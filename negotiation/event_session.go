package negotiation

import "time"

// The events of sessions, positions and groups.

// SessionScheduled announces session Number.
type SessionScheduled struct {
	Number   int             `json:"number"`
	Title    string          `json:"title,omitempty"`
	Starts   time.Time       `json:"starts,omitzero"`
	Settings SessionSettings `json:"settings"`
}

// SessionArranged gives a session that is not closed another title, hour or rules.
type SessionArranged struct {
	Title    string          `json:"title,omitempty"`
	Starts   time.Time       `json:"starts,omitzero"`
	Settings SessionSettings `json:"settings"`
}

// SessionOpened opens the session, or goes on with a suspended one.
type SessionOpened struct{}

// SessionEnded suspends the session until an instant, or closes it for ever.
type SessionEnded struct {
	Status SessionStatus `json:"status"`
	Until  time.Time     `json:"until,omitzero"`
	Reason string        `json:"reason,omitempty"`
}

// AgendaSet gives the session its agenda.
type AgendaSet struct {
	Paragraphs []ParagraphID `json:"paragraphs"`
}

// Attended says where a seat takes part from.
type Attended struct {
	Seat       SeatID     `json:"seat"`
	Delegation Delegation `json:"delegation,omitempty"`
	Place      Attending  `json:"place"`
}

// ParagraphCalled puts a paragraph on the floor, and takes what was there off it.
type ParagraphCalled struct {
	Paragraph ParagraphID `json:"paragraph"`
}

// FloorAsked puts a delegation on the speakers' list.
type FloorAsked struct {
	Delegation Delegation `json:"delegation"`
	Order      bool       `json:"order,omitempty"`
}

// FloorLeft takes it off the list.
type FloorLeft FloorAsked

// FloorGiven gives a delegation the floor, and takes it off the list.
type FloorGiven struct {
	Delegation Delegation `json:"delegation"`
	Order      bool       `json:"order,omitempty"`
	// Until is when its time is over, zero for no limit.
	Until time.Time `json:"until,omitzero"`
}

// FloorYielded says that whoever had the floor has ended.
type FloorYielded struct {
	Delegation Delegation `json:"delegation"`
}

// SpeakersListed opens or closes the speakers' list.
type SpeakersListed struct {
	Closed bool `json:"closed,omitempty"`
}

// PenTaken gives a seat the pen, for the delegation that asked.
type PenTaken struct {
	Seat      SeatID      `json:"seat"`
	For       Delegation  `json:"for"`
	From      ProposalID  `json:"from,omitempty"`
	Paragraph ParagraphID `json:"paragraph"`
	Base      int         `json:"base"`
}

// PenLaid says that the pen was laid down. What was drafted is a proposal by then,
// or was given up.
type PenLaid struct{}

// ProposalRaised says that a proposal, whose ProposalTabled goes before it, was put
// forward on the floor of a session.
type ProposalRaised struct {
	Proposal ProposalID `json:"proposal"`
	Session  int        `json:"session"`
}

// TextFrozen asks the meeting to agree to an exact text.
type TextFrozen struct {
	Frozen Frozen `json:"frozen"`
}

// TextThawed takes back what was frozen, with its gavel.
type TextThawed struct{}

// GavelFell begins the time to object.
type GavelFell struct {
	Gavel Gavel `json:"gavel"`
}

// GavelVoid says that a gavel did not take effect, and why: nobody is bound by it,
// and the text stays frozen.
type GavelVoid struct {
	Why string `json:"why"`
}

// ObjectionRaised stops what is frozen.
type ObjectionRaised struct {
	Objection Objection `json:"objection"`
}

// ObjectionWithdrawn takes an objection back.
type ObjectionWithdrawn struct {
	Delegation Delegation `json:"delegation"`
}

// ParagraphSettled is an outcome. The events that carry it out stand before it.
type ParagraphSettled struct {
	Paragraph ParagraphID `json:"paragraph"`
	Version   int         `json:"version"`
	Session   int         `json:"session"`
	Outcome   Outcome     `json:"outcome"`
	Proposal  ProposalID  `json:"proposal,omitempty"`
	Hash      string      `json:"hash,omitempty"`
	// Heard, Silent, Present, Absent and Positions are as in [Settlement]. Heard is left
	// out of a ruling, of which it is the entry.
	Heard     Seq          `json:"heard,omitempty"`
	Silent    []Delegation `json:"silent,omitempty"`
	Present   []Delegation `json:"present,omitempty"`
	Absent    []Delegation `json:"absent,omitempty"`
	Positions []Held       `json:"positions,omitempty"`
	// Ruled is the seat that let the gavel fall or ruled: an agreement takes effect
	// by the system's.
	Ruled SeatID `json:"ruled"`
}

// ParagraphReopened ends a settlement.
type ParagraphReopened struct {
	Paragraph ParagraphID `json:"paragraph"`
	Reason    string      `json:"reason"`
}

// ProposalLapsed says that a proposal falls because all that it is on was agreed
// without it. Paragraph is the last of them.
type ProposalLapsed struct {
	Proposal  ProposalID  `json:"proposal"`
	Paragraph ParagraphID `json:"paragraph"`
}

// ProposalRevived puts a proposal that had lapsed on the table again, because
// Paragraph was reopened.
type ProposalRevived struct {
	Proposal  ProposalID  `json:"proposal"`
	Paragraph ParagraphID `json:"paragraph"`
}

// PositionTaken is what a delegation or a group says of a text.
type PositionTaken struct {
	Position Position `json:"position"`
}

// GroupNamed makes a group, changes it or, without members, ends it.
type GroupNamed struct {
	Group DelegationGroup `json:"group"`
}

func (SessionScheduled) isEvent()   {}
func (SessionArranged) isEvent()    {}
func (SessionOpened) isEvent()      {}
func (SessionEnded) isEvent()       {}
func (AgendaSet) isEvent()          {}
func (Attended) isEvent()           {}
func (ParagraphCalled) isEvent()    {}
func (FloorAsked) isEvent()         {}
func (FloorLeft) isEvent()          {}
func (FloorGiven) isEvent()         {}
func (FloorYielded) isEvent()       {}
func (SpeakersListed) isEvent()     {}
func (PenTaken) isEvent()           {}
func (PenLaid) isEvent()            {}
func (ProposalRaised) isEvent()     {}
func (TextFrozen) isEvent()         {}
func (TextThawed) isEvent()         {}
func (GavelFell) isEvent()          {}
func (GavelVoid) isEvent()          {}
func (ObjectionRaised) isEvent()    {}
func (ObjectionWithdrawn) isEvent() {}
func (ParagraphSettled) isEvent()   {}
func (ParagraphReopened) isEvent()  {}
func (ProposalLapsed) isEvent()     {}
func (ProposalRevived) isEvent()    {}
func (PositionTaken) isEvent()      {}
func (GroupNamed) isEvent()         {}
