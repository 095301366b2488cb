package web

import (
	"slices"

	"plenary/negotiation"
)

// proposalPart is one proposal with all that is known of it, which part
// "proposal" shows. What is in it depends on the audience, the right to table
// and the language only; what was typed in a refused form is put into it afterwards, for one reader.
type proposalPart struct {
	Base
	negotiation.ProposalView
	// Restated is the proposal as the compilation prints it.
	Restated negotiation.Restated
	// Remarks are its requests and comments, apart from the negotiated text.
	Remarks []remark
	// Foreign is the language of its words where it is not the draft's.
	Foreign string
	// Old are the changes that were written on a version that is no longer the
	// newest.
	Old     []oldBase
	History []historyStep
	// Notices say what acceptances of others have done to it, while it is open.
	Notices []rebaseNotice
	// CombinedBy is the role that combined it, where that may be seen; CombinedIn
	// are the open proposals that it was combined into.
	CombinedBy negotiation.Role
	CombinedIn []negotiation.ProposalID
	// Brought says of a combined proposal who brought what.
	Brought []brought
	// Doubts are what can be read in two ways, while no reading is confirmed;
	// Confirmation says which was, where there was a choice.
	Doubts       []doubtPart
	Confirmation string
	// Confirm is the page to confirm a reading, and Place the one to put the proposal
	// on its paragraph, for those who may.
	Confirm, Place string
	// Below are the signs beside its words, to be read in full.
	Below []clashMark
	// Says are the positions on it; Position is to take one, where that is possible.
	Says     positionsPart
	Position *positionForm
	// Acts are what the seat may do with it now.
	Acts []act
	// Shut says, to those who decide, why it cannot be taken in now; nil where it can.
	Shut *shut
	// Brief leaves the forms of Acts to the page of the proposal.
	Brief bool
	// StruckBelow counts, for those who decide, the open proposals on items that it
	// would delete with their chapeau.
	StruckBelow int
	// MayAgain and MayRenew say that it may be tabled again, or in a new version.
	MayAgain, MayRenew bool
	// Propose is the address of the page to do so.
	Propose string
	// Kept are words typed in a form that is no longer here.
	Kept []string
	// older are the versions that redlines lead from which are no longer the newest,
	// by the address of the paragraph.
	older map[string]int
	// cut are redlines with signs or authors, by the address of the paragraph.
	cut map[string][]piece
}

type remark struct {
	Kind negotiation.ChangeKind
	Text string
}

type oldBase struct {
	Address       string
	Base, Current int
}

// historyStep is a move of a proposal and who made it, where that may be seen.
type historyStep struct {
	negotiation.Step
	Role       negotiation.Role
	Delegation negotiation.Delegation
	// Revived says that it had lapsed before and is on the table again.
	Revived bool
}

// proposalsOf makes the parts of several proposals of one view.
func proposalsOf(b Base, v negotiation.View, list []negotiation.ProposalView) []proposalPart {
	return proposalParts(b, v, list, negotiation.Restate(v, list))
}

// proposalParts makes the parts of proposals that have been restated.
func proposalParts(b Base, v negotiation.View, list []negotiation.ProposalView, restated []negotiation.Restated) []proposalPart {
	parts := make([]proposalPart, 0, len(list))
	for i, p := range list {
		parts = append(parts, partOf(b, v, p, restated[i]))
	}
	return parts
}

