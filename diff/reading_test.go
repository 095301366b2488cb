package diff_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

func TestReadMarksAsTheyAreTyped(t *testing.T) {
	tests := []struct {
		name, text, before, after string
		struck, bold              []string
		unclosed                  bool
	}{
		{name: "no marks", text: " Urges  all\nStates ", before: "Urges all States", after: "Urges all States"},
		{name: "replaced", text: "all ~~States~~ **Parties** to", before: "all States to", after: "all Parties to",
			struck: []string{"States"}, bold: []string{"Parties"}},
		{name: "insertion first", text: "**Publish** ~~Share~~ it", before: "Share it", after: "Publish it",
			struck: []string{"Share"}, bold: []string{"Publish"}},
		{name: "white space inside the marks", text: "all ** Member ** States", before: "all States", after: "all Member States",
			bold: []string{" Member "}},
		{name: "struck before a comma", text: "rights ~~of all~~, and", before: "rights of all, and", after: "rights, and",
			struck: []string{"of all"}},
		{name: "struck before a bracket", text: "(one ~~or two~~) and", before: "(one or two) and", after: "(one) and",
			struck: []string{"or two"}},
		{name: "struck before a space and a comma", text: "rights ~~of all~~ , and", before: "rights of all , and", after: "rights , and",
			struck: []string{"of all"}},
		{name: "struck before what closes nothing", text: "rights ~~of all~~-based", before: "rights of all-based", after: "rights -based",
			struck: []string{"of all"}},
		{name: "struck at the end", text: "rights ~~of all~~", before: "rights of all", after: "rights",
			struck: []string{"of all"}},
		{name: "bold before a full stop", text: "rights **of all**.", before: "rights.", after: "rights of all.",
			bold: []string{"of all"}},
		{name: "over a page break", text: "~~a\n\nb~~ c", before: "a b c", after: "c", struck: []string{"a\n\nb"}},
		{name: "placeholder", text: "Mexico and ***, **with ***** ***", before: "Mexico and ***, **with ***** ***",
			after: "Mexico and ***, **with ***** ***", unclosed: true},
		{name: "placeholder in a run", text: "**Mexico and *** too** now", before: "now", after: "Mexico and *** too now",
			bold: []string{"Mexico and *** too"}},
		{name: "struck in bold", text: "**a ~~b~~ c** d", before: "b d", after: "a c d",
			struck: []string{"b"}, bold: []string{"a ", " c"}},
		{name: "bold in struck", text: "~~a **b** c~~ d", before: "a b c d", after: "d", struck: []string{"a b c"}},
		{name: "crossed", text: "**a ~~b** c~~ d", before: "b c d", after: "a d",
			struck: []string{"b c"}, bold: []string{"a "}},
		{name: "seam of two runs", text: "**in****serted** ~~de~~~~leted~~", before: "deleted", after: "inserted",
			struck: []string{"deleted"}, bold: []string{"inserted"}},
		{name: "four outside a run", text: "a **** b ~~~~", before: "a **** b ~~~~", after: "a **** b ~~~~"},
		{name: "bold never closed", text: "**a** b ** c", before: "b ** c", after: "a b ** c",
			bold: []string{"a"}, unclosed: true},
		{name: "struck never closed", text: "a ~~b", before: "a ~~b", after: "a ~~b", unclosed: true},
		{name: "escaped", text: `\*\*a\*\* \~ \\ \a \`, before: `**a** ~ \ \a \`, after: `**a** ~ \ \a \`},
		{name: "escaped in a run", text: `**\*** \~~ b`, before: "~~ b", after: "* ~~ b", bold: []string{"*"}},
		{name: "spaces at which no line breaks", text: "la charte~~, enfin,~~\u00a0; **«\u00a0mot\u202f»** \u00a0 x",
			before: "la charte, enfin,\u00a0; \u00a0 x", after: "la charte\u00a0; «\u00a0mot\u202f» \u00a0 x",
			struck: []string{", enfin,"}, bold: []string{"«\u00a0mot\u202f»"}},
		{name: "one sign", text: "2 * 3 ~ 4", before: "2 * 3 ~ 4", after: "2 * 3 ~ 4"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			checkReading(t, test.text)
			r := diff.ReadMarks(test.text)
			if got := r.Before(); got != test.before {
				t.Errorf("ReadMarks(%q).Before() = %q, want %q", test.text, got, test.before)
			}
			if got := r.After(); got != test.after {
				t.Errorf("ReadMarks(%q).After() = %q, want %q", test.text, got, test.after)
			}
			if !slices.Equal(r.Struck, test.struck) || !slices.Equal(r.Bold, test.bold) {
				t.Errorf("ReadMarks(%q): struck %q, bold %q, want %q, %q", test.text, r.Struck, r.Bold, test.struck, test.bold)
			}
			if got, want := r.HasMarks, len(test.struck)+len(test.bold) > 0; got != want {
				t.Errorf("ReadMarks(%q).HasMarks = %v, want %v", test.text, got, want)
			}
			if r.Unclosed != test.unclosed {
				t.Errorf("ReadMarks(%q).Unclosed = %v, want %v", test.text, r.Unclosed, test.unclosed)
			}
		})
	}
}

// If the work were not linear, these would not end while a test runs.
func TestMarksOfAMillionSignsAreRead(t *testing.T) {
	const n = 1_000_000
	for _, scrap := range []string{"*", "**", "** ", "**a", "~~**", `\*`, `\`, "~~a~~ ", "**** ", "**a****", " ", "*~"} {
		text := strings.Repeat(scrap, n/len(scrap))
		r := diff.ReadMarks(text)
		if got := len(r.Before()) + len(r.After()); got > 2*n {
			t.Errorf("%d times %q: read %d bytes", n/len(scrap), scrap, got)
		}
		diff.Marked(diff.Script{{Op: diff.Insert, Text: text}, {Op: diff.Equal, Text: text}, {Op: diff.Delete, Text: text}})
	}
	var s diff.Script
	for range n / 4 {
		s = append(s, diff.Span{Op: diff.Equal, Text: "("}, diff.Span{Op: diff.Delete, Text: "a "})
	}
	checkMarked(t, s)
}
