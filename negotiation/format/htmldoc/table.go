package htmldoc

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// columnsTogether is how many delegations stand side by side: more cannot be read
// on a page across. The rest follow in tables of their own, each with the draft.
const columnsTogether = 5

type comparative struct {
	Tables []comparison
	// Empty says that there is nothing to compare.
	Empty string
}

type comparison struct {
	Title string
	Heads []string
	Rows  []compared
}

type compared struct {
	ID, Address string
	Draft       []span
	Cells       []entry
}

// entry is what stands in one cell; Empty says so where that is nothing.
type entry struct {
	Points []point
	With   []string
	Empty  string
}

func (p printer) comparative(t *negotiation.ComparativeTable) *comparative {
	if t == nil {
		return nil
	}
	v := &comparative{}
	if len(t.Rows) == 0 {
		v.Empty = p.tongue.Say("document.nothing-open")
	}
	named := map[string]bool{}
	for from := 0; from < len(t.Columns); from += columnsTogether {
		columns := t.Columns[from:min(from+columnsTogether, len(t.Columns))]
		table := comparison{Title: p.tongue.Say("document.comparative") + ": " + p.names(columns),
			Heads: []string{p.tongue.Say("document.column-paragraph"), p.tongue.Say("document.column-draft")}}
		for _, d := range columns {
			table.Heads = append(table.Heads, string(d))
		}
		for _, r := range t.Rows {
			if row, any := p.compared(r, columns); any {
				if id := "p-" + r.Paragraph.Address; !named[id] {
					row.ID, named[id] = id, true
				}
				table.Rows = append(table.Rows, row)
			}
		}
		v.Tables = append(v.Tables, table)
	}
	return v
}

// compared is a row with the cells of some columns, and whether there is anything
// in them.
func (p printer) compared(r negotiation.Row, columns []negotiation.Delegation) (row compared, any bool) {
	op := diff.Equal
	if r.Paragraph.Deleted {
		op = diff.Delete
	}
	row = compared{Address: r.Paragraph.Address, Draft: p.spans(diff.Script{{Op: op, Text: r.Paragraph.Text}})}
	for _, d := range columns {
		cell, asks := r.Cell(d)
		any = any || asks
		e := entry{}
		if !asks {
			e.Empty = p.tongue.Say("document.no-proposal")
		}
		for _, point := range cell.Points {
			e.Points = append(e.Points, p.point(point, point.Says()))
		}
		for _, point := range cell.With {
			e.With = append(e.With, p.tongue.Say("document.co-sponsor", "delegation", point.Delegations[0], "proposal", point.Proposal))
		}
		row.Cells = append(row.Cells, e)
	}
	return row, any
}

type dispositions struct {
	Tally grid
	Title string
	Heads []string
	Rows  []disposition
}

type disposition struct {
	ID, Number, By, Place string
	Points                []point
	Fate, When, Reason    string
}

func (p printer) dispositions(t *negotiation.DispositionTable) *dispositions {
	if t == nil {
		return nil
	}
	v := &dispositions{Title: p.tongue.Say("document.dispositions"), Tally: p.grid("document.column-proposals", "document.column-fate", "document.column-proposals"),
		Heads: p.grid("document.dispositions", "document.column-number", "document.column-by", "document.column-paragraph", "document.column-asks",
			"document.column-fate", "document.column-when", "document.column-reason").Heads}
	total := 0
	for _, s := range t.Tally {
		total += s.Proposals
		v.Tally.add(p.tongue.Say("status."+string(s.Status)), s.Proposals)
	}
	v.Tally.total(p.tongue.Say("document.total"), total)
	for _, d := range t.Rows {
		v.Rows = append(v.Rows, p.disposition(d))
	}
	return v
}

func (p printer) disposition(d negotiation.Disposition) disposition {
	v := disposition{ID: "proposal-" + string(d.Proposal), Number: string(d.Proposal), By: p.names(d.Delegations), Place: strings.Join(d.Addresses, ", "),
		Fate: p.says(d.Says()), When: p.day(d.At), Reason: d.Reason}
	if v.Place == "" {
		v.Place = p.tongue.Say("document.whole")
	}
	for _, from := range d.Points {
		point := p.point(from, from.Says())
		point.By = ""
		if len(d.Addresses) > 1 {
			point.By = from.Address
		}
		v.Points = append(v.Points, point)
	}
	return v
}
