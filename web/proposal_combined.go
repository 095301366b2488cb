package web

import (
	"slices"

	"plenary/negotiation"
)

// mark puts the signs of a contest into the redline of the proposal, which is the
// party of that index.
func (p *proposalPart) mark(c *contest, party int) {
	for _, line := range p.Restated.Lines {
		if line.Address == c.paragraph.Address && (line.Change == negotiation.Amend || line.Change == negotiation.Delete) {
			pieces, below := c.marked(party, line.Redline)
			p.cut, p.Below = map[string][]piece{line.Address: pieces}, below
		}
	}
}

// combined finds what a proposal was combined of, or into.
func (p *proposalPart) combined(v negotiation.View) {
	para, _ := v.Paragraph(string(p.Target))
	for _, id := range para.Proposals {
		if other, ok := v.Proposal(id); ok && other.Status().Open() && slices.Contains(other.Parents, p.ID) {
			p.CombinedIn = append(p.CombinedIn, id)
		}
	}
	if !p.Combined() {
		return
	}
	p.CombinedBy = p.History[0].Role
	var parents []negotiation.ProposalView
	for _, id := range p.Parents {
		if parent, ok := v.Proposal(id); ok {
			parents = append(parents, parent)
		}
	}
	change, _ := p.Amendment(para.ID)
	c, err := combine(para, change.Base, parents)
	if err != nil {
		return // a reader who may not see a parent sees the words without their authors
	}
	pieces := authored(change, c)
	p.cut, p.Brought = map[string][]piece{para.Address: pieces}, p.brought(pieces)
}

// Pieces gives a line of the restated proposal with its signs.
func (p proposalPart) Pieces(l negotiation.Line) []piece {
	if cut := p.cut[l.Address]; cut != nil && l.Change != negotiation.Insert {
		return cut
	}
	return []piece{{Script: l.Shown()}}
}

// CombinedOf says of whom a combined proposal is: "MEXICO and PERU, combined by
// the Chair from".
func (p proposalPart) CombinedOf() string { return p.combinedOf(p.ProposalView, p.CombinedBy) }

// combinedOf says of whom a proposal is that was combined by a role, where that may
// be seen.
func (b Base) combinedOf(p negotiation.ProposalView, by negotiation.Role) string {
	whose := b.Names(p.Authors())
	if by == "" {
		return b.T("combine.of", "delegations", whose)
	}
	return b.T("combine.of-by", "delegations", whose, "role", b.T("role."+string(by)))
}
