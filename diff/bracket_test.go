package diff_test

import (
	"strings"
	"testing"

	"plenary/diff"
)

func TestBracketedTextReadsAsDraftsAreWritten(t *testing.T) {
	tests := []struct {
		name, base string
		texts      []string
		want       string
	}{
		{name: "insertions in one place", base: "all workers;",
			texts: []string{"all workers, including migrant workers;", "all workers and employers;"},
			want:  "all workers[, including migrant workers – A] [and employers – B];"},
		{name: "nobody changes anything", base: "all  workers; ", texts: []string{"all workers;"}, want: "all  workers; "},
		{name: "one edit of two", base: "Urges all States",
			texts: []string{"Invites all States", "Invites all States", "Calls upon all States"},
			want:  "[Urges – delete: A, B, C] [Invites – A, B] [Calls upon – C] all States"},
		{name: "at the beginning", base: "all States",
			texts: []string{"Urges all States", "Invites all States"},
			want:  "[Urges – A] [Invites – B] all States"},
		{name: "behind a bracket mark", base: "Safety (OHS) policies",
			texts: []string{"Safety (the OHS) policies", "Safety () policies"},
			want:  "Safety ([the – A] [OHS – delete: B]) policies"},
		{name: "brackets of the draft are words", base: "[States] shall act",
			texts: []string{"[States] shall [urgently] act", "[States] act"},
			want:  "[States] [shall – delete: B] [[urgently] – A] act"},
		{name: "deletions nest", base: "alpha beta gamma delta epsilon",
			texts: []string{"alpha epsilon", "alpha beta delta epsilon", "alpha beta gamma new delta epsilon"},
			want:  "alpha [beta [gamma – delete: B] [new – C] delta – delete: A] epsilon"},
		{name: "deletions with one end nest", base: "alpha beta gamma delta epsilon",
			texts: []string{"alpha epsilon", "alpha beta gamma new epsilon", "alpha one gamma delta epsilon"},
			want:  "alpha [[beta – delete: C] [one – C] gamma [delta – delete: B] [new – B] – delete: A] epsilon"},
		{name: "what replaces the longer stands outside", base: "alpha beta gamma delta",
			texts: []string{"alpha new delta", "alpha beta other delta"},
			want:  "alpha [beta [gamma – delete: B] [other – B] – delete: A] [new – A] delta"},
		{name: "crossing deletions are cut", base: "alpha beta gamma delta epsilon",
			texts: []string{"alpha delta epsilon", "alpha beta new epsilon"},
			want:  "alpha [beta – delete: A] [gamma – delete: A, B] [delta – delete: B] [new – B] epsilon"},
		{name: "cuts reach what lies across", base: "one two three four five six",
			texts: []string{"one four five six", "one two five six", "one two three five six", "six"},
			want:  "[one [two – delete: A] [three – delete: A, B] [four – delete: B, C] five – delete: D] six"},
		{name: "all is deleted", base: "alpha beta", texts: []string{"", "alpha new beta"},
			want: "[alpha [new – B] beta – delete: A]"},
		{name: "all is new", base: "", texts: []string{"alpha", "beta"}, want: "[alpha – A] [beta – B]"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := checkMerge(t, test.base, test.texts...)
			if got := m.Bracketed(nil); got != test.want {
				t.Errorf("%q and %q in brackets:\n%s, want\n%s", test.base, test.texts, got, test.want)
			}
		})
	}
}

func TestBracketsCountsThoseInside(t *testing.T) {
	m := merge(t, "alpha beta gamma delta epsilon", "alpha epsilon", "alpha beta delta epsilon")
	if got, want := diff.Brackets(m.Passages()), 2; got != want {
		t.Errorf("Brackets of %q = %d, want %d", m.Bracketed(nil), got, want)
	}
}

func TestBracketsBearTheLabelAsked(t *testing.T) {
	m := merge(t, "all States", "all Member States", "States")
	got := m.Bracketed(func(op diff.Op, by []int) string { return strings.ToUpper(op.String()) })
	if want := "[all – DELETE] [Member – INSERT] States"; got != want {
		t.Errorf("Bracketed = %q, want %q", got, want)
	}
}
