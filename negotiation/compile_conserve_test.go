package negotiation

import (
	"slices"
	"strings"
	"testing"
)

// busy is a meeting in which proposals stand in every place that a document has.
func busy(t testing.TB) *meeting {
	m := meet(t)
	m.tables("MEXICO", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports soon"},
		Change{Kind: Insert, Paragraph: "p3", As: Numbered, Text: "New"})
	m.tables("PERU", Change{Kind: RequestText, Paragraph: "p2", Text: "Say when"}, Change{Kind: Delete, Paragraph: "p2"})
	m.tables("CHILE", Change{Kind: Comment, Text: "Good"})
	m.tables("CHILE", Change{Kind: Amend, Paragraph: "p1", Text: "All groups will:"})
	m.must("system", NotRetainProposal{Proposal: "4"})
	return m
}

// busier is busy, with a move and with late deletions of a paragraph and its list.
func busier(t testing.TB) *meeting {
	m := busy(t)
	m.tables("PERU", Change{Kind: Move, Paragraph: "p3", After: "p1"})
	m.must("system", OpenComments{CutOff: m.At(), Late: MarkLate})
	m.tables("MEXICO", Change{Kind: Delete, Paragraph: "p1"})
	m.tables("CHILE", Change{Kind: Delete, Paragraph: "p1"})
	m.must("system", AdmitProposal{Proposal: "7"})
	return m
}

// restated is how a proposal is written out in c.
func (c *Compilation) restated(id ProposalID) *Restated {
	for _, b := range c.Blocks {
		if b.Restated != nil && b.Restated.Proposal == id {
			return b.Restated
		}
	}
	return nil
}

// TestADocumentFromWhichSomethingIsMissingFails takes one thing after the other
// out of each document, and wants it named.
func TestADocumentFromWhichSomethingIsMissingFails(t *testing.T) {
	tests := []struct {
		what What
		name string
		take func(*Compilation)
		lost string
	}{
		{Comments, "a restated proposal", func(c *Compilation) {
			c.Blocks = slices.DeleteFunc(c.Blocks, func(b Block) bool { return b.Restated != nil && b.Restated.Proposal == "1" })
		}, "1 of MEXICO"},
		{Comments, "the lines of a proposal", func(c *Compilation) { c.restated("1").Lines = nil }, "1 of MEXICO"},
		{Comments, "what is inserted", func(c *Compilation) {
			r := c.restated("1")
			r.Lines = slices.DeleteFunc(r.Lines, func(l Line) bool { return l.Change == Insert })
		}, "1 of MEXICO"},
		{Comments, "the redline of a line", func(c *Compilation) { c.restated("1").Lines[0].Redline = nil }, "1 of MEXICO"},
		{Comments, "a request", func(c *Compilation) { c.restated("2").Requests = nil }, "2 of PERU"},
		{Comments, "a deletion", func(c *Compilation) { c.restated("2").Lines[0].Change = "" }, "2 of PERU"},
		{Comments, "where a move goes", func(c *Compilation) { c.restated("5").Lines[0].After = "" }, "5 of PERU"},
		{Comments, "the words of a general comment", func(c *Compilation) { c.General[0].Comments = nil }, "3 of CHILE"},
		{Comments, "what became of it", func(c *Compilation) { c.Fates[0].Status = "" }, "4 of CHILE"},
		{Comments, "a general comment", func(c *Compilation) { c.General = nil }, "3 of CHILE"},
		{Comments, "a fate", func(c *Compilation) { c.Fates = nil }, "4 of CHILE"},
		{Consolidated, "a bracket", func(c *Compilation) {
			for i, p := range c.Consolidated.Paragraphs {
				if p.ID == "p3" {
					c.Consolidated.Paragraphs[i].Passages = []Passage{{Text: p.Text}}
				}
			}
		}, "1 of MEXICO"},
		{Consolidated, "a proposed paragraph", func(c *Compilation) {
			c.Consolidated.Paragraphs = slices.DeleteFunc(c.Consolidated.Paragraphs, ConsolidatedParagraph.Proposed)
		}, "1 of MEXICO"},
		{Consolidated, "a note", func(c *Compilation) {
			for i := range c.Consolidated.Paragraphs {
				c.Consolidated.Paragraphs[i].Notes = nil
			}
		}, "2 of PERU"},
		{Consolidated, "a general comment", func(c *Compilation) { c.General = nil }, "3 of CHILE"},
		{Consolidated, "a fate", func(c *Compilation) { c.Fates = nil }, "4 of CHILE"},
		{Consolidated, "the late deletion of a chapeau, of which its list remains", func(c *Compilation) {
			c.Consolidated.Paragraphs[0].Notes = slices.DeleteFunc(c.Consolidated.Paragraphs[0].Notes, func(n Note) bool { return n.Proposal == "6" })
		}, "6 of MEXICO"},
		{Comparative, "the deletion of a chapeau, of which its list remains", func(c *Compilation) {
			for i, cell := range c.Comparative.Rows[0].Cells {
				c.Comparative.Rows[0].Cells[i].Points = slices.DeleteFunc(cell.Points, func(p Point) bool { return p.Proposal == "7" })
			}
		}, "7 of CHILE"},
		{Comparative, "a point", func(c *Compilation) {
			for i, r := range c.Comparative.Rows {
				for j, cell := range r.Cells {
					c.Comparative.Rows[i].Cells[j].Points = slices.DeleteFunc(cell.Points, func(p Point) bool { return p.Kind == Delete })
				}
			}
		}, "2 of PERU"},
		{Comparative, "a row", func(c *Compilation) {
			c.Comparative.Rows = slices.DeleteFunc(c.Comparative.Rows, func(r Row) bool { return r.Paragraph.ID == "p3" })
		}, "1 of MEXICO"},
		{Comparative, "a column", func(c *Compilation) { c.Comparative.Columns = c.Comparative.Columns[:2] }, "2 of PERU"},
		{Comparative, "a general comment", func(c *Compilation) { c.General = nil }, "3 of CHILE"},
		{Comparative, "a fate", func(c *Compilation) { c.Fates = nil }, "4 of CHILE"},
		{Dispositions, "a status", func(c *Compilation) { c.Dispositions.Rows[1].Status = "" }, "2 of PERU"},
		{Dispositions, "a status that there is", func(c *Compilation) { c.Dispositions.Rows[1].Status = "lost" }, "2 of PERU"},
		{Dispositions, "what is asked for", func(c *Compilation) { c.Dispositions.Rows[1].Points = nil }, "2 of PERU"},
		{Dispositions, "one of two things", func(c *Compilation) { c.Dispositions.Rows[1].Points = c.Dispositions.Rows[1].Points[:1] }, "2 of PERU"},
		{Dispositions, "a row", func(c *Compilation) { c.Dispositions.Rows = c.Dispositions.Rows[1:] }, "1 of MEXICO"},
	}
	for _, tt := range tests {
		t.Run(string(tt.what)+" without "+tt.name, func(t *testing.T) {
			m := busier(t)
			c := m.compile(tt.what)
			tt.take(&c)
			if err := c.conserves(m.office()); err == nil || !strings.Contains(err.Error(), "proposal "+tt.lost+" would have no place") {
				t.Errorf("got %v, want that proposal %s has no place", err, tt.lost)
			}
		})
	}
}

func TestTheCleanTextIsFreeOfProposals(t *testing.T) {
	c := busy(t).compile(Clean)
	if c.Consolidated != nil || c.Comparative != nil || c.Dispositions != nil || len(c.Fates)+len(c.General) > 0 {
		t.Errorf("the clean text holds %+v", c)
	}
}
