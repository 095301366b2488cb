package diff_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// proposals returns a base and texts that amend it, some of them alike, in words
// of few kinds so that edits meet in all ways.
func proposals(r *rand.Rand, texts int, join func(words []string) string) (base string, amended []string) {
	vocabulary := strings.Fields("the of and to rights workers , . ; ( ) labour migrant shall [ ] a b c d decent")
	if r.IntN(2) == 0 {
		vocabulary = vocabulary[len(vocabulary)-4:] // so that edits slide
	}
	draw := func(n int) []string {
		words := make([]string, n)
		for x := range words {
			words[x] = vocabulary[r.IntN(len(vocabulary))]
		}
		return words
	}
	draft := draw(r.IntN(30))
	for range texts {
		words := slices.Clone(draft)
		for range r.IntN(5) {
			from := r.IntN(len(words) + 1)
			to := min(len(words), from+r.IntN(5))
			words = slices.Replace(words, from, to, draw(r.IntN(4))...)
		}
		amended = append(amended, join(words))
		if r.IntN(4) == 0 {
			amended[len(amended)-1] = amended[r.IntN(len(amended))]
		}
	}
	return join(draft), amended
}

func TestMergeOfManyTextsKeepsThemAll(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 11))
	spaces := []string{" ", " ", " ", "  ", "\n", ""}
	for range 3000 {
		base, texts := proposals(r, 1+r.IntN(6), func(words []string) string {
			var text strings.Builder
			for _, word := range words {
				text.WriteString(word + spaces[r.IntN(len(spaces))])
			}
			return text.String()
		})
		checkMerge(t, base, texts...)
		if t.Failed() {
			t.FailNow()
		}
	}
}

// With all edits of one party the text is that of the party, byte for byte, if it
// spells what it keeps as the base does.
func TestAllEditsOfOneMakeItsText(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 12))
	for range 3000 {
		base, texts := proposals(r, 1+r.IntN(4), func(words []string) string { return strings.Join(words, " ") })
		m := merge(t, base, texts...)
		for p, want := range texts {
			if got := m.Apply(editsOf(m, p), nil).Text; got != want {
				t.Fatalf("base %q, texts %q: all edits of %d make %q", base, texts, p, got)
			}
		}
	}
}

// editsOf returns the edits that a party makes.
func editsOf(m *diff.Merged, party int) []int {
	var own []int
	for x, e := range m.Edits() {
		if slices.Contains(e.By, party) {
			own = append(own, x)
		}
	}
	return own
}

// Whatever is taken together, no two words become one.
func TestCombinedWordsNeverGrowTogether(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 13))
	for range 3000 {
		base, texts := proposals(r, 2+r.IntN(4), func(words []string) string { return strings.Join(words, " ") })
		m := merge(t, base, texts...)
		c := m.Apply(every(m), nil)
		known := strings.Fields(base + " " + strings.Join(texts, " "))
		for _, word := range strings.FieldsFunc(c.Text, func(r rune) bool { return strings.ContainsRune(" ,.;()[]", r) }) {
			if !slices.Contains(known, word) {
				t.Fatalf("base %q, texts %q: combined %q holds %q", base, texts, c.Text, word)
			}
		}
	}
}
