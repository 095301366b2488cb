package markdown

import (
	"fmt"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

func (p *page) consolidated(t *negotiation.ConsolidatedText) {
	p.block(p.tongue.Say("document.count", "brackets", t.Brackets, "paragraphs", t.Bracketed, "proposals", t.Open))
	p.block("---")
	inList := false
	for _, para := range t.Paragraphs {
		text := p.bracketed(para)
		if inList && para.Kind.Sub() {
			p.out.WriteString(text + "\n")
		} else {
			p.block(text)
		}
		inList = para.Kind.Sub() && len(para.Notes) == 0
		for _, n := range para.Notes {
			p.block(aside("**" + p.names(n.Delegations) + "**, " + p.number(n.Proposal) + ": " + p.point(n.Point, n.Says())))
		}
	}
	p.footnotes()
	p.block("---")
	p.byParagraph(t)
	p.history(t.History)
	p.brackets("document.own-brackets", t.Own)
	p.brackets("document.brought-brackets", t.Brought)
	if len(t.Deep) > 0 {
		p.block(p.tongue.Say("document.deep-brackets", "addresses", strings.Join(t.Deep, ", ")))
	}
}

// bracketed writes a paragraph with its brackets behind its label.
func (p *page) bracketed(para negotiation.ConsolidatedParagraph) string {
	words := plain
	if para.Deleted {
		words = func(text string) string { return redline(diff.Script{{Op: diff.Delete, Text: text}}) }
	}
	text := strings.TrimSpace(negotiation.Bracketed(para.Passages, func(_ diff.Op, s string) string { return words(s) }, p.attribution))
	if label := para.PrintedLabel(); label != "" {
		text = label + " " + text
	}
	switch {
	case para.Kind == negotiation.Heading:
		text = "## " + text
	case para.Kind == negotiation.Group:
		text = "### " + text
	case para.Kind.Sub():
		text = "- " + text
	}
	for _, t := range para.Reservations {
		p.notes = append(p.notes, strings.ReplaceAll(p.tells(t.Footnote()), "\n", " "))
		text += fmt.Sprintf("[^%d]", len(p.notes))
	}
	if para.Outcome != nil {
		text += " *(" + p.tells(para.Outcome.Says()[0]) + ")*"
	}
	if para.Proposed() {
		text += " *(" + p.tongue.Say("document.after", "address", para.After) + ")*"
	}
	return text
}

// attribution is what stands behind the words of a bracket.
func (p *page) attribution(b negotiation.Bracket) string {
	names := plain(strings.Join(b.Names(), ", "))
	if b.Op == diff.Delete {
		return p.tongue.Say("document.delete-by", "names", names)
	}
	return names
}

func (p *page) byParagraph(t *negotiation.ConsolidatedText) {
	p.block("## " + p.tongue.Say("document.bracket-count"))
	var rows [][]string
	for _, para := range t.Paragraphs {
		if para.Brackets == 0 {
			continue
		}
		name := para.Address
		if para.Proposed() {
			name = p.tongue.Say("document.after", "address", para.After)
		}
		rows = append(rows, []string{name, fmt.Sprint(para.Brackets)})
	}
	rows = append(rows, []string{"**" + p.tongue.Say("document.total") + "**", fmt.Sprintf("**%d**", t.Brackets)})
	p.table(p.columns("document.column-paragraph", "document.column-brackets"), rows)
}

func (p *page) history(counts []negotiation.Count) {
	p.block("## " + p.tongue.Say("document.history"))
	var rows [][]string
	for _, c := range counts {
		rows = append(rows, []string{p.instant(c.At), fmt.Sprint(c.Brackets), fmt.Sprint(c.Open)})
	}
	p.table(p.columns("document.column-when", "document.column-brackets", "document.column-open"), rows)
}

// brackets lists those that words hold.
func (p *page) brackets(title string, list []negotiation.OwnBrackets) {
	if len(list) == 0 {
		return
	}
	p.block("## " + p.tongue.Say(title) + "\n")
	for _, o := range list {
		p.out.WriteString("- " + p.sayAll(o.Says()) + "\n")
	}
}

// footnotes writes those of the text [GitHub: footnotes].
func (p *page) footnotes() {
	for i, note := range p.notes {
		p.block(fmt.Sprintf("[^%d]: %s", i+1, note))
	}
}
