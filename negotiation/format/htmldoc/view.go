package htmldoc

import (
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// view is what the template prints; it decides nothing.
type view struct {
	Lang, Dir, Title string
	// TextLang is the language of the draft, where it is not that of the page.
	TextLang   string
	Kind, AsOf string
	Cover      []coverBlock
	Note       string
	Units      []unit
	General    []proposal
	Fates      []fate
	// Elsewhere lists what is left to an addendum.
	Elsewhere []fate
	// GeneralTitle and FatesTitle head what follows the text.
	GeneralTitle, FatesTitle, ElsewhereTitle string
	// One of these, in the documents that they are named for.
	Consolidated *consolidated
	Comparative  *comparative
	Dispositions *dispositions
	Record       *record
	// Footnotes are those of the text.
	Footnotes     []string
	FootnoteTitle string
}

// Derived reports whether the document is neither compilation nor clean text.
func (v view) Derived() bool { return v.Consolidated != nil || v.Record != nil || v.Tables() }

// Tables reports whether the document is one of tables, which are wide.
func (v view) Tables() bool { return v.Comparative != nil || v.Dispositions != nil }

type coverBlock struct {
	Lines       []string
	Bold, Title bool
}

// unit is a paragraph of the draft, or a proposal.
type unit struct {
	ID, Class, Label string
	// Heading is 2 or 3 for headings, 0 for others.
	Heading  int
	Spans    []span
	Proposal *proposal
	// Brackets is of a consolidated text; Said is of a proposed one.
	Brackets, Said string
	Notes          []point
	// Outcome is the one that holds, Marks the numbers of its footnotes.
	Outcome string
	Marks   []int
}

type proposal struct {
	ID, By, Said string
	Lines        []row
	Remarks      []remark
}

// remark is a request, a comment or the reason.
type remark struct{ Kind, Text, Lang string }

// row is one restated paragraph.
type row struct {
	Class, Label, Said string
	Spans              []span
}

type span struct {
	Insert, Delete bool
	// Sign is a bracket, Who names behind the words of one those who ask for it.
	Sign, Who bool
	// Start and End say so for those who do not see it.
	Start, End, Text string
	// Lang is the language of Text, where it is not that of the page: what is said
	// around the words is always in the page's.
	Lang string
	// Parts are Text, where it holds brackets that could be taken for ours.
	Parts []part
}

// part is a stretch of words. Own says of a bracket among them, for those who do
// not see how it is set, that it is no bracket of ours.
type part struct{ Own, Text, Lang string }

type fate struct{ By, Text string }

func newView(c negotiation.Compilation, t lang.Tongue) view {
	title := c.Cover.Title
	if title == "" {
		title = c.Title
	}
	v := view{Lang: t.Tag(), Dir: t.Dir(), Title: title, Kind: t.Say("document." + string(c.What)),
		GeneralTitle: t.Say("document.general"), FatesTitle: t.Say("document.fates"), ElsewhereTitle: t.Say("document.elsewhere")}
	if c.Language != t.Tag() {
		v.TextLang = c.Language
	}
	p := printer{tongue: t, textLang: v.TextLang, zone: lang.Zone(c.Zone), instants: time.UTC, notes: &v.Footnotes}
	if c.Record != nil {
		p.instants = p.zone
	}
	if !c.AsOf.IsZero() { // what was converted without a record has no time
		v.AsOf = t.Say("document.as-of", "time", p.instant(c.AsOf))
	}
	v.Consolidated, v.Comparative, v.Dispositions = p.consolidated(c.Consolidated), p.comparative(c.Comparative), p.dispositions(c.Dispositions)
	v.Record, v.FootnoteTitle = p.record(c.Record), t.Say("document.reservations")
	if c.What == negotiation.Comments {
		v.Cover, v.Note = cover(c.Cover, title), note(c, t)
	}
	if c.Consolidated != nil && c.Consolidated.Revision > 0 {
		v.Kind += " – " + t.Say("document.revision", "n", c.Consolidated.Revision)
	}
	for _, b := range c.Blocks {
		if b.Paragraph != nil {
			u := p.paragraph(*b.Paragraph)
			p.settled(&u, *b.Paragraph, c.What != negotiation.Clean)
			v.Units = append(v.Units, u)
			continue
		}
		r := p.proposal(*b.Restated)
		v.Units = append(v.Units, unit{Proposal: &r})
	}
	for _, r := range c.General {
		v.General = append(v.General, p.proposal(r))
	}
	for _, f := range c.Fates {
		v.Fates = append(v.Fates, p.fate(f))
	}
	for _, f := range c.Elsewhere {
		v.Elsewhere = append(v.Elsewhere, p.fate(f))
	}
	return v
}

func cover(c negotiation.Cover, title string) []coverBlock {
	var blocks []coverBlock
	for _, b := range c.Blocks {
		blocks = append(blocks, coverBlock{Lines: b.Lines, Bold: b.Bold, Title: negotiation.Normal(strings.Join(b.Lines, " ")) == title})
	}
	return blocks
}

// note names the contributors, and how their comments came.
func note(c negotiation.Compilation, t lang.Tongue) string {
	states, bodies, title := c.Contributors()
	return t.Note(states, bodies, title, c.Cover.Channel)
}
