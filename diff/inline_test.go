package diff_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"plenary/diff"
)

// fold brings a text into normal form.
func fold(text string) string {
	breaks := func(r rune) bool { return unicode.IsSpace(r) && !strings.ContainsRune("\u00a0\u202f\u2007", r) }
	return strings.TrimSpace(strings.Join(strings.FieldsFunc(text, breaks), " "))
}

// checkMarked fails if the marks of a script, read again, do not give both of
// its texts back.
func checkMarked(t testing.TB, s diff.Script) string {
	t.Helper()
	marked := diff.Marked(s)
	r := diff.ReadMarks(marked)
	if got, want := r.Before(), fold(s.Before()); got != want {
		t.Errorf("Marked(%.300q) = %.300q, Before() = %.200q, want %.200q", s, marked, got, want)
	}
	if got, want := r.After(), fold(s.After()); got != want {
		t.Errorf("Marked(%.300q) = %.300q, After() = %.200q, want %.200q", s, marked, got, want)
	}
	if r.Unclosed {
		t.Errorf("Marked(%.300q) = %.300q leaves a mark open", s, marked)
	}
	return marked
}

func TestMarkedIsWhatADelegationWouldType(t *testing.T) {
	tests := []struct{ name, redline, want string }{
		{"nothing", "", ""},
		{"no change", "Urges all States", "Urges all States"},
		{"put in", "Urges all{+ Member+} States", "Urges all **Member** States"},
		{"taken out", "Urges all[- Member-] States", "Urges all ~~Member~~ States"},
		{"replaced", "all [-States-]{+Parties+} to", "all ~~States~~ **Parties** to"},
		{"replaced before a comma", "[-States-]{+Parties+}, and", "~~States~~ **Parties**, and"},
		{"replaced inside a word", "decision-[-making-]{+taking+} by", "decision-~~making~~**taking** by"},
		{"in front", "{+All +}States", "**All** States"},
		{"after a word", "workers{+, all,+} and", "workers**, all,** and"},
		{"whole text new", "{+All States+}", "**All States**"},
		{"whole text gone", "[-All States-]", "~~All States~~"},
		{"whole text replaced", "[-a b-]{+c d+}", "~~a b~~ **c d**"},

		{"white space alone marks the words around it", "the 5{+ +}% of", "the ~~5%~~ **5 %** of"},
		{"white space that would be lost", "a ([-y -]R) b", "a ~~(y R)~~ **(R)** b"},
		{"neighbours of those", "a{+x+}-[-y -]R b", "~~a-y R~~ **ax-R** b"},

		{"placeholder", "(Mexico and ***){+,+} with", "(Mexico and ***)**,** with"},
		{"placeholder replaced", "and [-***-]{+Peru+}", `and ~~\*\*\*~~ **Peru**`},
		{"placeholder touching a mark", "***{+,+} and", `\*\*\***,** and`},
		{"placeholder beside a mark", "and ***{+ today+}", "and *** **today**"},
		{"four asterisks", "a ****{+ b+}", `a \*\*\*\* **b**`},
		{"signs", `2 * 3 ~ 4{+ \+}`, `2 \* 3 \~ 4 **\\**`},
		{"backslash alone", `C:\Text{+ a+}`, `C:\Text **a**`},
		{"backslash before a sign", `a \. \*{+ a+}`, `a \\. \\\* **a**`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := checkMarked(t, parseRedline(t, test.redline)); got != test.want {
				t.Errorf("Marked(%s) = %s, want %s", test.redline, got, test.want)
			}
		})
	}
}

// A script that breaks its form is marked as a whole, if no better way holds.
func TestMarkedFallsBackToBothTextsInFull(t *testing.T) {
	s := diff.Script{{Op: diff.Equal, Text: "a * b/"}, {Op: diff.Delete}, {Op: diff.Equal, Text: " "}, {Op: diff.Delete, Text: ",c"}, {Op: diff.Insert, Text: ",d"}}
	if got, want := checkMarked(t, s), `~~a \* b/ ,c~~ **a \* b/ ,d**`; got != want {
		t.Errorf("Marked(%q) = %s, want %s", s, got, want)
	}
}

// Texts of signs and scraps find more than texts of words would.
func TestMarkedIsReadBack(t *testing.T) {
	scraps := strings.Split("a|b| | |,|.|(|)|*|~|\\|/|'|“|日|***|**|~~|\n", "|")
	r := rand.New(rand.NewPCG(4, 4))
	text := func() string {
		var s strings.Builder
		for range r.IntN(14) {
			s.WriteString(scraps[r.IntN(len(scraps))])
		}
		return s.String()
	}
	for range 5000 {
		checkMarked(t, diff.Words(text(), text()))
		checkMarked(t, diff.Script{
			{Op: diff.Equal, Text: text()}, {Op: diff.Delete, Text: text()},
			{Op: diff.Equal, Text: text()}, {Op: diff.Insert, Text: text()},
			{Op: diff.Delete, Text: text()}, {Op: diff.Equal, Text: text()},
		})
		if t.Failed() {
			return
		}
	}
}

// FuzzMarks holds Marked to its promise for any two texts: ReadMarks gives both
// back, white space folded. It also holds ReadMarks to reading anything: what
// it returns is what the text holds, less the marks.
func FuzzMarks(f *testing.F) {
	for _, seed := range [][2]string{
		{"Urges all States", "Urges all Member States"},
		{"x y , z", "x , z"},
		{"5 %, a/b", "5%, a / b"},
		{"2 * 3 ~ *** **a** ~~b~~ \\", "2 ** 3 ~~ **** \\* ~~b~~ *"},
		{"日本 a-b,c", "本日 a,b-c"},
		{"a\u00a0b\xff\\", "\\a b\n\nc\x00"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		checkMarked(t, diff.Words(before, after))
		checkReading(t, before)
	})
}

// checkReading fails if a reading has lost text or does not agree with itself.
func checkReading(t testing.TB, text string) {
	t.Helper()
	r := diff.ReadMarks(text)
	var struck, bold []string
	var all strings.Builder
	for i, span := range r.Spans {
		if span.Text == "" || i > 0 && span.Op == r.Spans[i-1].Op {
			t.Errorf("ReadMarks(%.200q): bad span %d of %.300q", text, i, r.Spans)
		}
		switch span.Op {
		case diff.Delete:
			struck = append(struck, span.Text)
		case diff.Insert:
			bold = append(bold, span.Text)
		}
		all.WriteString(span.Text)
	}
	if !slices.Equal(struck, r.Struck) || !slices.Equal(bold, r.Bold) {
		t.Errorf("ReadMarks(%.200q) has %.200q struck and %.200q bold, and spans %.300q", text, r.Struck, r.Bold, r.Spans)
	}
	signs := strings.NewReplacer("*", "", "~", "", `\`, "")
	if got, want := signs.Replace(all.String()), signs.Replace(text); got != want {
		t.Errorf("ReadMarks(%.200q) read %.200q", text, got)
	}
	if !r.HasMarks && len(struck)+len(bold) > 0 {
		t.Errorf("ReadMarks(%.200q) has no marks but %.200q struck and %.200q bold", text, struck, bold)
	}
}
