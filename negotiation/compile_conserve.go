package negotiation

import (
	"fmt"
	"slices"
)

// whole stands for every change of a proposal.
const whole = -1

// conserves reports the first proposal of v of which something has no place in c.
func (c Compilation) conserves(v View) error {
	placed := map[place]bool{}
	c.placed(func(p place) { placed[p] = true })
	for _, p := range v.Proposals {
		if placed[place{p.ID, whole}] {
			continue
		}
		for i := range p.Changes {
			if !placed[place{p.ID, i}] {
				return fmt.Errorf("compile %s: proposal %s of %s would have no place in the document", v.ID, p.ID, p.Delegation)
			}
		}
	}
	return nil
}

// placed tells put of all that stands in c.
func (c Compilation) placed(put func(place)) {
	for _, b := range c.Blocks {
		if b.Restated != nil {
			put(place{b.Restated.Proposal, whole})
		}
	}
	for _, r := range c.General {
		put(place{r.Proposal, whole})
	}
	for _, f := range c.Fates {
		put(place{f.Proposal, whole})
	}
	if c.Consolidated != nil {
		for _, p := range c.Consolidated.Paragraphs {
			p.placed(put)
		}
	}
	if c.Comparative != nil {
		c.Comparative.placed(put)
	}
	if c.Dispositions != nil {
		for _, row := range c.Dispositions.Rows {
			put(place{row.Proposal, whole})
		}
	}
}

func (p ConsolidatedParagraph) placed(put func(place)) {
	placePassages(p.Passages, put)
	for _, n := range p.Notes {
		if n.Why != WithChapeau {
			put(n.place)
		}
	}
}

func placePassages(passages []Passage, put func(place)) {
	for _, p := range passages {
		if p.Bracket == nil {
			continue
		}
		for _, by := range p.Bracket.By {
			put(by.place)
		}
		placePassages(p.Bracket.Inside, put)
	}
}

func (t ComparativeTable) placed(put func(place)) {
	for _, row := range t.Rows {
		for _, cell := range row.Cells {
			if !slices.Contains(t.Columns, cell.Delegation) {
				continue // it is not printed
			}
			for _, point := range cell.Points {
				put(point.place)
			}
		}
	}
}
