package web

import (
	"slices"

	"plenary/negotiation"
)

// disposed is the disposition table as the page shows it: the rows that the
// reader chose.
type disposed struct {
	// Tally counts all proposals, whatever is chosen; All is how many they are.
	Tally []negotiation.StatusCount
	All   int
	// Delegations can be chosen: those that put a proposal forward.
	Delegations []negotiation.Delegation
	Rows        []disposedRow
}

type disposedRow struct {
	negotiation.Disposition
	// Asks are its points, ready to be shown.
	Asks []pointPart
	// Fate says what became of it, When on which day.
	Fate, When string
}

// Disposed is what the reader chose of the disposition table.
func (p compilationPage) Disposed() disposed {
	t := p.Document.Dispositions
	d := disposed{Tally: t.Tally, All: len(t.Rows)}
	for _, row := range t.Rows {
		d.Delegations = append(d.Delegations, row.Delegations...)
	}
	slices.Sort(d.Delegations)
	d.Delegations = slices.Compact(d.Delegations)
	for _, row := range t.Rows {
		if p.chosen(row) {
			d.Rows = append(d.Rows, p.disposedRow(row))
		}
	}
	return d
}

// chosen reports whether a row passes what the reader asked for.
func (p compilationPage) chosen(row negotiation.Disposition) bool {
	if p.Form.Status != "" && row.Status != p.Form.Status {
		return false
	}
	return len(p.Form.Delegations) == 0 || slices.ContainsFunc(row.Delegations, func(d negotiation.Delegation) bool {
		return slices.Contains(p.Form.Delegations, d)
	})
}

func (p compilationPage) disposedRow(row negotiation.Disposition) disposedRow {
	r := disposedRow{Disposition: row, Fate: p.Saying(row.Says()), When: p.In.Tongue.Date(row.At, p.zone())}
	for _, point := range row.Points {
		point.Reason = "" // the table has the decision's; the author's is on the page of the proposal
		part := p.point(point, point.Says(), false)
		if len(row.Addresses) < 2 {
			part.Address = ""
		}
		r.Asks = append(r.Asks, part)
	}
	return r
}

// DispositionHeads are the heads of the columns.
func (p compilationPage) DispositionHeads() []string {
	var heads []string
	for _, key := range []string{"number", "by", "paragraph", "asks", "fate", "when", "reason"} {
		heads = append(heads, p.In.T("document.column-"+key))
	}
	return heads
}

// Chose reports whether a delegation is among those that the reader asked for.
func (p compilationPage) Chose(d negotiation.Delegation) bool {
	return slices.Contains(p.Form.Delegations, d)
}
