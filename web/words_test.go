package web_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"plenary/negotiation/lang"
)

// spoken is what the sources of the program say, in all files that may name a key
// of package lang.
type spoken struct {
	code, templates, scripts string
}

func readSpoken(t testing.TB) spoken {
	t.Helper()
	var s spoken
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
			return err
		}
		into := map[string]*string{".go": &s.code, ".tmpl": &s.templates, ".js": &s.scripts}[filepath.Ext(path)]
		if into == nil {
			return nil
		}
		data, err := os.ReadFile(path)
		*into += string(data)
		return err
	})
	if err != nil || s.code == "" || s.templates == "" || s.scripts == "" {
		t.Fatalf("read the sources: %v", err)
	}
	return s
}

// found gives what the first group of a pattern matches in a text, each once.
func found(pattern, text string) []string {
	var list []string
	for _, hit := range regexp.MustCompile(pattern).FindAllStringSubmatch(text, -1) {
		list = append(list, hit[1])
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// stem is a key without the plural category of those that are counted.
func stem(key string) string {
	at := strings.LastIndexByte(key, '.')
	if slices.Contains([]string{"zero", "one", "two", "few", "many", "other"}, key[at+1:]) {
		return key[:at]
	}
	return key
}

func TestNoSentenceIsKeptThatNothingSays(t *testing.T) {
	s := readSpoken(t)
	literals := found(`["\x60]([a-z][a-z0-9_.-]*)["\x60]`, s.code+s.templates+s.scripts)
	words := found(`"([a-z0-9_-]+)"`, s.code)
	// Where a key is put together, its end must be a word of the code.
	families := append(found(`"([a-z-]+\.(?:[a-z]+-)?)(?:%s"|" *\+)`, s.code+s.templates), "act.", "field.", "problem.", "ago.", "ahead.")
	endings := found(`\+=? *"([.-][a-z]+)"`, s.code)
	for _, key := range (lang.Tongue{}).Keys() {
		used := slices.Contains(literals, stem(key)) || slices.Contains(literals, key) || strings.HasPrefix(key, "date.month-")
		for _, family := range families {
			end, ok := strings.CutPrefix(stem(key), family)
			used = used || ok && slices.Contains(words, end)
		}
		for _, ending := range endings {
			whole, ok := strings.CutSuffix(stem(key), ending)
			used = used || ok && slices.Contains(literals, whole)
		}
		if !used {
			t.Errorf("nothing says %q", key)
		}
	}
}

// TestTheCatalogueHasTheColons: in French a space stands before them.
func TestTheCatalogueHasTheColons(t *testing.T) {
	files, err := filepath.Glob("templates/*/*.tmpl")
	if err != nil || len(files) == 0 {
		t.Fatalf("templates: %q, %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, hit := range found(`((?:\}\}|</[a-z]+>): )`, string(data)) {
			t.Errorf("%s has %q of its own", file, hit)
		}
	}
}

func TestEverySentenceThatIsSaidIsThere(t *testing.T) {
	s := readSpoken(t)
	said := slices.Concat(
		found(`\.T "([a-z0-9_.-]+)"`, s.templates),
		found(`\.(?:T|Say)\("([a-z0-9_.-]+)"[,)]`, s.code),
		found(`say\("([a-z0-9_.-]+)"`, s.scripts),
		found(`mistake\{"([a-z0-9_.-]+)"\}`, s.code))
	counted := slices.Concat(
		found(`\.N "([a-z0-9_.-]+)"`, s.templates),
		found(`\.(?:N|Count)\("([a-z0-9_.-]+)"[,)]`, s.code),
		found(`count\("([a-z0-9_.-]+)"`, s.scripts))
	for _, key := range counted {
		said = append(said, key+".other")
	}
	// The names of fields in refusals.
	for _, name := range found(`(?:Refuse\([A-Za-z.]+, "field", |readText\(|readProse\()"([a-z0-9_-]+)"`, s.code) {
		said = append(said, "field."+name)
	}
	if len(said) < 200 {
		t.Fatalf("only %d keys are said: %q", len(said), said)
	}
	for _, key := range said {
		if !(lang.Tongue{}).Has(key) {
			t.Errorf("%q is said and has no sentence", key)
		}
	}
}
