package negotiation

import (
	"plenary/diff"
)

// insertion is a new paragraph that is asked for, by all who ask for these words
// at this place.
type insertion struct {
	as   Kind
	text string
	by   []place
}

// insertions are the new paragraphs asked for behind p, in printing order.
func (v View) insertions(p ParagraphView) []insertion {
	var list []insertion
	type words struct {
		as   Kind
		text string
	}
	at := map[words]int{}
	for _, q := range v.contending(p) {
		for i, c := range q.Changes {
			if c.Kind != Insert || c.Paragraph != p.ID {
				continue
			}
			n, again := at[words{c.As, c.Text}]
			if !again {
				n = len(list)
				at[words{c.As, c.Text}] = n
				list = append(list, insertion{as: c.As, text: c.Text})
			}
			list[n].by = append(list[n].by, place{q.ID, i})
		}
	}
	return list
}

// newParagraphs are those asked for behind p: in its list, or behind it.
func (b *builder) newParagraphs(p ParagraphView, sub bool) []ConsolidatedParagraph {
	var list []ConsolidatedParagraph
	all := b.view.insertions(p)
	names := b.names(all)
	for _, n := range all {
		if n.as.Sub() != sub {
			continue
		}
		bracket := &Bracket{Op: diff.Insert, Inside: []Passage{{Text: n.text}}}
		for _, at := range n.by {
			by := names[at.proposal]
			by.place = at
			bracket.By = append(bracket.By, by)
		}
		list = append(list, ConsolidatedParagraph{PrintedParagraph: PrintedParagraph{Paragraph: Paragraph{Kind: n.as}},
			After: p.Address, Passages: []Passage{{Bracket: bracket}}, Brackets: 1})
	}
	return list
}

// names names those who ask for new paragraphs at one place, as a contest does.
func (b *builder) names(list []insertion) map[ProposalID]Attribution {
	var c Contest
	names := map[ProposalID]Attribution{}
	for _, n := range list {
		for _, at := range n.by {
			if _, named := names[at.proposal]; !named {
				p, _ := b.view.Proposal(at.proposal)
				c.Parties = append(c.Parties, Contestant{Proposal: p.ID, Delegation: p.Delegation})
				names[p.ID] = Attribution{}
			}
		}
	}
	c.nameParties()
	for _, party := range c.Parties {
		p, _ := b.view.Proposal(party.Proposal)
		names[party.Proposal] = Attribution{Contestant: party, Sponsors: p.Sponsors}
	}
	return names
}
