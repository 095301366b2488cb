package web

import (
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
