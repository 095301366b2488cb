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
	// Context says that it stands only so that those below it make sense.
	Context bool
}

// Bracketed are the rows of the consolidated text: all, or those with brackets
// and the headings and chapeaux above them.
func (p compilationPage) Bracketed() []bracketedRow {
	paragraphs := p.Document.Consolidated.Paragraphs
	kept := p.keptWithBrackets(paragraphs)
	var rows []bracketedRow
	proposed := 0
	for i, para := range paragraphs {
		if para.Proposed() {
			proposed++
		}
		if !kept[i] {
			continue
		}
		r := bracketedRow{ConsolidatedParagraph: para, Label: rowLabel(para.Paragraph), Words: p.passages(para.Passages, diff.Equal), Context: para.Brackets == 0}
		r.Anchor = "at-" + para.Address
		if para.Proposed() {
			r.Anchor, r.Label = "new-"+strconv.Itoa(proposed), "+"
		}
		for _, n := range para.Notes {
			r.Remarks = append(r.Remarks, p.point(n.Point, n.Says(), true))
		}
		rows = append(rows, r)
	}
	chain(rows)
	return rows
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

// keptWithBrackets says which paragraphs the reader asked for.
func (p compilationPage) keptWithBrackets(paragraphs []negotiation.ConsolidatedParagraph) []bool {
	kept := make([]bool, len(paragraphs))
	section, group, chapeau := -1, -1, -1
	for i, para := range paragraphs {
		switch {
		case para.Proposed():
		case para.Kind == negotiation.Heading:
			section, group, chapeau = i, -1, -1
		case para.Kind == negotiation.Group:
			group, chapeau = i, -1
		case !para.Kind.Sub():
			chapeau = i
		}
		if !p.Form.Only {
			kept[i] = true
			continue
		}
		if para.Brackets == 0 {
			continue
		}
		kept[i] = true
		above := []int{section, group}
		if para.Kind.Sub() {
			above = append(above, chapeau)
		}
		for _, at := range above {
			if at >= 0 {
				kept[at] = true
			}
		}
	}
	return kept
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

// passagePart is words of a consolidated paragraph, or a bracket with what is in
// it: part "passages" shows a list of them.
type passagePart struct {
	Base
	// ID is the negotiation's.
	ID negotiation.NegotiationID
	// Op is "equal", "insert" or "delete": what becomes of the words, or of those in
	// the bracket.
	Op     string
	Text   string
	Inside []passagePart
	// Asks is what stands before the names By: nothing, or that they would delete.
	Asks string
	By   []namedLink
}

// namedLink names somebody who asks for a bracket, with their proposal.
type namedLink struct {
	Proposal   negotiation.ProposalID
	Delegation negotiation.Delegation
	Name       string
}

func (p compilationPage) passages(list []negotiation.Passage, op diff.Op) []passagePart {
	var parts []passagePart
	for _, passage := range list {
		part := passagePart{Base: p.In, ID: p.View.ID, Op: op.String(), Text: passage.Text}
		if b := passage.Bracket; b != nil {
			part.Op, part.By, part.Inside = b.Op.String(), linksTo(*b), p.passages(b.Inside, b.Op)
			if b.Op == diff.Delete {
				part.Asks = strings.TrimSpace(p.In.T("document.delete-by", "names", ""))
			}
		}
		parts = append(parts, part)
	}
	return parts
}

// linksTo are the names of a bracket, each once, each with its proposal.
func linksTo(b negotiation.Bracket) []namedLink {
	var list []namedLink
	seen := map[string]bool{}
	add := func(l namedLink) {
		if !seen[l.Name] {
			seen[l.Name] = true
			list = append(list, l)
		}
	}
	for _, by := range b.By {
		add(namedLink{by.Proposal, by.Delegation, by.Name})
		for _, d := range by.Sponsors {
			add(namedLink{by.Proposal, d, string(d)})
		}
	}
	return list
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
