package diff_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// checkWords fails if the script of two texts breaks what is promised of all.
func checkWords(t testing.TB, before, after string) diff.Script {
	t.Helper()
	s := diff.Words(before, after)
	if s.Before() != before || s.After() != after {
		t.Errorf("Words(%.200q, %.200q) = %.200q, which does not give them back", before, after, s)
	}
	if err := s.Check(); err != nil {
		t.Errorf("Words(%.200q, %.200q) = %.200q: %v", before, after, s, err)
	}
	if s.Changed() != (before != after) {
		t.Errorf("Words(%.200q, %.200q).Changed() = %v", before, after, s.Changed())
	}
	return s
}

// words returns the spans of one op that hold more than white space.
func words(s diff.Script, op diff.Op) []string {
	var found []string
	for _, span := range s {
		if span.Op == op && strings.TrimSpace(span.Text) != "" {
			found = append(found, span.Text)
		}
	}
	return found
}

// FuzzWords holds Words to its promises for any two texts: the script gives
// both back, is well formed, and is the same each time.
func FuzzWords(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""},
		{"Urges all States", "Invites all States"},
		{"workers’ rights", "workers' rights,  and employers' rights"},
		{"“decent  work”", "\"decent work\""},
		{"cafe\u0301 =\u0338", "café ≠ thé"},
		{"加盟国は労働者の権利を", "加盟国は、移民労働者の権利を"},
		{"\xff\xfe a", "a \xff"},
		{"a\u0301\xcc", "\u0301 a\u200d\u200c"},
		{"2 * 3 ~ *** **a** ~~b~~ \\", "2 ** 3 ~~ **** \\* ~~b~~ *"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		s := checkWords(t, before, after)
		if again := diff.Words(before, after); !slices.Equal(again, s) {
			t.Errorf("Words(%q, %q) gave %q, then %q", before, after, s, again)
		}
	})
}
