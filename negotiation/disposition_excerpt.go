package negotiation

import (
	"strings"

	"plenary/diff"
)

// What an excerpt shows: runes of each change, spans in all, and words of what
// does not change on either side.
const (
	longestExcerpt = 160
	spansOfExcerpt = 12
	wordsAround    = 4
)

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
		head = text[:wordEnd(text, wordsAround)]
	}
	if after {
		tail = text[wordStart(text, wordsAround):]
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

// cut ends a text of more than n runes at a word, with "…".
func cut(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	short := string(runes[:n])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return short + "…"
}
