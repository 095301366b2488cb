package negotiation

import (
	"slices"
	"time"

	"plenary/diff"
)

// ChangeKind is what a change asks for.
type ChangeKind string

const (
	// Amend gives a paragraph other words.
	Amend ChangeKind = "amend"
	// Insert puts a new paragraph after another.
	Insert ChangeKind = "insert"
	// Delete takes a paragraph away; it keeps its label and is shown struck.
	Delete ChangeKind = "delete"
	// Move puts a paragraph after another.
	Move ChangeKind = "move"
	// RequestText asks for words that nobody has drafted yet ("Include a
	// mention of ..."). It is kept out of the text.
	RequestText ChangeKind = "request"
	// Comment is a remark, on a paragraph or on the whole draft.
	Comment ChangeKind = "comment"
)

// Textual reports whether accepting a change of kind k alters the draft.
func (k ChangeKind) Textual() bool { return k == Amend || k == Insert || k == Delete || k == Move }

// worded reports whether other words can be decided for a change of kind k.
func (k ChangeKind) worded() bool { return k == Amend || k == Insert || k == RequestText }

// Change is one thing that a proposal asks for.
type Change struct {
	Kind ChangeKind `json:"kind"`
	// Paragraph is amended, deleted or moved, remarked upon, or the one after
	// which to insert. Only a Comment may leave it empty: it is on the whole draft.
	Paragraph ParagraphID `json:"paragraph,omitempty"`
	// Base is the version of Paragraph that the author saw.
	Base int `json:"base,omitempty"`
	// Text is the new wording (Amend, Insert), the request or the comment.
	Text string `json:"text,omitempty"`
	// As is the kind of the paragraph to insert. Empty: the kind of Paragraph.
	As Kind `json:"as,omitempty"`
	// After is where a Move goes.
	After ParagraphID `json:"after,omitempty"`
	// Redline leads from the base to Text, for Amend and Delete, and is kept as
	// computed: a document printed on Tuesday reads the same after an upgrade.
	Redline diff.Script `json:"redline,omitempty"`
	// Algorithm is the version of package diff that made Redline.
	Algorithm int `json:"algorithm,omitempty"`
	// Credits are Text in pieces, in a combined proposal: who brought which.
	Credits []Credit `json:"credits,omitempty"`
}

// Credit is a stretch of a combined text and the proposals that it comes from;
// the draft's own words come from none.
type Credit struct {
	Text string       `json:"text"`
	From []ProposalID `json:"from,omitempty"`
}

// Category is what its author says a proposal is.
type Category string

// The categories. Empty means Substantive.
const (
	Substantive Category = "substantive"
	Editorial   Category = "editorial"
	Translation Category = "translation"
	Technical   Category = "technical"
)

// Known reports whether c is one of the categories.
func (c Category) Known() bool {
	return c == Substantive || c == Editorial || c == Translation || c == Technical
}

// Languages are those of interface and documents, by their BCP 47 tags.
func Languages() []string { return []string{"en", "es", "fr", "pt"} }

// Proposal is what a delegation tables. In a TableProposal command ID, Late and
// the redlines are left empty: Decide fills them in.
type Proposal struct {
	ID         ProposalID `json:"id"`
	Delegation Delegation `json:"delegation"`
	// Sponsors are the delegations that put it forward together with Delegation.
	Sponsors []Delegation `json:"sponsors,omitempty"`
	Language string       `json:"language"`
	Category Category     `json:"category"`
	// Reason is optional Markdown.
	Reason  string   `json:"reason,omitempty"`
	Changes []Change `json:"changes"`
	// Replaces is the earlier version of this proposal by the same delegation.
	Replaces ProposalID `json:"replaces,omitempty"`
	// Again is the withdrawn proposal that this one tables again.
	Again ProposalID `json:"again,omitempty"`
	// Late says that it came after the cut-off.
	Late bool `json:"late,omitempty"`
	// Parents are the proposals that were combined into this one, in the order
	// chosen for what they insert in one place; see CombineProposals. Delegation
	// and Sponsors are then those whose words it holds, not who tabled it.
	Parents []ProposalID `json:"parents,omitempty"`
	// Received is the passage it was read from, if it was imported.
	Received *Received `json:"received,omitempty"`
}

// Authors are the delegations of p, its own first.
func (p Proposal) Authors() []Delegation { return append([]Delegation{p.Delegation}, p.Sponsors...) }

// Amendment is the change of p that amends a paragraph, if it has one.
func (p Proposal) Amendment(id ParagraphID) (Change, bool) {
	for _, c := range p.Changes {
		if c.Kind == Amend && c.Paragraph == id {
			return c, true
		}
	}
	return Change{}, false
}

