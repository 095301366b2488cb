package diff

import (
	"strings"
	"unicode"
)

// Reading is what [ReadMarks] made of a text with marks.
type Reading struct {
	// Spans are the stretches of the text in the order they were typed, without
	// their marks: bold ones inserted, struck ones deleted, the others equal. No
	// two neighbours have the same op, but an insertion may come first.
	Spans []Span
	// Struck and Bold are the texts of the deleted and the inserted spans,
	// white space as it was typed.
	Struck, Bold []string
	// HasMarks reports whether any mark was read as one.
	HasMarks bool
	// Unclosed reports whether a mark was left over, which then is text.
	Unclosed bool
}

// After returns the text with the deletions taken away, in normal form: white
// space folded to single spaces, and none at the ends.
//
// Words are taken away together with the white space before them if white
// space, a closing mark (one of , . ; : ) ! ?) or the end of the text follows.
func (r Reading) After() string { return r.without(Delete) }

// Before returns the text with the insertions taken away, by the same rules.
func (r Reading) Before() string { return r.without(Insert) }

func (r Reading) without(op Op) string {
	var text strings.Builder
	spaced := false // white space is due before the next word
	cut := false    // words behind that white space were taken away
	for _, span := range r.Spans {
		if span.Op == op {
			cut = cut || spaced
			continue
		}
		for rest := span.Text; rest != ""; {
			if n := spaceLen(rest); n > 0 {
				spaced, cut = true, false
				rest = rest[n:]
				continue
			}
			if spaced && text.Len() > 0 && !(cut && strings.IndexByte(",.;:)!?", rest[0]) >= 0) {
				text.WriteByte(' ')
			}
			spaced, cut = false, false
			n := strings.IndexFunc(rest, unicode.IsSpace)
			if n < 0 {
				n = len(rest)
			}
			text.WriteString(rest[:n])
			rest = rest[n:]
		}
	}
	return text.String()
}
