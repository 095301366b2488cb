package markdown

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// again matches what tells the second use of a label from the first.
const again = `(?:( ?(?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|alt)| \(\d{1,5}\)))?`

var (
	numberStart = regexp.MustCompile(`^(\d{1,3})` + again + `((?:[.)]-?|[º°]\.?-?)?)(?:[ \t\x{a0}]+|$)`)
	// nestedStart matches a number inside an article or a section, as Write prints it:
	// "4(1)." and "Chapter II(3 bis)."; partsStart one of several parts: "1.2", "A.1".
	nestedStart = regexp.MustCompile(`^((?:\pL{1,20} )?(?:\d{1,3}|[IVXL]{1,8}|[A-Z])(?: \pL{1,10})?(?:\(\d{1,3}(?: \pL{1,12})?\))+)` + again + `[.)](?:[ \t\x{a0}]+|$)`)
	partsStart  = regexp.MustCompile(`^((?:\d{1,3}|[A-Z])(?:\.\d{1,3}){1,3})` + again + `([.)]?)(?:[ \t\x{a0}]+|$)`)
	// resolved matches the number of a paragraph of a resolution: "PP1", "OP 3 bis".
	resolved = regexp.MustCompile(`^((?:PP|OP|Pp|Op) ?\d{1,3})` + again + `([.:)]?)(?:[ \t\x{a0}]+|$)`)

	itemStart    = regexp.MustCompile(`^([a-z]{1,12}(?:\([a-z0-9]{1,10}\)){0,2}|\d{1,3}(?:\([a-z0-9]{1,10}\)){0,3})` + again + `[.)](?:[ \t\x{a0}]+|$)`)
	itemBrackets = regexp.MustCompile(`^\(([a-z]{1,12}|\d{1,3})` + again + `\)(?:[ \t\x{a0}]+|$)`)
	sectionStart = regexp.MustCompile(`^((?:[A-Z]|[IVXL]{1,8}))` + again + `[.)][ \t\x{a0}]+`)
	againEnd     = regexp.MustCompile(again + `$`)
)

// numberLabel reads "7. Text", "7) Text", "7.- Text", "3 bis Text", "4(1). Text" and
// "OP1 Text".
// Without a full stop the text has to begin as a sentence does.
func numberLabel(words string) (label, text string, ok bool) {
	for _, start := range []*regexp.Regexp{numberStart, resolved} {
		m := find(start, words)
		if m == nil {
			continue
		}
		text := strings.TrimSpace(words[len(m[0]):])
		// A number alone counts something, and one in brackets behind it is cited.
		alone := start == numberStart && (m[2] == "" || strings.Contains(m[2], "("))
		if m[3] == "" && (alone || !beginsSentence(text)) {
			return "", words, false
		}
		return m[1] + spaced(m[2]), text, true
	}
	return cutLabel(nestedStart, words)
}

// partsLabel reads "1.2 Text" and "A.1. Text". The label is as it is printed.
func partsLabel(words string) (label, text string, ok bool) {
	m := find(partsStart, words)
	if m == nil {
		return "", words, false
	}
	text = strings.TrimSpace(words[len(m[0]):])
	return m[1] + spaced(m[2]), text, m[3] != "" || beginsSentence(text)
}

// beginsSentence reports whether words, behind any marks, begin as a sentence does,
// or are none.
func beginsSentence(words string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(words, "*~ [("))
	return words == "" || !unicode.IsLower(r) && !unicode.IsDigit(r)
}

// sectionLabel reads "A. TEXT" and "II. TEXT"; without a label, text is all.
func sectionLabel(words string) (label, text string, ok bool) { return cutLabel(sectionStart, words) }

// headingLabel reads the label of a heading, of any form.
func headingLabel(words string) (label, text string, ok bool) {
	if w, ok := wordLabel(words); ok && w.division != clause && w.text != "" {
		return w.label, w.text, true
	}
	return sectionLabel(words)
}

// itemLabel reads "b. Text", "ii) Text", "(b) Text", "b(i). Text", and "2. Text"
// behind the mark of a list; without a label, text is all.
func itemLabel(words string) (label, text string, ok bool) {
	label, text, ok = cutLabel(itemStart, words)
	if !ok {
		label, text, ok = bracketLabel(words)
	}
	if ok && !(isItem(stem(label)) && isItem(innermost(label))) {
		return "", words, false // a word and a full stop
	}
	return label, text, ok
}

// isItem reports whether a label is a number or a letter of a list.
func isItem(label string) bool { return isNumber(label) || isLetters(label) || romanValue(label) > 0 }

// bracketLabel reads "(b) Text" and "(2) Text".
func bracketLabel(words string) (label, text string, ok bool) { return cutLabel(itemBrackets, words) }

func cutLabel(start *regexp.Regexp, words string) (label, text string, ok bool) {
	m := find(start, words)
	if m == nil {
		return "", words, false
	}
	return m[1] + spaced(m[2]), strings.TrimSpace(words[len(m[0]):]), true
}

// find looks at the start of words only: labels are short.
func find(start *regexp.Regexp, words string) []string {
	return start.FindStringSubmatch(words[:min(len(words), 64)])
}

// once is a label without "bis".
func once(label string) string {
	if m := againEnd.FindStringIndex(label); m != nil && m[0] > 0 {
		return label[:m[0]]
	}
	return label
}

// stem is a label without "bis" and without what is nested in it.
func stem(label string) string {
	if at := strings.IndexAny(label, " ("); at > 0 {
		return label[:at]
	}
	return label
}

// isNumber reports whether a label is a number in digits.
func isNumber(label string) bool { return label != "" && strings.Trim(label, "0123456789") == "" }

// numberIn is the last number in a label, without "bis": 2 of "4(2)" and of "OP2",
// or 0.
func numberIn(label string) int {
	label = strings.TrimRight(once(label), ")")
	digits := label[len(strings.TrimRight(label, "0123456789")):]
	if _, inner, ok := strings.Cut(label, "("); ok && digits == "" {
		digits = stem(inner) // "4(3 bis)"
	}
	n, _ := strconv.Atoi(digits)
	return n
}

// isLetters reports whether a label is one of a, b, ..., z, aa, ab, ..., dd.
func isLetters(label string) bool {
	return !isNumber(label) && (len(label) == 1 || len(label) == 2 && (label[0] <= 'd' || label[0] == label[1]))
}

// romanForm is the only spelling of the numbers up to 399.
var romanForm = regexp.MustCompile(`^c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$`)

// romanValue is the value of a small roman number, or 0.
func romanValue(s string) int {
	if s == "" || len(s) > 12 || !romanForm.MatchString(s) {
		return 0
	}
	values := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50, 'c': 100}
	sum := 0
	for i := range len(s) {
		v := values[s[i]]
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		sum += v
	}
	return sum
}
