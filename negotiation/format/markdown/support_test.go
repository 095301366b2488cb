package markdown_test

import (
	"strings"
	"testing"
)

func TestHeadsOfProposalsInWords(t *testing.T) {
	const draft = "# Plan\n\n1. Ships keep a list of the crew.\n\n2. The list says:\n\n- a. who is on board;\n- b. before when they go ashore.\n\n"
	tests := []struct{ typed, want, code string }{
		{"Argentina (on behalf of MERCOSUR): before **or** when they go ashore.", `Argentina+MERCOSUR: [amend 2.b "before or when they go ashore."]`, "on-behalf"},
		{"PERU (supported by Chile and Mexico): 2 (a): who **exactly** is on board;", `PERU: [amend 2.a "who exactly is on board;"]`, "supported"},
		{"Perú, con el apoyo de Chile, propone: 2.a who **exactly** is on board;", `Perú: [amend 2.a "who exactly is on board;"]`, "supported"},
		{"Norway proposed to delete paragraph 1.", `Norway: [delete 1 ""]`, "instruction"},
		{"PERU: before when they go ashore **and why**.", `PERU: [amend 2.b "before when they go ashore and why."]`, ""},
		{"PERU: 2.b before when they go ashore **and why**.", `PERU: [amend 2.b "before when they go ashore and why."]`, ""},
	}
	for _, test := range tests {
		d := read(t, draft+test.typed+"\n")
		if got := outline(d); !strings.Contains(got, strings.ReplaceAll(test.want, ` ""`, "")) {
			t.Errorf("%q is read as\n%swant %s", test.typed, got, test.want)
		}
		if codes := codes(d); test.code != "" && !strings.Contains(codes, test.code) {
			t.Errorf("%q has the notices %s, want %s", test.typed, codes, test.code)
		}
	}
}

// What only tells of a proposal is a sentence of the draft.
func TestSentencesAboutProposalsAreNone(t *testing.T) {
	for _, words := range []string{
		"Japan proposed to host the next meeting.",
		"The delegation of Japan suggested that ships be small.",
		"The Assembly requested Norway to delete nothing.",
	} {
		d := read(t, "# Plan\n\n1. Ships are small.\n\n"+words+"\n")
		if len(d.Proposals) != 0 || !strings.Contains(outline(d), "plain "+words) {
			t.Errorf("%q is read as\n%s", words, outline(d))
		}
	}
}
