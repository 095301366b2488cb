package web

import (
	"fmt"
	"slices"

	"plenary/diff"
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
	// Acts are what the seat may do with it now.
	Acts []act
	// MayAgain and MayRenew say that it may be tabled again, or in a new version.
	MayAgain, MayRenew bool
	// Propose is the address of the page to do so.
	Propose string
	// Kept are words typed in a form that is no longer here.
	Kept []string
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
}

// proposalsOf makes the parts of several proposals of one view.
func proposalsOf(b Base, v negotiation.View, list []negotiation.ProposalView) []proposalPart {
	parts := make([]proposalPart, 0, len(list))
	for i, restated := range negotiation.Restate(v, list) {
		parts = append(parts, partOf(b, v, list[i], restated))
	}
	return parts
}

func partOf(b Base, v negotiation.View, p negotiation.ProposalView, restated negotiation.Restated) proposalPart {
	part := proposalPart{Base: b, ProposalView: p, Restated: restated, Old: oldBases(v, p), History: historyOf(v, p), Acts: acts(b, v, p)}
	if p.Language != v.Language {
		part.Foreign = p.Language
	}
	for _, c := range p.Changes {
		if !c.Kind.Textual() {
			part.Remarks = append(part.Remarks, remark{c.Kind, c.Text})
		}
	}
	part.MayAgain = b.mayTable() && p.Status() == negotiation.Withdrawn
	part.MayRenew = b.mayTable() && p.Status().Open() && speaksFor(b.Seat, p.Delegation)
	part.Propose = "/n/" + string(v.ID) + "/propose"
	if target, ok := v.Paragraph(string(p.Target)); ok {
		part.Propose = "/n/" + string(v.ID) + "/p/" + target.Address + "/propose"
	}
	return part
}

// oldBases compares the versions that p was written on with the present ones,
// while p is open: a decided one has done its work.
func oldBases(v negotiation.View, p negotiation.ProposalView) []oldBase {
	var list []oldBase
	for _, c := range p.Changes {
		now, ok := v.Paragraph(string(c.Paragraph))
		if !ok || !p.Status().Open() || c.Base >= now.Version {
			continue
		}
		if old := (oldBase{now.Address, c.Base, now.Version}); !slices.Contains(list, old) {
			list = append(list, old)
		}
	}
	return list
}

// historyOf names the seats of those who moved p, for the audience that sees seats.
func historyOf(v negotiation.View, p negotiation.ProposalView) []historyStep {
	list := make([]historyStep, 0, len(p.Steps))
	for _, step := range p.Steps {
		h := historyStep{Step: step}
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

// Line labels a line of a restated proposal as it is printed.
func (p proposalPart) Line(l negotiation.Line) string {
	return negotiation.Paragraph{Kind: l.Kind, Label: l.Label}.PrintedLabel()
}

// act is something that a seat may do with a proposal, by a form.
type act struct {
	Name string
	// Key is the form's idempotency key. It is made of what the form is about
	// and not by chance, so that one fragment serves a whole audience; keys of
	// different seats never meet.
	Key string
	// Fields are the words to decide on, for accept-amended.
	Fields []wording
	// Reason is what was typed, where the form is shown again.
	Reason string
	// Open shows the form at once, because it was refused.
	Open bool
}

// wording is one text to decide on.
type wording struct {
	Change  int
	Address string
	Kind    negotiation.ChangeKind
	Text    string
	// Initial is the text that the form begins with: the author's, or the
	// draft's where there is only a request.
	Initial string
	// Base is the version that the decision will be taken on.
	Base int
	// Newer leads from the version that was typed on to the present one, where
	// the paragraph has moved on in between.
	Newer diff.Script
}

// The acts, by their place in the address.
const (
	actWithdraw      = "withdraw"
	actAdmit         = "admit"
	actAccept        = "accept"
	actAcceptAmended = "accept-amended"
	actNotRetain     = "not-retain"
)

// acts lists what the seat of b may do with p. It only spares people forms that
// would be refused: what decides is the law.
func acts(b Base, v negotiation.View, p negotiation.ProposalView) []act {
	var list []act
	add := func(name string, fields []wording) {
		list = append(list, act{Name: name, Fields: fields, Key: fmt.Sprintf("%s-%s-%d", name, p.ID, len(p.Steps))})
	}
	fields := wordings(v, p)
	if b.Seat.Role.Decides() && p.Status() == negotiation.Late {
		add(actAdmit, nil)
	}
	if b.Seat.Role.Decides() && p.Status() == negotiation.OnTable {
		if slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool { return c.Kind.Textual() }) {
			add(actAccept, nil)
		}
		if len(fields) > 0 {
			add(actAcceptAmended, fields)
		}
	}
	if b.Seat.Role.Decides() && p.Status().Open() {
		add(actNotRetain, nil)
	}
	if speaksFor(b.Seat, p.Delegation) && p.Status().Open() {
		add(actWithdraw, nil)
	}
	return list
}

// wordings are the changes of p that can be accepted in other words.
func wordings(v negotiation.View, p negotiation.ProposalView) []wording {
	var list []wording
	for i, c := range p.Changes {
		now, ok := v.Paragraph(string(c.Paragraph))
		if !ok {
			continue
		}
		w := wording{Change: i, Address: now.Address, Kind: c.Kind, Text: c.Text, Base: now.Version}
		switch c.Kind {
		case negotiation.Amend, negotiation.Insert:
		case negotiation.RequestText:
			w.Text = now.Text
		default:
			continue
		}
		w.Initial = w.Text
		list = append(list, w)
	}
	return list
}

// speaksFor reports whether a seat may act for a delegation.
func speaksFor(seat negotiation.Seat, d negotiation.Delegation) bool {
	return seat.Role.HoldsPen() || seat.Role == negotiation.Delegate && seat.MayTable && seat.Delegation == d
}

// mayTable reports whether the seat of b may table now.
func (b Base) mayTable() bool {
	return b.Negotiation != nil && b.Negotiation.Window.Open &&
		(b.Seat.Role.HoldsPen() || b.Seat.Role == negotiation.Delegate && b.Seat.MayTable)
}
