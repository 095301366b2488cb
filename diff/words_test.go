package diff_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

var profiles = []diff.Profile{diff.Fine, diff.Coarse}

// checkWords fails if the script of two texts breaks what is promised of all.
func checkWords(t testing.TB, p diff.Profile, before, after string) diff.Script {
	t.Helper()
	s := p.Words(before, after)
	checkScript(t, s, before, after)
	return s
}

// checkScript fails if a script does not give back both texts, or has no form.
func checkScript(t testing.TB, s diff.Script, before, after string) {
	t.Helper()
	if s.Before() != before || s.After() != after {
		t.Errorf("Words(%.200q, %.200q) = %.200q, which does not give them back", before, after, s)
	}
	if err := s.Check(); err != nil {
		t.Errorf("Words(%.200q, %.200q) = %.200q: %v", before, after, s, err)
	}
	if s.Changed() != (before != after) {
		t.Errorf("Words(%.200q, %.200q).Changed() = %v", before, after, s.Changed())
	}
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
		for _, p := range profiles {
			s := checkWords(t, p, before, after)
			if again := p.Words(before, after); !slices.Equal(again, s) {
				t.Errorf("Words(%q, %q) gave %q, then %q", before, after, s, again)
			}
			checkScript(t, p.WordsWithin(8, 12, before, after), before, after)
		}
	})
}

// checkPure fails if a script of two texts, of which long has all words of short
// in their order, shows any word of short as changed.
func checkPure(t testing.TB, short, long string) {
	t.Helper()
	for _, p := range profiles {
		if s := checkWords(t, p, short, long); words(s, diff.Delete) != nil {
			t.Fatalf("Words(%q, %q) = %v deletes what stays", short, long, s)
		}
		if s := checkWords(t, p, long, short); words(s, diff.Insert) != nil {
			t.Fatalf("Words(%q, %q) = %v inserts what was there", long, short, s)
		}
	}
}

// FuzzPureChanges takes words out of a text and holds Words to show just that.
func FuzzPureChanges(f *testing.F) {
	f.Add("Urges all Member States to act, and to act at once.", uint64(0b10011))
	f.Add("a , a , b ' a , 工 人 «a» \u0301", uint64(0b1011001))
	f.Fuzz(func(t *testing.T, text string, without uint64) {
		long := strings.Fields(text)
		var short []string
		for i, word := range long {
			if without>>(i%64)&1 == 0 {
				short = append(short, word)
			}
		}
		checkPure(t, strings.Join(short, " "), strings.Join(long, " "))
	})
}

// A proposal that only inserts must be shown without a deletion, one that only
// deletes without an insertion: delegations read the one as support of the text.
func TestAPureChangeNeverShowsTheOther(t *testing.T) {
	vocabulary := strings.Fields("the of and to in rights workers , . ; ’ labour migrant all shall should a b c d e decent work")
	r := rand.New(rand.NewPCG(5, 5))
	for range 5000 {
		var short, long []string
		for range 3 + r.IntN(30) {
			word := vocabulary[r.IntN(len(vocabulary))]
			long = append(long, word)
			if r.IntN(4) > 0 {
				short = append(short, word)
			}
		}
		checkPure(t, strings.Join(short, " "), strings.Join(long, " "))
	}
}

func TestWordsAreComparedInNormalFormAndKeptAsGiven(t *testing.T) {
	tests := []struct {
		name, before, after string
		deleted, inserted   []string // more than white space
		typographic         bool
	}{
		{name: "composed", before: "the cafe\u0301 is", after: "the café is",
			deleted: []string{"cafe\u0301"}, inserted: []string{"café"}, typographic: true},
		{name: "composed with a mark", before: "a =\u0338 b", after: "a ≠ b",
			deleted: []string{"=\u0338"}, inserted: []string{"≠"}, typographic: true},
		{name: "no-break space", before: "5\u00a0%", after: "5 %", typographic: true},
		{name: "joined letters", before: "می\u200cخواهم که", after: "می\u200cخواهم تا",
			deleted: []string{"که"}, inserted: []string{"تا"}},
		{name: "no UTF-8", before: "a \xff\xfe b", after: "a \xff b", deleted: []string{"\xfe"}},
		{name: "apostrophe of a plural", before: "workers’ rights", after: "workers rights", deleted: []string{"’"}},
		{name: "apostrophe in a word", before: "worker’s rights", after: "workers rights",
			deleted: []string{"worker’s"}, inserted: []string{"workers"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := checkWords(t, diff.Fine, test.before, test.after)
			if got := words(s, diff.Delete); !slices.Equal(got, test.deleted) {
				t.Errorf("Words(%q, %q) deletes %q, want %q", test.before, test.after, got, test.deleted)
			}
			if got := words(s, diff.Insert); !slices.Equal(got, test.inserted) {
				t.Errorf("Words(%q, %q) inserts %q, want %q", test.before, test.after, got, test.inserted)
			}
			if got := s.Typographic(); got != test.typographic {
				t.Errorf("Words(%q, %q).Typographic() = %v, want %v", test.before, test.after, got, test.typographic)
			}
		})
	}
}
