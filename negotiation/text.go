package negotiation

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Limits on what comes from outside, in bytes or in number. They stand far
// above what negotiations hold (the longest paragraph of Bridgetown has 1,250
// bytes) and far below what could hurt.
const (
	MaxText       = 32 << 10
	MaxPassage    = 8 * MaxText // a marked passage, with what was found in it
	MaxReason     = 8 << 10
	MaxTitle      = 500
	MaxName       = 100
	MaxID         = 63
	MaxChanges    = 200
	MaxSponsors   = 100
	MaxParagraphs = 20_000
	MaxProposals  = 1_000_000
	MaxSeats      = 10_000
	MaxParties    = 2_000
	MaxImport     = 8 << 20
	MaxImported   = 20_000 // proposals of one document
	MaxKey        = 200
)

// Normal gives s in the form in which texts are kept: Unicode NFC, each run of
// white space a single space, none at the ends. White space is layout, not
// words, and a document without this would differ by its line breaks.
// A no-break space is kept: it is an author's choice.
func Normal(s string) string {
	return strings.Join(strings.FieldsFunc(norm.NFC.String(s), isBreakable), " ")
}

func isBreakable(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// readText gives s in normal form, or refuses: invalid UTF-8, control
// characters, over most bytes.
func readText(field, s string, most int) (string, *Refusal) {
	if s, r := within(field, s, most); r != nil {
		return s, r
	}
	if !clean(s) {
		return "", Refuse(BadText, "field", field)
	}
	return within(field, Normal(s), most)
}

// within refuses a text of more than most bytes. It is asked before and after
// a text is brought into normal form, which may take three times the bytes.
func within(field, s string, most int) (string, *Refusal) {
	if len(s) > most {
		return "", Refuse(TooLong, "field", field, "limit", most, "length", len(s))
	}
	return s, nil
}

// visible is s without the characters that have no width and join or part nothing
// that could be seen: they come along when text is copied, and nobody asks for them.
// Those that shape letters [Unicode 23.2] stay.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '\u00ad', '\u200b', '\u2060', '\ufeff':
			return -1
		}
		return r
	}, s)
}

// blank reports whether s has nothing to read. A no-break space is kept in a
// text and makes none, nor does a character that cannot be seen.
func blank(s string) bool { return strings.TrimSpace(visible(s)) == "" }

// readProse is readText for reasons and comments, which are Markdown and keep
// their line breaks.
func readProse(field, s string, most int) (string, *Refusal) {
	if s, r := within(field, s, most); r != nil {
		return s, r
	}
	if !clean(s) {
		return "", Refuse(BadText, "field", field)
	}
	return within(field, strings.TrimSpace(norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n"))), most)
}

// clean reports whether s is valid UTF-8 free of control characters other than
// white space, and of the marks that turn the direction of what follows them:
// those let a text read otherwise than it is stored [Unicode TR 36, 3.3].
func clean(s string) bool {
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if unicode.IsControl(r) && r != '\n' && r != '\r' && r != '\t' ||
			r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
			return false
		}
	}
	return true
}
