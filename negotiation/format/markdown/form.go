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
	labelled              // a heading with a label: "A. ORGANIZATION", "Article 2 – Scope"
	titled                // the same in small letters, if it stands alone: "A. Organization"
	bold                  // a few words in bold, a heading if they stand alone
	bare                  // a label alone: "Article 4"
	sharp                 // a Markdown heading
	numbered              // "2. Text"
	parted                // a number of several parts: "1.2 Text"
	listed                // "- b. Text", "- Text"
	rule                  // "---"
)

// form is what the start of a line says.
type form struct {
	shape shape
	division
	// label without its full stop; empty for a bullet. Number is that of a label
	// with a word: "4" of "Article 4".
	label, number string
	// brackets says that the label stands in brackets: "(2)".
	brackets bool
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
	if isRule(words) {
		return form{shape: rule}
	}
	if item, ok := bulletText(words); ok {
		label, text, _ := itemLabel(item)
		text, escaped := unescape(text)
		return form{shape: listed, label: label, text: text, escaped: escaped}
	}
	if f, ok := labelForm(words); ok {
		return f
	}
	if f, ok := boldForm(words); ok {
		return f
	}
	if isCapitals(words) {
		return form{shape: capitals, text: words}
	}
	return form{shape: prose, text: words}
}

// isRule reports whether a line is one across the page.
func isRule(words string) bool {
	return len(words) >= 3 && (strings.Trim(words, "-") == "" || strings.Trim(words, "_") == "" || strings.Trim(words, "=") == "")
}

// labelForm reads a line that begins with a label, which no mark of a list stands before.
func labelForm(words string) (form, bool) {
	if label, text, ok := itemLabel(words); ok && !isNumber(stem(label)) {
		text, escaped := unescape(text)
		return form{shape: listed, label: label, text: text, escaped: escaped}, true
	}
	if label, text, ok := bracketLabel(words); ok && isNumber(stem(label)) {
		text, escaped := unescape(text)
		return form{shape: numbered, label: label, text: text, escaped: escaped, brackets: true}, true
	}
	if label, text, ok := numberLabel(words); ok {
		text, escaped := unescape(text)
		return form{shape: numbered, label: label, text: text, escaped: escaped}, true
	}
	if label, text, ok := partsLabel(words); ok {
		text, escaped := unescape(text)
		return form{shape: parted, label: label, text: text, escaped: escaped}, true
	}
	if w, ok := wordLabel(words); ok {
		return w.form(), true
	}
	if label, text, ok := sectionLabel(words); ok && isCapitals(text) {
		return form{shape: labelled, label: label, number: label, text: text}, true
	} else if ok && isTitle(text) {
		return form{shape: titled, label: label, number: label, text: text}, true
	}
	return form{}, false
}

// boldForm reads a label in bold, "**7.** Text" and "**Article 4**", and a line all
// in bold that has a label or can be a heading.
func boldForm(words string) (form, bool) {
	const longest = 300
	inner, ok := strings.CutPrefix(words, "**")
	at := strings.Index(inner[:min(len(inner), longest)], "**")
	if !ok || at <= 0 || strings.ContainsAny(inner[:at], "*~") {
		return form{}, false
	}
	inner, rest := inner[:at], strings.TrimSpace(inner[at+2:])
	f, labels := labelForm(inner)
	switch {
	case labels && rest == "" && (f.shape == labelled || f.shape == titled || f.shape == bare):
		if f.shape == titled {
			f.shape = labelled
		}
		return f, true
	case labels && f.text == "":
		return labelForm(strings.TrimSpace(inner) + " " + rest)
	case !labels && rest == "" && (isTitle(inner) || isCapitals(inner)):
		return form{shape: bold, text: inner}, true
	}
	return form{}, false
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
	f := sharpText(strings.TrimSpace(text), level)
	return f, f.text != ""
}

// sharpText is the form of a Markdown heading with this text.
func sharpText(text string, level int) form {
	f := form{shape: sharp, level: level}
	if w, ok := wordLabel(text); ok && w.division != clause {
		f.division, f.number = w.division, w.number
	}
	f.label, f.text, _ = headingLabel(text)
	if f.label != "" && f.number == "" {
		f.number = f.label
	}
	f.text, f.escaped = unescape(f.text)
	return f
}

// bulletText is what follows the mark of a list. A mark alone is an empty item;
// several asterisks are a placeholder or bold words. Word processors leave an o and
// a tab of a hollow bullet.
func bulletText(words string) (string, bool) {
	if rest, ok := strings.CutPrefix(words, "o\t"); ok {
		return strings.TrimSpace(rest), true
	}
	for _, mark := range []string{"-", "*", "+", "•", "·", "–", "◦", "▪", "\uf0b7", "\uf0a7"} {
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
