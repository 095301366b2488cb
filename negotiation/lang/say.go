package lang

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/feature/plural"
)

// Say gives the sentence of key. Pairs fill its placeholders, name before value;
// a value is printed as fmt.Sprint does, is never itself searched for
// placeholders, and is ignored where the sentence has no place for it.
//
// Say never fails: a page with one word missing is still a page. An unknown key,
// or a placeholder without a value, stands between ⟦ and ⟧, so that tests and
// readers see it.
func (t Tongue) Say(key string, pairs ...any) string {
	m, ok := t.words()[key]
	if !ok {
		return missing(key)
	}
	return m.fill(pairs)
}

// Count gives the sentence of key in the plural category of n ("1 proposal",
// "2 proposals"), with n as {n}. Otherwise it is as Say.
func (t Tongue) Count(key string, n int, pairs ...any) string {
	m, ok := t.words()[key+"."+t.category(n)]
	if !ok {
		return missing(key)
	}
	return m.fill(append([]any{"n", n}, pairs...))
}

// Has reports whether Say or Count has a sentence for key.
func (t Tongue) Has(key string) bool {
	words := t.words()
	if _, ok := words[key]; ok {
		return true
	}
	_, ok := words[key+".other"] // every language has that category
	return ok
}

// Keys lists the keys of the catalogue in order, counted ones with the suffix
// of their category.
func (t Tongue) Keys() []string { return slices.Sorted(maps.Keys(t.words())) }

func (t Tongue) words() catalogue { return catalogues()[t.index] }

// category names the plural category of n in t, as the keys do.
func (t Tongue) category(n int) string {
	if n < 0 {
		n = -n
	}
	switch plural.Cardinal.MatchPlural(languages[t.index], n, 0, 0, 0, 0) {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

func (m message) fill(pairs []any) string {
	var b strings.Builder
	for _, p := range m {
		if p.name == "" {
			b.WriteString(p.text)
			continue
		}
		b.WriteString(value(p.name, pairs))
	}
	return b.String()
}

func value(name string, pairs []any) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == name {
			return fmt.Sprint(pairs[i+1])
		}
	}
	return missing(name)
}

func missing(name string) string { return "⟦" + name + "⟧" }

// Refusal gives the sentence for the code of a refusal. Details that are words of
// the law (a role, an act, a field, a status, a problem) are said in t as well;
// the others stand as they are given.
func (t Tongue) Refusal(code string, details map[string]string) string {
	pairs := make([]any, 0, 2*len(details))
	for name, value := range details {
		switch name {
		case "role", "act", "field", "status", "problem", "stage", "outcome":
			if key := name + "." + value; t.Has(key) {
				value = t.Say(key)
			}
		}
		pairs = append(pairs, name, value)
	}
	return t.Say("refusal."+code, pairs...)
}
