package negotiation

import (
	"slices"

	"plenary/diff"
)

func (s State) readChanges(changes []Change) ([]Change, *Refusal) {
	if len(changes) == 0 {
		return nil, Refuse(Empty, "field", "changes")
	}
	if len(changes) > MaxChanges {
		return nil, Refuse(TooMany, "field", "changes", "limit", MaxChanges, "count", len(changes))
	}
	list := make([]Change, 0, len(changes))
	var once rewrites
	for _, c := range changes {
		c, r := s.readChange(c)
		if r != nil {
			return nil, r
		}
		if !once.add(c) {
			return nil, Refuse(BadValue, "field", "changes", "value", s.address(c.Paragraph))
		}
		list = append(list, c)
	}
	return list, nil
}

// rewrites are the paragraphs that the changes of one proposal alter. Two
// changes of one paragraph in one proposal could not both be taken.
type rewrites struct{ seen []ParagraphID }

// add notes what c alters, and is false where an earlier change altered it.
func (w *rewrites) add(c Change) bool {
	if c.Kind != Amend && c.Kind != Delete && c.Kind != Move {
		return true
	}
	if slices.Contains(w.seen, c.Paragraph) {
		return false
	}
	w.seen = append(w.seen, c.Paragraph)
	return true
}

// readChange gives c in normal form with its redline, or refuses.
func (s State) readChange(c Change) (Change, *Refusal) {
	c.Redline, c.Algorithm, c.Credits = nil, 0, nil
	if c.Kind == Comment && c.Paragraph == "" {
		c.Base = 0 // the whole draft has no version
		return s.readRemark(c)
	}
	p, ok := s.paragraph(c.Paragraph)
	if !ok {
		return c, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	}
	if c.Kind == RequestText || c.Kind == Comment {
		// A remark replaces no words, so it may be on any version there was.
		if c.Base < 1 || c.Base > p.Version {
			c.Base = p.Version
		}
		return s.readRemark(c)
	}
	if r := s.fresh(p, c.Base); r != nil {
		return c, r
	}
	switch c.Kind {
	case Amend:
		return s.readAmend(c, p)
	case Delete:
		c.Text, c.As, c.After = "", "", ""
		c.Redline, c.Algorithm = diff.Script{{Op: diff.Delete, Text: p.Text}}, diff.Algorithm
		return c, nil
	case Insert:
		return s.readInsert(c, p)
	case Move:
		c.Text, c.As = "", ""
		return c, s.movable(p, c.After)
	}
	return c, Refuse(BadValue, "field", "kind", "value", c.Kind)
}

// fresh refuses a change of a paragraph that its author has not seen as it is.
func (s State) fresh(p paragraphState, base int) *Refusal {
	if p.Deleted {
		return Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if base != p.Version {
		// Never merge silently: a delegation must see the text it amends.
		return Refuse(Stale, "paragraph", s.address(p.ID), "base", base, "current", p.Version, "text", p.Text)
	}
	return nil
}

func (s State) readAmend(c Change, p paragraphState) (Change, *Refusal) {
	text, r := readWords(c.Text)
	if r != nil {
		return c, r
	}
	if visible(text) == visible(p.Text) {
		return c, Refuse(NoChange, "paragraph", s.address(p.ID))
	}
	return Change{Kind: Amend, Paragraph: c.Paragraph, Base: c.Base, Text: text,
		Redline: diff.Words(p.Text, text), Algorithm: diff.Algorithm}, nil
}

func (s State) readInsert(c Change, p paragraphState) (Change, *Refusal) {
	text, r := readWords(c.Text)
	if r != nil {
		return c, r
	}
	if c.As == "" {
		c.As = p.Kind
	}
	if !c.As.Known() {
		return c, Refuse(BadValue, "field", "as", "value", c.As)
	}
	if _, ok := s.parentAt(p.Paragraph, c.As); !ok {
		return c, Refuse(BadPlace, "paragraph", c.As, "after", s.address(p.ID))
	}
	return Change{Kind: Insert, Paragraph: c.Paragraph, Base: c.Base, Text: text, As: c.As}, nil
}

// readRemark reads a request for text or a comment.
func (s State) readRemark(c Change) (Change, *Refusal) {
	text, r := readProse("text", c.Text, MaxText)
	if r == nil && blank(text) {
		r = Refuse(Empty, "field", "text")
	}
	return Change{Kind: c.Kind, Paragraph: c.Paragraph, Base: c.Base, Text: text}, r
}

// readWords reads the words of a paragraph, which may not be empty: to take a
// paragraph away is a change of its own.
func readWords(s string) (string, *Refusal) {
	text, r := readText("text", s, MaxText)
	if r == nil && blank(text) {
		r = Refuse(Empty, "field", "text")
	}
	return text, r
}

// movable refuses a move to where p cannot stand. A section heading does not
// move: its groups and their addresses hang on it.
func (s State) movable(p paragraphState, to ParagraphID) *Refusal {
	after, ok := s.paragraph(to)
	if !ok {
		return Refuse(UnknownParagraph, "paragraph", to)
	}
	_, fits := s.parentAt(after.Paragraph, p.Kind)
	if !fits || p.Kind == Heading || after.ID == p.ID || after.Parent == p.ID || after.Deleted {
		return Refuse(BadPlace, "paragraph", s.address(p.ID), "after", s.address(to))
	}
	return nil
}
