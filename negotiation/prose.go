package negotiation

import (
	"slices"
	"strings"
	"unicode"
)

// InProse is the name of a delegation as a sentence has it: "Trinidad and
// Tobago" for TRINIDAD AND TOBAGO. A consultative body is known by its initials,
// which stay, and so does a short name in capitals.
func (p Party) InProse() string {
	const shortest = 4
	if p.Kind == ConsultativeBody || len(p.Name) < shortest {
		return string(p.Name)
	}
	return TitleCase(string(p.Name))
}

// TitleCase gives words in capitals as a title in prose has them: "Draft Plan of
// Action of Bridgetown". Words that are not all in capitals stay as they are.
func TitleCase(words string) string {
	if strings.ContainsFunc(words, unicode.IsLower) {
		return words
	}
	small := []string{"a", "an", "and", "at", "by", "de", "del", "des", "do", "dos", "du", "e", "el", "et", "for", "in",
		"la", "las", "le", "les", "los", "of", "on", "or", "the", "to", "with", "y"}
	list := strings.Split(strings.ToLower(words), " ")
	for i, word := range list {
		if i == 0 || !slices.Contains(small, strings.Trim(word, "(),")) {
			list[i] = capitalized(word)
		}
	}
	return strings.Join(list, " ")
}

// capitalized puts the first letter of each part of a word in capitals:
// "Guinea-Bissau", "(Plurinational".
func capitalized(word string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start && unicode.IsLetter(r) {
			start = false
			return unicode.ToUpper(r)
		}
		start = start || r == '-'
		return r
	}, word)
}
