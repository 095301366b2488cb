package negotiation

import "slices"

// heardBy reports whether p was on the table, and on the paragraphs that it is on, by
// entry seq.
func (p Standing) heardBy(seq Seq) bool {
	return p.Placed <= seq && slices.ContainsFunc(p.Steps, func(st Step) bool { return st.Status == OnTable && st.Seq <= seq })
}

// Unheard are the proposals on the table on p that came when its words were frozen, or
// after they were agreed: they are not decided with these words, and do not lapse with
// them. The Chair can decide against them, thaw the text or reopen the paragraph.
func (v View) Unheard(p ParagraphView) []ProposalID {
	settled, closed := p.Closed()
	heard := settled.Heard
	switch f := v.Session.Floor; {
	case f.Holds(p.ID):
		heard = f.HeldSince
	case !closed:
		return nil
	}
	var list []ProposalID
	for _, id := range p.Proposals {
		q, _ := v.Proposal(id)
		changes := slices.ContainsFunc(q.Changes, func(c Change) bool { return c.Paragraph == p.ID && c.Kind != Insert })
		if q.Status() == OnTable && changes && !q.heardBy(heard) {
			list = append(list, id)
		}
	}
	return list
}
