package negotiation

import (
	"strings"
	"testing"
)

func TestASlugCanStandInAnID(t *testing.T) {
	for _, c := range []struct {
		title string
		most  int
		want  string
	}{
		{"Plan de acción", MaxID, "plan-de-accion"},
		{"DRAFT PLAN OF ACTION OF BRIDGETOWN", MaxID, "draft-plan-of-action-of-bridgetown"},
		{"  «Année 2017» – 2e réunion!", MaxID, "annee-2017-2e-reunion"},
		{"CÔTE D’IVOIRE", MaxID, "cote-d-ivoire"},
		{"-a--b-", MaxID, "a-b"},
		{"abc def", 4, "abc"},
		{"abc def", 5, "abc-d"},
		{strings.Repeat("x", MaxID+1), MaxID, strings.Repeat("x", MaxID)},
		{"计划", MaxID, ""},
		{"", MaxID, ""},
		{"\xff\x00", MaxID, ""},
	} {
		got := Slug(c.title, c.most)
		if got != c.want {
			t.Errorf("Slug(%q, %d) = %q, want %q", c.title, c.most, got, c.want)
		}
		if got != "" && (!SeatID(got).Valid() || !NegotiationID(got).Valid()) {
			t.Errorf("Slug(%q, %d) = %q, which is no id", c.title, c.most, got)
		}
	}
}
