package web

import (
	"slices"
	"strings"

	"plenary/negotiation"
)

// settlementPart is what part "settlement" shows: an outcome of a paragraph, and
// whether it still holds.
type settlementPart struct {
	Base
	negotiation.Settlement
}

func settlementOf(b Base, s negotiation.Settlement) settlementPart { return settlementPart{b, s} }

// outcomesOf lists what the meeting made of a paragraph, newest first, and tells
// whether that closes it.
func outcomesOf(b Base, p negotiation.ParagraphView) (list []settlementPart, closed bool) {
	for _, s := range slices.Backward(p.Settlements) {
		list = append(list, settlementOf(b, s))
	}
	_, closed = p.Closed()
	return list, closed
}

// Says is the outcome in a sentence: "agreed ad referendum on 21 September, hash 3f2a91c0".
func (p settlementPart) Says() string {
	said := []string{p.T("settled.on", "outcome", p.T("outcome."+string(p.Kind)), "time", p.Date(p.At))}
	if len(p.Asked) > 0 {
		said = append(said, p.T("settled.asked", "delegations", p.Names(p.Asked)))
	}
	if p.To != "" {
		said = append(said, p.T("settled.to", "to", p.To))
	}
	if !p.Until.IsZero() {
		said = append(said, p.T("settled.until", "time", p.Date(p.Until)))
	}
	if p.Hash != "" {
		said = append(said, p.T("settled.hash", "hash", negotiation.Frozen{Hash: p.Hash}.Short()))
	}
	return strings.Join(said, p.T("list.comma"))
}

// Reopening says when and why it no longer holds; empty while it does.
func (p settlementPart) Reopening() string {
	if p.Reopened == nil {
		return ""
	}
	return p.T("settled.reopened", "time", p.Date(p.Reopened.At), "reason", p.Reopened.Reason)
}
