package markdown

import (
	"strconv"
	"strings"

	"plenary/negotiation"
)

// unit is a paragraph of the draft in the making.
type unit struct {
	negotiation.Paragraph
	line int
	// start and end are where it stands in the source.
	start, end int
	address    string
	// up is the index of the parent, or -1.
	up int
	// parts are the pieces of its text as typed.
	parts []string
	words []uint32 // see bagOf; nil until needed
	// folded is its text by its words alone, once it was looked for.
	folded string
	// rank is its place among the items of its parent.
	rank int
	// items are the indices of the paragraphs below it.
	items []int
	// struck says that all of it is struck: it holds its place until the whole
	// is read, so that what is proposed on it is not taken for another's.
	struck bool
	// escaped says that a backslash stands before its words: what they look like
	// they are not.
	escaped bool
	// unlabelled says that the document prints no label of it.
	unlabelled bool
}

// structure is the draft as read so far.
type structure struct {
	units []unit
	// section and chapeau are the indices of the last heading of a section and
	// of the last numbered or plain paragraph, or -1.
	section, chapeau int
	// unfinished says that the last unit may still grow.
	unfinished bool
	byAddress  map[string]int
	// used counts the uses of a label and the units of a kind, by parent.
	used map[string]int
	// letter is the label of the last lettered item of the list, digits that of
	// the last item with a number in digits.
	letter, digits string
	// paused is the list in which the last footnote stands.
	paused paused
	// within is what the numbers of this section stand in, where they begin anew in
	// each: the number of an article, or the label of a section.
	within string
	// index finds the first indexed units by their words, exact the first keyed ones
	// by their folded text.
	index          index
	indexed, keyed int
	exact          map[string]int
}

func newStructure() structure {
	return structure{section: -1, chapeau: -1, byAddress: map[string]int{}, used: map[string]int{}, index: index{}, exact: map[string]int{}}
}

// last is the last unit, or nil.
func (s *structure) last() *unit {
	if len(s.units) == 0 {
		return nil
	}
	return &s.units[len(s.units)-1]
}

// heading reads a heading of any form.
func (r *reader) heading(l line) {
	r.close()
	r.endList()
	kind := negotiation.Heading
	labels := r.section >= 0 && !strings.HasPrefix(r.units[r.section].Label, "heading")
	switch {
	case l.label != "", l.shape == sharp && l.level == 1, l.division != noDivision:
	case l.shape != sharp && labels, l.shape == sharp && (l.level > 2 || r.section >= 0 && (labels || r.sharpSection)):
		kind = negotiation.Group
	}
	r.finish()
	up := -1
	if kind == negotiation.Group {
		up = r.section
	}
	at := r.unit(kind, l, up)
	r.chapeau = -1
	if kind == negotiation.Heading {
		r.section = at
		r.within = r.anew[l.number]
		r.sharpSection = l.shape == sharp && l.level == 1
	}
}

// paragraph reads a numbered or plain paragraph.
func (r *reader) paragraph(kind negotiation.Kind, l line) {
	r.close()
	r.endList()
	r.chapeau = r.unit(kind, l, -1)
}

// unit adds a unit and returns its index.
func (r *reader) unit(kind negotiation.Kind, l line, up int) int {
	r.finish()
	r.general = false
	if len(r.units) >= negotiation.MaxParagraphs && r.refusal == nil {
		r.refusal = negotiation.Refuse(negotiation.TooMany, "field", "paragraphs", "limit", negotiation.MaxParagraphs, "count", len(r.units)+1, "line", l.number)
	}
	at := len(r.units)
	u := unit{line: l.number, start: l.start, end: l.end, escaped: l.escaped, up: up, unlabelled: l.label == "", Paragraph: negotiation.Paragraph{
		ID: negotiation.ParagraphID("p" + strconv.Itoa(at+1)), Kind: kind, Version: 1}}
	if up >= 0 {
		u.Parent = r.units[up].ID
		u.rank = len(r.units[up].items)
		r.units[up].items = append(r.units[up].items, at)
	}
	if l.text != "" {
		u.parts = append(u.parts, l.text)
	}
	u.Label = r.label(kind, l, u.Parent)
	u.address = addressUnder(r.units, up, u.Paragraph)
	r.units = append(r.units, u)
	r.byAddress[u.address] = at
	r.unfinished = true
	if !kind.Sub() {
		r.letter, r.digits, r.over = "", "", nil
	}
	return at
}

// addressUnder is the address of p below the unit at an index, or below none.
func addressUnder(units []unit, up int, p negotiation.Paragraph) string {
	list := []negotiation.Paragraph{p}
	if up >= 0 {
		list = []negotiation.Paragraph{units[up].Paragraph, p}
	}
	return negotiation.Addresses(list)[p.ID]
}

// label is the label on the line, made unique, or a new one where none is printed.
func (r *reader) label(kind negotiation.Kind, l line, parent negotiation.ParagraphID) string {
	if l.label == "" {
		return counted(r.used, kind, parent)
	}
	label := l.label
	first := once(label)
	for r.used[labelKey(parent, label)] > 0 {
		own := labelKey(parent, first)
		r.used[own] = max(r.used[own], 1) + 1
		label = first + " " + negotiation.Again(r.used[own])
	}
	r.used[labelKey(parent, label)]++
	if label != l.label {
		r.add(l.number, negotiation.Ask, "label-twice", "the label %s is used twice: this one is now %s", l.label, label)
	}
	return label
}

func labelKey(parent negotiation.ParagraphID, label string) string {
	return string(parent) + "." + strings.ReplaceAll(label, " ", "")
}
