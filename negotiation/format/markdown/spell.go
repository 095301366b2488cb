package markdown

import (
	"fmt"
	"strings"
	"unicode"

	"plenary/diff"
)

// straight gives straight quotation marks for curly ones and plain spaces for
// no-break ones, a sign for a sign: their shape is never a difference.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'",
	"\u00a0", " ", "\u202f", " ", "\u2007", " ")

// compare gives the redline of two texts with all quotation marks alike, and all spaces.
func compare(before, after string) diff.Script {
	return diff.Words(straight.Replace(before), straight.Replace(after))
}

// spell writes out what a redline changes: + "new words", - "old words".
func spell(s diff.Script) string {
	var parts []string
	for _, span := range s {
		sign := map[diff.Op]string{diff.Insert: "+", diff.Delete: "-"}[span.Op]
		if sign != "" {
			parts = append(parts, fmt.Sprintf("%s %q", sign, strings.TrimSpace(span.Text)))
		}
	}
	return short(strings.Join(parts, ", "))
}

// hasWords reports whether a redline changes words, and not only punctuation.
func hasWords(s diff.Script) bool {
	for _, span := range s {
		if span.Op != diff.Equal && strings.ContainsFunc(span.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			return true
		}
	}
	return false
}
