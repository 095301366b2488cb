package diff

import "strings"

// ReadMarks reads a text in which inserted words are marked **so** and deleted
// words ~~so~~, as delegations type them. Any text can be read.
//
//   - A mark is two asterisks or two tildes, not three. Marks open and close in
//     turn, over blank lines too, for a page break may split a run. White space
//     beside them does not matter.
//   - Words that are both bold and struck are struck.
//   - Four in a row inside a run are its end and a new beginning, as documents
//     have it where a run was typed in two goes. Any other number is text; three
//     asterisks (***) are the placeholder for a name still to come.
//   - A mark that is opened and never closed is text, and reported.
//   - \*, \~ and \\ are the signs themselves.
//
// The work is linear in the length of the text.
func ReadMarks(s string) Reading {
	r := reader{text: s}
	r.lastBold, r.lastStruck = r.unclosed()
	r.Unclosed = r.lastBold >= 0 || r.lastStruck >= 0
	for at := 0; at < len(s); {
		piece, n := pieceAt(s, at)
		r.read(at, piece, n)
		at += n
	}
	r.flush()
	return r.Reading
}

// piece says what stands at a place of a text with marks.
type piece uint8

const (
	plain   piece = iota
	escape        // a backslash and the sign it stands before
	stars         // one or more asterisks
	strokes       // one or more tildes
)

// pieceAt returns what stands at text[at] and how long it is.
func pieceAt(text string, at int) (piece, int) {
	rest := text[at:]
	switch {
	case rest[0] == '*':
		return stars, len(rest) - len(strings.TrimLeft(rest, "*"))
	case rest[0] == '~':
		return strokes, len(rest) - len(strings.TrimLeft(rest, "~"))
	case rest[0] == '\\' && len(rest) > 1 && strings.IndexByte(`*~\`, rest[1]) >= 0:
		return escape, 2
	}
	n := strings.IndexAny(rest[1:], `*~\`) + 1
	if n == 0 {
		n = len(rest)
	}
	return plain, n
}

// reader is a Reading in the making.
type reader struct {
	Reading
	text                 string
	lastBold, lastStruck int // where marks stand that are never closed, or -1
	bold, struck         bool
	span                 strings.Builder // the text of the open span
	op                   Op              // its op
}

// unclosed returns where the marks stand that are opened and never closed.
func (r *reader) unclosed() (bold, struck int) {
	bold, struck = -1, -1
	for at := 0; at < len(r.text); {
		piece, n := pieceAt(r.text, at)
		if n == 2 && piece == stars {
			bold = turn(bold, at)
		}
		if n == 2 && piece == strokes {
			struck = turn(struck, at)
		}
		at += n
	}
	return bold, struck
}

// turn opens at a place what is closed, and closes what is open.
func turn(open, at int) int {
	if open >= 0 {
		return -1
	}
	return at
}

func (r *reader) read(at int, p piece, n int) {
	open, last := &r.bold, r.lastBold
	if p == strokes {
		open, last = &r.struck, r.lastStruck
	}
	text := r.text[at : at+n]
	switch {
	case p == plain:
		r.write(text)
	case p == escape:
		r.write(text[1:])
	case n == 2 && at != last:
		*open = !*open
		r.HasMarks = true
	case n == 4 && *open:
		// The seam of two runs.
	default:
		r.write(text)
	}
}

// write adds text to the open span, or to a new one if its op differs.
func (r *reader) write(text string) {
	op := Equal
	switch {
	case r.struck:
		op = Delete
	case r.bold:
		op = Insert
	}
	if op != r.op {
		r.flush()
		r.op = op
	}
	r.span.WriteString(text)
}

func (r *reader) flush() {
	if r.span.Len() == 0 {
		return
	}
	text := r.span.String()
	r.span.Reset()
	r.Spans = append(r.Spans, Span{r.op, text})
	switch r.op {
	case Delete:
		r.Struck = append(r.Struck, text)
	case Insert:
		r.Bold = append(r.Bold, text)
	}
}
