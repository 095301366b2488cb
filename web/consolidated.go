package web

import (
	"strconv"
	"strings"

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

// Held are the brackets that words hold as they came, for those who can do something
// about them: whoever holds the pen about the draft's, whoever decides about the
// proposals'.
func (p compilationPage) Held() []heldBrackets {
	t := p.Document.Consolidated
	var list []heldBrackets
	if p.Seat.Role.HoldsPen() {
		list = p.held(list, "document.own-brackets", t.Own)
	}
	if p.Seat.Role.Decides() {
		list = p.held(list, "document.brought-brackets", t.Brought)
	}
	return list
}

func (p compilationPage) held(list []heldBrackets, title string, brackets []negotiation.OwnBrackets) []heldBrackets {
	if len(brackets) == 0 {
		return list
	}
	h := heldBrackets{Title: p.T(title)}
	for _, o := range brackets {
		var said []string
		for _, says := range o.Says() {
			said = append(said, p.T(says.Key, says.With...))
		}
		h.In = append(h.In, bracketsLink{p.leadsTo(o), strings.Join(said, "; ")})
	}
	return append(list, h)
}

// leadsTo is where brackets stand: in a proposal, or on this page, all of it.
func (p compilationPage) leadsTo(o negotiation.OwnBrackets) string {
	switch anchor := "#at-" + o.Address; {
	case o.Proposal != "":
		return "/n/" + string(p.View.ID) + "/proposals/" + string(o.Proposal)
	case p.Form.Only:
		return p.Choose() + anchor
	default:
		return anchor
	}
}

// heldBrackets lists where words hold brackets.
type heldBrackets struct {
	Title string
	In    []bracketsLink
}

type bracketsLink struct{ Link, Text string }

// Deep says in which paragraphs brackets stand inside too many others, to those who
// decide; empty where there are none.
func (p compilationPage) Deep() string {
	deep := p.Document.Consolidated.Deep
	if len(deep) == 0 || !p.Seat.Role.Decides() {
		return ""
	}
	return p.T("document.deep-brackets", "addresses", p.Tongue.List(deep))
}

// BurnDown is the history of the count.
func (p compilationPage) BurnDown() burndownPart {
	return burndownPart{Base: p.Base, Counts: p.Document.Consolidated.History}
}
