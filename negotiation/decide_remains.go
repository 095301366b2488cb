package negotiation

import (
	"slices"

	"plenary/diff"
)

// ofParty gives those of some edits that a party makes.
func ofParty(m *diff.Merged, list []int, party int) []int {
	edits := m.Edits()
	return slices.DeleteFunc(slices.Clone(list), func(e int) bool { return !slices.Contains(edits[e].By, party) })
}

// remains gives what is left of each parent of p when p is accepted as it stands:
// its change with the words that p left out, if any. It is empty for what was not
// combined, and where another release of package diff would combine otherwise.
func (s State) remains(p Proposal) map[ProposalID]Change {
	if !p.Combined() {
		return nil
	}
	change := p.Changes[0]
	para, _ := s.paragraph(change.Paragraph)
	parents, r := s.combinable(para, p.Parents)
	if r != nil {
		return nil
	}
	merged := overlay(para, parents)
	combined := merged.Apply(merged.ClashFree(nil), nil)
	if Normal(combined.Text) != change.Text {
		return nil
	}
	remains := make(map[ProposalID]Change, len(parents))
	for i, parent := range parents {
		c, _ := parent.Amendment(para.ID)
		c.Text = merged.Apply(ofParty(merged, combined.Left, i), nil).Text
		c.Redline = diff.Words(para.Text, c.Text)
		remains[parent.ID] = c
	}
	return remains
}
