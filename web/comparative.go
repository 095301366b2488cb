package web

import (
	"slices"

	"plenary/negotiation"
)

// columnsTogether is how many delegations a comparative table shows where the
// reader has chosen none: more are wider than any screen.
const columnsTogether = 6

// comparison is the comparative table as the page shows it: the columns that the
// reader chose, or one paragraph alone with a row for each delegation.
type comparison struct {
	// Columns can be chosen; Shown are those of the table.
	Columns []columnChoice
	Shown   []negotiation.Delegation
	// Rows with something in the columns shown.
	Rows []comparedRow
	// Addresses are those of all rows, One the row chosen, if any.
	Addresses []string
	One       *comparedRow
}

type columnChoice struct {
	Delegation negotiation.Delegation
	Shown      bool
}

type comparedRow struct {
	negotiation.Row
	// Cells in the order of the columns shown; for one paragraph alone those of
	// the delegations that ask for something.
	Cells []comparedCell
}

// comparedCell is what one delegation asks; empty where it asks for nothing.
type comparedCell struct {
	Delegation negotiation.Delegation
	Points     []pointPart
	With       []negotiation.Point
}

// Comparison is what the reader chose of the comparative table.
func (p compilationPage) Comparison() comparison {
	t := p.Document.Comparative
	c := comparison{Shown: p.columns(t.Columns)}
	for _, d := range t.Columns {
		c.Columns = append(c.Columns, columnChoice{d, slices.Contains(c.Shown, d)})
	}
	for _, row := range t.Rows {
		c.Addresses = append(c.Addresses, row.Paragraph.Address)
		if row.Paragraph.Address == p.Form.Paragraph {
			one := comparedRow{Row: row}
			for _, cell := range row.Cells {
				one.Cells = append(one.Cells, p.cell(cell))
			}
			c.One = &one
		}
		if r, asked := p.comparedRow(row, c.Shown); asked {
			c.Rows = append(c.Rows, r)
		}
	}
	return c
}

// columns are those chosen, in the order of the table; the first where none is.
func (p compilationPage) columns(all []negotiation.Delegation) []negotiation.Delegation {
	var chosen []negotiation.Delegation
	for _, d := range all {
		if slices.Contains(p.Form.Delegations, d) {
			chosen = append(chosen, d)
		}
	}
	if len(chosen) == 0 {
		chosen = all[:min(len(all), columnsTogether)]
	}
	return chosen
}

// comparedRow is a row with some columns, and whether there is anything in them.
func (p compilationPage) comparedRow(row negotiation.Row, shown []negotiation.Delegation) (r comparedRow, asked bool) {
	r = comparedRow{Row: row}
	for _, d := range shown {
		cell, asks := row.Cell(d)
		asked = asked || asks
		r.Cells = append(r.Cells, p.cell(cell))
	}
	return r, asked
}

func (p compilationPage) cell(cell negotiation.Cell) comparedCell {
	c := comparedCell{Delegation: cell.Delegation, With: cell.With}
	for _, point := range cell.Points {
		c.Points = append(c.Points, p.point(point, point.Says(), false))
	}
	return c
}

// Empty reports whether the delegation asks for nothing here.
func (c comparedCell) Empty() bool { return len(c.Points)+len(c.With) == 0 }
