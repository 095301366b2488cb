package instruct

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceEnd matches a stop, what closes with it, and the white space behind.
var sentenceEnd = regexp.MustCompile(`[.!?…]["'”’»)\]]*[\s\x{a0}\x{202f}]+`)

// sentences gives the sentences of a paragraph as they stand in it, without
// the white space between them. A stop ends one where a capital follows and no
// abbreviation comes before it.
func sentences(text string) [][2]int {
	var list [][2]int
	start := 0
	for _, m := range sentenceEnd.FindAllStringIndex(text, -1) {
		if m[0] >= start && begins(text[m[1]:]) && !abbreviated(text[start:m[0]+1]) {
			list = append(list, [2]int{start, start + len(strings.TrimRightFunc(text[start:m[1]], unicode.IsSpace))})
			start = m[1]
		}
	}
	if strings.TrimSpace(text[start:]) != "" {
		list = append(list, [2]int{start, start + len(strings.TrimRightFunc(text[start:], unicode.IsSpace))})
	}
	return list
}

// begins reports whether text begins as a sentence does.
func begins(text string) bool {
	text = strings.TrimLeft(text, `"'“‘«„([¿¡`+"\u00a0\u202f")
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// abbreviated reports whether text ends with a word that is written with a stop:
// an initial, or one of those that stand before a name or a number.
func abbreviated(text string) bool {
	const longest = 32 // bytes; no abbreviation is longer
	text = strings.ToValidUTF8(text[max(0, len(text)-longest):], "")
	word := strings.TrimSuffix(text, ".")
	if word == text {
		return false
	}
	word = strings.ToLower(word[strings.LastIndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' })+1:])
	switch word {
	case "no", "nos", "núm", "num", "art", "arts", "para", "paras", "párr", "par", "cf", "dr", "mr", "mrs", "ms", "sr",
		"sra", "dra", "mme", "vs", "p", "pp", "vol", "ej", "ex", "doc", "rev", "add", "corr", "st", "sta", "inc", "i.e", "e.g":
		return true
	}
	return utf8.RuneCountInString(word[strings.LastIndex(word, ".")+1:]) == 1
}

// pick gives the nth of the sentences of a paragraph.
func pick(text string, nth Nth) (sentence [2]int, count int, ok bool) {
	list := sentences(text)
	switch {
	case nth == Last && len(list) > 0:
		return list[len(list)-1], len(list), true
	case nth > 0 && int(nth) <= len(list):
		return list[nth-1], len(list), true
	}
	return sentence, len(list), false
}
