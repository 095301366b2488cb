package markdown

import (
	"regexp"

	"plenary/negotiation"
)

// footnote matches how a footnote begins: "[1] As defined in".
var footnote = regexp.MustCompile(`^\[\d{1,3}\][ \x{a0}]`)

func isFootnote(l line) bool {
	return l.shape == prose && footnote.MatchString(l.text[:min(len(l.text), 20)])
}

// paused is a list that a footnote stands in.
type paused struct {
	// note is the index of the footnote, chapeau that of the paragraph of the list.
	note, chapeau  int
	letter, digits string
}

// plain reads a paragraph without a number.
func (r *reader) plain(l line) {
	if isFootnote(l) {
		r.footnoted(l)
		return
	}
	r.paragraph(negotiation.Plain, l)
}

// footnoted reads a footnote: a paragraph of the document's own, and of nobody who
// spoke before it. The list in which it stands may go on behind it.
func (r *reader) footnoted(l line) {
	p := paused{chapeau: r.chapeau, letter: r.letter, digits: r.digits}
	if r.chapeau >= 0 && r.chapeau == r.paused.note {
		p = r.paused // several notes
	}
	r.paragraph(negotiation.Plain, l)
	p.note = r.chapeau
	r.paused = p
}

// resume goes on with the list that a footnote interrupted: no note leads into one.
func (r *reader) resume() {
	if p := r.paused; p.note > 0 && r.chapeau == p.note && p.chapeau >= 0 {
		r.chapeau, r.letter, r.digits = p.chapeau, p.letter, p.digits
	}
}