func partOf(b Base, v negotiation.View, p negotiation.ProposalView, restated negotiation.Restated) proposalPart {
	part := proposalPart{Base: b, ProposalView: p, Restated: restated, Old: oldBases(v, p), History: historyOf(v, p), Acts: acts(b, v, p),
		Notices: b.rebaseNotices(v, p), Says: positionsSaid(b, p.Positions), older: map[string]int{}}
	for _, c := range p.Changes {
		if now, ok := v.Paragraph(string(c.Paragraph)); ok && older(c, now) {
			part.older[now.Address] = c.Base
		}
	}
	part.combined(v)
	part.Doubts, part.Confirmation = b.doubtsIn(v, p), b.confirmation(p)
	if b.mayConfirm(p) {
		part.Confirm = readingPath(v, p)
	}
	if b.mayPlace(p) {
		part.Place = placePath(v, p)
	}
	if b.Seat.Role.Decides() && p.Status().Open() {
		part.StruckBelow, part.Shut = struckBelow(v, p), b.shutFor(v, p)
	}
	if p.Language != v.Language {
		part.Foreign = p.Language
	}
	for _, c := range p.Changes {
		if !c.Kind.Textual() {
			part.Remarks = append(part.Remarks, remark{c.Kind, c.Text})
		}
	}
	if p.Target != "" {
		part.Position = positionFormOf(b, v, positionTarget{Proposal: &p}, behindProposal(p.ID), typed{})
	}
	part.MayAgain = b.mayTable() && p.Status() == negotiation.Withdrawn
	part.MayRenew = (b.mayTable() || answerable(p)) && p.Status().Open() && b.Seat.SpeaksFor(p.Delegation) && renewable(v, p)
	part.Propose = "/n/" + string(v.ID) + "/propose"
	if target, ok := v.Paragraph(string(p.Target)); ok {
		part.Propose = "/n/" + string(v.ID) + "/p/" + target.Address + "/propose"
	}
	return part
}

// oldBases compares the versions that p was written on with the present ones,
// while p is open: a decided one has done its work. What waits for its author is
// told as a notice.
func oldBases(v negotiation.View, p negotiation.ProposalView) []oldBase {
	var list []oldBase
	for i, c := range p.Changes {
		now, ok := v.Paragraph(string(c.Paragraph))
		if _, told := p.Waits(i); !ok || told || !p.Status().Open() || c.Base >= now.Version {
			continue
		}
		if old := (oldBase{now.Address, c.Base, now.Version}); !slices.Contains(list, old) {
			list = append(list, old)
		}
	}
	return list
}

// Spoken reports whether anything was said of it, or can be now.
func (p proposalPart) Spoken() bool { return p.Says.Any() || p.Position != nil && !p.Brief }

// historyOf names the seats of those who moved p, for the audience that sees seats.
func historyOf(v negotiation.View, p negotiation.ProposalView) []historyStep {
	list := make([]historyStep, 0, len(p.Steps))
	for i, step := range p.Steps {
		h := historyStep{Step: step, Revived: i > 0 && p.Steps[i-1].Status == negotiation.Lapsed}
		if step.Seat == negotiation.SystemSeat {
			h.Role = negotiation.System
		}
		for _, seat := range v.Seats {
			if seat.ID == step.Seat {
				h.Role, h.Delegation = seat.Role, seat.Delegation
			}
		}
		list = append(list, h)
	}
	return list
}

// By says who made a step: "Secretariat", "delegate, MEXICO".
func (p proposalPart) By(h historyStep) string {
	who := p.T("role." + string(h.Role))
	if h.Delegation != "" {
		who += p.T("list.comma") + string(h.Delegation)
	}
	return who
}

// older reports whether the redline of a change leads from a version that is no
// longer the newest.
func older(c negotiation.Change, now negotiation.ParagraphView) bool {
	return (c.Kind == negotiation.Amend || c.Kind == negotiation.Delete) && 0 < c.Base && c.Base < now.Version
}

// OnVersion is the older version that the redline of a line leads from, or 0.
func (p proposalPart) OnVersion(l negotiation.Line) int {
	if l.Change == negotiation.Amend || l.Change == negotiation.Delete {
		return p.older[l.Address]
	}
	return 0
}

// Line labels a line of a restated proposal as it is printed.
func (p proposalPart) Line(l negotiation.Line) string {
	return negotiation.Paragraph{Kind: l.Kind, Label: l.Label}.PrintedLabel()
}
