package markdown

import (
	"plenary/diff"
	"plenary/negotiation"
)

// restate compares a restated paragraph with the draft's.
func (s *resolver) restate(it piece, at int, marked diff.Reading) {
	own := &s.units[at]
	s.taken[at] = true
	if it.move != "" {
		s.moveTo(it, at)
		return
	}
	it, reservation := cutReservation(it, own.Text)
	if reservation != "" {
		marked = diff.ReadMarks(it.text())
	}
	if marked.Unclosed {
		s.note(it.line, negotiation.Ask, "unclosed-mark", "%s: a mark is opened and never closed: it was read as text", s.who(at))
	}
	r := s.readAgainst(it, own, marked)
	switch {
	case r.inDoubt():
		s.amend(own, marked, r)
	case r.literal == "" && len(marked.Struck) > 0:
		s.add(negotiation.Change{Kind: negotiation.Delete, Paragraph: own.ID})
	case r.literal == "":
		s.note(it.line, negotiation.Ask, "no-text", "%s: no text", s.who(at))
	case !differs(own.Text, r.literal):
		s.same++
		if it.item && it.label != "" && it.label != own.Label {
			s.renamed = append(s.renamed, it.label+" is "+own.address)
		}
	default:
		s.amend(own, marked, r)
		s.sayUnmarked(it, at, marked)
	}
	s.sayFindings(it, at, r)
	s.sayTyped(it, at, marked)
	s.reserve(at, reservation)
}

// readAgainst reads a restated paragraph twice, if it is written on the words that
// this draft has.
func (s *resolver) readAgainst(it piece, own *unit, marked diff.Reading) readings {
	if it.version == 0 {
		return readTwice(own.Text, marked)
	}
	s.note(it.line, negotiation.Ask, "older-version", "%s on %s: written on version %d, which this document does not hold: the words were taken, and the redline is now against today's text", s.names[0], own.address, it.version)
	text := plainText(marked)
	return readings{literal: text, probable: text}
}

// sayUnmarked tells about words that no mark sets apart from the draft's.
func (s *resolver) sayUnmarked(it piece, at int, marked diff.Reading) {
	if marked.HasMarks || it.version > 0 {
		return
	}
	change := s.changes[len(s.changes)-1]
	s.note(it.line, negotiation.Error, "no-marks", "%s: no redline marks; the difference was computed: %s; ask %s whether this is meant",
		s.who(at), spell(compare(s.units[at].Text, change.Text)), s.names[0])
}

// moveTo reads a move.
func (s *resolver) moveTo(it piece, at int) {
	s.add(negotiation.Change{Kind: negotiation.Move, Paragraph: s.id(at), After: s.id(s.byAddress[it.move])})
}

// insertAfter reads a new paragraph that names its place.
func (s *resolver) insertAfter(it piece) {
	at, text := s.byAddress[it.after], plainText(diff.ReadMarks(it.text()))
	if text == "" {
		s.note(it.line, negotiation.Ask, "no-text", "%s: no text", s.who(at))
		return
	}
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: s.id(at), As: it.as, Text: text})
}

// elsewhere reads a further paragraph that names its address.
func (s *resolver) elsewhere(it piece) {
	at := s.byAddress[it.tag.on]
	s.behind = at
	if s.taken[at] {
		s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(at), Text: it.text()})
		s.note(it.line, negotiation.Ask, "restated-twice", "%s: restated a second time in one proposal; these words were kept as a comment: ask %s which are meant", s.who(at), s.names[0])
		return
	}
	s.restate(it, at, diff.ReadMarks(it.text()))
}

// item reads an item of a restated list: one of the draft's, or a new one.
func (s *resolver) item(it piece) {
	reading := diff.ReadMarks(it.text())
	if at := s.listed(it, reading); at >= 0 {
		s.restate(it, at, reading)
		s.behind = at
		return
	}
	text := plainText(reading)
	if text == "" {
		return
	}
	kind := itemKind(it.label, negotiation.Paragraph{}, "")
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: s.id(s.behind), As: kind, Text: text})
	code, what := "new-item", "an item that the draft does not have, to stand behind"
	if !isNew(reading) {
		// Behind a redline it may be a remark as well as text.
		code, what = "extra-item", "an item without a mark, which the draft does not have, was read as a new one behind"
	}
	s.note(it.line, negotiation.Ask, code, "%s: %s %s: %s", s.names[0], what, s.units[s.behind].address, short(text))
}

// listed is the unit that an item restates, or -1: the most alike of those near
// the place that the list has come to. Of equals, the one with the same label
// comes first, then the first in the list.
func (s *resolver) listed(it piece, reading diff.Reading) int {
	const around = 50
	if isNew(reading) || s.target < 0 || s.units[s.target].Kind.Sub() || s.units[s.target].Kind.IsHeading() {
		return -1
	}
	var left []int
	items := s.units[s.target].items
	for i := max(0, s.position-around); i < min(len(items), s.position+around); i++ {
		switch at := items[i]; {
		case s.taken[at]:
		case it.label != "" && s.units[at].Label == it.label:
			left = append([]int{at}, left...)
		default:
			left = append(left, at)
		}
	}
	at, likeness := s.mostLike(left, bagsOf(reading))
	if likeness < 0.9 && it.label != "" && len(left) > 0 && s.units[left[0]].Label == it.label {
		at = left[0] // a rewritten item is known by its label
	}
	if at >= 0 {
		s.position = s.units[at].rank + 1
	}
	return at
}
