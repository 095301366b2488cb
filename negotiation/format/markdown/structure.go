package markdown

import (
	"strconv"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// unit is a paragraph of the draft in the making.
type unit struct {
	negotiation.Paragraph
	line    int
	address string
	// up is the index of the parent, or -1.
	up int
	// parts are the pieces of its text as typed.
	parts []string
	words []uint32 // see bagOf; nil until needed
	// rank is its place among the items of its parent.
	rank int
	// items are the indices of the paragraphs below it.
	items []int
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
	// letter is the label of the last lettered item of the list.
	letter string
}

func newStructure() structure {
	return structure{section: -1, chapeau: -1, byAddress: map[string]int{}, used: map[string]int{}}
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
	case l.label != "", l.shape == sharp && l.level == 1:
	case l.shape == capitals && labels, l.shape == sharp && (l.level > 2 || r.section >= 0 && (labels || r.sharpSection)):
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
		r.sharpSection = l.shape == sharp && l.level == 1
	}
}

// paragraph reads a numbered or plain paragraph.
func (r *reader) paragraph(kind negotiation.Kind, l line) {
	r.close()
	r.endList()
	r.chapeau = r.unit(kind, l, -1)
}

// item reads an item of a list: of the draft, or of the open proposal.
func (r *reader) item(l line) {
	if l.label == "" && l.text == "" {
		r.add(l.number, negotiation.Info, "empty-bullet", "empty bullet dropped")
		return
	}
	if r.open != nil && r.belongs(l) {
		r.blankItem(l, r.open.list > 0)
		r.open.listed(l)
		return
	}
	behindProposal := r.open != nil
	r.close()
	r.finish()
	if r.chapeau < 0 {
		// A list needs a paragraph that leads into it.
		r.add(l.number, negotiation.Info, "no-chapeau", "an item of a list without a paragraph before it became a paragraph of its own")
		r.paragraph(negotiation.Plain, line{number: l.number, form: form{text: strings.TrimSpace(l.label + ". " + l.text)[orphan(l):]}})
		return
	}
	var before negotiation.Paragraph
	if items := r.units[r.chapeau].items; len(items) > 0 {
		before = r.units[items[len(items)-1]].Paragraph
		r.blankItem(l, !behindProposal && before.Kind == negotiation.Bullet)
	}
	kind := itemKind(l.label, before, r.letter)
	if nested := l.label != "" && kind == negotiation.Roman && before.Label != "" && r.letter != "" && !strings.Contains(l.label, "("); nested {
		l.label = stem(r.letter) + "(" + l.label + ")"
		r.add(l.number, negotiation.Info, "nested", "an item of a list within a list was numbered %s", l.label)
	}
	if kind == negotiation.Lettered {
		r.letter = stem(l.label)
	}
	r.unit(kind, l, r.chapeau)
}

// orphan is how much to cut off ". text" where an item has no label.
func orphan(l line) int {
	if l.label == "" {
		return len(". ")
	}
	return 0
}

