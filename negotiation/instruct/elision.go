package instruct

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// endsElided reports whether text ends with a French article or another short word
// that lost its vowel: "l'", "d’", "qu'".
func endsElided(text string) bool {
	last, size := utf8.DecodeLastRuneInString(text)
	if !isApostrophe(last) {
		return false
	}
	text = text[:len(text)-size]
	const longest = 16 // bytes, more than any of them
	text = text[max(0, len(text)-longest):]
	return elided(text[strings.LastIndexFunc(text, func(r rune) bool { return !inWord(r) })+1:])
}

// tears reports whether what is to stand behind left is no word that an elision at
// its end can stand before. Before an h it may be or not, so it is not.
func tears(left string, behind ...string) bool {
	if !endsElided(left) {
		return false
	}
	text := strings.TrimLeftFunc(strings.Join(behind, ""), func(r rune) bool { return !inWord(r) })
	first, _ := utf8.DecodeRuneInString(text)
	return !strings.ContainsAny(fold(string(unicode.ToLower(first))), "aeiouœæ")
}
