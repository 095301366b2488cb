package negotiation

import "time"

// Command is a wish. It is implemented by:
//
//	CreateNegotiation    system
//	DescribeNegotiation  secretariat
//	ImportDraft          secretariat
//	OpenSeat             secretariat
//	CloseSeat            secretariat
//	OpenComments         secretariat
//	CloseComments        secretariat
//	TableProposal        delegate who may table, for its delegation; secretariat, for any
//	WithdrawProposal     the same, for its own
//	AdmitProposal        secretariat, chair
//	AcceptProposal       secretariat, chair
//	NotRetainProposal    secretariat, chair
//	CombineProposals     secretariat, chair
//	ConfirmSatisfied     delegate who may table, for its delegation; secretariat, for any
//	ConfirmReading       the same
//	ImportProposals      secretariat
//	PlaceProposal        secretariat
//	IssueCompilation     secretariat
//	AssignPlaceholder    secretariat
//
// The role system may do all that the secretariat may.
type Command interface{ isCommand() }

// Request is a command with who gives it and when. Decide reads At and never a clock.
type Request struct {
	Seat SeatID
	At   time.Time
	// Key is chosen by the client; the same key from the same seat gives the
	// same answer and happens once. Empty: no protection against repeats.
	Key string
	Do  Command
}

// CreateNegotiation opens the record of a negotiation. It is always the first.
type CreateNegotiation struct {
	Title    string
	Language string
	// Public lets readers without a seat see the draft and what is tabled.
	Public bool
}

// Unnamed is the title of a negotiation that was opened before anybody could say
// what it is about. Where it still stands when a document is imported, the
// document's own title is offered in its place.
const Unnamed = "New negotiation"

// DescribeNegotiation gives a negotiation another title and language, and opens
// it to readers without a seat or closes it to them. It may be given at any time;
// what has been tabled keeps the language that it was tabled in.
type DescribeNegotiation struct {
	Title    string
	Language string
	Public   bool
}

// ImportDraft gives the negotiation its text, with the proposals that stood in
// the same document, all or nothing. A negotiation takes one draft.
type ImportDraft struct {
	Draft Draft
	// Confirmed are readings that their authors have confirmed in writing before.
	Confirmed []ImportedReading
}

// ImportProposals tables what stood in a file of amendments to the draft, all or
// nothing. Draft has no paragraphs; its proposals name those of the negotiation.
// Window and cut-off are those of TableProposal, once a window was opened.
type ImportProposals struct {
	Draft     Draft
	Confirmed []ImportedReading
}

// ImportedReading confirms the reading of a proposal of a document that is being
// imported, as ConfirmReading does, by the line at which the proposal begins.
type ImportedReading struct {
	Line    int
	Reading Reading
	Words   []ConfirmedWords
	Word    string
}

// OpenSeat opens a seat. Kind is needed where its delegation is new here.
type OpenSeat struct {
	Seat Seat
	Kind PartyKind
}

// CloseSeat closes a seat: it may do nothing more, and stays in the record.
type CloseSeat struct{ Seat SeatID }

// LatePolicy says what becomes of a proposal after the cut-off.
type LatePolicy string

const (
	// RefuseLate answers with the refusal CutOffPassed.
	RefuseLate LatePolicy = "refuse"
	// MarkLate takes it, marked late, until the Secretariat or Chair admits it.
	MarkLate LatePolicy = "mark"
	// AddendumLate takes it to the table, marked late, for an addendum to the
	// compilation.
	AddendumLate LatePolicy = "addendum"
)

// OpenComments opens the window for proposals, or changes its terms.
type OpenComments struct {
	// CutOff is the instant after which a proposal is late; zero for none.
	CutOff time.Time
	// Zone is the IANA name of the zone in which the cut-off was announced; it
	// is for showing only. CutOff is what counts.
	Zone string
	Late LatePolicy
}

// CloseComments closes the window: nobody may table until it is opened again.
type CloseComments struct{}

// TableProposal puts a proposal before the meeting.
type TableProposal struct{ Proposal Proposal }

// WithdrawProposal takes a proposal off the table; it stays in the record and
// may be tabled again by anyone who may table.
type WithdrawProposal struct {
	Proposal ProposalID
	Reason   string
}

// AdmitProposal puts a late proposal on the table.
type AdmitProposal struct {
	Proposal ProposalID
	Reason   string
}

