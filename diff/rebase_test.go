package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"plenary/diff"
)

func TestRebaseCarriesWhatDoesNotClash(t *testing.T) {
	const base = "alpha beta gamma delta epsilon"
	tests := []struct {
		name, mine, onto string
		outcome          diff.Outcome
		want             string
		clashes          string
	}{
		{name: "own base", mine: "alpha new gamma delta epsilon", onto: base,
			outcome: diff.Clean, want: "alpha new gamma delta epsilon"},
		{name: "apart", mine: "alpha new gamma delta epsilon", onto: "alpha beta gamma delta other",
			outcome: diff.Clean, want: "alpha new gamma delta other"},
		{name: "done already", mine: "alpha new gamma delta epsilon", onto: "alpha new gamma delta other",
			outcome: diff.Satisfied, want: "alpha new gamma delta other"},
		{name: "the same insertion of both", mine: "alpha beta new gamma delta epsilon", onto: "alpha beta new gamma delta other",
			outcome: diff.Satisfied, want: "alpha beta new gamma delta other"},
		{name: "done in part", mine: "alpha new gamma delta end", onto: "alpha new gamma other epsilon",
			outcome: diff.Clean, want: "alpha new gamma other end"},
		{name: "insertions in one gap", mine: "alpha one beta gamma delta epsilon", onto: "alpha two beta gamma delta epsilon",
			outcome: diff.Conflict, want: "alpha two beta gamma delta epsilon", clashes: `same-place "one" "two"`},
		{name: "rival wordings", mine: "alpha one gamma delta end", onto: "alpha two gamma delta epsilon",
			outcome: diff.Conflict, want: "alpha two gamma delta end", clashes: `rival-wordings "one" "two"`},
		{name: "crossing changes", mine: "alpha one delta epsilon", onto: "alpha beta two epsilon",
			outcome: diff.Conflict, want: "alpha beta two epsilon", clashes: `changes-overlap "one delta" "beta two"`},
		{name: "inside deleted words", mine: "alpha beta new gamma delta epsilon", onto: "alpha delta epsilon",
			outcome: diff.Conflict, want: "alpha delta epsilon", clashes: `inside-deleted "beta new gamma" ""`},
		{name: "new words inside my deletion", mine: "alpha delta epsilon", onto: "alpha beta new gamma delta epsilon",
			outcome: diff.Conflict, want: "alpha beta new gamma delta epsilon", clashes: `inside-deleted "" "beta new gamma"`},
		{name: "crossing deletions", mine: "alpha delta epsilon", onto: "alpha beta epsilon",
			outcome: diff.Clean, want: "alpha epsilon"},
		{name: "deletion inside another", mine: "alpha beta delta epsilon", onto: "alpha epsilon",
			outcome: diff.Satisfied, want: "alpha epsilon"},
		{name: "insertion beside deleted words", mine: "alpha beta new gamma delta epsilon", onto: "alpha beta delta epsilon",
			outcome: diff.Clean, want: "alpha beta new delta epsilon"},
		{name: "nothing changed", mine: base, onto: "alpha beta gamma", outcome: diff.Satisfied, want: "alpha beta gamma"},
		{name: "only spelling", mine: "alpha  beta gamma delta epsilon", onto: "alpha beta gamma new delta epsilon",
			outcome: diff.Clean, want: "alpha  beta gamma new delta epsilon"},
		{name: "spelling of both", mine: "alpha  beta gamma delta end", onto: "alpha\tbeta gamma delta epsilon",
			outcome: diff.Clean, want: "alpha\tbeta gamma delta end"},
		{name: "white space of the newer text stays", mine: "alpha beta new gamma delta epsilon", onto: "alpha beta  gamma delta epsilon",
			outcome: diff.Clean, want: "alpha beta new  gamma delta epsilon"},
		{name: "all deleted, words lost", mine: "", onto: "alpha epsilon", outcome: diff.Clean, want: ""},
		{name: "all deleted, words gained", mine: "", onto: "alpha beta new gamma delta epsilon",
			outcome: diff.Conflict, want: "alpha beta new gamma delta epsilon", clashes: `inside-deleted "" "alpha beta new gamma delta epsilon"`},
		{name: "all deleted, words gained at the end", mine: "", onto: "alpha beta gamma delta epsilon new",
			outcome: diff.Conflict, want: "alpha beta gamma delta epsilon new", clashes: `inside-deleted "" "alpha beta gamma delta epsilon new"`},
		{name: "all deleted, words changed", mine: "", onto: "alpha beta gamma delta new",
			outcome: diff.Conflict, want: "alpha beta gamma delta new", clashes: `inside-deleted "" "alpha beta gamma delta new"`},
		{name: "all deleted by both", mine: "", onto: "", outcome: diff.Satisfied, want: ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := checkRebase(t, diff.Words(base, test.mine), test.onto)
			var clashes []string
			for _, c := range r.Clashes {
				clashes = append(clashes, fmt.Sprintf("%s %q %q", c.Kind, c.Mine, c.Theirs))
			}
			if got := strings.Join(clashes, "\n"); r.Outcome != test.outcome || r.Text != test.want || got != test.clashes {
				t.Errorf("%q onto %q: %s %q, clashes %s, want %s %q, clashes %s",
					test.mine, test.onto, r.Outcome, r.Text, got, test.outcome, test.want, test.clashes)
			}
		})
	}
}

