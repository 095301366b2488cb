package negotiation

import (
	"time"

	"plenary/diff"
)

// Compilation is a document ready for printing: formats turn it into bytes and
// decide nothing. It says the same for the same View, for ever.
type Compilation struct {
	What  What
	ID    NegotiationID
	Title string
	// Language is that of the draft. Words is that of the document's own words
	// around it; Compile takes the draft's, and whoever prints may set another.
	Language string
	Words    string
	// Zone is that in which the meeting announces its times, by its IANA name; empty
	// for UTC. The days of outcomes and the times of a record of sessions are in it.
	Zone string
	// Seq and AsOf are those of the newest entry that it holds.
	Seq   Seq
	AsOf  time.Time
	Cover Cover
	// States and Bodies that contributed, each in alphabetical order.
	States []Delegation
	Bodies []Delegation
	// Blocks in printing order.
	Blocks []Block
	// General holds the proposals that are comments on the whole draft only.
	General []Restated
	// Fates lists the proposals that are no longer on the table, by number.
	Fates []Fate
	// Issue is what makes it a document of the meeting, where it is one.
	Issue *Issue
	// Elsewhere lists what came after the cut-off and is left to an addendum, in a
	// document that is issued; by number.
	Elsewhere []Fate
	// Exactly the one that What names is set; none for Comments and Clean.
	Record       *SessionRecord
	Consolidated *ConsolidatedText
	Comparative  *ComparativeTable
	Dispositions *DispositionTable
}

// What says which document to compile.
type What string

const (
	// Comments is the compilation of comments.
	Comments What = "compilation"
	// Clean is the text as it stands, without proposals.
	Clean What = "clean"
	// Consolidated is the text with what is open in brackets; see ConsolidatedText.
	Consolidated What = "consolidated"
	// Comparative is the table of draft and delegations; see ComparativeTable.
	Comparative What = "comparative"
	// Dispositions is the table of what became of each proposal; see DispositionTable.
	Dispositions What = "dispositions"
	// Record is the record of the sessions; see SessionRecord.
	Record What = "record"
)

// Documents lists what Compile knows, in the order in which it is offered.
func Documents() []What {
	return []What{Comments, Consolidated, Comparative, Dispositions, Clean, Record}
}

// Block is one paragraph of the document: of the draft, or a restated proposal.
type Block struct {
	// Paragraph is set for a paragraph of the draft, Restated for a proposal;
	// never both.
	Paragraph *PrintedParagraph
	Restated  *Restated
}

// PrintedParagraph is a paragraph of the draft as it is printed.
type PrintedParagraph struct {
	Paragraph
	Address string
	// Outcome is the one that holds, if a session has settled it, and Reservations
	// are its footnotes; see View.Reservations.
	Outcome      *Settlement
	Reservations []Taken
}

// Restated is a delegation's proposal, printed as the whole paragraph that it
// would have, with the redline inside.
type Restated struct {
	Proposal   ProposalID
	Delegation Delegation
	Sponsors   []Delegation
	Late       bool
	// Unconfirmed says that it can be read in two ways and its author has confirmed
	// none: every document says so, and shows it as it was marked.
	Unconfirmed bool
	// Unplaced is what its document says of the paragraph that it is on, where the
	// draft holds none such and it still waits to be placed by hand.
	Unplaced string
	Target   ParagraphID
	Address  string
	Reason   string
	// Lines: the target first, then what hangs below it where the proposal
	// changes something there. A line without any change restates the draft.
	Lines []Line
	// Requests and Comments stand beside the text and are not part of it.
	Requests []string
	Comments []string
}

// Line is one restated paragraph.
type Line struct {
	Kind    Kind
	Label   string
	Address string
	Change  ChangeKind // empty: restated unchanged
	// Redline is one equal span where nothing changes. It may lead from an
	// older version than the draft's where the proposal is older.
	Redline diff.Script
	// Typed is the passage as it was marked, where its reading is not confirmed:
	// that is printed and not Redline, which is the probable one.
	Typed []diff.Span
	// Base is the version that Redline leads from.
	Base int
	// After is the address where a Move goes, or after which an Insert stands.
	After string
}

// Fate is what became of a proposal that is no longer on the table.
type Fate struct {
	Proposal   ProposalID
	Delegation Delegation
	Address    string
	Status     Status
	At         time.Time
	Reason     string
	By         ProposalID
	// Agreed are the addresses of the paragraphs whose agreement a proposal lapsed with.
	Agreed []string
}

// Contributors names States and Bodies as a sentence has them, and the draft
// that they commented on: what the note on the cover is made of.
func (c Compilation) Contributors() (states, bodies []string, title string) {
	for _, d := range c.States {
		states = append(states, Party{Name: d, Kind: MemberState}.InProse())
	}
	for _, d := range c.Bodies {
		bodies = append(bodies, string(d))
	}
	if title = c.Cover.Title; title == "" {
		title = c.Title
	}
	return states, bodies, TitleCase(title)
}
