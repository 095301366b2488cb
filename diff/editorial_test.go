package diff_test

import (
	"testing"

	"plenary/diff"
)

func TestEditorialIsAChangeOfNoWords(t *testing.T) {
	tests := []struct {
		name, before, after string
		want                bool
	}{
		{"no change", "a", "a", false},
		{"comma", "workers and employers", "workers, and employers", true},
		{"full stop for a comma", "in each country,", "in each country.", true},
		{"case", "the states", "The States", true},
		{"case beyond ASCII", "élargir", "ÉLARGIR", true},
		{"white space", "a  b", "a b", true},
		{"quotation marks", `"travail"`, "« travail »", true},
		{"hyphen", "decision-making", "decision making", true},
		{"a word", "the States", "States", false},
		{"word cut in two", "cooperate", "co operate", false},
		{"words moved", "a b", "b a", false},
		{"brackets lifted", "all [migrant] workers", "all migrant workers", false},
		{"percent", "5% of them", "5 of them", false},
		{"a name still to come", "(Mexico and ***)", "(Mexico and )", false},
		{"decimal point", "2.5", "25", false},
		{"ideographic comma", "工人的权利", "工人、的权利", true},
	}
	for _, test := range tests {
		if got := diff.Words(test.before, test.after).Editorial(); got != test.want {
			t.Errorf("%s: Words(%q, %q).Editorial() = %v, want %v", test.name, test.before, test.after, got, test.want)
		}
	}
}

func TestEachChangeIsEditorialByItself(t *testing.T) {
	s := parseRedline(t, "the [-states-]{+States+} agree{+,+} and [-act-]{+report+}.")
	s = diff.Words(s.Before(), s.After())
	want := map[string]bool{"states": true, "States": true, ",": true}
	for i, span := range s {
		if got := s.EditorialAt(i); got != want[span.Text] {
			t.Errorf("EditorialAt(%q) in %v = %v", span.Text, s, got)
		}
	}
}
