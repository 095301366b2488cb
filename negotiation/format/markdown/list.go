package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// item reads an item of a list: of the draft, or of the open proposal.
func (r *reader) item(l line) {
	if l.label == "" && l.text == "" {
		r.add(l.number, negotiation.Info, "empty-bullet", "empty bullet dropped")
		return
	}
	if r.open != nil && !r.nextOfDraft(l) && r.belongs(l) {
		r.blankItem(l, r.open.list > 0)
		r.open.listed(l)
		return
	}
	behindProposal := r.open != nil
	r.close()
	r.finish()
	r.resume()
	if r.chapeau < 0 {
		r.orphan(l)
		return
	}
	var before negotiation.Paragraph
	if items := r.units[r.chapeau].items; len(items) > 0 {
		before = r.units[items[len(items)-1]].Paragraph
		r.blankItem(l, !behindProposal && before.Kind == negotiation.Bullet)
	}
	kind := itemKind(l.label, before, r.letterBefore(l.label))
	if within := r.nestIn(kind, l.label, before); within != "" {
		l.label = nest(within, l.label)
		r.add(l.number, negotiation.Info, "nested", "an item of a list within a list was numbered %s", l.label)
	}
	switch last := innermost(l.label); {
	case kind == negotiation.Lettered && !isNumber(last):
		r.letter = l.label
	case kind == negotiation.Lettered && !isNested(l.label):
		r.digits, r.letter = l.label, ""
	}
	r.unit(kind, l, r.chapeau)
}

// nestIn is the label of the item in whose list one of this kind stands, or empty:
// roman numbers stand below letters, letters below numbers in digits, and those
// below letters where the list began with letters.
func (r *reader) nestIn(kind negotiation.Kind, label string, before negotiation.Paragraph) string {
	number := isNumber(stem(label))
	switch {
	case label == "" || before.Label == "" || isNested(label):
		return ""
	case kind == negotiation.Lettered && !number:
		return r.digits
	case number && r.digits != "":
		return ""
	case r.letter != "":
		return r.letter
	}
	return r.digits
}

// letterBefore is the letter that an item comes after: the last of the list, or,
// where an item was moved, the one before it in the alphabet if the list has it.
func (r *reader) letterBefore(label string) string {
	list := r.units[r.chapeau].ID
	if len(label) == 1 && !isNumber(label) && r.used[labelKey(list, label)] == 0 {
		if before := string(label[0] - 1); r.used[labelKey(list, before)] > 0 {
			return before
		}
	}
	return r.letter
}

// nextOfDraft reports whether an item behind an open proposal goes on in the list of
// the draft, at the level of numbers or of letters, behind items that are nested.
func (r *reader) nextOfDraft(l line) bool {
	if r.open.list > 0 || r.chapeau < 0 || l.label == "" {
		return false
	}
	last := innermost(r.letter)
	number := isNumber(l.label) && r.digits != "" && numberIn(l.label) == numberIn(r.digits)+1
	letter := len(l.label) == 1 && len(last) == 1 && last[0]+1 == l.label[0]
	if !number && !letter {
		return false
	}
	at, _ := r.mostLike(r.candidates(r.chapeau), bagsOf(diff.ReadMarks(l.text)))
	return at < 0
}

// orphan makes a paragraph of an item without one that leads into its list.
func (r *reader) orphan(l line) {
	r.add(l.number, negotiation.Info, "no-chapeau", "an item of a list without a paragraph before it became a paragraph of its own")
	if l.label != "" {
		l.text = strings.TrimSpace(l.label + ". " + l.text)
	}
	l.label = ""
	r.paragraph(negotiation.Plain, l)
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
