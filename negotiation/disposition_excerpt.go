package negotiation

import (
	"strings"
	"unicode"

	"plenary/diff"
)

// What an excerpt shows: runes of each change, spans in all, and of what does not
// change words on either side, in runes at most: not all languages set words apart.
const (
	longestExcerpt = 160
	spansOfExcerpt = 12
	wordsAround    = 4
	runesAround    = 60
)

// marksOfLetter is how many marks a letter has at the most, in any writing.
const marksOfLetter = 10

// excerpt is a redline that shows what changes, and a few words around it.
func excerpt(s diff.Script) diff.Script {
	var short diff.Script
	for i, span := range s {
		if len(short) == spansOfExcerpt {
			return append(short, diff.Span{Op: diff.Equal, Text: " …"})
		}
		if span.Op == diff.Equal && len(s) > 1 {
			span.Text = ends(span.Text, i > 0, i < len(s)-1)
		} else {
			span.Text = cut(span.Text, longestExcerpt)
		}
		short = append(short, span)
	}
	return short
}

// ends leaves the first words of a text where before, the last where after.
func ends(text string, before, after bool) string {
	head, tail := "", ""
	if before {
		head = firstRunes(text[:wordEnd(text, wordsAround)], runesAround)
	}
	if after {
		tail = lastRunes(text[wordStart(text, wordsAround):], runesAround)
	}
	if len(head)+len(tail)+len(" … ") >= len(text) {
		return text
	}
	switch {
	case !before:
		return "… " + tail
	case !after:
		return head + " …"
	}
	return head + " … " + strings.TrimLeft(tail, " ")
}

// wordEnd is where the n-th word of a text ends.
func wordEnd(text string, n int) int {
	for i := range text {
		if i > 0 && text[i] == ' ' {
			if n--; n == 0 {
				return i
			}
		}
	}
	return len(text)
}

// wordStart is where the n-th word from the end of a text begins.
func wordStart(text string, n int) int {
	for i := len(text) - 1; i > 0; i-- {
		if text[i-1] == ' ' && text[i] != ' ' {
			if n--; n == 0 {
				return i
			}
		}
	}
	return 0
}

// cut ends a text of more than n runes at a word, if one ends in its second half,
// with "…".
func cut(text string, n int) string {
	short := firstRunes(text, n)
	if short == text {
		return text
	}
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return short + "…"
}

// firstRunes gives the first n runes of a text, or fewer, so that no mark is parted
// from its letter.
func firstRunes(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	end := n
	for end > max(0, n-marksOfLetter) && unicode.IsMark(runes[end]) {
		end--
	}
	if unicode.IsMark(runes[end]) {
		end = n // more marks than a letter has
	}
	return string(runes[:end])
}

// lastRunes gives the last n runes of a text, or fewer, beginning with no mark.
func lastRunes(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	from := len(runes) - n
	for from < min(len(runes)-1, len(runes)-n+marksOfLetter) && unicode.IsMark(runes[from]) {
		from++
	}
	return string(runes[from:])
}
