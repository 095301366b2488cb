package diff

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// judgeBold decides of a bold run what was inserted, which stands in the text
// after, and what is the draft's: that was struck, or kept and marked for once.
func (r *repairer) judgeBold(s stretch) {
	run := r.run(s)
	own := r.parts(s, true)
	emphasis := r.isEmphasis(s, own)
	for _, new := range r.parts(s, false) {
		r.take(new)
	}
	for _, old := range own {
		switch {
		case !r.hasWord(old):
			r.take(old)
			r.report(MarksInBold, old, run)
		case emphasis || r.isLink(s, old) || r.isJoined(s, old):
			r.take(old)
			r.report(KeptInBold, old, run)
		default:
			r.judgeFused(s, old, run)
		}
	}
}

// isEmphasis reports whether a bold run restates the draft rather than amends
// it: it has no new words, or there is nothing else in the text, or it goes to
// and fro between the two and has more of the draft.
func (r *repairer) isEmphasis(s stretch, own []stretch) bool {
	if !slices.ContainsFunc(r.parts(s, false), r.hasWord) || r.words(s) == r.allWords {
		return true
	}
	turns, kept := 0, 0
	for _, old := range own {
		kept += r.worth(old)
		if r.hasWord(old) {
			turns++
		}
	}
	return turns > 1 && 2*kept > r.worth(s)
}

func (r *repairer) worth(s stretch) int {
	sum := 0
	for x := s.x; x < s.y; x++ {
		sum += fine.value[r.class(x)]
	}
	return sum
}

// isLink reports whether a single word of the draft, in a run of new words, is
// an article, a preposition or a conjunction that holds the new words and the
// old together, so that it was kept. At the end of a run that is a conjunction
// behind a word of substance ("workers and"), for where two links meet ("of
// and") one was struck.
func (r *repairer) isLink(s, old stretch) bool {
	link := r.class(old.x)
	if old.y-old.x > 1 || link != stopWord && link != conjunction {
		return false
	}
	if old.y < s.y {
		return true
	}
	return link == conjunction && r.class(old.x-1) == word
}

// isJoined reports whether a conjunction joins new words to words of the draft in
// front of them in one run ("prepare and circulate"): without those it would join
// nothing. An insertion behind what was struck seldom begins with one.
func (r *repairer) isJoined(s, old stretch) bool {
	return old.y < s.y && r.class(old.y) == conjunction
}

// judgeFused leaves out what was struck in a bold run. The full stop at its end
// is that of the sentence, unless the new words brought their own.
func (r *repairer) judgeFused(s, old stretch, run string) {
	stop := stretch{old.y - 1, old.y}
	if old.y == s.y && old.x > s.x && r.class(stop.x) == sentenceMark && r.class(old.x-1).isWord() && !r.continues(s.y) {
		r.take(stop)
		r.report(MarksInBold, stop, run)
		old.y--
	}
	r.report(StruckInBold, old, run)
}

// continues reports whether a unit goes on with a sentence: it begins with a
// small letter.
func (r *repairer) continues(x int) bool {
	if x == len(r.units) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.typed[r.units[x].start:])
	return unicode.IsLower(first)
}