// AmendsOnly reports whether p amends this paragraph and, but for comments, does
// nothing else.
func (p Proposal) AmendsOnly(id ParagraphID) bool {
	_, amends := p.Amendment(id)
	return amends && !slices.ContainsFunc(p.Changes, func(c Change) bool {
		return c.Kind != Comment && (c.Kind != Amend || c.Paragraph != id)
	})
}

// Combined reports whether p was put together from others.
func (p Proposal) Combined() bool { return len(p.Parents) > 0 }

// Received is a proposal as it stood in an imported document.
type Received struct {
	Line int `json:"line"`
	// Verbatim is the passage with its marks, byte for byte.
	Verbatim string `json:"verbatim"`
	// Unsure says that its marks do not give back the draft. It is of records
	// from before there were two readings, and holds nothing up.
	Unsure bool `json:"unsure,omitempty"`
	// Doubts are the changes that can be read in two ways, in order.
	Doubts []Doubt `json:"doubts,omitempty"`
	// Unplaced is what the document says of the paragraph that it is on, where the
	// draft holds none such. The proposal is then a comment on the whole draft
	// until it is placed by hand; see PlaceProposal.
	Unplaced string `json:"unplaced,omitempty"`
}

// Doubt is a change of an imported proposal whose marks can be read in two ways.
// The change itself has the probable words; none is taken before the author has
// confirmed one; see ConfirmReading.
type Doubt struct {
	// Change is its index in the proposal. It amends a paragraph.
	Change int `json:"change"`
	// Typed is the passage as it was marked: struck words are deletions, bold ones
	// insertions. Together they need not give the draft.
	Typed []diff.Span `json:"typed"`
	// Literal is the text with the marks taken at their word; empty where they
	// strike the whole paragraph.
	Literal string `json:"literal"`
	// Probable is the text as it was probably meant. Either may be the draft's own.
	Probable string `json:"probable"`
	// Why is what does not fit in the marks.
	Why []diff.Finding `json:"why"`
}

// Status is where a proposal stands.
type Status string

const (
	// OnTable is open for decision.
	OnTable Status = "on-table"
	// Late waits for the decision to admit it; the others do not see it yet.
	Late Status = "late"
	// Accepted as it stands; the draft holds it.
	Accepted Status = "accepted"
	// AcceptedAmended means accepted in other words than its author's.
	AcceptedAmended Status = "accepted-amended"
	// NotRetained is decided against.
	NotRetained Status = "not-retained"
	// Withdrawn by its author; anyone who may table may table it again.
	Withdrawn Status = "withdrawn"
	// Superseded by its author's new version.
	Superseded Status = "superseded"
	// Merged into a combined proposal that was accepted: all its words are taken.
	Merged Status = "merged"
	// Moot is a combined proposal that can no longer stand: one that it was made
	// of has left the table, or its paragraph has moved on.
	Moot Status = "moot"
	// Satisfied by another that was accepted, as its author has confirmed.
	Satisfied Status = "satisfied"
	// Lapsed because all that it is on was agreed without it. It is on the table
	// again if that is reopened.
	Lapsed Status = "lapsed"
)

// Open reports whether a proposal in s still waits for a decision.
func (s Status) Open() bool { return s == OnTable || s == Late }

// Step is one move of a proposal from status to status.
type Step struct {
	Status Status    `json:"status"`
	Seq    Seq       `json:"seq"`
	At     time.Time `json:"at"`
	Seat   SeatID    `json:"seat"`
	Reason string    `json:"reason,omitempty"`
	// By is the proposal that superseded it, that it was merged into, that made
	// it moot or that satisfies it.
	By ProposalID `json:"by,omitempty"`
}

// Standing is a proposal with what became of it, oldest step first. The last
// step holds the present status.
type Standing struct {
	Proposal
	Steps []Step `json:"steps"`
	// Rebases are what acceptances of others have done to it, oldest first.
	Rebases []Rebase `json:"rebases,omitempty"`
	// Confirmed is its author's word on how it is to be read, once it was given.
	Confirmed *Confirmation `json:"confirmed,omitempty"`
	// Placed is when it was put on its paragraph by hand, and PlacedFor why; 0 for
	// never.
	Placed    Seq       `json:"placed,omitempty"`
	PlacedAt  time.Time `json:"placed_at,omitzero"`
	PlacedFor string    `json:"placed_for,omitempty"`
	// Raised is the number of the session on whose floor it was put forward, 0 for none.
	Raised int `json:"raised,omitempty"`
}

// Status is where p stands now.
func (p Standing) Status() Status { return p.Steps[len(p.Steps)-1].Status }

// WasOnTable reports whether p has ever been more than late.
func (p Standing) WasOnTable() bool {
	return slices.ContainsFunc(p.Steps, func(st Step) bool { return st.Status == OnTable })
}

// Tabled is when and by which seat p was tabled.
func (p Standing) Tabled() Step { return p.Steps[0] }

// Last is the newest step.
func (p Standing) Last() Step { return p.Steps[len(p.Steps)-1] }
