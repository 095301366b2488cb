package markdown

import (
	"fmt"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// comparative writes a table for each paragraph, with a row for the draft and for
// each delegation that asks something of it. A column for each delegation would be
// more characters wide than anybody reads in a text: two columns hold any number.
func (p *page) comparative(t *negotiation.ComparativeTable) {
	if len(t.Rows) == 0 {
		p.block(p.tongue.Say("document.nothing-open"))
	}
	for _, r := range t.Rows {
		op := diff.Equal
		if r.Paragraph.Deleted {
			op = diff.Delete
		}
		p.block("## " + r.Paragraph.Address)
		rows := [][]string{{p.tongue.Say("document.column-draft"), redline(diff.Script{{Op: op, Text: r.Paragraph.Text}})}}
		for _, c := range r.Cells {
			rows = append(rows, []string{"**" + plain(string(c.Delegation)) + "**", p.asked(c)})
		}
		p.table([]string{"", p.tongue.Say("document.column-paragraph") + " " + r.Paragraph.Address}, rows)
	}
}

// asked writes what one delegation asks of one paragraph, each proposal with its
// number.
func (p *page) asked(c negotiation.Cell) string {
	var entries []string
	for _, point := range c.Points {
		entries = append(entries, p.number(point.Proposal)+": "+p.point(point, point.Says()))
	}
	for _, point := range c.With {
		entries = append(entries, p.tongue.Say("document.co-sponsor", "delegation", plain(string(point.Delegations[0])), "proposal", point.Proposal))
	}
	return cell(strings.Join(entries, "\n"))
}

func (p *page) dispositions(t *negotiation.DispositionTable) {
	var tally [][]string
	total := 0
	for _, s := range t.Tally {
		total += s.Proposals
		tally = append(tally, []string{p.tongue.Say("status." + string(s.Status)), fmt.Sprint(s.Proposals)})
	}
	tally = append(tally, []string{"**" + p.tongue.Say("document.total") + "**", fmt.Sprintf("**%d**", total)})
	p.table(p.columns("document.column-fate", "document.column-proposals"), tally)
	var rows [][]string
	for _, d := range t.Rows {
		rows = append(rows, p.disposition(d))
	}
	p.table(p.columns("document.column-number", "document.column-by", "document.column-paragraph", "document.column-asks",
		"document.column-fate", "document.column-when", "document.column-reason"), rows)
}

func (p *page) disposition(d negotiation.Disposition) []string {
	place := strings.Join(d.Addresses, ", ")
	if place == "" {
		place = p.tongue.Say("document.whole")
	}
	var points []string
	for _, point := range d.Points {
		text := p.point(point, point.Says())
		if len(d.Addresses) > 1 && point.Address != "" {
			text = point.Address + ": " + text
		}
		points = append(points, text)
	}
	says := d.Says()
	return []string{string(d.Proposal), p.names(d.Delegations), place, cell(strings.Join(points, "\n")),
		p.tongue.Say(says.Key, says.With...), p.day(d.At), cell(proseText(d.Reason))}
}
