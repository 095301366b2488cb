package markdown

import (
	"unicode/utf8"

	"plenary/negotiation"
)

// mayHead reads a line that is a heading if it stands where one can.
func (r *reader) mayHead(l, before line, adjacent bool) {
	heads := true
	switch l.shape {
	case labelled:
		heads = l.division == noDivision || !adjacent || !r.unended(before)
	case titled:
		heads = r.alone() && r.open == nil
	case bold:
		heads = r.alone() && (r.open == nil || r.boldTitles || r.next().shape == numbered)
		r.boldTitles = r.boldTitles || heads
	}
	if heads {
		r.heading(l)
		return
	}
	l.form = form{shape: prose, text: l.words}
	r.prose(l, adjacent)
}

// next is the line behind the one that is being read; at the end it is empty.
func (r *reader) next() line {
	if r.at+1 < len(r.lines) {
		return r.lines[r.at+1]
	}
	return line{}
}

// alone reports whether a line stands between blank ones, or before a label, with
// something behind it to head.
func (r *reader) alone() bool {
	l, next := r.lines[r.at], r.next()
	if next.number == 0 || l.blanks == 0 && r.at > 0 && r.lines[r.at-1].shape != sharp {
		return false
	}
	return next.blanks > 0 || next.shape == numbered || next.shape == listed || next.shape == parted
}

// plainTitle reports whether a line of words stands as a heading does: alone, without
// a full stop, above a paragraph that is none. Behind a proposal it does so only in a
// document that has such headings elsewhere.
func (r *reader) plainTitle(l line) bool {
	next := r.next()
	return !l.escaped && !l.page && isTitle(l.words) && r.alone() && (r.open == nil || r.plainTitles && !asks(l.words)) &&
		!(next.shape == prose && (isTitle(next.words) || startsLower(next.words)))
}

// bare reads a label on a line of its own: with the line behind it, if that is a
// title, it is a heading; if that is a sentence, it is the label of a paragraph.
func (r *reader) bare(l line, wrapped bool) {
	if wrapped {
		r.more(l)
		return
	}
	next := r.next()
	switch {
	case r.isTitleOf(next):
		l.form = form{shape: labelled, division: l.division, label: l.label, number: l.form.number, text: plainHead(next.words)}
		l.end = next.end
		r.at++
		r.heading(l)
	case l.division == clause:
		l.label = l.form.number
		if label := r.fullLabel(l); !r.restatesLabel(l, label) {
			l.label = label
			r.paragraph(negotiation.Numbered, l)
		}
	case l.division == article && next.shape == prose && next.number > 0 && !r.proposes(next):
		r.paragraph(negotiation.Numbered, l)
	default:
		l.form.text, l.label = l.words, ""
		r.heading(l)
	}
}

// isTitleOf reports whether next can be the title of a heading whose label stands on
// the line before it: short, no sentence, and not the first line of a longer text.
func (r *reader) isTitleOf(next line) bool {
	const longest = 100
	if next.number == 0 || next.escaped || utf8.RuneCountInString(next.words) > longest || next.blanks > 2 || r.proposes(next) {
		return false
	}
	behind := line{blanks: 1}
	if r.at+2 < len(r.lines) {
		behind = r.lines[r.at+2]
	}
	if behind.blanks == 0 && (behind.shape == prose || behind.shape == capitals) {
		return false
	}
	return next.shape == capitals || next.shape == bold || next.shape == prose && isTitle(next.words)
}

// proposes reports whether a line begins with names that are vouched for.
func (r *reader) proposes(l line) bool {
	b, ok := readBy(l.words, r.vouchers())
	return ok && len(b.unknown) == 0
}
