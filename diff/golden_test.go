package diff_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"plenary/diff"
)

var update = flag.Bool("update", false, "write what Words gives into testdata/diff")

// TestWordsAsWritten holds Words to the redlines in testdata/diff, one a line,
// in the form: Urges all [-States-]{+Parties+}
// The file coarse.txt is for the profile of that name.
func TestWordsAsWritten(t *testing.T) {
	files, err := filepath.Glob("../testdata/diff/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no redlines in testdata/diff: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) { compareRedlines(t, file) })
	}
}

func compareRedlines(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	profile := diff.Fine
	if filepath.Base(file) == "coarse.txt" {
		profile = diff.Coarse
	}
	lines := strings.Split(string(data), "\n")
	for i, want := range lines {
		if want == "" || want[0] == '#' {
			continue
		}
		redline := parseRedline(t, want)
		lines[i] = formatRedline(checkWords(t, profile, redline.Before(), redline.After()))
		if lines[i] != want && !*update {
			t.Errorf("line %d: got %s, want %s", i+1, lines[i], want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// brackets set the spans of a redline apart in a text.
var brackets = map[diff.Op][2]string{
	diff.Equal: {"", ""}, diff.Delete: {"[-", "-]"}, diff.Insert: {"{+", "+}"},
}

const lineBreak = "↵"

// formatRedline writes a script on one line.
func formatRedline(s diff.Script) string {
	var line strings.Builder
	for _, span := range s {
		line.WriteString(brackets[span.Op][0] + span.Text + brackets[span.Op][1])
	}
	return strings.ReplaceAll(line.String(), "\n", lineBreak)
}

// parseRedline returns the script of a line.
func parseRedline(t testing.TB, line string) diff.Script {
	t.Helper()
	var s diff.Script
	rest := strings.ReplaceAll(line, lineBreak, "\n")
	for rest != "" {
		span, n := firstSpan(rest)
		if n < 0 {
			t.Fatalf("%s: a bracket is never closed", line)
		}
		s = append(s, span)
		rest = rest[n:]
	}
	return s
}

// firstSpan returns the span that a redline begins with and its length there,
// which is -1 if it does not end.
func firstSpan(line string) (diff.Span, int) {
	for _, op := range []diff.Op{diff.Delete, diff.Insert} {
		inside, found := strings.CutPrefix(line, brackets[op][0])
		if !found {
			continue
		}
		n := strings.Index(inside, brackets[op][1])
		if n < 0 {
			return diff.Span{}, -1
		}
		return diff.Span{Op: op, Text: inside[:n]}, n + 4
	}
	n := len(line)
	for _, op := range []diff.Op{diff.Delete, diff.Insert} {
		if i := strings.Index(line, brackets[op][0]); i >= 0 {
			n = min(n, i)
		}
	}
	return diff.Span{Op: diff.Equal, Text: line[:n]}, n
}
