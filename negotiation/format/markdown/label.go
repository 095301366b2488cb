package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
)

// again matches what tells the second use of a label from the first.
const again = `(?: (?:bis|ter|quater|quinquies|sexies|septies|octies|novies|decies|\(\d{1,5}\)))?`

var (
	numberStart  = regexp.MustCompile(`^(\d{1,3}` + again + `)[.)](?:[ \t\x{a0}]+|$)`)
	itemStart    = regexp.MustCompile(`^([a-z]{1,12}(?:\([ivxlc]{1,10}\))?` + again + `)[.)](?:[ \t\x{a0}]+|$)`)
	itemBrackets = regexp.MustCompile(`^\(([a-z]{1,12})\)(?:[ \t\x{a0}]+|$)`)
	sectionStart = regexp.MustCompile(`^((?:[A-Z]|[IVXL]{1,8})` + again + `)[.)][ \t\x{a0}]+`)
)

// numberLabel reads "7. Text" and "7) Text".
func numberLabel(words string) (label, text string, ok bool) { return cutLabel(numberStart, words) }

// sectionLabel reads "A. TEXT" and "II. TEXT"; without a label, text is all.
func sectionLabel(words string) (label, text string, ok bool) { return cutLabel(sectionStart, words) }

// itemLabel reads "b. Text", "ii) Text", "(b) Text" and "b(i). Text"; without a
// label, text is all.
func itemLabel(words string) (label, text string, ok bool) {
	label, text, ok = cutLabel(itemStart, words)
	if !ok {
		label, text, ok = cutLabel(itemBrackets, words)
	}
	if ok && !isLetters(stem(label)) && romanValue(stem(label)) == 0 {
		return "", words, false // a word and a full stop
	}
	return label, text, ok
}

func cutLabel(start *regexp.Regexp, words string) (label, text string, ok bool) {
	// Labels are short: a long line is not searched.
	m := start.FindStringSubmatch(words[:min(len(words), 64)])
	if m == nil {
		return "", words, false
	}
	return m[1], strings.TrimSpace(words[len(m[0]):]), true
}

// stem is a label without "bis" and without what is nested in it.
func stem(label string) string {
	if at := strings.IndexAny(label, " ("); at > 0 {
		return label[:at]
	}
	return label
}

// isLetters reports whether a label is one of a, b, ..., z, aa, ab, ..., dd.
func isLetters(label string) bool {
	return len(label) == 1 || len(label) == 2 && (label[0] <= 'd' || label[0] == label[1])
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

// itemKind tells letters from roman numbers by what stands before: i is a letter
// behind h and a number elsewhere. Before is the item before this one in its
// list, letter the label of the last lettered one; both may be empty.
func itemKind(label string, before negotiation.Paragraph, letter string) negotiation.Kind {
	if label == "" {
		return negotiation.Bullet
	}
	if first, _, _ := strings.Cut(label, " "); strings.Contains(first, "(") {
		return negotiation.Roman
	}
	own := stem(label)
	value := romanValue(own)
	switch {
	case value == 0:
		return negotiation.Lettered
	case len(own) > 1:
		return negotiation.Roman
	case before.Label != "" && before.Kind != negotiation.Bullet && stem(before.Label) == own:
		return before.Kind
	case len(letter) == 1 && letter[0]+1 == own[0]:
		return negotiation.Lettered
	case own == "i" || before.Kind == negotiation.Roman && romanValue(innermost(before.Label))+1 == value:
		return negotiation.Roman
	}
	return negotiation.Lettered
}

// innermost is the roman number of a label: "ii" of "ii" and of "b(ii)".
func innermost(label string) string {
	if _, inner, ok := strings.Cut(label, "("); ok {
		return strings.TrimSuffix(inner, ")")
	}
	return stem(label)
}
