package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of a document that is not blank.
type line struct {
	number int
	// start and end are where its words stand in the source: white space at
	// its ends is not counted.
	start, end int
	// inset is how many spaces stand before the words.
	inset int
	// blanks is how many blank lines stand before it.
	blanks int
	// page says that a page ended before it.
	page bool
	// hyphen says that it ends inside a word.
	hyphen bool
	words  string
	form
}

// softHyphen shows where a word may be parted at the end of a line, and is no
// part of it.
const softHyphen = "\u00ad"

// split gives the lines of src. Lines end with LF, CR, CRLF or a form feed, which
// ends a page in printed text.
func split(src string) []line {
	var lines []line
	number, blanks := 0, 0
	for at := 0; at < len(src); {
		end, next := lineEnd(src, at)
		number++
		raw := src[at:end]
		typed := strings.TrimSpace(raw)
		words := strings.TrimSpace(strings.ReplaceAll(typed, softHyphen, ""))
		if blank(words) {
			blanks++
			at = next
			continue
		}
		start := at + len(raw) - len(strings.TrimLeftFunc(raw, unicode.IsSpace))
		lines = append(lines, line{number: number, start: start, end: start + len(typed), inset: start - at,
			blanks: blanks, hyphen: partsWord(typed), words: words, form: classify(words)})
		blanks, at = 0, next
	}
	return lines
}

// partsWord reports whether a line ends with the hyphen of a word that goes on in
// the next: a soft one, or one right behind a letter.
func partsWord(words string) bool {
	if strings.HasSuffix(words, softHyphen) {
		return true
	}
	before, ok := strings.CutSuffix(words, "-")
	last, _ := utf8.DecodeLastRuneInString(before)
	return ok && unicode.IsLetter(last)
}

// lineEnd is where the line at a place ends, and where the next begins.
func lineEnd(src string, at int) (end, next int) {
	n := strings.IndexAny(src[at:], "\r\n\f")
	if n < 0 {
		return len(src), len(src)
	}
	end = at + n
	if strings.HasPrefix(src[end:], "\r\n") {
		return end, end + 2
	}
	return end, end + 1
}

// adjacent reports whether l goes on with the line before it: no blank line
// between, and not a document that gives each paragraph one long line.
func (l line) adjacent(before line) bool {
	const page = 120 // no text is wrapped at more
	return l.blanks == 0 && (len(before.words) <= page || !finished(before.words) || startsLower(l.words))
}

// unfit reports whether words hold what the law records nowhere: control
// characters that are no white space, and the marks that turn the direction of
// what follows them [Unicode TR 36, 3.3].
func unfit(words string) bool {
	return strings.ContainsFunc(words, unfitSign)
}

func unfitSign(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

// startsLower reports whether the first letter of words, behind any marks, is a
// small one: such a line goes on with a sentence.
func startsLower(words string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "*~ "))
	return unicode.IsLower(r)
}

// finished reports whether words, before any marks, end as a sentence does.
func finished(words string) bool {
	words = strings.TrimRight(words, "*~ \"'”’)")
	return words != "" && strings.ContainsRune(".;:!?", rune(words[len(words)-1]))
}

// maxLines is how many lines that are not blank a document may have: each costs many
// times its bytes while it is read.
const maxLines = 500_000

// countLines counts the lines that are not blank, as far as one more than may be.
func countLines(text string) int {
	n := 0
	for at := 0; at < len(text) && n <= maxLines; {
		end, next := lineEnd(text, at)
		if strings.TrimSpace(text[at:end]) != "" {
			n++
		}
		at = next
	}
	return n
}
