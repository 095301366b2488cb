package markdown

import (
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// derivedMark begins a document that is made from a record and cannot be read
// back: words of the draft and of proposals stand in it side by side. Readers of
// the document do not see it [CommonMark 4.6].
const derivedMark = "<!-- plenary: "

// isDerived reports whether text is such a document.
func isDerived(text string) bool {
	return strings.HasPrefix(strings.TrimPrefix(text, "\ufeff"), derivedMark)
}

// page writes a document for people to read, in Markdown with tables [GFM 4.10].
type page struct {
	out    strings.Builder
	tongue lang.Tongue
	// zone is that of the meeting; instants are told in another zone in the documents
	// that go outside of it: UTC.
	zone, instants *time.Location
	// notes are the footnotes, by their numbers from 1.
	notes []string
}

// derived writes what is no compilation and no clean text.
func derived(c negotiation.Compilation) string {
	tongue, _ := lang.For(c.Words)
	p := &page{tongue: tongue, zone: lang.Zone(c.Zone), instants: time.UTC}
	if c.Record != nil {
		p.instants = p.zone
	}
	p.head(c)
	switch {
	case c.Consolidated != nil:
		p.consolidated(c.Consolidated)
	case c.Comparative != nil:
		p.comparative(c.Comparative)
	case c.Dispositions != nil:
		p.dispositions(c.Dispositions)
	case c.Record != nil:
		p.record(c.Record)
	}
	p.general(c.General)
	p.fates(c.Fates)
	return p.out.String()
}

func (p *page) head(c negotiation.Compilation) {
	title := c.Cover.Title
	if title == "" {
		title = c.Title
	}
	kind := p.tongue.Say("document." + string(c.What))
	if c.Consolidated != nil && c.Consolidated.Revision > 0 {
		kind += " – " + p.tongue.Say("document.revision", "n", c.Consolidated.Revision)
	}
	p.out.WriteString(derivedMark + string(c.What) + " -->\n")
	p.block("# " + plain(title))
	p.block("**" + kind + "**")
	if !c.AsOf.IsZero() {
		p.block(p.tongue.Say("document.as-of", "time", p.instant(c.AsOf)))
	}
}

// instant and day write when something was. What was converted without a record
// has no time.
func (p *page) instant(at time.Time) string {
	if at.IsZero() {
		return "–"
	}
	return p.tongue.DateTime(at, p.instants)
}

func (p *page) day(at time.Time) string {
	if at.IsZero() {
		return "–"
	}
	return p.tongue.Date(at, p.instants)
}

func (p *page) block(text string) { p.out.WriteString("\n" + text + "\n") }

// table writes a row of headings, and rows; cells are written already.
func (p *page) table(heads []string, rows [][]string) {
	p.out.WriteString("\n| " + strings.Join(heads, " | ") + " |\n|" + strings.Repeat(" --- |", len(heads)) + "\n")
	for _, row := range rows {
		p.out.WriteString("| " + strings.Join(row, " | ") + " |\n")
	}
}

// columns are the headings of a table, by the names of their keys.
func (p *page) columns(keys ...string) []string {
	heads := make([]string, len(keys))
	for i, key := range keys {
		heads[i] = p.tongue.Say(key)
	}
	return heads
}

// cell writes lines, which are written already, as one cell of a table.
func cell(text string) string { return strings.ReplaceAll(text, "\n", "<br>") }

// aside writes lines as a block quote, from which they do not come out.
func aside(text string) string { return "> " + strings.ReplaceAll(text, "\n", "\n> ") }

// says writes sayings as a sentence has them, in parentheses with a space behind;
// nothing where there are none.
func (p *page) says(list []negotiation.Saying) string {
	if len(list) == 0 {
		return ""
	}
	return "*(" + p.sayAll(list) + ")* "
}

// tells writes sayings that hold words of others.
func (p *page) tells(s negotiation.Saying) string { return s.In(p.tongue, p.zone, proseText) }

func (p *page) sayAll(list []negotiation.Saying) string {
	var words []string
	for _, s := range list {
		words = append(words, p.tongue.Say(s.Key, s.With...))
	}
	return strings.Join(words, "; ")
}

// point writes what a proposal asks: what is said of it, its words, its reason.
func (p *page) point(point negotiation.Point, says []negotiation.Saying) string {
	text := p.says(says)
	switch point.Kind {
	case negotiation.RequestText:
		text += p.tongue.Say("document.request") + ": " + proseText(point.Text)
	case negotiation.Comment:
		text += p.tongue.Say("document.comment") + ": " + proseText(point.Text)
	default:
		text += redline(point.Shown())
	}
	if point.Reason != "" {
		text += "\n" + p.tongue.Say("document.reason", "reason", proseText(point.Reason))
	}
	return strings.TrimSpace(text)
}

func (p *page) names(list []negotiation.Delegation) string {
	var names []string
	for _, d := range list {
		names = append(names, plain(string(d)))
	}
	return p.tongue.List(names)
}
