package web

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// sessionFrozenPart is what part "session-frozen" shows: the exact text that the
// meeting is asked to agree to, or what became of the last one. It holds no control.
type sessionFrozenPart struct {
	Base
	Stage negotiation.Stage
	// Frozen is what is frozen; nil for nothing.
	Frozen *negotiation.Frozen
	// List is how many paragraphs a list has that is frozen; 0 where it is none.
	List  int
	Texts []frozenEntry
	// Authors are those of the proposal that is frozen; none for the words as they stand.
	Authors    []negotiation.Delegation
	Gavel      *negotiation.Gavel
	Objections []negotiation.Objection
	// Unheard says which proposals came since, and are not decided with it; empty for none.
	Unheard string
	// Settled are the outcomes taken last, as long as nothing has been called since.
	Settled []settledEntry
}

// frozenEntry is one paragraph of what is frozen.
type frozenEntry struct {
	negotiation.FrozenText
	// Address is that of the paragraph, or where it is inserted, of the one before.
	Address string
	// Redline leads from the present words to the frozen ones, around what differs:
	// the words themselves stand above it. Changed says that there is such a thing,
	// which a paragraph that is wholly new has not.
	Redline diff.Script
	Changed bool
}

// settledEntry is an outcome and the addresses of its paragraphs: one, or those that
// it was taken on alike.
type settledEntry struct {
	settlementPart
	Addresses []string
}

// sessionFrozen makes the part of what is frozen in v.
func sessionFrozen(b Base, v negotiation.View) sessionFrozenPart {
	floor := v.Session.Floor
	p := sessionFrozenPart{Base: b, Stage: floor.Stage, Frozen: floor.Frozen, Gavel: floor.Gavel, Objections: floor.Objections}
	if p.Frozen == nil {
		p.Settled = justSettled(b, v)
		return p
	}
	if floor.ListFrozen() {
		p.List = len(p.Frozen.Texts)
	}
	if by, ok := v.Proposal(p.Frozen.Proposal); ok {
		p.Authors = by.Authors()
	}
	p.Unheard = b.unheardFrozen(v)
	for _, t := range p.Frozen.Texts {
		p.Texts = append(p.Texts, frozenEntryOf(v, t))
	}
	return p
}

func frozenEntryOf(v negotiation.View, t negotiation.FrozenText) frozenEntry {
	if t.Paragraph == "" {
		after, _ := v.Paragraph(string(t.After))
		return frozenEntry{FrozenText: t, Address: after.Address}
	}
	now, _ := v.Paragraph(string(t.Paragraph))
	e := frozenEntry{FrozenText: t, Address: now.Address, Changed: true}
	switch {
	case t.Deleted:
		e.Redline = diff.Script{{Op: diff.Delete, Text: now.Text}}
	case t.Text == now.Text:
		e.Changed = false
	default:
		e.Redline = excerpt(diff.Words(now.Text, t.Text), nearChange)
	}
	return e
}

// justSettled gives the outcomes with which the floor was cleared last, while
// nothing else has been decided since.
func justSettled(b Base, v negotiation.View) []settledEntry {
	var list []settledEntry
	if v.Session.Floor.Stage != negotiation.AtNone || v.Session.Ended() {
		return nil
	}
	for _, a := range slices.Backward(v.Acts) {
		if a.Kind == negotiation.ActSpoke {
			continue // the floor was given, and nothing was put on it
		}
		if a.Kind != negotiation.ActSettled || a.Session != v.Session.Number || len(list) > 0 && a.Outcome.Seq != list[0].Seq {
			break
		}
		on, _ := v.Paragraph(string(a.Paragraph))
		entry := settledEntry{settlementOf(b, *a.Outcome), []string{on.Address}}
		if last := len(list) - 1; last >= 0 && list[last].Says() == entry.Says() {
			list[last].Addresses = append(list[last].Addresses, on.Address)
			continue
		}
		list = append(list, entry)
	}
	slices.Reverse(list)
	for _, e := range list {
		slices.Reverse(e.Addresses)
	}
	return list
}
