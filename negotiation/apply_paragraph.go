package negotiation

import "slices"

func (s State) paragraphInserted(e Entry, ev ParagraphInserted) State {
	first := Version{Number: 1, Text: ev.Paragraph.Text, Seq: e.Seq, At: e.At, Proposal: ev.Proposal, Delegations: s.authors(ev.Proposal)}
	s.paragraphs = s.paragraphs.with(ev.Paragraph.ID.number(), paragraphState{
		Paragraph: ev.Paragraph, versions: []Version{first}, proposals: []ProposalID{ev.Proposal}, heard: heard{touched: e.Seq},
	})
	s.order = slices.Insert(slices.Clone(s.order), s.placeAfter(ev.After, ev.Paragraph.Kind), ev.Paragraph.ID)
	return s
}

// paragraphMoved also touches what hangs below, whose addresses change with it,
// the proposals that name any of them, and the paragraphs whose lists lose and
// gain, below which those proposals were and will be printed.
func (s State) paragraphMoved(e Entry, ev ParagraphMoved) State {
	from := s.paragraphs.at(ev.Paragraph.number()).Parent
	s = s.revise(e, ev.Paragraph, ev.Proposal, func(p *paragraphState, v *Version) {
		p.Label, p.Parent, v.Moved = ev.Label, ev.Parent, true
	})
	below := s.below(ev.Paragraph)
	moved := append([]ParagraphID{ev.Paragraph}, below...)
	for _, id := range append([]ParagraphID{from, ev.Parent}, below...) {
		if p, ok := s.paragraph(id); ok {
			p.touched = e.Seq
			s.paragraphs = s.paragraphs.with(id.number(), p)
		}
	}
	s = s.touchNaming(e, moved)
	s.order = slices.DeleteFunc(slices.Clone(s.order), func(id ParagraphID) bool {
		return slices.Contains(moved, id)
	})
	at := s.placeAfter(ev.After, s.paragraphs.at(ev.Paragraph.number()).Kind)
	s.order = slices.Insert(s.order, at, moved...)
	return s
}

// touchNaming touches the proposals that name one of ids: they are printed with
// its address, and perhaps at another place.
func (s State) touchNaming(e Entry, ids []ParagraphID) State {
	for n, p := range s.proposals.all() {
		if slices.ContainsFunc(p.Changes, func(c Change) bool {
			return slices.Contains(ids, c.Paragraph) || slices.Contains(ids, c.After)
		}) {
			p.touched = e.Seq
			s.proposals = s.proposals.with(n, p)
		}
	}
	return s
}
