package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"plenary/diff"
)

// shape is what a line is by its start, before anything is known of its place.
type shape uint8

const (
	prose    shape = iota // words of a sentence
	capitals              // words in capitals: a heading without a label
	labelled              // a heading with a label: "A. ORGANIZATION"
	sharp                 // a Markdown heading
	numbered              // "2. Text"
	listed                // "- b. Text", "- Text"
	rule                  // "---"
)

// form is what the start of a line says.
type form struct {
	shape shape
	// label without its full stop; empty for a bullet.
	label string
	// level of a Markdown heading, from 1.
	level int
	// text behind the label, without the backslash of an escape.
	text string
	// escaped says that a backslash keeps the text from being taken for anything else.
	escaped bool
}

func classify(words string) form {
	if text, ok := unescape(words); ok {
		return form{shape: prose, text: text, escaped: true}
	}
	if f, ok := sharpForm(words); ok {
		return f
	}
	if strings.Trim(words, "-") == "" && len(words) >= 3 || strings.Trim(words, "_") == "" && len(words) >= 3 {
		return form{shape: rule}
	}
	if item, ok := bulletText(words); ok {
		label, text, _ := itemLabel(item)
		text, escaped := unescape(text)
		return form{shape: listed, label: label, text: text, escaped: escaped}
	}
	if label, text, ok := itemLabel(words); ok {
		text, escaped := unescape(text)
		return form{shape: listed, label: label, text: text, escaped: escaped}
	}
	if label, text, ok := numberLabel(words); ok {
		text, _ = unescape(text)
		return form{shape: numbered, label: label, text: text}
	}
	if label, text, ok := sectionLabel(words); ok && isCapitals(text) {
		return form{shape: labelled, label: label, text: text}
	}
	if isCapitals(words) {
		return form{shape: capitals, text: words}
	}
	return form{shape: prose, text: words}
}

// unescape takes away a backslash before what is no mark of a redline; those
// are read together with the marks. Before a space, or alone, it is a sign like others.
func unescape(words string) (text string, escaped bool) {
	if len(words) < 2 || words[0] != '\\' {
		return words, false
	}
	if strings.HasPrefix(words, `\~~`) && isStruck(diff.ReadMarks(words[1:])) {
		return words[1:], true // a struck paragraph
	}
	if next, _ := utf8.DecodeRuneInString(words[1:]); unicode.IsSpace(next) {
		return words, false
	}
	if strings.IndexByte(`*~\`, words[1]) >= 0 {
		return words, true
	}
	return words[1:], true
}

// sharpForm reads an ATX heading [CommonMark 4.2]. Signs that close it are text.
func sharpForm(words string) (form, bool) {
	text := strings.TrimLeft(words, "#")
	level := len(words) - len(text)
	if level == 0 || level > 6 || text == "" || text[0] != ' ' && text[0] != '\t' {
		return form{}, false
	}
	f := form{shape: sharp, level: level}
	f.label, f.text, _ = sectionLabel(strings.TrimSpace(text))
	f.text, _ = unescape(f.text)
	return f, f.text != ""
}

// bulletText is what follows the mark of a list. A mark alone is an empty item;
// several asterisks are a placeholder or bold words.
func bulletText(words string) (string, bool) {
	for _, mark := range []string{"-", "*", "+", "•", "·", "–", "◦", "▪"} {
		rest, ok := strings.CutPrefix(words, mark)
		if ok && rest == "" && mark != "–" {
			return "", true
		}
		if ok && strings.TrimLeft(rest, " \t\u00a0") != rest {
			return strings.TrimSpace(rest), true
		}
	}
	return "", false
}

// isCapitals reports whether words are a heading in capitals.
func isCapitals(words string) bool {
	const longest = 300 // beyond that a preamble shouts, it does not head
	if len(words) > longest {
		return false
	}
	upper := 0
	for _, r := range words {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return upper >= 2
}
