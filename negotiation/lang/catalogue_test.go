package lang

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// every runs a test once for each language.
func every(t *testing.T, test func(t *testing.T, tongue Tongue)) {
	t.Helper()
	for _, tag := range Tags() {
		tongue, ok := For(tag)
		if !ok {
			t.Fatalf("For(%q) does not know a tag of Tags", tag)
		}
		t.Run(tag, func(t *testing.T) { test(t, tongue) })
	}
}

// text gives a message as the catalogue has it.
func (m message) text() string {
	var b strings.Builder
	for _, p := range m {
		if p.name != "" {
			b.WriteString("{" + p.name + "}")
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// placeholders lists the names that m has a place for, each once, in order.
func (m message) placeholders() []string {
	var names []string
	for _, p := range m {
		if p.name != "" {
			names = append(names, p.name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestEveryLanguageHasTheKeysOfEnglish(t *testing.T) {
	english := Tongue{}.Keys()
	every(t, func(t *testing.T, tongue Tongue) {
		keys := tongue.Keys()
		for _, key := range english {
			if !slices.Contains(keys, key) {
				t.Errorf("%s.json lacks %q", tongue.Tag(), key)
			}
		}
		for _, key := range keys {
			if !slices.Contains(english, key) {
				t.Errorf("%s.json has %q, which en.json lacks", tongue.Tag(), key)
			}
		}
	})
}

func TestEveryLanguageHasThePlaceholdersOfEnglish(t *testing.T) {
	english := Tongue{}.words()
	every(t, func(t *testing.T, tongue Tongue) {
		for key, m := range tongue.words() {
			if got, want := m.placeholders(), english[key].placeholders(); !slices.Equal(got, want) {
				t.Errorf("%s.json: %q has placeholders %q, want %q", tongue.Tag(), key, got, want)
			}
		}
	})
}

func TestTextsArePlainAndNotEmpty(t *testing.T) {
	every(t, func(t *testing.T, tongue Tongue) {
		for key, m := range tongue.words() {
			if strings.TrimSpace(m.text()) == "" {
				t.Errorf("%s.json: %q is empty", tongue.Tag(), key)
			}
			for _, p := range m {
				if strings.ContainsAny(p.text, "{}<>⟦⟧\n\t") {
					t.Errorf("%s.json: %q holds a stray mark in %q", tongue.Tag(), key, p.text)
				}
			}
		}
	})
}

// TestCountedKeysHaveEachPluralCategory looks at enough numbers to meet every
// category of the languages we have.
func TestCountedKeysHaveEachPluralCategory(t *testing.T) {
	every(t, func(t *testing.T, tongue Tongue) {
		needed := map[string]bool{}
		for n := range 1001 {
			needed[tongue.category(n)] = true
		}
		needed[tongue.category(1_000_000)] = true
		counted := 0
		for _, key := range tongue.Keys() {
			stem, ok := strings.CutSuffix(key, ".other")
			if !ok {
				continue
			}
			counted++
			for category := range needed {
				if !tongue.Has(stem + "." + category) {
					t.Errorf("%s.json lacks %q", tongue.Tag(), stem+"."+category)
				}
			}
		}
		if counted == 0 {
			t.Errorf("%s.json has no counted key", tongue.Tag())
		}
	})
}

// TestCataloguesAreSortedWithoutDoubles reads the files themselves: a map would
// hide a key that a merge has doubled.
func TestCataloguesAreSortedWithoutDoubles(t *testing.T) {
	every(t, func(t *testing.T, tongue Tongue) {
		raw, err := files.ReadFile(tongue.Tag() + ".json")
		if err != nil {
			t.Fatal(err)
		}
		before := ""
		for _, key := range objectKeys(t, raw) {
			if key <= before {
				t.Errorf("%s.json: %q stands after %q", tongue.Tag(), key, before)
			}
			before = key
		}
	})
}

// objectKeys lists the keys of a flat JSON object of strings as they stand.
func objectKeys(t testing.TB, raw []byte) []string {
	t.Helper()
	in := json.NewDecoder(bytes.NewReader(raw))
	if _, err := in.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for in.More() {
		key, err := in.Token()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := in.Token(); err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
	}
	return keys
}

// TestFrenchMarksKeepToTheirWord: a French colon, semicolon, question or
// exclamation mark and both guillemets take a space that must not break.
func TestFrenchMarksKeepToTheirWord(t *testing.T) {
	french, _ := For("fr")
	for _, key := range french.Keys() {
		text := french.words()[key].text()
		for _, loose := range []string{" :", " ;", " ?", " !", " »", "« "} {
			if strings.Contains(text, loose) {
				t.Errorf("fr.json: %q has a space that breaks in %q, write U+00A0", key, loose)
			}
		}
	}
}

func TestKeysAreWrittenAlike(t *testing.T) {
	for _, key := range (Tongue{}).Keys() {
		family, thing, ok := strings.Cut(key, ".")
		if !ok || family == "" || thing == "" {
			t.Errorf("key %q is not family.thing", key)
		}
		odd := func(r rune) bool {
			// The fields of the API have names with an underscore.
			return !unicode.IsLower(r) && !unicode.IsDigit(r) && r != '.' && r != '-' && (r != '_' || family != "field")
		}
		if i := strings.IndexFunc(key, odd); i >= 0 {
			t.Errorf("key %q holds %q", key, key[i:])
		}
	}
}
