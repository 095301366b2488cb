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
// space folded to single spaces, and none at the ends. Spaces at which no line
// breaks stay as they are, for somebody chose them.
//
// Words are taken away together with the white space before them if white
// space, a closing mark (one of , . ; : ) ! ?) or the end of the text follows.
func (r Reading) After() string { return r.without(Delete) }

// Before returns the text with the insertions taken away, by the same rules.
func (r Reading) Before() string { return r.without(Insert) }

// closers are the marks before which white space goes with what is taken away.
const closers = ",.;:)!?"

func (r Reading) without(op Op) string {
	var text strings.Builder
	var due folded // white space that is due before the next word
	cut := false   // words behind that white space were taken away
	for _, span := range r.Spans {
		if span.Op == op {
			cut = cut || due.some()
			continue
		}
		for rest := span.Text; rest != ""; {
			if n := spaceLen(rest); n > 0 {
				if cut {
					due = folded{}
				}
				due.add(rest[:n])
				cut = false
				rest = rest[n:]
				continue
			}
			if due.some() && text.Len() > 0 && !(cut && strings.IndexByte(closers, rest[0]) >= 0) {
				text.WriteString(due.String())
			}
			due, cut = folded{}, false
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

// fold brings white space into normal form.
func fold(text string) string {
	return Reading{Spans: []Span{{Text: text}}}.After()
}

// folded is white space in normal form. What is one space as a rule is kept apart
// from the rest.
type folded struct {
	spaced bool // it ends with a space
	signs  *strings.Builder
}

func (f *folded) some() bool { return f.spaced || f.signs != nil }

// String returns the white space.
func (f *folded) String() string {
	text := ""
	if f.signs != nil {
		text = f.signs.String()
	}
	if f.spaced {
		text += " "
	}
	return text
}

// add adds white space at the end.
func (f *folded) add(space string) {
	for _, r := range space {
		if r != '\u00a0' && r != '\u202f' && r != '\u2007' {
			f.spaced = true
			continue
		}
		if f.signs == nil {
			f.signs = &strings.Builder{}
		}
		if f.spaced {
			f.signs.WriteByte(' ')
		}
		f.signs.WriteRune(r)
		f.spaced = false
	}
}
