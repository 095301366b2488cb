package negotiation

import (
	"cmp"
	"slices"
)

// ComparativeTable sets what the delegations ask beside the draft: a row for each
// paragraph on which there is an open proposal, a column for each delegation.
type ComparativeTable struct {
	// Columns are the delegations with an entry, in printing order; a co-sponsor
	// has its own column.
	Columns []Delegation
	Rows    []Row
}

// Row is a paragraph of the draft with what is asked of it.
type Row struct {
	Paragraph PrintedParagraph
	// Cells stand in the order of Columns; a delegation that asks for nothing here
	// has none.
	Cells []Cell
}

// Cell is what one delegation asks of one paragraph.
type Cell struct {
	Delegation Delegation
	// Points in the order of the numbers of their proposals.
	Points []Point
	// With are what others put forward with this delegation's name on it: the words
	// stand in the cell of the first of Delegations.
	With []Point
}

// Cell gives what a delegation asks here; false where that is nothing.
func (r Row) Cell(d Delegation) (Cell, bool) {
	for _, c := range r.Cells {
		if c.Delegation == d {
			return c, true
		}
	}
	return Cell{}, false
}

// comparative sets what is open beside the draft.
func (b *builder) comparative() *ComparativeTable {
	t := &ComparativeTable{}
	asked := b.askedOf()
	var named []Delegation
	for _, p := range b.view.Paragraphs {
		if len(asked[p.ID]) == 0 {
			continue
		}
		row := b.row(p, asked[p.ID])
		for _, c := range row.Cells {
			named = append(named, c.Delegation)
		}
		t.Rows = append(t.Rows, row)
	}
	slices.SortFunc(named, b.view.precedes)
	t.Columns = slices.Compact(named)
	return t
}

// row gathers what is asked of one paragraph by who asks it.
func (b *builder) row(p ParagraphView, asked []asked) Row {
	cells := map[Delegation]Cell{}
	for _, a := range asked {
		point := b.point(a, p)
		for i, d := range point.Delegations {
			c := cells[d]
			if c.Delegation = d; i == 0 {
				c.Points = append(c.Points, point)
			} else {
				c.With = append(c.With, point)
			}
			cells[d] = c
		}
	}
	r := Row{Paragraph: PrintedParagraph{Paragraph: p.Paragraph, Address: p.Address}}
	for _, c := range cells {
		r.Cells = append(r.Cells, c)
	}
	slices.SortFunc(r.Cells, func(x, y Cell) int { return b.view.precedes(x.Delegation, y.Delegation) })
	return r
}

// precedes orders delegations for printing: member states by name, then bodies.
func (v View) precedes(x, y Delegation) int {
	return cmp.Or(cmp.Compare(v.Kind(y), v.Kind(x)), cmp.Compare(x, y)) // "state" before "body"
}
