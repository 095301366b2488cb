package negotiation

import (
	"maps"
	"testing"

	"plenary/diff"
)

func TestOwnersStayWithTheirOpenPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, before, after string
		owners, want        map[int]string
	}{
		{"nothing changes there", "From *** to ***, in May", "From *** to ***, in June", map[int]string{1: "PERU", 2: "CHILE"}, map[int]string{1: "PERU", 2: "CHILE"}},
		{"the first is filled", "From *** to ***", "From Lima to ***", map[int]string{1: "PERU", 2: "CHILE"}, map[int]string{1: "CHILE"}},
		{"the last is filled", "From *** to ***", "From *** to Lima", map[int]string{1: "PERU", 2: "CHILE"}, map[int]string{1: "PERU"}},
		{"one comes before", "The Chair of ***", "*** and the Chair of ***", map[int]string{1: "PERU"}, map[int]string{2: "PERU"}},
		{"all are filled", "From *** to ***", "From Lima to Quito", map[int]string{1: "PERU", 2: "CHILE"}, map[int]string{}},
		{"nobody was named", "From ***", "From Lima", nil, nil},
	} {
		if got := ownersAfter(tt.owners, diff.Words(tt.before, tt.after)); !maps.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestOnlyAnOpenPlaceIsLeftToSomebody(t *testing.T) {
	m := unimported(t)
	m.must("system", ImportDraft{Draft: Draft{Paragraphs: []Paragraph{{ID: "p1", Kind: Numbered, Label: "1", Text: "From *** to ***", Version: 1}}}})
	m.must("system", AssignPlaceholder{Paragraph: "p1", Nth: 2, Owner: "Barbados"})
	m.wantRefusal("a third", AssignPlaceholder{Paragraph: "p1", Nth: 3, Owner: "Barbados"}, BadValue, "placeholder")
	m.must("system", OpenComments{})
	m.must("system", TableProposal{Proposal{Delegation: "PERU", Changes: []Change{{Kind: Amend, Paragraph: "p1", Base: 1, Text: "From Lima to ***"}}}})
	m.must("system", AcceptProposal{Proposal: "1"})
	if got, want := m.For(Audience{Role: Chair}).Paragraphs[0].Owners, map[int]string{1: "Barbados"}; !maps.Equal(got, want) {
		t.Errorf("the places are left to %v, want %v", got, want)
	}
}