// AcceptProposal takes the textual changes of a proposal into the draft: each
// amended paragraph gets a new version, and the other open proposals on it are
// carried over to that. It is refused as stale where a change waits on an older
// version, unless amended words are given for it, and where a paragraph that it
// rewrites has moved on since the decider looked.
type AcceptProposal struct {
	Proposal ProposalID
	Reason   string
	// Looked is the newest Seq that the decider had seen; zero if it is not said.
	// A proposal may have been carried over since to words that nobody looked at.
	Looked Seq
	// Amended gives other words than the author's for changes, by their index
	// in the proposal. A request for text can be accepted only so.
	Amended []AmendedText
}

// AmendedText is the wording decided for one change of a proposal.
type AmendedText struct {
	Change int `json:"change"`
	// Base is the version of the paragraph that the decision was taken on.
	Base int    `json:"base"`
	Text string `json:"text"`
}

// NotRetainProposal decides against a proposal.
type NotRetainProposal struct {
	Proposal ProposalID
	Reason   string
}

// CombineProposals tables the words of several proposals on one paragraph as one
// combined proposal. It takes what clashes with nothing of the others; of two that
// clash it takes neither, so that no machine prefers a delegation. The parents stay
// on the table. When the combined proposal is accepted, each parent is merged into
// it or, where words were left out, goes on with those.
type CombineProposals struct {
	// Parents are at least two, in the order in which they are to stand where
	// several insert in one place. Each is on the table and amends Paragraph at
	// Base, and nothing else.
	Parents   []ProposalID
	Paragraph ParagraphID
	// Base is the version of Paragraph that was looked at.
	Base   int
	Reason string
}

// ConfirmSatisfied is its author's word that the draft says already what a
// proposal asks for. It is refused unless each of its changes has been found there.
type ConfirmSatisfied struct {
	Proposal ProposalID
	Reason   string
}

// ConfirmReading is its author's word on how an imported proposal is to be read,
// whose marks can be read in two ways. Until then it cannot be accepted.
type ConfirmReading struct {
	Proposal ProposalID
	Reading  Reading
	// Words are the author's own, for every change that is in doubt, where the
	// reading is Edited; none otherwise.
	Words []ConfirmedWords
	// Word is the written word that a seat relies on which is not the author's own:
	// the Secretariat has to name it ("letter of 3 October").
	Word string
}

// ConfirmedWords are what the author of a proposal says that a change of it reads.
type ConfirmedWords struct {
	Change int `json:"change"`
	// Base is the version of the paragraph that the words were written on.
	Base int    `json:"base"`
	Text string `json:"text"`
}

// PlaceProposal puts a proposal on the paragraph that it is on, where the document
// that it came with named none that the draft holds.
type PlaceProposal struct {
	Proposal ProposalID
	// Changes are what it asks for there, and Doubts those of them that can be
	// read in two ways.
	Changes []Change
	Doubts  []Doubt
	Reason  string
}

// IssueCompilation makes a document of the record one of the meeting's: it gets its
// symbol, and is the same for ever.
type IssueCompilation struct{ Issue Issue }

// AssignPlaceholder names who is to fill a place that a paragraph leaves open
// (***), or nobody where Owner is empty.
type AssignPlaceholder struct {
	Paragraph ParagraphID
	// Nth of the paragraph's open places, from 1.
	Nth   int
	Owner string
}

func (CreateNegotiation) isCommand()   {}
func (DescribeNegotiation) isCommand() {}
func (ImportDraft) isCommand()         {}
func (OpenSeat) isCommand()            {}
func (CloseSeat) isCommand()           {}
func (OpenComments) isCommand()        {}
func (CloseComments) isCommand()       {}
func (TableProposal) isCommand()       {}
func (WithdrawProposal) isCommand()    {}
func (AdmitProposal) isCommand()       {}
func (AcceptProposal) isCommand()      {}
func (NotRetainProposal) isCommand()   {}
func (CombineProposals) isCommand()    {}
func (ConfirmSatisfied) isCommand()    {}
func (ConfirmReading) isCommand()      {}
func (ImportProposals) isCommand()     {}
func (PlaceProposal) isCommand()       {}
func (IssueCompilation) isCommand()    {}
func (AssignPlaceholder) isCommand()   {}
