package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// habits are the spellings of a draft.
type habits struct {
	// plain counts each spelling of a family of words, in small letters; capital
	// those with a capital inside a sentence, which may be of a name.
	plain, capital map[string]*[2]int
	// names are the words with a capital, each with the word before it.
	names map[[2]string]bool
	// classes counts the families that are spelled one way only.
	classes map[string]*[2]int
}

// variant is the spelling that word i has, if it has another. "Per cent" is two
// words.
func (t *text) variant(i int) (v variant, last int, ok bool) {
	if t.fold(i) == "percent" || t.fold(i) == "per" && t.spaced(i+1) && t.fold(i+1) == "cent" {
		if t.fold(i) == "percent" {
			return variant{"per cent", 1, "per cent", "percent"}, i, true
		}
		return variant{"per cent", 0, "percent", "percent"}, i + 1, true
	}
	word := t.fold(i)
	if v, ok = variants[word]; ok {
		return v, i, true
	}
	// "Labour-intensive", "self-organised".
	for _, part := range strings.Split(word, "-") {
		if v, ok := variants[part]; ok && part != word {
			v.other = strings.Replace(word, part, v.other, 1)
			return v, i, true
		}
	}
	return variant{}, i, false
}

// named reports whether word i may belong to a name: it has a capital that it
// does not owe to its place.
func (t *text) named(i int) bool {
	if !unicode.IsUpper(t.first(i)) {
		return false
	}
	if !t.words[i].start || t.allCapitals(i) {
		return true
	}
	return i+1 < len(t.words) && t.spaced(i+1) && unicode.IsUpper(t.first(i+1))
}

func (t *text) allCapitals(i int) bool {
	w := t.word(i)
	return utf8.RuneCountInString(w) > 1 && w == strings.ToUpper(w)
}

// learnSpelling learns how the draft spells words that may be spelled two ways.
func (d *Draft) learnSpelling() {
	h := habits{map[string]*[2]int{}, map[string]*[2]int{}, map[[2]string]bool{}, map[string]*[2]int{}}
	classes := map[string]string{}
	for _, t := range d.texts {
		for i := range t.words {
			v, _, ok := t.variant(i)
			switch {
			case !ok || t.words[i].quoted:
			case t.named(i):
				tally(h.capital, v.family, v.side)
				h.names[[2]string{t.fold(i - 1), t.fold(i)}] = true
			default:
				classes[v.family] = v.class
				tally(h.plain, v.family, v.side)
			}
		}
	}
	for family, n := range h.plain {
		if n[0] == 0 || n[1] == 0 {
			tally(h.classes, classes[family], min(n[1], 1))
		}
	}
	d.habits = h
}

func tally(counts map[string]*[2]int, k string, side int) {
	if counts[k] == nil {
		counts[k] = &[2]int{}
	}
	counts[k][side]++
}

// foreign reports whether the draft spells a word otherwise: always, or nearly so;
// or, where it does not have the word, all words like it.
func (h habits) foreign(v variant) bool {
	counts := h.plain[v.family]
	if counts == nil {
		counts = h.capital[v.family]
	}
	if counts != nil {
		theirs := counts[1-v.side]
		return theirs > 0 && counts[v.side]*4 <= theirs
	}
	class := h.classes[v.class]
	return class != nil && class[v.side] == 0 && class[1-v.side] >= 2
}

// spelling notes words that the draft spells otherwise. Names keep their spelling
// (International Labour Organization), unless the draft has the same with the
// other one, and so do quotations.
func spelling(d *Draft, _ string, t *text) []Note {
	var notes []Note
	for i := range t.words {
		v, last, ok := t.variant(i)
		if !ok || t.words[i].quoted || !d.habits.foreign(v) {
			continue
		}
		if t.named(i) && !d.habits.names[[2]string{t.fold(i - 1), v.other}] {
			continue
		}
		notes = append(notes, t.note(Spelling, i, last, likeCase(v.other, t.word(i))))
	}
	return notes
}

// likeCase writes a word with the capitals of another.
func likeCase(w, like string) string {
	if utf8.RuneCountInString(like) > 1 && like == strings.ToUpper(like) {
		return strings.ToUpper(w)
	}
	if r, _ := utf8.DecodeRuneInString(like); unicode.IsUpper(r) {
		return capital(w)
	}
	return w
}
