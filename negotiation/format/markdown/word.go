package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// division is what a word before a number says of the text behind it: "Article 4".
type division uint8

const (
	noDivision division = iota
	// section heads what stands below it: "Chapter II".
	section
	// article heads paragraphs, whose numbers may begin anew in it, or is one itself.
	article
	// clause is a paragraph by its name: "Paragraph 7".
	clause
)

// divisions are the words that stand before a number in English, Spanish, French
// and Portuguese, in small letters.
func divisions(word string) division {
	switch word {
	case "article", "artículo", "articulo", "artigo", "art", "rule", "regla", "règle", "regra",
		"principle", "principio", "principe", "princípio", "recommendation", "recomendación", "recommandation", "recomendação":
		return article
	case "chapter", "capítulo", "capitulo", "chapitre", "title", "título", "titulo", "titre", "part", "parte", "partie",
		"section", "sección", "seccion", "seção", "secção", "annex", "anexo", "annexe",
		"appendix", "apéndice", "apêndice", "appendice", "schedule", "book", "libro", "livre", "livro":
		return section
	case "paragraph", "párrafo", "parrafo", "paragraphe", "parágrafo", "para", "par":
		return clause
	}
	return noDivision
}

// wordNumber matches the number behind such a word, and what parts it from the text.
var wordNumber = regexp.MustCompile(`^(\d{1,3}(?:er|re|ère|º|°|ª)?|[IVXLC]{1,8}|[A-Z]|premier|première|PREMIER|PREMIÈRE|primero|primera|PRIMERO|PRIMERA|primeiro|primeira|único|única|ÚNICO|ÚNICA|unique|UNIQUE)` +
	again + `([ \x{a0}]*[.:)–—-]+(?:[ \t\x{a0}]+|$)|[ \t\x{a0}]+|$)`)

// worded is a label with a word in it.
type worded struct {
	division
	// label as it is printed, in normal form: "Article 4 bis".
	label string
	// number is the label without its word.
	number string
	// parted says that a sign stands between the label and the text.
	parted bool
	text   string
}

// wordLabel reads "Article 4 – Title", "Chapter II", "Paragraph 7. Text". Words
// that go on from the number as a sentence does ("Article 4 of the Convention")
// have no label.
func wordLabel(words string) (worded, bool) {
	const longest = 80
	start := words[:min(len(words), longest)]
	at := strings.IndexAny(start, " \u00a0")
	if at < 0 {
		return worded{}, false
	}
	first, _ := utf8.DecodeRuneInString(start)
	own := divisions(strings.ToLower(strings.TrimSuffix(start[:at], ".")))
	if own == noDivision || !unicode.IsUpper(first) {
		return worded{}, false
	}
	behind := strings.TrimLeft(start[at:], " \t\u00a0")
	m := wordNumber.FindStringSubmatch(behind)
	if m == nil {
		return worded{}, false
	}
	number := m[1] + spaced(m[2])
	w := worded{division: own, number: number, label: strings.TrimSuffix(start[:at], ".") + " " + number,
		parted: strings.TrimSpace(m[3]) != "" || strings.ContainsAny(number, "º°ª")}
	w.text = strings.TrimSpace(words[len(start)-len(behind)+len(m[0]):])
	if !w.parted && w.text != "" && (own == clause || !isTitle(w.text)) {
		return worded{}, false
	}
	return w, true
}

// itemOf matches an item of a paragraph, by both their labels: "OP3 (2) Text".
var itemOf = regexp.MustCompile(`^((?:PP|OP|Pp|Op) ?\d{1,3}) ?\((\d{1,3}|[a-z]{1,5})\)[ \t\x{a0}]+`)

// withinLabel reads "Annex I, 2. Text", a number in a section, by the section, and
// "OP3 (2) Text".
func withinLabel(words string) (label, text string, ok bool) {
	if m := find(itemOf, words); m != nil {
		return m[1] + "(" + m[2] + ")", words[len(m[0]):], len(m[0]) < len(words)
	}
	section, rest, cut := strings.Cut(words[:min(len(words), 100)], ", ")
	w, worded := wordLabel(section)
	if !cut || !worded || w.text != "" {
		return "", words, false
	}
	number, _, ok := numberLabel(rest)
	if !ok || !plainLabel.MatchString(number) {
		return "", words, false
	}
	_, text, _ = numberLabel(words[len(section)+len(", "):])
	f := form{shape: bare, division: w.division, label: w.label, number: w.number}
	return line{form: f}.numbersIn() + "(" + number + ")", text, text != ""
}

// spaced is "bis" or "ter" behind a number, with the one space that it has in a
// label; empty where there is none.
func spaced(again string) string {
	if again = strings.TrimSpace(again); again == "" {
		return ""
	}
	return " " + again
}

// form is what a line with such a label is by itself: a title without a full stop
// is headed by it, a sentence is numbered by it.
func (w worded) form() form {
	text, escaped := unescape(w.text)
	switch {
	case w.division == clause && text != "":
		return form{shape: numbered, label: w.number, text: text, division: clause}
	case text == "" && !escaped:
		return form{shape: bare, label: w.label, number: w.number, division: w.division}
	case !escaped && (isTitle(text) || isCapitals(text)):
		return form{shape: labelled, label: w.label, number: w.number, text: text, division: w.division}
	}
	return form{shape: numbered, label: w.label, text: text, division: w.division, escaped: escaped}
}

// isTitle reports whether words can be those of a heading in small letters: few,
// and no sentence.
func isTitle(words string) bool {
	const longest = 100
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	return len(words) <= longest && unicode.IsUpper(first) && !finished(words) && last != ',' && last != '-' &&
		!strings.Contains(words, ": ") && strings.IndexFunc(words, unicode.IsLower) >= 0 && !strings.ContainsAny(words, "*~")
}
