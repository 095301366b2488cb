package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

func TestMergeRefusesMoreTextThanItCompares(t *testing.T) {
	const parties = 16
	base := strings.Repeat("a ", diff.MaxMergeBytes/parties/2-1)
	texts := make([]diff.Party, parties)
	for p := range texts {
		texts[p].Name = fmt.Sprint("P", p)
	}
	texts[3].Text = strings.Repeat("b", 2*parties)
	if _, err := diff.Merge(base, texts); err != nil {
		t.Errorf("merge of %d bytes: %v", diff.MaxMergeBytes, err)
	}
	texts[3].Text += "b"
	if _, err := diff.Merge(base, texts); err == nil {
		t.Errorf("no error for more than %d bytes", diff.MaxMergeBytes)
	}
}

// Whoever changes every second word of a long text is compared coarsely, and no
// word may get lost by that.
func TestAMergeOfVeryManyEditsGivesBackEachText(t *testing.T) {
	words := make([]string, 1500)
	for i := range words {
		words[i] = fmt.Sprint("word", i)
	}
	texts := make([]diff.Party, diff.MaxParties)
	for p := range texts {
		text := slices.Clone(words)
		for i := p % 3; i < len(text); i += 2 {
			text[i] = fmt.Sprint("other", p, "–", i)
		}
		texts[p] = diff.Party{Name: fmt.Sprint("P", p), Text: strings.Join(text, " ")}
	}
	m, err := diff.Merge(strings.Join(words, " "), texts)
	if err != nil {
		t.Fatal(err)
	}
	if got, most := len(m.Edits()), 50_000; got > most {
		t.Errorf("%d edits, want at most %d", got, most)
	}
	for p, want := range texts {
		if got := m.Select(p); got != want.Text {
			t.Fatalf("Select(%d) = %.200q, want %.200q", p, got, want.Text)
		}
	}
}
