package negotiation

import (
	"time"

	"plenary/diff"
)

// Event is a fact in the record. Once released, an event keeps its name, its
// fields and its meaning for ever; a new meaning is a new event. It is
// implemented by the types of this file; eventTypes in codec.go lists them.
type Event interface{ isEvent() }

// NegotiationCreated is the first event of every record.
type NegotiationCreated struct {
	Title    string `json:"title"`
	Language string `json:"language"`
	Public   bool   `json:"public,omitempty"`
}

// NegotiationDescribed gives the negotiation another title, language and circle of
// readers.
type NegotiationDescribed struct {
	Title    string `json:"title"`
	Language string `json:"language"`
	Public   bool   `json:"public,omitempty"`
}

// DraftImported gives the negotiation its paragraphs, each at version 1.
// ProposalTabled events for the proposals of the document follow it.
type DraftImported struct {
	Source     Source      `json:"source"`
	Cover      Cover       `json:"cover"`
	Paragraphs []Paragraph `json:"paragraphs"`
	Notices    []Notice    `json:"notices,omitempty"`
}

// DelegationNamed makes a delegation known to the negotiation.
type DelegationNamed struct {
	Party Party `json:"party"`
}

// SeatOpened opens a seat.
type SeatOpened struct {
	Seat Seat `json:"seat"`
}

// SeatClosed closes a seat.
type SeatClosed struct {
	Seat SeatID `json:"seat"`
}

// CommentsOpened opens the window for proposals on these terms.
type CommentsOpened struct {
	CutOff time.Time  `json:"cut_off,omitzero"`
	Zone   string     `json:"zone,omitempty"`
	Late   LatePolicy `json:"late"`
}

// CommentsClosed closes the window.
type CommentsClosed struct{}

// ProposalTabled puts a proposal before the meeting. With Proposal.Late and Held
// it waits to be admitted.
type ProposalTabled struct {
	Proposal Proposal `json:"proposal"`
	Held     bool     `json:"held,omitempty"`
}

// ProposalSuperseded says that its author has tabled a new version, By.
type ProposalSuperseded struct {
	Proposal ProposalID `json:"proposal"`
	By       ProposalID `json:"by"`
}

// ProposalWithdrawn takes a proposal off the table.
type ProposalWithdrawn struct {
	Proposal ProposalID `json:"proposal"`
	Reason   string     `json:"reason,omitempty"`
}

// ProposalAdmitted puts a late proposal on the table.
type ProposalAdmitted struct {
	Proposal ProposalID `json:"proposal"`
	Reason   string     `json:"reason,omitempty"`
}

// ProposalAccepted decides for a proposal. The Paragraph events that carry it
// out follow it.
type ProposalAccepted struct {
	Proposal ProposalID `json:"proposal"`
	// Amended says that other words than the author's were accepted.
	Amended bool   `json:"amended,omitempty"`
	Reason  string `json:"reason,omitempty"`
}

// ProposalNotRetained decides against a proposal.
type ProposalNotRetained struct {
	Proposal ProposalID `json:"proposal"`
	Reason   string     `json:"reason,omitempty"`
}

// ParagraphAmended gives a paragraph its next version.
type ParagraphAmended struct {
	Paragraph ParagraphID `json:"paragraph"`
	Version   int         `json:"version"`
	Text      string      `json:"text"`
	Redline   diff.Script `json:"redline"`
	Algorithm int         `json:"algorithm"`
	Proposal  ProposalID  `json:"proposal"`
}

// ParagraphInserted puts a new paragraph, at version 1, behind After and all
// that hangs below After.
type ParagraphInserted struct {
	Paragraph Paragraph   `json:"paragraph"`
	After     ParagraphID `json:"after"`
	Proposal  ProposalID  `json:"proposal"`
}

// ParagraphDeleted strikes a paragraph and gives it its next version.
type ParagraphDeleted struct {
	Paragraph ParagraphID `json:"paragraph"`
	Version   int         `json:"version"`
	Proposal  ProposalID  `json:"proposal"`
}

// ParagraphMoved moves a paragraph with all that hangs below it behind After,
// under a new label and parent, and gives it its next version.
type ParagraphMoved struct {
	Paragraph ParagraphID `json:"paragraph"`
	Version   int         `json:"version"`
	After     ParagraphID `json:"after"`
	Label     string      `json:"label"`
	Parent    ParagraphID `json:"parent,omitempty"`
	Proposal  ProposalID  `json:"proposal"`
}

func (NegotiationCreated) isEvent()   {}
func (NegotiationDescribed) isEvent() {}
func (DraftImported) isEvent()        {}
func (DelegationNamed) isEvent()      {}
func (SeatOpened) isEvent()           {}
func (SeatClosed) isEvent()           {}
func (CommentsOpened) isEvent()       {}
func (CommentsClosed) isEvent()       {}
func (ProposalTabled) isEvent()       {}
func (ProposalSuperseded) isEvent()   {}
func (ProposalWithdrawn) isEvent()    {}
func (ProposalAdmitted) isEvent()     {}
func (ProposalAccepted) isEvent()     {}
func (ProposalNotRetained) isEvent()  {}
func (ParagraphAmended) isEvent()     {}
func (ParagraphInserted) isEvent()    {}
func (ParagraphDeleted) isEvent()     {}
func (ParagraphMoved) isEvent()       {}
