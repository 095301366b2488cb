package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// main reads the paragraph behind the name.
func (s *resolver) main(it piece) {
	it, label := s.unlabelled(it)
	marked := diff.ReadMarks(it.text())
	text := plainText(marked)
	s.behind = s.on()
	if s.remarksOn(text, marked) {
		s.target, s.place = -1, s.target
	}
	switch {
	case s.instructed(it, marked):
		return
	case len(s.several) > 0:
		s.onSeveral(it, text)
		return
	case s.target < 0 && !isNew(marked):
		s.target = s.elsewhereInDraft(marked)
	}
	switch {
	case s.target >= 0:
		s.restate(it, s.target, marked)
	case isNew(marked):
		s.insertNew(it, label, text)
	case text == "":
		s.note(it.line, negotiation.Ask, "no-text", "%s: no text", s.who(s.place))
	case asks(text) || instruct.Asks(text):
		s.add(negotiation.Change{Kind: negotiation.RequestText, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "request", "%s: words that ask for a text without giving it were kept as a request", s.who(s.place))
	case marked.HasMarks:
		s.unplace(s.firstWords())
		s.note(it.line, negotiation.Ask, "unplaced", "%s: a redline like no paragraph of the draft; the words were kept, to be put on their paragraph by hand", s.names[0])
	default:
		s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "no-match", "%s: like no paragraph of the draft, so kept as a comment", s.who(s.place))
	}
	if s.target >= 0 && s.passage.on == "" && s.sayLabel(it.line, label) {
		return
	}
	if s.target >= 0 && s.target != s.place && s.passage.on == "" {
		s.note(s.line, negotiation.Ask, "target", "%s: it stands behind %s, but restates %s", s.names[0], s.placed, s.units[s.target].address)
	}
}

// remarksOn reports whether the words behind the name of a paragraph are about it,
// and do not restate it.
func (s *resolver) remarksOn(text string, marked diff.Reading) bool {
	const unlike = 0.25
	return s.said && s.target >= 0 && !marked.HasMarks && text != "" && bagOf(text).like(s.bag(s.target), 0) < unlike
}

// unlabelled takes the label off a restated paragraph, where the document repeats
// it. The draft's words may begin with one too.
func (s *resolver) unlabelled(it piece) (piece, string) {
	if len(it.parts) == 0 || s.passage.on != "" && !s.directed {
		return it, ""
	}
	if s.target >= 0 {
		own := s.units[s.target]
		if rest, ok := leadAddress(it.parts[0], own.address); ok && !strings.HasPrefix(own.Text, strings.TrimSuffix(it.parts[0], rest)) {
			it.parts = append([]string{rest}, it.parts[1:]...)
			return it, ""
		}
	}
	if s.target >= 0 {
		if rest, ok := s.unparted(it.parts[0], s.target); ok {
			label, _, _ := leadParts(it.parts[0])
			it.parts = append([]string{rest}, it.parts[1:]...)
			return it, label
		}
	}
	label, rest := leadLabel(it.parts[0])
	if label == "" {
		if bullet, marked := leadMark(it.parts[0]); marked && s.target >= 0 && s.units[s.target].Kind == negotiation.Bullet {
			if _, own := leadMark(s.units[s.target].Text); !own {
				it.parts = append([]string{bullet}, it.parts[1:]...)
			}
		}
		return it, ""
	}
	if s.target >= 0 {
		own, _ := leadLabel(s.units[s.target].Text)
		if own == label {
			return it, ""
		}
	}
	it.parts = append([]string{rest}, it.parts[1:]...)
	return it, label
}

// insertNew reads a paragraph that is all in bold and like none of the draft: it
// stands behind the one whose label it continues ("3 bis"), or else in its place.
func (s *resolver) insertNew(it piece, label, text string) {
	at := s.place
	if first := stem(label); first != label && first != "" {
		if before, known := s.find(first, s.place); known && before >= 0 {
			at = before
		}
	}
	place := s.units[at]
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: place.ID, As: place.Kind, Text: text})
	s.note(it.line, negotiation.Ask, "new-paragraph", "%s: like none of the draft and all in bold, so read as a new paragraph behind it", s.who(at))
}

// onSeveral reads words on several paragraphs: the redline of one that is like
// them, a remark on each of the others.
func (s *resolver) onSeveral(it piece, text string) {
	kind := negotiation.Comment
	if asks(text) || instruct.Asks(text) {
		kind = negotiation.RequestText
	}
	for _, named := range s.several {
		at, known := s.find(named, s.place)
		if !known || at < 0 {
			s.note(it.line, negotiation.Ask, "unknown-address", "%s: there is no %s in the draft; the words stand as a remark on the others that they name", s.names[0], short(named))
			continue
		}
		s.add(negotiation.Change{Kind: kind, Paragraph: s.id(at), Text: it.text()})
	}
	if len(s.changes) == 0 {
		s.unplace(s.firstWords())
	}
}
