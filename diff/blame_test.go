package diff_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/diff"
)

// blamed writes a blame on one line.
func blamed(b diff.Blame) string {
	var line strings.Builder
	for _, origin := range b {
		fmt.Fprintf(&line, "%d%q ", origin.By, origin.Text)
	}
	return strings.TrimSpace(line.String())
}

func TestEveryWordKnowsWhoBroughtIt(t *testing.T) {
	tests := []struct {
		name     string
		versions []string
		want     string
	}{
		{name: "one version", versions: []string{"all workers"}, want: `0"all workers"`},
		{name: "inserted twice", versions: []string{"all workers;", "all migrant workers;", "all migrant workers and employers;"},
			want: `0"all" 1" migrant" 0" workers" 2" and employers" 0";"`},
		{name: "replaced", versions: []string{"Urges all States", "Invites all States", "Invites States"}, want: `1"Invites" 0" States"`},
		{name: "deleted and brought back", versions: []string{"all workers now", "all now", "all workers now"},
			want: `0"all" 2" workers" 0" now"`},
		{name: "typed otherwise", versions: []string{"“decent  work”", `"decent work" now`}, want: `0"\"decent work\"" 1" now"`},
		{name: "from nothing", versions: []string{"", "all"}, want: `1"all"`},
		{name: "to nothing", versions: []string{"all", ""}, want: ``},
		{name: "white space", versions: []string{"all\n", "all\n\n", " \n"}, want: `2" \n"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := diff.NewBlame(test.versions[0], 0)
			for x := 1; x < len(test.versions); x++ {
				b = checkBlame(t, b, test.versions[x-1], test.versions[x], x)
			}
			if got := blamed(b); got != test.want {
				t.Errorf("%q: %s, want %s", test.versions, got, test.want)
			}
		})
	}
}

// A version made of words of several takes their origins, not one for all.
func TestWordsOfACombinedTextKeepTheirOwnOrigins(t *testing.T) {
	fresh := diff.Blame{{Text: "all", By: 7}, {Text: " migrant", By: 8}, {Text: " workers", By: 7}, {Text: " now", By: 9}}
	got := diff.NewBlame("all workers", 1).After(diff.Words("all workers", "all migrant workers now"), fresh)
	if got, want := blamed(got), `1"all" 8" migrant" 1" workers" 9" now"`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// checkBlame returns the blame after one more version, and fails if it is none.
func checkBlame(t testing.TB, b diff.Blame, before, after string, by int) diff.Blame {
	t.Helper()
	next := b.After(diff.Words(before, after), diff.NewBlame(after, by))
	var text strings.Builder
	for x, origin := range next {
		text.WriteString(origin.Text)
		if origin.Text == "" || x > 0 && origin.By == next[x-1].By {
			t.Errorf("%q, %q: bad origin %d in %s", before, after, x, blamed(next))
		}
	}
	if text.String() != after {
		t.Errorf("%q, %q: the blame %s is none of it", before, after, blamed(next))
	}
	return next
}

// FuzzBlame holds After to its promises: the pieces are the text, words of an
// equal span keep their origin, and a text that only loses words gains no origin.
func FuzzBlame(f *testing.F) {
	f.Add("alpha beta", "alpha new beta", "new beta end")
	f.Add("", "a", "")
	f.Add("“a”  b", "\"a\" b", " a b\n")
	f.Fuzz(func(t *testing.T, first, second, third string) {
		b := checkBlame(t, diff.NewBlame(first, 1), first, second, 2)
		script := diff.Words(second, third)
		checkKept(t, b, checkBlame(t, b, second, third, 3), script)
		inserts := strings.Join(words(script, diff.Insert), "") != ""
		for _, origin := range b.After(script, diff.NewBlame(third, 3)) {
			if !inserts && origin.By == 3 && strings.TrimSpace(origin.Text) != "" {
				t.Errorf("%q inserts nothing, but %q is new", script, origin.Text)
			}
		}
	})
}

// checkKept holds each letter of the equal spans to the origin it had.
func checkKept(t testing.TB, before, after diff.Blame, s diff.Script) {
	t.Helper()
	was, is := origins(before), origins(after)
	i, j := 0, 0
	for _, span := range s {
		for k := range len(span.Text) {
			if span.Op == diff.Equal && was[i+k] != is[j+k] && strings.TrimSpace(span.Text[k:k+1]) != "" {
				t.Errorf("%q: byte %d of %q is of %d, was of %d", s, k, span.Text, is[j+k], was[i+k])
			}
		}
		if span.Op != diff.Insert {
			i += len(span.Text)
		}
		if span.Op != diff.Delete {
			j += len(span.Text)
		}
	}
}

// origins returns the origin of each byte.
func origins(b diff.Blame) []int {
	var all []int
	for _, origin := range b {
		for range len(origin.Text) {
			all = append(all, origin.By)
		}
	}
	return all
}
