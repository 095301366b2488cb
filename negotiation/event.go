package negotiation

import (
	"time"

	"plenary/diff"
)

// Event is a fact in the record. Once released, an event keeps its name, its
// fields and its meaning for ever; a new meaning is a new event. It is
// implemented by the types of this file and of event_session.go; eventTypes in
// codec.go lists them.
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

// ProposalRebased says what became of one change of an open proposal when its
// paragraph got a new version. After a clean outcome the change stands on Version
// with Redline, which leads from the text of that version to the change's own;
// after any other it stays as it was, and Redline is empty.
type ProposalRebased struct {
	Proposal  ProposalID   `json:"proposal"`
	Change    int          `json:"change"`
	Version   int          `json:"version"`
	Outcome   diff.Outcome `json:"outcome"`
	Redline   diff.Script  `json:"redline,omitempty"`
	Algorithm int          `json:"algorithm,omitempty"`
	Clashes   []diff.Clash `json:"clashes,omitempty"`
	// Because is the accepted proposal that brought the new version.
	Because ProposalID `json:"because"`
}

// ProposalMerged says that all words of a proposal were taken with the combined
// proposal Into, which was made of it and others.
type ProposalMerged struct {
	Proposal ProposalID `json:"proposal"`
	Into     ProposalID `json:"into"`
}

// ProposalMoot says that a combined proposal can no longer stand, because of
// another: one that it was made of, which has left the table, or one that moved
// its paragraph on.
type ProposalMoot struct {
	Proposal ProposalID `json:"proposal"`
	Because  ProposalID `json:"because"`
}

// ProposalSatisfied says that the draft holds all that a proposal asks for since
// the proposal By was accepted, in the words of its author.
type ProposalSatisfied struct {
	Proposal ProposalID `json:"proposal"`
	By       ProposalID `json:"by"`
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

// ProposalsImported says that the ProposalTabled events which follow it were read
// from a file of amendments.
type ProposalsImported struct {
	Source  Source   `json:"source"`
	Notices []Notice `json:"notices,omitempty"`
}

// ReadingConfirmed says how a proposal is to be read whose marks could be read in
// two ways.
type ReadingConfirmed struct {
	Proposal ProposalID `json:"proposal"`
	Reading  Reading    `json:"reading"`
	// Changes are those that read otherwise than they did until now.
	Changes []ConfirmedChange `json:"changes,omitempty"`
	Word    string            `json:"word,omitempty"`
}

// ConfirmedChange gives a change of a proposal the words that its author has
// confirmed, on the version Base of the paragraph. Where Text is empty it becomes a
// deletion.
type ConfirmedChange struct {
	Change    int         `json:"change"`
	Base      int         `json:"base"`
	Text      string      `json:"text"`
	Redline   diff.Script `json:"redline"`
	Algorithm int         `json:"algorithm"`
}

// ProposalPlaced gives a proposal the changes that it asks for, where the document
// that it came with did not tell of which paragraph.
type ProposalPlaced struct {
	Proposal ProposalID `json:"proposal"`
	Changes  []Change   `json:"changes"`
	Doubts   []Doubt    `json:"doubts,omitempty"`
	Reason   string     `json:"reason,omitempty"`
}

// CompilationIssued makes a document one of the meeting's.
type CompilationIssued struct {
	Issue Issue `json:"issue"`
}

// PlaceholderAssigned says who is to fill an open place of a paragraph; nobody any
// more where Owner is empty.
type PlaceholderAssigned struct {
	Paragraph ParagraphID `json:"paragraph"`
	Nth       int         `json:"nth"`
	Owner     string      `json:"owner,omitempty"`
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
func (ProposalRebased) isEvent()      {}
func (ProposalMerged) isEvent()       {}
func (ProposalMoot) isEvent()         {}
func (ProposalSatisfied) isEvent()    {}
func (ParagraphAmended) isEvent()     {}
func (ParagraphInserted) isEvent()    {}
func (ParagraphDeleted) isEvent()     {}
func (ParagraphMoved) isEvent()       {}
func (ProposalsImported) isEvent()    {}
func (ReadingConfirmed) isEvent()     {}
func (ProposalPlaced) isEvent()       {}
func (CompilationIssued) isEvent()    {}
func (PlaceholderAssigned) isEvent()  {}
