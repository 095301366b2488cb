package negotiation

import (
	"cmp"
	"slices"
	"sort"
	"time"
)

// Audience is a class of readers that may see the same bytes; never one person.
type Audience struct {
	Role       Role
	Delegation Delegation
}

// View is what an audience may see of a negotiation, at one Seq. Pages,
// documents and live messages are made from a View and never from a State, so
// that forgetting to restrict does not compile. A View does not change.
//
// Who sees what:
//
//	the draft, its versions       everybody; the public only where the negotiation is public
//	a proposal that was on the    everybody; the public only where the negotiation is public
//	  table, and its fate
//	a late one not yet admitted   Secretariat, Chair, and the delegations that sent it
//	seats                         Secretariat and Chair
//	a session: its floor, list    as the draft; in attendance, who holds the pen, and
//	  of speakers, record           who gave a command, the seats as above
//	a position                    as the draft; one that is told to the Chair alone,
//	                                Secretariat, Chair, and whose it is
//	the name of a delegation,     everybody, if it has a seat or a part in a
//	  also as member of a group     proposal that they see; else Secretariat and Chair
type View struct {
	ID       NegotiationID
	Title    string
	Language string
	Public   bool
	Audience Audience
	// Readable is false for the public of a negotiation that is not public, and
	// for a role that is none: then all but ID and Title is empty.
	Readable bool
	// Seq and At are those of the newest entry.
	Seq    Seq
	At     time.Time
	Source Source
	Cover  Cover
	Window Window
	// Parties are the delegations: member states by name, then bodies by name.
	// One that has only sent what a reader may not see is not among them.
	Parties []Party
	// Paragraphs in the order of the draft, headings and struck ones included.
	Paragraphs []ParagraphView
	// Proposals by number.
	Proposals []ProposalView
	// Seats are empty for those who may not see them.
	Seats []Seat
	// Notices of the import, for the Secretariat and Chair.
	Notices []Notice
	// Imports are the files of amendments that came later, for the same.
	Imports []Import
	// Issued are the documents of the meeting, oldest first.
	Issued []Issued
	// Session is the newest one; its Number is 0 where none was ever scheduled.
	Session Session
	// Acts are what happened in sessions, oldest first.
	Acts []Act
	// Groups by name.
	Groups []DelegationGroup
}

// Window is the window for proposals.
type Window struct {
	Open   bool
	CutOff time.Time // zero for none
	Zone   string
	Late   LatePolicy
}

// Shut reports whether a window was opened once and nobody may table now. Where none
// was ever opened, a file of amendments that has come is late for nothing.
func (w Window) Shut() bool { return !w.Open && w != Window{} }

// ParagraphView is a paragraph with what hangs on it.
type ParagraphView struct {
	Paragraph
	// Address is its label path: "7.b".
	Address string
	// Versions, oldest first; the last is the present one.
	Versions []Version
	// Proposals that have a change on it, by number, whatever their status.
	Proposals []ProposalID
	// Owners are who is to fill its open places, by their number from 1.
	Owners map[int]string
	// Settlements are its outcomes, oldest first.
	Settlements []Settlement
	// Positions on it as it stands.
	Positions []Taken
	// Touched is the newest Seq that changed anything shown of it, its list and
	// the proposals printed below it included.
	Touched Seq
}

// ProposalView is a proposal with its place.
type ProposalView struct {
	Standing
	// Addresses of the paragraph of each change, index for index; empty for
	// a comment on the whole draft.
	Addresses []string
	// Target is the paragraph under which a compilation prints the proposal:
	// the paragraph of its only changed one, or the common parent of several;
	// empty for a comment on the whole draft.
	Target ParagraphID
	// Positions on it, own ones and those of groups, by delegation in the order of
	// View.Parties, and after these the groups' by name.
	Positions []Taken
}

// Paragraph gives the paragraph with this address, or with this id.
func (v View) Paragraph(address string) (ParagraphView, bool) {
	for _, p := range v.Paragraphs {
		if p.Address == address || string(p.ID) == address {
			return p, true
		}
	}
	return ParagraphView{}, false
}

// Proposal gives the proposal with this number.
func (v View) Proposal(id ProposalID) (ProposalView, bool) {
	n := id.number()
	if n > 0 && n <= len(v.Proposals) && v.Proposals[n-1].ID == id {
		return v.Proposals[n-1], true // where all before it are seen, which is most often
	}
	i := sort.Search(len(v.Proposals), func(i int) bool { return v.Proposals[i].ID.number() >= n })
	if i == len(v.Proposals) || v.Proposals[i].ID != id {
		return ProposalView{}, false
	}
	return v.Proposals[i], true
}

// Since lists the paragraphs of which something shown has changed after seq, in
// the order of the draft. Asked with the Seq that a reader has, it is exactly
// what the reader has missed.
func (v View) Since(seq Seq) []ParagraphView {
	var list []ParagraphView
	for _, p := range v.Paragraphs {
		if p.Touched > seq {
			list = append(list, p)
		}
	}
	return list
}

// Kind is what kind of delegation a name stands for. Bodies stand last among the
// parties, by name, so that not all have to be looked at.
func (v View) Kind(d Delegation) PartyKind {
	_, body := slices.BinarySearchFunc(v.Parties, d, func(p Party, d Delegation) int {
		if p.Kind != ConsultativeBody {
			return -1
		}
		return cmp.Compare(p.Name, d)
	})
	if body {
		return ConsultativeBody
	}
	return MemberState
}
