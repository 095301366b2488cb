package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// twice are words that may well stand twice: "all that that implies", "nous nous
// engageons".
var twice = set("that had is nous vous very many so no long se nos ha en in on")

// doubleWords notes a word that stands twice.
func doubleWords(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := 1; i < len(t.words); i++ {
		if t.fold(i) != t.fold(i-1) || !t.spaced(i) || !repeatable(t.word(i-1), t.word(i)) {
			continue
		}
		notes = append(notes, t.note(DoubleWord, i-1, i, t.word(i-1)))
	}
	return notes
}

// repeatable reports whether a word that stands twice is a slip: names ("Bora
// Bora"), numbers and labels are none.
func repeatable(first, second string) bool {
	r, _ := utf8.DecodeRuneInString(first)
	s, n := utf8.DecodeRuneInString(second)
	switch {
	case !unicode.IsLetter(r) || twice[fold(second)]:
		return false
	case n == len(second):
		return first == second && strings.ContainsRune("aeoyàé", s)
	case unicode.IsUpper(r) && unicode.IsUpper(s):
		return second == strings.ToUpper(second) && articles[fold(second)]
	}
	return true
}

// articles are the words that are doubled by mistake even in capitals.
var articles = set("the of and to for la el los las de del y le les des et du os da do das dos")

// lowerCase notes a sentence that begins with a small letter.
func lowerCase(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := 1; i < len(t.words); i++ {
		gap := t.gap(i)
		if !unicode.IsLower(t.first(i)) || strings.Count(gap, ".") != 1 || strings.ContainsAny(gap, "\n,;:") {
			continue
		}
		if !t.stops(i) || t.abbreviates(i-1) || !plainWord(t.word(i)) || t.listLabel(i) || particles[t.fold(i)] {
			continue
		}
		notes = append(notes, t.note(LowerCase, i, i, capital(t.word(i))))
	}
	return notes
}

// runOn notes a phrase that begins a sentence, with its capital, behind a comma:
// what stood before it was cut.
func runOn(_ *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := 1; i < len(t.words); i++ {
		if t.gap(i) == ", " && unicode.IsUpper(t.first(i)) && t.marker(i) > 0 {
			notes = append(notes, t.note(RunOn, i-1, i, t.word(i-1)+". "+t.word(i)))
		}
	}
	return notes
}

// particles begin names with a small letter, and addresses.
var particles = set("von van www http https")

// listLabel reports whether word i is the label of a member of a list, which may
// well follow a full stop: "a)", "ii."
func (t *text) listLabel(i int) bool {
	next := t.gap(i + 1)
	return isLabel(t.fold(i)) && (strings.HasPrefix(next, ")") || strings.HasPrefix(next, "."))
}

// plainWord reports whether all letters are small and nothing else is in it:
// "eLearning" and "pH" begin with a small letter wherever they stand.
func plainWord(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) < 0
}

func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}

// learnPossessives learns which plural possessives the draft has: "employers'".
func (d *Draft) learnPossessives() {
	d.plurals = map[string]bool{}
	for _, t := range d.texts {
		for i := range t.words {
			if t.plural(i) {
				d.plurals[t.fold(i)] = true
			}
		}
	}
}

// plural reports whether word i is a plural possessive, as far as can be told.
func (t *text) plural(i int) bool {
	next := t.gap(i + 1)
	return strings.HasSuffix(t.fold(i), "s") && (strings.HasPrefix(next, "' ") || strings.HasPrefix(next, "’ "))
}

// possessives notes a singular possessive joined to a plural one, where the draft
// has it in the plural elsewhere: "workers' and employer's rights".
func possessives(d *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := 0; i+2 < len(t.words); i++ {
		if !leads[t.fold(i+1)] || !t.spaced(i+2) {
			continue
		}
		stem, ok := strings.CutSuffix(t.fold(i+2), "'s")
		if ok && t.plural(i) && strings.TrimLeft(t.gap(i+1), "'’ ") == "" && d.plurals[stem+"s"] {
			notes = append(notes, t.note(Possessive, i, i+2, t.s[t.words[i].from:t.words[i+2].from]+plural(t.word(i+2))))
		}
		stem, ok = strings.CutSuffix(t.fold(i), "'s")
		if ok && t.plural(i+2) && t.spaced(i+1) && d.plurals[stem+"s"] {
			n := t.note(Possessive, i, i+2, plural(t.word(i))+t.s[t.words[i].to:t.words[i+2].to])
			notes = append(notes, n)
		}
	}
	return notes
}

// plural is the plural possessive of a singular one: "employer's", "employers'".
func plural(w string) string {
	s := w[len(w)-1:]
	rest := w[:len(w)-1]
	_, n := utf8.DecodeLastRuneInString(rest)
	return rest[:len(rest)-n] + s + rest[len(rest)-n:]
}
