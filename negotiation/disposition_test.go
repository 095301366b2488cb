package negotiation

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plenary/diff"
)

func TestTheDispositionTableHasTheFateOfEveryProposal(t *testing.T) {
	m := busy(t)
	m.must("system", TableProposal{Proposal: Proposal{Delegation: "MEXICO", Replaces: "1", Changes: []Change{{Kind: Delete, Paragraph: "p3", Base: 1}}}})
	d := m.compile(Dispositions).Dispositions
	var got []string
	for _, r := range d.Rows {
		got = append(got, string(r.Proposal)+" "+strings.Join(r.Addresses, ",")+" "+r.Says().Key)
	}
	want := []string{"1 2 document.superseded-by", "2 1.bullet1 status.on-table", "3  status.on-table", "4 1 status.not-retained", "5 2 status.on-table"}
	if !slices.Equal(got, want) {
		t.Errorf("rows are %q, want %q", got, want)
	}
	if want := []StatusCount{{OnTable, 3}, {NotRetained, 1}, {Superseded, 1}}; !slices.Equal(d.Tally, want) {
		t.Errorf("counted %v, want %v", d.Tally, want)
	}
}

func TestAnExcerptShowsWhatChanges(t *testing.T) {
	long := strings.Repeat("word ", 100)
	tests := []struct {
		name string
		s    diff.Script
		want string
	}{
		{"short is whole", diff.Script{{Op: diff.Equal, Text: "all "}, {Op: diff.Insert, Text: "new "}, {Op: diff.Equal, Text: "workers"}}, "all **new** workers"},
		{"far words go", diff.Script{{Op: diff.Equal, Text: "one two three four five six seven "}, {Op: diff.Insert, Text: "new "}, {Op: diff.Equal, Text: "one two three four five six seven eight"}},
			"… four five six seven **new** one two three four …"},
		{"between changes", diff.Script{{Op: diff.Delete, Text: "A "}, {Op: diff.Equal, Text: "one two three four five six seven eight nine ten "}, {Op: diff.Delete, Text: "Z"}},
			"~~A~~ one two three four … seven eight nine ten ~~Z~~"},
		{"long words are cut", diff.Script{{Op: diff.Insert, Text: long}}, "**" + strings.Repeat("word ", 31) + "word…**"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := diff.Marked(excerpt(tt.s)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
	for _, word := range []string{"工人", "แรงงาน", "é\u0301", "a ", "\u0301"} {
		endless := strings.Repeat(word, 500)
		for _, s := range []diff.Script{
			{{Op: diff.Equal, Text: endless}, {Op: diff.Insert, Text: endless}, {Op: diff.Equal, Text: endless}, {Op: diff.Delete, Text: endless}, {Op: diff.Equal, Text: endless}},
			{{Op: diff.Equal, Text: "工 " + endless}},
		} {
			got := diff.Marked(excerpt(s))
			if n := utf8.RuneCountInString(got); n > len(s)*(longestExcerpt+10) || n < len(s)*3 {
				t.Errorf("%q again and again is shown with %d runes: %s", word, n, got)
			}
		}
	}
	if got := lastRunes("aé\u0301b", 2); got != "b" {
		t.Errorf("the end begins with a mark: %q", got)
	}
	if got := firstRunes("ae\u0301b", 2); got != "a" {
		t.Errorf("the start parts a mark from its letter: %q", got)
	}
	if got := cut("工 "+strings.Repeat("人", 300), longestExcerpt); utf8.RuneCountInString(got) != longestExcerpt+1 {
		t.Errorf("a text with one space is cut to %q", got)
	}
	var many diff.Script
	for range 40 {
		many = append(many, diff.Span{Op: diff.Equal, Text: "same "}, diff.Span{Op: diff.Insert, Text: "new "})
	}
	if got := excerpt(many); len(got) != spansOfExcerpt+1 {
		t.Errorf("80 spans are shown as %d, want %d and a mark", len(got), spansOfExcerpt)
	}
}
