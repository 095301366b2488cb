package lint

import (
	"slices"
	"strings"
	"testing"
)

// hostile are texts made to take more time than they should, each of n bytes or so.
var hostile = map[string]func(n int) string{
	"brackets that open":    func(n int) string { return strings.Repeat("(", n) },
	"brackets and a word":   func(n int) string { return strings.Repeat("(", n) + "a" + strings.Repeat("]", n) },
	"brackets in brackets":  func(n int) string { return strings.Repeat("(", n/2) + strings.Repeat(")", n/2) },
	"quotations in another": func(n int) string { return strings.Repeat("“a ", n/12) + strings.Repeat(" b”", n/12) },
	"commas":                func(n int) string { return strings.Repeat(", ", n/2) },
	"marks":                 func(n int) string { return strings.Repeat(",", n) },
	"one word":              func(n int) string { return strings.Repeat("a", n) },
	"one word again":        func(n int) string { return strings.Repeat("the ", n/4) },
	"many markers":          func(n int) string { return strings.Repeat("as such, those policies, ", n/25) },
	"many references":       func(n int) string { return strings.Repeat("paragraphs 1, 2 and 3 ", n/22) },
	"many sub-paragraphs":   func(n int) string { return strings.Repeat("sub-paragraph (c) (d) ", n/22) },
	"many names":            func(n int) string { return strings.Repeat("Trade Union Advisory (COSATE) ", n/30) },
	"not only":              func(n int) string { return strings.Repeat("focus not only ", n/15) },
	"asterisks":             func(n int) string { return strings.Repeat("*", n) },
	"placeholders":          func(n int) string { return strings.Repeat("[ ", n/2) },
	"hyphens":               func(n int) string { return strings.Repeat("a-", n/2) },
	"no UTF-8":              func(n int) string { return strings.Repeat("\xff", n) },
}

// FuzzResult holds every note to its place: its words stand where it says, it has
// a known code, and there are not too many.
func FuzzResult(f *testing.F) {
	for _, r := range redlines(f) {
		f.Add("9.g", r.before, r.after)
	}
	for _, text := range hostile {
		f.Add("2.a", "As agreed.", text(200))
	}
	d := plan()
	f.Fuzz(func(t *testing.T, address, before, after string) {
		notes := d.Result(address, before, after)
		checkNotes(t, notes, after)
		if again := d.Result(address, before, after); !slices.Equal(again, notes) {
			t.Errorf("Result(%q, %q) is %v and then %v", before, after, notes, again)
		}
		if same := d.Result(address, after, after); len(same) > 0 && strings.TrimSpace(after) != "" {
			t.Errorf("Result(%q) of no change is %v", after, same)
		}
		draft := New([]Unit{{Address: address, Text: before}, {Address: address + ".a", Text: after, Item: true}})
		for _, s := range draft.Slips() {
			checkNotes(t, []Note{s.Note}, map[bool]string{true: before, false: after}[s.Address == address])
		}
		for _, p := range draft.Placeholders() {
			if text := map[bool]string{true: before, false: after}[p.Address == address]; text[p.At:p.At+len(p.Mark)] != p.Mark {
				t.Errorf("%+v does not stand in %q", p, text)
			}
		}
	})
}

func checkNotes(t *testing.T, notes []Note, text string) {
	t.Helper()
	if len(notes) > MaxNotes {
		t.Errorf("%d notes, at most %d are read", len(notes), MaxNotes)
	}
	for _, n := range notes {
		if !slices.Contains(Codes(), n.Code) {
			t.Errorf("%+v has a code that nobody knows", n)
		}
		if n.Code == ReferredTo || n.Code == LabelSkips || n.Code == LabelRepeats {
			continue
		}
		if n.At < 0 || n.At+len(n.Words) > len(text) || text[n.At:n.At+len(n.Words)] != n.Words || n.Words == "" {
			t.Errorf("%+v does not stand in %q", n, text)
		}
		if n.Suggest == n.Words {
			t.Errorf("%+v suggests what is there", n)
		}
	}
}

// BenchmarkHostile has what should take the longest; ten times the text should
// take about ten times as long.
func BenchmarkHostile(b *testing.B) {
	d := plan()
	for name, text := range hostile {
		for _, n := range []int{10_000, 100_000} {
			s := text(n)
			b.Run(name+"/"+map[int]string{10_000: "10k", 100_000: "100k"}[n], func(b *testing.B) {
				for b.Loop() {
					d.Result("2.a", "As agreed with those policies. As such.", s)
				}
			})
		}
	}
}

// BenchmarkDraft reads a draft of many units and looks for its slips.
func BenchmarkDraft(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		var units []Unit
		units = append(units, Unit{Address: "1", Text: "The Groups will:", Chapeau: true})
		for i := range n {
			units = append(units, Unit{Address: "1.bullet" + strings.Repeat("1", i%7) + string(rune('a'+i%26)), Text: "follow up on [labor] as in paragraph 1 (COSATE)", Item: true})
		}
		b.Run(map[int]string{1_000: "1k", 10_000: "10k"}[n], func(b *testing.B) {
			for b.Loop() {
				New(units).Slips()
			}
		})
	}
}
