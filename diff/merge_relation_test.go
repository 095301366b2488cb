package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// describe writes the relations of a merge, one a line.
func describe(m *diff.Merged) string {
	edits := m.Edits()
	name := func(x int) string {
		e := edits[x]
		who := ""
		for _, p := range e.By {
			who += string(rune('A' + p))
		}
		return fmt.Sprintf("%s[-%s-]{+%s+}", who, e.Deleted, e.Inserted)
	}
	var lines []string
	for _, r := range m.Relations() {
		lines = append(lines, fmt.Sprintf("%s %s %s: %s", name(r.A), r.Kind, name(r.B), r.Words))
	}
	return strings.Join(lines, "\n")
}

func TestRelationsBetweenEdits(t *testing.T) {
	const base = "alpha beta gamma delta epsilon zeta"
	tests := []struct {
		name, a, b string
		want       string
		compatible bool
		combined   string // of what competes with nothing
	}{
		{name: "apart", a: "alpha new gamma delta epsilon zeta", b: "alpha beta gamma delta epsilon eta",
			compatible: true, combined: "alpha new gamma delta epsilon eta"},
		{name: "the same edit", a: "alpha new gamma delta epsilon zeta", b: "alpha new gamma delta epsilon zeta",
			compatible: true, combined: "alpha new gamma delta epsilon zeta"},
		{name: "insertions in one gap", a: "alpha beta one gamma delta epsilon zeta", b: "alpha beta two gamma delta epsilon zeta",
			want:     "A[--]{+one+} same-place B[--]{+two+}: one / two",
			combined: "alpha beta one two gamma delta epsilon zeta"},
		{name: "insertion before a replacement", a: "alpha beta one gamma delta epsilon zeta", b: "alpha beta two delta epsilon zeta",
			want:     "A[--]{+one+} same-place B[-gamma-]{+two+}: one / two",
			combined: "alpha beta one two delta epsilon zeta"},
		{name: "insertion behind a replacement", a: "alpha beta gamma one delta epsilon zeta", b: "alpha beta two delta epsilon zeta",
			want:     "B[-gamma-]{+two+} same-place A[--]{+one+}: two / one",
			combined: "alpha beta two one delta epsilon zeta"},
		{name: "insertion before a deletion", a: "alpha beta one gamma delta epsilon zeta", b: "alpha beta delta epsilon zeta",
			compatible: true, combined: "alpha beta one delta epsilon zeta"},
		{name: "insertion behind a deletion", a: "alpha beta gamma one delta epsilon zeta", b: "alpha beta delta epsilon zeta",
			want:       "A[--]{+one+} next-to-deleted B[-gamma-]{++}: gamma",
			compatible: true, combined: "alpha beta one delta epsilon zeta"},
		{name: "other words for the same", a: "alpha beta one delta epsilon zeta", b: "alpha beta two delta epsilon zeta",
			want: "A[-gamma-]{+one+} rival-wordings B[-gamma-]{+two+}: gamma", combined: base},
		{name: "other words or none", a: "alpha beta one delta epsilon zeta", b: "alpha beta delta epsilon zeta",
			want: "A[-gamma-]{+one+} rival-wordings B[-gamma-]{++}: gamma", combined: base},
		{name: "crossing changes", a: "alpha one delta epsilon zeta", b: "alpha beta two epsilon zeta",
			want: "A[-beta gamma-]{+one+} changes-overlap B[-gamma delta-]{+two+}: gamma", combined: base},
		{name: "crossing deletions", a: "alpha delta epsilon zeta", b: "alpha beta epsilon zeta",
			want:       "A[-beta gamma-]{++} deletions-overlap B[-gamma delta-]{++}: gamma",
			compatible: true, combined: "alpha epsilon zeta"},
		{name: "deletion in a deletion", a: "alpha epsilon zeta", b: "alpha beta delta epsilon zeta",
			want:       "A[-beta gamma delta-]{++} deletions-overlap B[-gamma-]{++}: gamma",
			compatible: true, combined: "alpha epsilon zeta"},
		{name: "insertion in a deletion", a: "alpha epsilon zeta", b: "alpha beta gamma new delta epsilon zeta",
			want: "B[--]{+new+} inside-deleted A[-beta gamma delta-]{++}: beta gamma delta", combined: base},
		{name: "replacement in a deletion", a: "alpha epsilon zeta", b: "alpha beta gamma new epsilon zeta",
			want: "B[-delta-]{+new+} inside-deleted A[-beta gamma delta-]{++}: delta", combined: base},
		{name: "replacement at the beginning of a deletion", a: "alpha epsilon zeta", b: "alpha new gamma delta epsilon zeta",
			want: "B[-beta-]{+new+} inside-deleted A[-beta gamma delta-]{++}: beta", combined: base},
		{name: "deletion in a replacement", a: "alpha new epsilon zeta", b: "alpha beta delta epsilon zeta",
			want: "B[-gamma-]{++} inside-deleted A[-beta gamma delta-]{+new+}: gamma", combined: base},
		{name: "neighbours", a: "alpha one gamma delta epsilon zeta", b: "alpha beta two delta epsilon zeta",
			compatible: true, combined: "alpha one two delta epsilon zeta"},
		{name: "only spelling", a: "alpha  beta gamma delta epsilon zeta", b: "alpha beta one delta epsilon zeta",
			combined: "alpha beta one delta epsilon zeta"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := checkMerge(t, base, test.a, test.b)
			if got := describe(m); got != test.want {
				t.Errorf("relations of %q and %q:\n%s\nwant:\n%s", test.a, test.b, got, test.want)
			}
			if got, want := kinds(merge(t, base, test.b, test.a)), kinds(m); !slices.Equal(got, want) {
				t.Errorf("%q and %q the other way round: %v, want %v", test.a, test.b, got, want)
			}
			if got := m.Compatible(); slices.Equal(got, [][2]int{{0, 1}}) != test.compatible {
				t.Errorf("%q and %q: compatible %v, want %v", test.a, test.b, got, test.compatible)
			}
			if got := m.Apply(m.ClashFree(nil), nil).Text; got != test.combined {
				t.Errorf("%q and %q combined: %q, want %q", test.a, test.b, got, test.combined)
			}
		})
	}
}

