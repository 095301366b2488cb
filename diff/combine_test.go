package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// every returns the indexes of all edits.
func every(m *diff.Merged) []int {
	all := make([]int, len(m.Edits()))
	for x := range all {
		all[x] = x
	}
	return all
}

func TestCombinedTextIsSpacedAsSomebodyWouldTypeIt(t *testing.T) {
	tests := []struct {
		name, base string
		texts      []string
		want       string
	}{
		{name: "behind a word", base: "all workers;",
			texts: []string{"all workers, including migrant workers;", "all workers and employers;"},
			want:  "all workers, including migrant workers and employers;"},
		{name: "at the beginning", base: "all States", texts: []string{"Firmly all States", "urges all States"}, want: "Firmly urges all States"},
		{name: "at the end", base: "all States", texts: []string{"all States and Parties", "all States, without delay"}, want: "all States and Parties, without delay"},
		{name: "mark before a word", base: "alpha beta", texts: []string{"alpha one beta", "alpha, beta"}, want: "alpha one, beta"},
		{name: "inside parentheses", base: "Safety (OHS) policies", texts: []string{"Safety (the OHS) policies", "Safety (new OHS) policies"},
			want: "Safety (the new OHS) policies"},
		{name: "deleted beside an insertion", base: "alpha beta (gamma) delta", texts: []string{"alpha (gamma) delta", "alpha beta new (gamma) delta"},
			want: "alpha new (gamma) delta"},
		{name: "first words deleted by two", base: "alpha beta gamma", texts: []string{"beta gamma", "alpha gamma"}, want: "gamma"},
		{name: "last words deleted by two", base: "alpha beta gamma.", texts: []string{"alpha beta.", "alpha gamma."}, want: "alpha."},
		{name: "first word new, next deleted", base: "alpha beta gamma", texts: []string{"new alpha beta gamma", "beta gamma"}, want: "new beta gamma"},
		{name: "two texts for none", base: "", texts: []string{"alpha.", "beta"}, want: "alpha. beta"},
		{name: "mark set apart", base: "alpha beta gamma ;", texts: []string{"alpha gamma ;", "alpha beta ;"}, want: "alpha ;"},
		{name: "words parted by marks only", base: "alpha-beta/gamma", texts: []string{"alpha/gamma", "alpha-gamma"}, want: "alpha gamma"},
		{name: "no spaces in the script", base: "労働者の権利", texts: []string{"移民労働者の権利", "全労働者の権利"}, want: "移民全労働者の権利"},
		{name: "new paragraphs", base: "alpha.\n", texts: []string{"alpha.\n\nbeta.\n", "alpha.\n\ngamma.\n"}, want: "alpha.\n\nbeta.\n\ngamma.\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := checkMerge(t, test.base, test.texts...)
			if got := m.Apply(every(m), nil).Text; got != test.want {
				t.Errorf("%q and %q combined: %q, want %q", test.base, test.texts, got, test.want)
			}
		})
	}
}

func TestApplyPutsInsertionsInTheOrderAsked(t *testing.T) {
	m := merge(t, "all workers;", "all workers, including migrant workers;", "all workers and employers;", "all workers everywhere;")
	for _, test := range []struct {
		order []int
		want  string
	}{
		{nil, "all workers, including migrant workers and employers everywhere;"},
		{[]int{1}, "all workers and employers, including migrant workers everywhere;"},
		{[]int{2, 1, 0}, "all workers everywhere and employers, including migrant workers;"},
		{[]int{9, -1, 1, 1}, "all workers and employers, including migrant workers everywhere;"},
	} {
		if got := m.Apply(every(m), test.order).Text; got != test.want {
			t.Errorf("in the order %v: %q, want %q", test.order, got, test.want)
		}
		if got := m.Select(append(slices.Clone(test.order), 0, 1, 2)...); got != test.want {
			t.Errorf("Select in the order %v: %q, want %q", test.order, got, test.want)
		}
	}
}

func TestApplySaysWhatWasTakenAndWhatCompetes(t *testing.T) {
	m := merge(t, "alpha beta gamma", "alpha one gamma", "alpha two gamma", "alpha beta gamma delta")
	c := m.Apply([]int{1, 0, 1, 7, -1}, nil)
	if got := fmt.Sprint(c.Taken, c.Left); got != "[0 1] [2]" {
		t.Errorf("taken and left %s, want [0 1] [2]", got)
	}
	if len(c.Competing) != 1 || c.Competing[0].Kind != diff.RivalWordings {
		t.Errorf("competing %+v, want the rival wordings", c.Competing)
	}
	if got, want := c.Text, "alpha one two gamma"; got != want {
		t.Errorf("both taken: %q, want %q", got, want)
	}
}

func TestCombinedWordsAreCreditedToThoseWhoBroughtThem(t *testing.T) {
	m := merge(t, "all workers;", "all workers, including migrants;", "all workers and employers;", "all the workers;", "all the workers;")
	var got strings.Builder
	for _, c := range m.Apply(every(m), nil).Credits {
		fmt.Fprintf(&got, "%q%v", c.Text, c.By)
	}
	if want := `"all"[]" the"[2 3]" workers"[]", including migrants"[0]" and employers"[1]";"[]`; got.String() != want {
		t.Errorf("credits %s, want %s", got.String(), want)
	}
}

// What stands inside a deletion that is left out is left out with it: the sentence
// stays as it was, and is not what remains when one side had its way in parts.
func TestDeletionsThatOverlapGoTogether(t *testing.T) {
	const base = "alpha beta gamma delta epsilon zeta"
	for _, test := range []struct{ one, other, want string }{
		{"alpha zeta", "alpha beta which gamma epsilon zeta", base},
		{"alpha zeta", "alpha beta gamma epsilon zeta", "alpha zeta"},
		{"alpha zeta", "alpha beta gamma epsilon zeta eta", "alpha zeta eta"},
	} {
		m := merge(t, base, test.one, test.other)
		if got := m.Apply(m.ClashFree(nil), nil).Text; got != test.want {
			t.Errorf("%q and %q make %q, want %q", test.one, test.other, got, test.want)
		}
	}
}

// Of two that clash neither is chosen, and only the parties asked for count.
func TestClashFreeTakesNoSide(t *testing.T) {
	m := merge(t, "alpha beta gamma delta", "alpha one gamma delta end", "alpha two gamma delta", "alpha beta gamma new delta")
	for _, test := range []struct {
		parties []int
		want    string
	}{
		{nil, "alpha beta gamma new delta end"},
		{[]int{0, 2}, "alpha one gamma new delta end"},
		{[]int{1}, "alpha two gamma delta"},
		{[]int{}, "alpha beta gamma delta"},
	} {
		if got := m.Apply(m.ClashFree(test.parties), nil).Text; got != test.want {
			t.Errorf("ClashFree(%v) makes %q, want %q", test.parties, got, test.want)
		}
	}
}
