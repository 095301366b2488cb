package lang

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
)

// List joins items as a sentence does: "Chile, Mexico and Peru"; "Perú e
// Italia". No items give the empty string.
func (t Tongue) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := items[len(items)-1]
	key := "list.last"
	if soundsI(last) {
		key = "list.last-i" // differs in Spanish alone: y becomes e
	}
	head := strings.Join(items[:len(items)-1], t.Say("list.comma"))
	return t.Say(key, "head", head, "last", last)
}

// Note names on a cover who made comments to a draft, states before bodies, and
// through which channel they came, if one is named. Without contributors it is
// empty.
func (t Tongue) Note(states, bodies []string, title, channel string) string {
	key, n := "document.note", len(states)
	switch {
	case n+len(bodies) == 0:
		return ""
	case n == 0:
		key, n = "document.note-bodies", len(bodies)
	case len(bodies) == 0:
		key = "document.note-states"
	}
	if channel == "" {
		key += "-direct"
	}
	return t.Count(key, n, "states", t.List(states), "bodies", t.List(bodies), "title", title, "channel", channel)
}

// soundsI reports whether a Spanish word starts with the vowel i, as Italia,
// Índice and Hidalgo do; Hierro, Iota and Yemen start with a consonant or glide.
func soundsI(word string) bool {
	letters := []rune(strings.TrimPrefix(strings.ToLower(word), "h"))
	if len(letters) == 0 {
		return false
	}
	next := ' '
	if len(letters) > 1 {
		next = letters[1]
	}
	switch letters[0] {
	case 'í':
		return true
	case 'i':
		return !strings.ContainsRune("aeouáéóú", next)
	}
	return false
}

// Sort gives names in the alphabetical order of the language, in which accents
// and case weigh less than letters. The order is total, so that a document comes
// out the same each time; names itself stays as it is.
func (t Tongue) Sort(names []string) []string {
	sorted := slices.Clone(names)
	// A Collator is not for several goroutines; a new one is cheap.
	c := collate.New(languages[t.index])
	slices.SortFunc(sorted, func(a, b string) int {
		if order := c.CompareString(a, b); order != 0 {
			return order
		}
		return strings.Compare(a, b)
	})
	return sorted
}