// kinds returns the kinds of the relations, sorted.
func kinds(m *diff.Merged) []diff.RelationKind {
	var kinds []diff.RelationKind
	for _, r := range m.Relations() {
		kinds = append(kinds, r.Kind)
	}
	slices.Sort(kinds)
	return kinds
}

func TestMergeRefusesPartiesItCannotTellApart(t *testing.T) {
	many := make([]diff.Party, diff.MaxParties+1)
	for x := range many {
		many[x].Name = fmt.Sprint("P", x)
	}
	for name, parties := range map[string][]diff.Party{
		"no name":      {{Name: "", Text: "a"}},
		"doubled name": {{Name: "PERU", Text: "a"}, {Name: "PERU", Text: "b"}},
		"too many":     many,
	} {
		if m, err := diff.Merge("a", parties); err == nil {
			t.Errorf("%s: Merge gives %v, want an error", name, m.Edits())
		}
	}
	if _, err := diff.Merge("a", many[:diff.MaxParties]); err != nil {
		t.Errorf("Merge of %d parties: %v", diff.MaxParties, err)
	}
}

// Equal edits that the alignment of each text put in other places are one.
func TestEqualEditsMeetWhereverTheyWerePlaced(t *testing.T) {
	const base = "work of the unions, of the workers, of the States"
	m := checkMerge(t, base,
		"work of the unions, of the employers, of the workers, of the States",
		"work of the unions, of the employers, of the workers, of the Member States")
	edits := m.Edits()
	if len(edits) != 2 || !slices.Equal(edits[0].By, []int{0, 1}) {
		t.Errorf("edits %+v, want one of both and one of B", edits)
	}
}

func TestRelationsAreBoundedAndWhatIsMadeOfThemIsNot(t *testing.T) {
	var texts []string
	for p := range diff.MaxParties {
		texts = append(texts, fmt.Sprintf("alpha x%d beta y%d gamma", p, p))
	}
	m, err := diff.Merge("alpha beta gamma", named(texts))
	if err != nil {
		t.Fatal(err)
	}
	if got := len(m.Relations()); got != diff.MaxRelations {
		t.Errorf("%d relations, want %d", got, diff.MaxRelations)
	}
	if got := m.Compatible(); got != nil {
		t.Errorf("compatible %v, want none", got)
	}
	if got := len(m.ClashFree(nil)); got != 2*diff.MaxParties {
		t.Errorf("%d edits without a clash, want %d", got, 2*diff.MaxParties)
	}
}

func named(texts []string) []diff.Party {
	parties := make([]diff.Party, len(texts))
	for x, text := range texts {
		parties[x] = diff.Party{Name: fmt.Sprint("P", x), Text: text}
	}
	return parties
}
