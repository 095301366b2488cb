package negotiation

import "time"

// PositionKind is what a delegation says of a text.
type PositionKind string

const (
	// NoPosition takes back what was said.
	NoPosition PositionKind = ""
	// Supports it as it is.
	Supports PositionKind = "supports"
	// Cosponsors puts it forward with its author.
	Cosponsors PositionKind = "cosponsors"
	// CanLiveWith does not stand in its way.
	CanLiveWith PositionKind = "can-live-with"
	// SupportsIf supports it on a condition, which is said.
	SupportsIf PositionKind = "supports-if"
	// Opposes it.
	Opposes PositionKind = "opposes"
	// Reserves does not stand in its way, and puts a footnote, which is said.
	Reserves PositionKind = "reserves"
	// AwaitsInstructions cannot say yet.
	AwaitsInstructions PositionKind = "awaits-instructions"
)

// PositionKinds lists those that say something, in the order in which they are
// offered and counted.
func PositionKinds() []PositionKind {
	return []PositionKind{Supports, Cosponsors, CanLiveWith, SupportsIf, Opposes, Reserves, AwaitsInstructions}
}

// Worded reports whether a position of kind k says more, and has to.
func (k PositionKind) Worded() bool { return k == SupportsIf || k == Reserves }

// Position is what a delegation or a group says of a proposal, or of a paragraph as
// it stands. It is on the words of then: when they change it is stale, and is never
// read as a word on the new ones.
type Position struct {
	// By is the delegation, or the group, whose it is.
	By   Delegation   `json:"by"`
	Kind PositionKind `json:"kind,omitempty"`
	// Text is the condition of SupportsIf, or the footnote of Reserves.
	Text string `json:"text,omitempty"`
	// Proposal or, where that is empty, Paragraph is what it is on, at Version of the
	// paragraph.
	Proposal  ProposalID  `json:"proposal,omitempty"`
	Paragraph ParagraphID `json:"paragraph,omitempty"`
	Version   int         `json:"version,omitempty"`
	// ToChair keeps it from everybody but the Chair, the Secretariat, and whose it is.
	ToChair bool `json:"to_chair,omitempty"`
}

// Taken is a position in the record.
type Taken struct {
	Position
	Seq  Seq
	At   time.Time
	Seat SeatID
	// Relayed says that the Secretariat or the Chair took it for By, which had said so in
	// the room.
	Relayed bool
	// Via are the groups of which By has it, where it has none of its own. Groups
	// that differ give none.
	Via []Delegation
	// Stale says that the words have changed since. On is the proposal that it was
	// taken on, where a new version has taken the place of that.
	Stale bool
	On    ProposalID
}

// DelegationGroup is a group of delegations, one of which speaks for it.
type DelegationGroup struct {
	Name    Delegation   `json:"name"`
	Members []Delegation `json:"members"`
	// Speaker is the delegation whose seats take positions for the group; empty for
	// none but the Secretariat.
	Speaker Delegation `json:"speaker,omitempty"`
}
