package web

import (
	"fmt"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

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
	// Looked is, for accept, the newest entry of the record that changed the
	// paragraphs which it is about: what comes after it has not been seen.
	Looked negotiation.Seq
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
	actConfirm       = "confirm"
)

// acts lists what the seat of b may do with p. It only spares people forms that
// would be refused: what decides is the law.
func acts(b Base, v negotiation.View, p negotiation.ProposalView) []act {
	var list []act
	taken := b.Seat.Role.Decides()
	if taken {
		at := b.shutFor(v, p)
		taken = at == nil || at.Held
	}
	add := func(a act) {
		a.Key = fmt.Sprintf("%s-%s-%d", a.Name, p.ID, len(p.Steps))
		list = append(list, a)
	}
	if taken && p.Status() == negotiation.Late {
		add(act{Name: actAdmit})
	}
	if taken && p.Status() == negotiation.OnTable && !p.Unconfirmed() {
		if acceptable(v, p) {
			add(act{Name: actAccept, Looked: newest(v, p)})
		}
		if fields := wordings(v, p); len(fields) > 0 {
			add(act{Name: actAcceptAmended, Fields: fields})
		}
	}
	if b.Seat.Role.Decides() && p.Status().Open() {
		add(act{Name: actNotRetain})
	}
	if b.Seat.SpeaksFor(p.Delegation) && saidAlready(p) {
		add(act{Name: actConfirm})
	}
	if b.Seat.TakesBack(p.Proposal) && p.Status().Open() {
		add(act{Name: actWithdraw})
	}
	return list
}

// Takes reports whether the act takes in what a proposal would change, which waits
// while the words are frozen that it is on.
func (a act) Takes() bool {
	return a.Name == actAdmit || a.Name == actAccept || a.Name == actAcceptAmended
}

// saidAlready reports whether the text has all that p asks for.
func saidAlready(p negotiation.ProposalView) bool {
	_, all := p.Satisfied()
	return all
}

// newest is the entry that brought the newest version of what p changes, and of the
// lists below it, which go where it is deleted.
func newest(v negotiation.View, p negotiation.ProposalView) negotiation.Seq {
	var seq negotiation.Seq
	for _, now := range v.Paragraphs {
		if slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool {
			return c.Paragraph == now.ID || c.Kind == negotiation.Delete && c.Paragraph == now.Parent
		}) {
			seq = max(seq, now.Versions[len(now.Versions)-1].Seq)
		}
	}
	return seq
}

// acceptable reports whether p can be accepted in its author's own words: it has
// some, and none was written on words that have been replaced since.
func acceptable(v negotiation.View, p negotiation.ProposalView) bool {
	textual := false
	if lostAny(v, p) {
		return false
	}
	for _, c := range p.Changes {
		textual = textual || c.Kind.Textual()
		now, ok := v.Paragraph(string(c.Paragraph))
		if c.Kind == negotiation.Amend || c.Kind == negotiation.Delete {
			if !ok || now.Deleted || now.Version != c.Base {
				return false
			}
		}
	}
	return textual
}

// wordings are the changes of p that can be accepted in other words.
func wordings(v negotiation.View, p negotiation.ProposalView) []wording {
	if lostAny(v, p) {
		return nil
	}
	var list []wording
	for i, c := range p.Changes {
		now, ok := v.Paragraph(string(c.Paragraph))
		if !ok {
			continue
		}
		w := wording{Change: i, Address: now.Address, Kind: c.Kind, Text: c.Text, Base: now.Version}
		switch c.Kind {
		case negotiation.Amend:
			w.Text = carried(c, now)
		case negotiation.Insert:
		case negotiation.RequestText:
			if now.Deleted {
				continue
			}
			w.Text = now.Text
		default:
			continue
		}
		w.Initial = w.Text
		list = append(list, w)
	}
	return list
}

// mayTable reports whether the seat of b may table now.
func (b Base) mayTable() bool {
	return b.Negotiation != nil && b.Negotiation.Window.Open && b.Seat.Tables()
}
