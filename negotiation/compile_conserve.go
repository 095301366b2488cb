package negotiation

import (
	"fmt"
	"slices"
)

// whole stands for every change of a proposal.
const whole = -1

// conserves reports the first proposal of v of which something has no place in c.
// Each change has to stand somewhere by itself, with what it asks; of a proposal
// that is no longer on the table, what became of it is enough.
func (c Compilation) conserves(v View) error {
	placed := map[place]bool{}
	c.placed(v, func(p place) { placed[p] = true })
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
func (c Compilation) placed(v View, put func(place)) {
	for _, b := range c.Blocks {
		if b.Restated != nil {
			b.Restated.placed(v, put)
		}
	}
	for _, r := range c.General {
		r.placed(v, put)
	}
	for _, f := range c.Fates {
		if slices.Contains(Statuses(), f.Status) {
			put(place{f.Proposal, whole})
		}
	}
	if c.Consolidated != nil {
		for _, p := range c.Consolidated.Paragraphs {
			p.placed(put)
		}
	}
	if c.Comparative != nil {
		c.Comparative.placed(put)
	}
	if c.Record != nil {
		for _, u := range c.Record.Progress.Undecided {
			for _, by := range slices.Concat(u.Proposals, u.Held) {
				put(place{by.Proposal, whole})
			}
		}
	}
	if c.Dispositions != nil {
		for _, row := range c.Dispositions.Rows {
			if slices.Contains(Statuses(), row.Status) {
				placePoints(row.Points, put)
			}
		}
	}
}

func (r Restated) placed(v View, put func(place)) {
	p, _ := v.Proposal(r.Proposal)
	for i, c := range p.Changes {
		if r.shows(c) {
			put(place{p.ID, i})
		}
	}
}

// shows reports whether what c asks is written out in r.
func (r Restated) shows(c Change) bool {
	switch c.Kind {
	case RequestText:
		return slices.Contains(r.Requests, c.Text)
	case Comment:
		return slices.Contains(r.Comments, c.Text)
	}
	return slices.ContainsFunc(r.Lines, func(l Line) bool {
		switch c.Kind {
		case Insert:
			return l.Change == Insert && l.Kind == c.As && l.Redline.After() == c.Text
		case Move:
			return l.Change == Move && l.After != ""
		}
		return l.Change != "" && l.Base == c.Base && slices.Equal(l.Redline, c.Redline)
	})
}

func (p ConsolidatedParagraph) placed(put func(place)) {
	placePassages(p.Passages, put)
	for _, n := range p.Notes {
		placePoints([]Point{n.Point}, put)
	}
}

// placePoints passes over what only goes with its chapeau: that is a consequence
// of the change, and no place for it.
func placePoints(points []Point, put func(place)) {
	for _, p := range points {
		if p.Chapeau == "" {
			put(p.place)
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
			placePoints(cell.Points, put)
		}
	}
}
