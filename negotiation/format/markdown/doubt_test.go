package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// Marks that strike a whole paragraph together with its successor are in doubt: at
// their word they delete it, and the new words would be gone.
func TestStruckParagraphWithItsSuccessorIsInDoubt(t *testing.T) {
	tests := []struct{ name, src, want, probable, codes string }{
		{"a paragraph", "2. The seat is in Vienna.\n\nMEXICO: ~~The seat is in Vienna. It moves to Bonn.~~",
			`MEXICO: [amend 2 "It moves to Bonn."]`, "It moves to Bonn.", "3 merged-run"},
		{"an item", plan + "\nPERU: On 2.b: ~~publish the results of each inspection in rural areas; inform the public;~~\n",
			`PERU: [amend 2.b "inform the public;"]`, "inform the public;", "21 merged-run"},
		{"all struck", "2. The seat is in Vienna.\n\nMEXICO: ~~The seat is in Vienna.~~", `MEXICO: [delete 2]`, "", ""},
		{"all struck, in two runs", "2. The seat is in Vienna.\n\nMEXICO: ~~The seat~~ ~~is in Vienna.~~", `MEXICO: [delete 2]`, "", ""},
		{"all struck, with words of another version", "2. The seat is in Vienna.\n\nMEXICO: ~~The whole seat is in old Vienna.~~", `MEXICO: [delete 2]`, "", "3 foreign-struck"},
		{"all struck, with a sign", "2. The seat is in Vienna.\n\nMEXICO: ~~The seat is in Vienna. §~~", `MEXICO: [delete 2]`, "", "3 unmarked-punctuation"},
		{"all struck, twice over", "2. a\n\nMEXICO (on 2): ~~a a~~", `MEXICO: [delete 2]`, "", "3 merged-run"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.src)
			lines := strings.SplitN(outline(d), "\n", len(d.Paragraphs)+1)
			if got := strings.TrimSpace(lines[len(d.Paragraphs)]); got != test.want {
				t.Errorf("proposals of %q:\n got %s\nwant %s", test.src, got, test.want)
			}
			if got := codes(d); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			if got := doubtful(d); test.probable == "" && len(got) > 0 || test.probable != "" && (len(got) != 1 || got[0].Literal != "" || got[0].Probable != test.probable) {
				t.Errorf("%q is in doubt as %+v, want nothing or %q", test.src, got, test.probable)
			}
			if r := formattest.Refuses(d); r != nil {
				t.Errorf("%q is refused: %v", test.src, r)
			}
		})
	}
}

// doubtful are all doubts of a draft.
func doubtful(d negotiation.Draft) []negotiation.Doubt {
	var list []negotiation.Doubt
	for _, p := range d.Proposals {
		list = append(list, p.Received.Doubts...)
	}
	return list
}

func TestStruckParagraphWithItsSuccessorComesRound(t *testing.T) {
	const words = "~~The seat is in Vienna. It moves to Bonn.~~"
	const passage = "MEXICO (reading not confirmed): " + words
	first := read(t, "ON SEATS\n\nNote: x\n\n2. The seat is in Vienna.\n\nMEXICO: "+words+"\n")
	once := compiled(t, first)
	if !strings.Contains(once, passage) {
		t.Errorf("%q is not in\n%s", passage, once)
	}
	second := read(t, once)
	same(t, second, first)
	if got := doubtful(second); len(got) != 1 || got[0].Literal != "" || got[0].Probable != "It moves to Bonn." {
		t.Errorf("read again, %+v is in doubt", got)
	}
	if got := negotiation.NewReport("x", second).Proposals[0].Readings; got.Literal != "" || got.Probable != "It moves to Bonn." || got.ComputedFrom != "probable" {
		t.Errorf("the report has the readings %+v", got)
	}
	if twice := compiled(t, second); twice != once {
		t.Errorf("compiled again it is\n%s, was\n%s", twice, once)
	}
}