// The white space that an insertion brings with it stays behind with it.
func TestWhatStaysBehindLeavesNoSpace(t *testing.T) {
	const onto = "(pre-OHS) policies"
	r := checkRebase(t, diff.Words("(OHS) policies", "(the OHS) policies"), onto)
	if r.Outcome != diff.Conflict || r.Text != onto {
		t.Errorf("%s %q, want a conflict and %q", r.Outcome, r.Text, onto)
	}
}

// A script keeps the edits it was made with, however Words would align its texts.
func TestRebaseKeepsTheEditsOfTheScript(t *testing.T) {
	script := diff.Script{{diff.Insert, "the rights of "}, {diff.Delete, "all workers and "}, {diff.Equal, "all workers"}}
	r := checkRebase(t, script, "all workers and all workers, now")
	want := diff.Script{{diff.Delete, "all workers and"}, {diff.Insert, "the rights of"}, {diff.Equal, " all workers, now"}}
	if r.Outcome != diff.Clean || !slices.Equal(r.Script, want) {
		t.Errorf("%s %q, want %q", r.Outcome, r.Script, want)
	}
}

// checkRebase fails if a script carried to a newer text breaks what is promised.
func checkRebase(t testing.TB, script diff.Script, onto string) diff.Rebased {
	t.Helper()
	r := diff.Rebase(script, onto)
	if r.Script.Before() != onto || r.Script.After() != r.Text {
		t.Errorf("Rebase(%q, %q): the script %q is none from onto to %q", script, onto, r.Script, r.Text)
	}
	if (r.Outcome == diff.Conflict) != (len(r.Clashes) > 0) {
		t.Errorf("Rebase(%q, %q): %s with clashes %q", script, onto, r.Outcome, r.Clashes)
	}
	if r.Outcome == diff.Satisfied && r.Text != onto {
		t.Errorf("Rebase(%q, %q): satisfied, but %q", script, onto, r.Text)
	}
	return r
}

// straight folds what is not compared, as the package documentation has it.
var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

// letters returns how often each byte that is no white space stands in the spans
// of one op, in the form in which words are compared.
func letters(s diff.Script, op diff.Op) map[byte]int {
	count := map[byte]int{}
	for _, span := range s {
		if span.Op == op {
			text := straight.Replace(norm.NFC.String(span.Text))
			for _, letter := range []byte(strings.Join(strings.Fields(text), "")) {
				count[letter]++
			}
		}
	}
	return count
}

// FuzzRebase holds Rebase to its promises: what the author did not write is not
// inserted, what they did not delete stays; on its own base a script stays as it
// is, and on its own result there is nothing left to do.
func FuzzRebase(f *testing.F) {
	f.Add("alpha beta gamma", "alpha new gamma", "alpha beta gamma delta")
	f.Add("alpha beta gamma delta", "alpha delta", "alpha beta new gamma")
	f.Add("“a” b c d", "\"a\" b  d", "x “a”  b c d")
	f.Add("a b", "", "a")
	f.Fuzz(func(t *testing.T, base, after, onto string) {
		script := diff.Words(base, after)
		r := checkRebase(t, script, onto)
		if own := diff.Rebase(script, base); own.Outcome != diff.Clean || !slices.Equal(own.Script, script) {
			t.Errorf("Rebase(%q) onto its base: %s %q", script, own.Outcome, own.Script)
		}
		if own := diff.Rebase(script, after); base != after && own.Outcome != diff.Satisfied {
			t.Errorf("Rebase(%q) onto its result: %s %q", script, own.Outcome, own.Clashes)
		}
		checkNothingInvented(t, script, r)
	})
}

// checkNothingInvented holds the letters inserted and deleted to those which the
// author inserted and deleted. Kept words that are typed otherwise stand on both
// sides of a script, so letters are counted, and of each op alone.
func checkNothingInvented(t testing.TB, script diff.Script, r diff.Rebased) {
	t.Helper()
	for _, op := range []diff.Op{diff.Insert, diff.Delete} {
		was := letters(script, op)
		for letter, n := range letters(r.Script, op) {
			if n > was[letter] {
				t.Errorf("%q of Rebase has %d times %q in what it %ss, the author %d: %q", r.Script, n, letter, op, was[letter], script)
			}
		}
	}
}

// One edit can clash with thousands, and each clash is as long as all of it.
func TestRebaseTellsABoundedNumberOfClashes(t *testing.T) {
	var base, onto strings.Builder
	for i := range 3 * diff.MaxClashes {
		fmt.Fprintf(&base, "word%d ", i)
		fmt.Fprintf(&onto, "word%d other ", i)
	}
	r := diff.Rebase(diff.Words(base.String(), "Nothing of it."), onto.String())
	if r.Outcome != diff.Conflict || len(r.Clashes) != diff.MaxClashes || r.Text != onto.String() {
		t.Errorf("got %s, %d clashes and %.80q, want a conflict, %d clashes and the newer text",
			r.Outcome, len(r.Clashes), r.Text, diff.MaxClashes)
	}
}
