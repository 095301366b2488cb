package diff_test

import (
	"strings"
	"testing"

	"plenary/diff"
)

// fold brings a text into normal form.
func fold(text string) string { return strings.Join(strings.Fields(text), " ") }

// checkMarked fails if marks, read again, do not give both texts back.
func checkMarked(t testing.TB, before, after string) string {
	t.Helper()
	marked := diff.Marked(diff.Words(before, after))
	r := diff.ReadMarks(marked)
	if got, want := r.Before(), fold(before); got != want {
		t.Errorf("Marked(Words(%.200q, %.200q)) = %.300q, of which Before reads %.200q", before, after, marked, got)
	}
	if got, want := r.After(), fold(after); got != want {
		t.Errorf("Marked(Words(%.200q, %.200q)) = %.300q, of which After reads %.200q", before, after, marked, got)
	}
	if r.Unclosed {
		t.Errorf("Marked(Words(%.200q, %.200q)) = %.300q leaves a mark open", before, after, marked)
	}
	return marked
}

// FuzzMarks holds Marked to its promise, and ReadMarks to reading anything.
func FuzzMarks(f *testing.F) {
	for _, seed := range [][2]string{
		{"Urges all States", "Urges all Member States"},
		{"x y , z", "x , z"},
		{"(y R)", "(R)"},
		{"5 %, a/b", "5%, a / b"},
		{"2 * 3 ~ *** **a** ~~b~~ \\", "2 ** 3 ~~ **** \\* ~~b~~ *"},
		{"日本 a-b,c", "本日 a,b-c"},
		{"a\u00a0b\xff\\", "\\a b\n\nc\x00"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		checkMarked(t, before, after)
		if r := diff.ReadMarks(before); !r.HasMarks && len(r.Struck)+len(r.Bold) > 0 {
			t.Errorf("ReadMarks(%q) = %+v", before, r)
		}
	})
}
