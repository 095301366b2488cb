package web

import "plenary/negotiation"

// lost reports whether change i of p cannot be carried out any more, in whatever
// words, because its paragraph was deleted.
func lost(v negotiation.View, p negotiation.ProposalView, i int) bool {
	c := p.Changes[i]
	now, ok := v.Paragraph(string(c.Paragraph))
	switch {
	case !ok || !now.Deleted:
		return false
	case c.Kind == negotiation.Insert: // it may stand behind a deleted one
		_, waits := p.Waits(i)
		return waits
	}
	return c.Kind == negotiation.Amend || c.Kind == negotiation.Move
}

// lostAny reports whether some of p is lost: then none of it can be accepted.
func lostAny(v negotiation.View, p negotiation.ProposalView) bool {
	for i := range p.Changes {
		if lost(v, p, i) {
			return true
		}
	}
	return false
}

// renewable reports whether a new version of p could be taken: it is not combined,
// and something that it changes still stands, or it only remarks.
func renewable(v negotiation.View, p negotiation.ProposalView) bool {
	remarks := true
	for _, c := range p.Changes {
		if !c.Kind.Textual() {
			continue
		}
		remarks = false
		if now, ok := v.Paragraph(string(c.Paragraph)); ok && !now.Deleted {
			return !p.Combined()
		}
	}
	return remarks && !p.Combined()
}