// unit adds a unit and returns its index.
func (r *reader) unit(kind negotiation.Kind, l line, up int) int {
	r.finish()
	r.general = false
	if len(r.units) >= negotiation.MaxParagraphs && r.refusal == nil {
		r.refusal = negotiation.Refuse(negotiation.TooMany, "field", "paragraphs", "limit", negotiation.MaxParagraphs, "line", l.number)
	}
	at := len(r.units)
	u := unit{line: l.number, up: up, Paragraph: negotiation.Paragraph{
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
		r.letter = ""
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
		names := map[negotiation.Kind]string{negotiation.Bullet: "bullet", negotiation.Plain: "par",
			negotiation.Group: "group", negotiation.Heading: "heading"}
		counted := string(parent) + "/" + names[kind]
		r.used[counted]++
		return names[kind] + strconv.Itoa(r.used[counted])
	}
	label := l.label
	for r.used[labelKey(parent, label)] > 0 {
		own := labelKey(parent, stem(l.label))
		r.used[own] = max(r.used[own], 1) + 1
		label = stem(l.label) + " " + latin(r.used[own])
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

// finish gives the last unit its text.
func (r *reader) finish() {
	u := r.last()
	if u == nil || !r.unfinished {
		return
	}
	r.unfinished = false
	reading := diff.ReadMarks(strings.Join(u.parts, " "))
	u.Text, u.parts = plainText(reading), nil
	switch {
	case u.Text == "" && reading.HasMarks:
		r.drop(u, reading)
		return
	case u.Text == "":
		u.Text = "***"
		r.add(u.line, negotiation.Ask, "empty-paragraph", "%s has no text: a placeholder stands for it", u.address)
	case len(reading.Struck) > 0:
		r.add(u.line, negotiation.Ask, "marks-in-draft", "struck words in the draft were left out of %s: %s", u.address, short(strings.Join(reading.Struck, " … ")))
	case reading.HasMarks:
		r.add(u.line, negotiation.Info, "marks-in-draft", "bold words in the draft were read as plain ones in %s: %s", u.address, short(strings.Join(reading.Bold, " … ")))
	}
	if reading.Unclosed {
		r.add(u.line, negotiation.Ask, "unclosed-mark", "a mark is opened and never closed in %s: it was read as text", u.address)
	}
	if len(u.Text) > negotiation.MaxText && r.refusal == nil {
		r.refusal = negotiation.Refuse(negotiation.TooLong, "field", "paragraph", "line", u.line, "limit", negotiation.MaxText, "length", len(u.Text))
	}
	r.placeholders(u)
}

// drop takes a struck paragraph out again: it is no part of the draft, but its
// label stays used.
func (r *reader) drop(u *unit, reading diff.Reading) {
	r.add(u.line, negotiation.Ask, "struck-paragraph", "%s is struck and was left out: %s", u.address, short(reading.Before()))
	delete(r.byAddress, u.address)
	at := len(r.units) - 1
	if u.up >= 0 {
		up := &r.units[u.up]
		up.items = up.items[:len(up.items)-1]
	}
	if r.chapeau == at {
		r.chapeau = -1
	}
	if r.section == at {
		r.section = -1
	}
	r.units = r.units[:at]
}

// placeholders tells about each *** of a text.
func (r *reader) placeholders(u *unit) {
	for rest := u.Text; ; {
		at := strings.Index(rest, "***")
		if at < 0 {
			return
		}
		end := at + len(rest[at:]) - len(strings.TrimLeft(rest[at:], "*"))
		r.add(u.line, negotiation.Info, "placeholder", "%s leaves a place open (***) behind: %s", u.address, tail(rest[:at]))
		rest = rest[end:]
	}
}

// tail gives the end of a text, for a notice.
func tail(text string) string {
	words := strings.Fields(text[max(0, len(text)-200):])
	return strings.ToValidUTF8(strings.Join(words[max(0, len(words)-5):], " "), "")
}

// plainText gives a text without its marks in normal form.
func plainText(reading diff.Reading) string {
	if reading.HasMarks {
		return negotiation.Normal(reading.After())
	}
	var text strings.Builder
	for _, span := range reading.Spans {
		text.WriteString(span.Text)
	}
	return negotiation.Normal(text.String())
}

// blankItem remembers how a bullet stands below the one before it.
func (r *reader) blankItem(l line, follows bool) {
	switch {
	case !follows || l.label != "":
	case l.blanks > 0:
		r.blankItems = append(r.blankItems, l.number-l.blanks)
	default:
		r.tight++
	}
}

// endList tells about blank lines inside a list that has none elsewhere: they
// are where a page ended.
func (r *reader) endList() {
	if r.tight > 0 {
		for _, number := range r.blankItems {
			r.add(number, negotiation.Info, "blank-line", "a blank line inside a list was passed over")
		}
	}
	r.blankItems, r.tight = nil, 0
}
