package diff_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// manySpans is more than any script of these tests has.
const manySpans = 100_000

func pick(r *rand.Rand, n int, from []string) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = from[r.IntN(len(from))]
	}
	return words
}

// What is compared in parts keeps the promises of what is compared at once.
func TestTextsBeyondBoundsAreGivenBack(t *testing.T) {
	vocabulary := strings.Fields("the rights of workers , . * ’ 工 人 é e\u0301 \xff \"")
	r := rand.New(rand.NewPCG(11, 11))
	for range 3000 {
		space := []string{" ", "", "\n", "  "}
		text := func() string {
			var b strings.Builder
			for _, word := range pick(r, r.IntN(60), vocabulary) {
				b.WriteString(word + space[r.IntN(len(space))])
			}
			return b.String()
		}
		before, after := text(), text()
		s := diff.Fine.WordsWithin(20, 30, before, after)
		checkScript(t, s, before, after)
		if again := diff.Fine.WordsWithin(20, 30, before, after); !slices.Equal(s, again) {
			t.Errorf("%q against %q gave %q, then %q", before, after, s, again)
		}
	}
}

func TestAPureChangeBeyondBoundsNeverShowsTheOther(t *testing.T) {
	vocabulary := strings.Fields("the of rights workers , . ’ labour")
	r := rand.New(rand.NewPCG(12, 12))
	for range 2000 {
		short := pick(r, r.IntN(80), vocabulary)
		var long []string
		for _, word := range short {
			for r.IntN(4) == 0 {
				long = append(long, pick(r, 1+r.IntN(30), vocabulary)...)
			}
			long = append(long, word)
		}
		before, after := strings.Join(short, " "), strings.Join(long, " ")
		if s := diff.Fine.WordsWithin(24, manySpans, before, after); words(s, diff.Delete) != nil {
			t.Fatalf("%q against %q = %q deletes what stays", before, after, s)
		}
		if s := diff.Fine.WordsWithin(24, manySpans, after, before); words(s, diff.Insert) != nil {
			t.Fatalf("%q against %q = %q inserts what was there", after, before, s)
		}
	}
}

func TestBeyondBoundsLinesThatStandOnBothSidesAreKept(t *testing.T) {
	var before, after []string
	for i := range 40 {
		line := fmt.Sprintf("Line %d of the text on the rights of workers.", i)
		before = append(before, line)
		if i%10 == 5 {
			line = fmt.Sprintf("Line %d of the draft on the rights of workers.", i)
		}
		after = append(after, line)
	}
	s := diff.Fine.WordsWithin(100, manySpans, strings.Join(before, "\n"), strings.Join(after, "\n"))
	got, want := words(s, diff.Delete), []string{"text", "text", "text", "text"}
	if !slices.Equal(got, want) {
		t.Errorf("deleted %q, want %q in %q", got, want, s)
	}
}

func TestWhatNeitherWordsNorLinesCanShowIsReplaced(t *testing.T) {
	before, after := strings.Repeat("a b ", 100), strings.Repeat("a c d ", 100)
	got := diff.Fine.WordsWithin(60, manySpans, before, after)
	want := diff.Script{
		{diff.Equal, "a"}, {diff.Delete, before[1 : len(before)-1]}, {diff.Insert, after[1 : len(after)-1]}, {diff.Equal, " "}}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The bound on spans must hold for texts that are long enough to be counted.
func TestAScriptHasNoMoreSpansThanItMay(t *testing.T) {
	before, after := strings.Repeat("a b ", 50_000), strings.Repeat("a c ", 50_000)
	got := diff.Fine.WordsWithin(1_000_000, 1000, before, after)
	checkScript(t, got, before, after)
	if len(got) > 1000 {
		t.Errorf("%d spans, want at most 1000", len(got))
	}
}

// Where little is spent on alignment, what was only inserted still shows so.
func TestAThriftyAlignmentKeepsWhatIsOnlyInserted(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	long := pick(r, 9000, strings.Fields("a b c d e f g h i j k l m n o p"))
	short := slices.DeleteFunc(slices.Clone(long), func(string) bool { return r.IntN(3) == 0 })
	for effort := range 4 {
		if kept := diff.KeptWith(effort*effort*20_000, strings.Join(short, " "), strings.Join(long, " ")); kept != len(short) {
			t.Errorf("with an effort of %d squared, %d of %d words are kept", effort, kept, len(short))
		}
	}
}
