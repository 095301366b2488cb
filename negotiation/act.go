package negotiation

import "time"

// Act is something that happened in a session, for its record: see [View.Acts].
type Act struct {
	Seq     Seq
	At      time.Time
	Session int
	Kind    ActKind
	// What the act is about; empty where it is about no such thing.
	Paragraph  ParagraphID
	Proposal   ProposalID
	Delegation Delegation
	// Text is a reason, a title, or a short hash.
	Text string
	// Order says that it was to a point of order; Many is how many paragraphs were
	// frozen with it, or are no more, and Paragraphs those of a list.
	Order      bool
	Many       int
	Paragraphs []ParagraphID
	// Relayed says that the Secretariat or the Chair gave it for Delegation, which had
	// said so in the room.
	Relayed bool
	// Sent is when an objection says that it was sent, and Until until when a session
	// was suspended, zero where that was not said.
	Sent    time.Time
	Until   time.Time
	Outcome *Settlement
}

// ActKind names an act by what happened.
type ActKind string

// The kinds of acts.
const (
	ActScheduled ActKind = "scheduled"
	ActOpened    ActKind = "opened"
	ActSuspended ActKind = "suspended"
	ActClosed    ActKind = "closed"
	ActCalled    ActKind = "called"
	ActSpoke     ActKind = "spoke"
	ActDrafted   ActKind = "drafted"
	ActRaised    ActKind = "raised"
	ActFrozen    ActKind = "frozen"
	ActThawed    ActKind = "thawed"
	ActGavel     ActKind = "gavel"
	ActVoid      ActKind = "void"
	ActObjected  ActKind = "objected"
	ActTookBack  ActKind = "took-back"
	ActSettled   ActKind = "settled"
	ActReopened  ActKind = "reopened"
)
