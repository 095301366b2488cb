package markdown

import (
	"regexp"

	"plenary/negotiation"
)

var (
	// wordResidue matches what a word processor leaves of its margin in plain text.
	wordResidue = regexp.MustCompile(`^(?:Comment(?:ed)? \[[A-Za-z]{1,5}\d{1,4}\]:|Deleted:|Formatted(?: Table)?:|Inserted(?: by [^:]{1,80})?:)`)
	// editorNote matches how a remark of the secretariat or of the chair begins.
	editorNote = regexp.MustCompile(`^\[?(?i:secretariat(?:['’]s)? note|note (?:by|from|of) the (?:secretariat|chair)|nota (?:de la secretaría|da secretaria|de la presidencia|da presidência)|note (?:du secrétariat|de la présidence)|` +
		`chair(?:person|man|woman)?['’]s (?:proposal|text|note|compromise)|compromise (?:text|proposal)|status|agreed ad ref)(?:[:.\]]| \S.{0,80}:|$)`)
)

// isResidue reports whether words are left of a margin.
func isResidue(words string) bool { return wordResidue.MatchString(words) }

// leftOver leaves out what a word processor left of its margin, and tells of remarks
// that stand in the text as if they were of the draft.
func (r *reader) leftOver(l line) bool {
	if l.escaped || l.shape != prose {
		return false
	}
	if isResidue(l.words) {
		r.add(l.number, negotiation.Ask, "word-residue", "a note in the margin of a word processor was left out: %s", short(l.words))
		return true
	}
	if editorNote.MatchString(l.words[:min(len(l.words), 200)]) {
		r.add(l.number, negotiation.Ask, "editor-note", "this may be a remark of the secretariat or the chair; it was read like any other line: take it out if it is no text: %s", short(l.words))
	}
	return false
}
