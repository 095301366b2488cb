package negotiation

import (
	"plenary/diff"
	"plenary/negotiation/lint"
)

// openPlaces are the places that a text leaves open ("***", "[date]"), in order.
func openPlaces(text string) []lint.Placeholder {
	return lint.New([]lint.Unit{{Text: text}}).Placeholders()
}

// assignPlaceholder names who is to fill an open place.
func (s State) assignPlaceholder(c AssignPlaceholder) ([]Event, *Refusal) {
	p, ok := s.paragraph(c.Paragraph)
	if !ok {
		return nil, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	}
	if p.Deleted {
		return nil, Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if c.Nth < 1 || c.Nth > len(openPlaces(p.Text)) {
		return nil, Refuse(BadValue, "field", "placeholder", "value", c.Nth)
	}
	owner, r := readText("owner", c.Owner, MaxName)
	return []Event{PlaceholderAssigned{Paragraph: p.ID, Nth: c.Nth, Owner: owner}}, r
}

// placeholderAssigned notes who is to fill an open place.
func (s State) placeholderAssigned(e Entry, ev PlaceholderAssigned) State {
	n := ev.Paragraph.number()
	p := s.paragraphs.at(n)
	p.owners = withKey(p.owners, ev.Nth, ev.Owner)
	if ev.Owner == "" {
		delete(p.owners, ev.Nth)
	}
	p.touched = e.Seq
	s.paragraphs = s.paragraphs.with(n, p)
	return s
}

// ownersAfter carries the owners of open places over to the text that a redline
// leads to: a place that is filled has no owner any more, and the others are counted
// anew.
func ownersAfter(owners map[int]string, redline diff.Script) map[int]string {
	if len(owners) == 0 {
		return nil
	}
	at := map[int]int{} // the number of each open place of the text after, by its offset
	for i, place := range openPlaces(redline.After()) {
		at[place.At] = i + 1
	}
	after := map[int]string{}
	for i, place := range openPlaces(redline.Before()) {
		owner, owned := owners[i+1]
		offset, kept := keptAt(redline, place.At)
		if now, open := at[offset]; owned && kept && open {
			after[now] = owner
		}
	}
	return after
}

// keptAt is where a byte of the text before stands in the text after, if it is kept.
func keptAt(redline diff.Script, offset int) (at int, kept bool) {
	for _, span := range redline {
		switch n := len(span.Text); {
		case span.Op == diff.Insert:
			at += n
		case offset < n:
			return at + offset, span.Op == diff.Equal
		default:
			offset -= n
			if span.Op == diff.Equal {
				at += n
			}
		}
	}
	return 0, false
}
