package negotiation

import "time"

// Session is a session of the meeting as it stands: what is on its floor, who asks
// to speak, and what was frozen. A negotiation has at most one that is not closed.
//
// It goes this way:
//
//	scheduled → open ⇄ suspended → closed
//
// and, while it is open, the paragraph on its floor this way:
//
//	called → floor ⇄ drafting → frozen ⇄ gavel → settled, and off the floor
//	           ↑                  ↓        ↓
//	           └──────────────── objection ┘
//
// Agreement takes a gavel, with time to object. Brackets around a paragraph, its
// parking and its deferral are rulings, which count at once.
type Session struct {
	// Number counts the sessions of a negotiation from 1; 0 is none.
	Number int
	Title  string
	Status SessionStatus
	// Starts is when it is due, zero where that was not said.
	Starts   time.Time
	Settings SessionSettings
	// Until is when a suspended one is to go on, zero where that was not said, and
	// Reason why it was suspended.
	Until  time.Time
	Reason string
	// Agenda are the paragraphs in the order in which they are to be called, and
	// AgendaSeq the entry by which it was last changed.
	Agenda    []ParagraphID
	AgendaSeq Seq
	Floor     Floor
	// Speakers are those who asked for the floor: points of order first, and of
	// each those who asked earlier.
	Speakers []Speaker
	// SpeakersClosed says that nobody may ask to speak but to a point of order.
	SpeakersClosed bool
	// Attendance is how the seats take part that answered the roll call; a delegation
	// sees that of its own, without their ids.
	Attendance []Attendance
	// Moved is the newest Seq that changed anything of the session.
	Moved Seq
}

// SessionStatus is where a session stands.
type SessionStatus string

// The states of a session.
const (
	SessionDue       SessionStatus = "scheduled"
	SessionOpen      SessionStatus = "open"
	SessionSuspended SessionStatus = "suspended"
	SessionClosed    SessionStatus = "closed"
)

// SessionSettings are the rules that a session is run by.
type SessionSettings struct {
	// ObjectWithin is how long there is to object after a gavel, in whole seconds;
	// see [Gavel]. DefaultObjection where it is 0.
	ObjectWithin int `json:"object_within,omitempty"`
	// SpeakFor is how long a speaker has, in whole seconds; 0 for no limit. The
	// clock is shown and ends nobody's speech.
	SpeakFor int `json:"speak_for,omitempty"`
}

// Limits on the settings of a session, in seconds, and on its lists.
const (
	DefaultObjection = 10
	MaxObjection     = 3600
	MaxSpeaking      = 3600
	MaxSessions      = 10_000
	MaxSpeakers      = 2_000
	MaxGroups        = 500
	MaxFrozen        = 1_000 // paragraphs at a time: a list has to be read by everybody
)

// Window is how long there is to object.
func (s SessionSettings) Window() time.Duration { return time.Duration(s.ObjectWithin) * time.Second }

// Stage is where the paragraph on the floor stands; see [Session].
type Stage string

// The stages of what is on the floor. AtNone is that of a floor on which there is nothing.
const (
	AtNone      Stage = ""
	AtCalled    Stage = "called"
	AtFloor     Stage = "floor"
	AtDrafting  Stage = "drafting"
	AtFrozen    Stage = "frozen"
	AtGavel     Stage = "gavel"
	AtObjection Stage = "objection"
)

// Floor is what the meeting is on.
type Floor struct {
	// Paragraph is the one that was called; empty for none, and for a list that was
	// frozen without calling any.
	Paragraph ParagraphID
	Stage     Stage
	// Seq is the newest entry that changed anything of it but the speaker. Whoever
	// decides on the floor names the one that they saw.
	Seq Seq
	// HeldSince is the entry since which what is frozen is held; see [Settlement].Heard.
	HeldSince Seq
	// At is when it came to its stage.
	At time.Time
	// Speaker has the floor; no Delegation where nobody has.
	Speaker Speaking
	Pen     Pen
	// Proposal is the one last put forward for the paragraph, with the pen or by a
	// delegation from the floor; empty for none.
	Proposal ProposalID
	Frozen   *Frozen
	Gavel    *Gavel
	// Objections are those to what is frozen, oldest first.
	Objections []Objection
}

// Speaking is who has the floor.
type Speaking struct {
	Delegation Delegation
	// Order says that it is to a point of order.
	Order bool
	// Since is when it was given; Until is when the time is over, zero for no limit.
	Since, Until time.Time
}

// Speaker is a delegation that asks for the floor.
type Speaker struct {
	Delegation Delegation
	Order      bool
	At         time.Time
}

// Pen is the right to type what the meeting drafts. One seat has it at a time.
type Pen struct {
	// Seat holds it; empty where nobody does.
	Seat SeatID
	// For is the delegation that asked, to which the words are credited.
	For Delegation
	// From is the proposal that the drafting starts from; empty for the draft's own
	// words.
	From ProposalID
	// Paragraph is drafted, on its version Base.
	Paragraph ParagraphID
	Base      int
	// Seq is the entry that gave it.
	Seq Seq
}

// Attendance is how a seat takes part.
type Attendance struct {
	Seat       SeatID
	Delegation Delegation
	Place      Attending
}

// Attending is where a seat is.
type Attending string

// Where a seat is. Away is whoever has left again, or did not answer.
const (
	InRoom Attending = "room"
	Remote Attending = "remote"
	Away   Attending = "away"
)

// Running reports whether the session is open: only then anything moves on its floor.
func (s Session) Running() bool { return s.Status == SessionOpen }

// Ended reports whether there is no session, or none any more.
func (s Session) Ended() bool { return s.Number == 0 || s.Status == SessionClosed }

// ListFrozen reports whether what is frozen are paragraphs that need not have been called:
// the one on the floor waits meanwhile.
func (f Floor) ListFrozen() bool {
	return f.Frozen != nil && f.Frozen.Proposal == "" && (len(f.Frozen.Texts) > 1 || f.Frozen.Texts[0].Paragraph != f.Paragraph)
}

// about is the paragraph of which the record tells what happens on the floor: none of
// a list of several.
func (f Floor) about() ParagraphID {
	switch {
	case !f.ListFrozen():
		return f.Paragraph
	case len(f.Frozen.Texts) == 1:
		return f.Frozen.Texts[0].Paragraph
	}
	return ""
}

// Held are the paragraphs that are frozen now; see Holds.
func (f Floor) Held() []ParagraphID {
	if f.Frozen == nil {
		return nil
	}
	var list []ParagraphID
	for _, t := range f.Frozen.Texts {
		if t.Paragraph != "" && f.Holds(t.Paragraph) {
			list = append(list, t.Paragraph)
		}
	}
	return list
}

// Holds reports whether a paragraph is frozen now: its words and what is frozen of
// its proposals stay as they are until the floor has moved on.
func (f Floor) Holds(id ParagraphID) bool {
	if f.Stage != AtFrozen && f.Stage != AtGavel || f.Frozen == nil {
		return false
	}
	for _, t := range f.Frozen.Texts {
		if t.Paragraph == id {
			return true
		}
	}
	return false
}
