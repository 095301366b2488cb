package web

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// passagePart is words of a consolidated paragraph, or a bracket with what is in
// it: part "passages" shows a list of them.
type passagePart struct {
	Base
	// ID is the negotiation's.
	ID negotiation.NegotiationID
	// Op is "equal", "insert" or "delete": what becomes of the words, or of those in
	// the bracket.
	Op     string
	Text   string
	Inside []passagePart
	// Asks is what stands before the names By: nothing, or that they would delete.
	Asks string
	By   []namedLink
}

// namedLink names somebody who asks for a bracket, with their proposal.
type namedLink struct {
	Proposal   negotiation.ProposalID
	Delegation negotiation.Delegation
	Name       string
}

func (p compilationPage) passages(list []negotiation.Passage, op diff.Op) []passagePart {
	var parts []passagePart
	for _, passage := range list {
		part := passagePart{Base: p.In, ID: p.View.ID, Op: op.String(), Text: passage.Text}
		if b := passage.Bracket; b != nil {
			part.Op, part.By, part.Inside = b.Op.String(), linksTo(*b), p.passages(b.Inside, b.Op)
			if b.Op == diff.Delete {
				part.Asks = strings.TrimSpace(p.In.T("document.delete-by", "names", ""))
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// linksTo are the names of a bracket, each once, each with its proposal.
func linksTo(b negotiation.Bracket) []namedLink {
	var list []namedLink
	seen := map[string]bool{}
	add := func(l namedLink) {
		if !seen[l.Name] {
			seen[l.Name] = true
			list = append(list, l)
		}
	}
	for _, by := range b.By {
		add(namedLink{by.Proposal, by.Delegation, by.Name})
		for _, d := range by.Sponsors {
			add(namedLink{by.Proposal, d, string(d)})
		}
	}
	return list
}
