package web

import (
	"slices"

	"plenary/negotiation"
)

// unheard says that proposals are not decided with words that they came too late for:
// key is that of the sentence. It is empty for none.
func (b Base) unheard(v negotiation.View, key string, paragraphs ...negotiation.ParagraphView) string {
	var ids []negotiation.ProposalID
	var list []string
	for _, on := range paragraphs {
		for _, id := range v.Unheard(on) {
			if slices.Contains(ids, id) {
				continue
			}
			p, _ := v.Proposal(id)
			ids = append(ids, id)
			list = append(list, b.T("unheard.proposal", "number", id, "delegations", b.Names(p.Authors())))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return b.N(key, len(list), "proposals", b.someNames(list))
}

// unheardFrozen says which came while the text was frozen that is frozen now.
func (b Base) unheardFrozen(v negotiation.View) string {
	var frozen []negotiation.ParagraphView
	for _, id := range v.Session.Floor.Held() {
		if on, ok := v.Paragraph(string(id)); ok {
			frozen = append(frozen, on)
		}
	}
	return b.unheard(v, "unheard.frozen", frozen...)
}
