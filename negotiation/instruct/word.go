package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a word or a mark of a paragraph, in the form in which it is compared.
type word struct {
	key        string
	start, end int
}

const ellipsis = "…"

// wordsOf cuts text into words and marks; white space is none of them. A
// hyphen or an apostrophe inside a word belongs to it, and so does the point of a
// number, so that "employment" is not found in "self-employment" nor 8 in 8.7;
// but a French article with an apostrophe is a word of its own.
func wordsOf(text string) []word {
	var list []word
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		end := at + size
		switch {
		case unicode.IsSpace(r) || invisible(r):
			at = end
			continue
		case inWord(r):
			end = at + wordLength(text[at:])
		case strings.HasPrefix(text[at:], "..."):
			end = at + len("...")
		}
		list = append(list, word{keyOf(text[at:end]), at, end})
		at = end
	}
	return list
}

// wordLength is the length of the word with which text begins.
func wordLength(text string) int {
	at, last := 0, ' '
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) && !invisible(r) {
			next, _ := utf8.DecodeRuneInString(text[at+size:])
			if !joins(text[:at], last, r, next) {
				break
			}
		}
		last = r
		at += size
	}
	return at
}

// joins reports whether the mark r between two runes makes one word of what is
// before and behind it.
func joins(before string, last, r, next rune) bool {
	switch {
	case !inWord(last) || !inWord(next):
		return false
	case r == '.' || r == ',':
		return unicode.IsDigit(last) && unicode.IsDigit(next)
	case isApostrophe(r):
		return unicode.IsLetter(next) && !elided(before)
	}
	return isHyphen(r)
}

// elided reports whether a word before an apostrophe is one of the French short
// ones that lost their vowel.
func elided(before string) bool {
	const longest = 7
	if len(before) > longest {
		return false
	}
	switch strings.ToLower(before) {
	case "l", "d", "n", "m", "t", "s", "c", "j", "qu", "jusqu", "lorsqu", "puisqu":
		return true
	}
	return false
}

// keyOf is a word as it is compared: in NFC, quotes and hyphens in one shape,
// without what cannot be seen.
func keyOf(s string) string {
	if s == "..." {
		return ellipsis
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		switch {
		case invisible(r):
			return -1
		case isHyphen(r):
			return '-'
		case isApostrophe(r), r == '‹', r == '›', r == '‚':
			return '\''
		case strings.ContainsRune("“”„‟«»", r):
			return '"'
		}
		return r
	}, s))
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || r == '\u200c' || r == '\u200d'
}

// invisible are the characters that have no width and join or part nothing that
// could be seen.
func invisible(r rune) bool {
	return r == '\u00ad' || r == '\u200b' || r == '\u2060' || r == '\ufeff'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// otherCase is key with its first letter in the other case, or the same.
func otherCase(key string) string {
	r, size := utf8.DecodeRuneInString(key)
	if upper := unicode.ToUpper(r); upper != r {
		return string(upper) + key[size:]
	}
	return string(unicode.ToLower(r)) + key[size:]
}
