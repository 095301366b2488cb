package web

import (
	"strconv"

	"plenary/diff"
	"plenary/negotiation"
)

// bracketedRow is a paragraph of the consolidated text as the page shows it.
type bracketedRow struct {
	negotiation.ConsolidatedParagraph
	// Anchor is its id on the page, Next that of the next one with brackets, and
	// NextAddress how that is called; empty for the last.
	Anchor, Next, NextAddress string
	// Label hangs in the margin; for a proposed paragraph it is a sign.
	Label string
	// Words are its passages, ready to be shown.
	Words []passagePart
	// Remarks are its notes.
	Remarks []pointPart
	// Context says that it has no brackets: keys pass over it.
	Context bool
}

// Bracketed are the rows of the consolidated text: all, or those with brackets
// and the headings and chapeaux above them.
func (p compilationPage) Bracketed() []bracketedRow {
	paragraphs := p.Document.Consolidated.Paragraphs
	kept := withBrackets(paragraphs)
	var rows []bracketedRow
	proposed := 0
	for i, para := range paragraphs {
		if para.Proposed() {
			proposed++
		}
		if p.Form.Only && !kept[i] {
			continue
		}
		rows = append(rows, p.bracketedRow(para, proposed))
	}
	chain(rows)
	return rows
}

// bracketedRow is one row; n counts the proposed paragraphs so far.
func (p compilationPage) bracketedRow(para negotiation.ConsolidatedParagraph, n int) bracketedRow {
	r := bracketedRow{ConsolidatedParagraph: para, Anchor: "at-" + para.Address, Label: rowLabel(para.Paragraph),
		Words: p.passages(para.Passages, diff.Equal), Context: para.Brackets == 0}
	if para.Proposed() {
		r.Anchor, r.Label = "new-"+strconv.Itoa(n), "+"
	}
	for _, note := range para.Notes {
		r.Remarks = append(r.Remarks, p.point(note.Point, note.Says(), true))
	}
	return r
}

// chain leads from each row with brackets to the next.
func chain(rows []bracketedRow) {
	next, address := "", ""
	for i := len(rows) - 1; i >= 0; i-- {
		if rows[i].Brackets == 0 {
			continue
		}
		rows[i].Next, rows[i].NextAddress = next, address
		next, address = rows[i].Anchor, rows[i].Address
		if rows[i].Proposed() {
			address = rows[i].After + " +"
		}
	}
}

// withBrackets says which paragraphs have brackets, or stand above one that has.
func withBrackets(paragraphs []negotiation.ConsolidatedParagraph) []bool {
	kept := make([]bool, len(paragraphs))
	above := [...]int{-1, -1, -1}
	for i, para := range paragraphs {
		depth := depthOf(para.Kind)
		if para.Brackets > 0 {
			kept[i] = true
			for _, at := range above[:depth] {
				if at >= 0 {
					kept[at] = true
				}
			}
		}
		if depth < len(above) && !para.Proposed() {
			above[depth] = i
			for below := depth + 1; below < len(above); below++ {
				above[below] = -1
			}
		}
	}
	return kept
}

// depthOf is how deep a paragraph stands: below a section heading, a group, a
// chapeau.
func depthOf(k negotiation.Kind) int {
	switch {
	case k == negotiation.Heading:
		return 0
	case k == negotiation.Group:
		return 1
	case k.Sub():
		return 3
	}
	return 2
}

// First is the anchor of the first row with brackets.
func (p compilationPage) First(rows []bracketedRow) string {
	for _, r := range rows {
		if r.Brackets > 0 {
			return r.Anchor
		}
	}
	return ""
}

// Own are the sentences on brackets that the draft itself holds, for those who
// hold the pen: others can do nothing about them.
func (p compilationPage) Own() []ownBrackets {
	if !p.Seat.Role.HoldsPen() {
		return nil
	}
	var list []ownBrackets
	for _, o := range p.Document.Consolidated.Own {
		says := ownBrackets{Anchor: "at-" + o.Address, Text: p.T("document.own-bracket", "address", o.Address, "n", o.Brackets)}
		for _, problem := range o.Problems {
			says.Text += "; " + p.T("bracket."+string(problem.Kind), "at", problem.At+1)
		}
		list = append(list, says)
	}
	return list
}

// ownBrackets says what brackets the draft holds in one paragraph.
type ownBrackets struct{ Anchor, Text string }

// BurnDown is the history of the count.
func (p compilationPage) BurnDown() burndownPart {
	return burndownPart{Base: p.Base, Counts: p.Document.Consolidated.History}
}
