package web

import (
	"slices"

	"plenary/negotiation"
)

// strike is an open proposal that would delete the chapeau of a list, and with it
// what hangs below.
type strike struct {
	Proposal   negotiation.ProposalID
	Delegation negotiation.Delegation
	// Address is that of the chapeau.
	Address string
}

// strikes lists those that would delete a paragraph with its chapeau.
func (s sides) strikes(p negotiation.ParagraphView) []strike {
	chapeau, ok := s.paragraph(p.Parent)
	if !ok || !p.Kind.Sub() || p.Deleted {
		return nil
	}
	var list []strike
	for _, open := range s.open(chapeau.ID) {
		if deletes(open, chapeau.ID) {
			list = append(list, strike{open.ID, open.Delegation, chapeau.Address})
		}
	}
	return list
}

func deletes(p negotiation.ProposalView, id negotiation.ParagraphID) bool {
	return slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool {
		return c.Kind == negotiation.Delete && c.Paragraph == id
	})
}

// struckBelow counts the other open proposals on items that p would delete with the
// chapeau of their list.
func struckBelow(v negotiation.View, p negotiation.ProposalView) int {
	var found []negotiation.ProposalID
	for _, para := range v.Paragraphs {
		if !para.Kind.Sub() || para.Deleted || !deletes(p, para.Parent) {
			continue
		}
		for _, id := range para.Proposals {
			other, ok := v.Proposal(id)
			if ok && id != p.ID && other.Status().Open() && !slices.Contains(found, id) {
				found = append(found, id)
			}
		}
	}
	return len(found)
}
