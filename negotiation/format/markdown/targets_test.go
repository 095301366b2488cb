package markdown_test

import (
	"strings"
	"testing"

	"plenary/negotiation"
)

// proposalsOf gives the proposals of an outline, one a line.
func proposalsOf(d negotiation.Draft) string {
	paragraphs := len(d.Paragraphs)
	lines := strings.SplitN(outline(d), "\n", paragraphs+1)
	return strings.TrimSpace(lines[paragraphs])
}

const yearly = `# Plan

1. States report each year on fish.

2. States report each year on ships.

3. States report each year on ports.

`

const lawText = "DRAFT CODE\n\n3. Members shall ensure that:\n\n3.1 wages are paid:\n\n3.1.1 in full;\n\n3.1.2 on time, namely:\n\n3.1.2.1 weekly; or\n\n3.1.2.2 monthly.\n\n3.2 hours are limited.\n\n"

const nestedLists = `DRAFT

1. Wages are paid:

(a) on time, namely:

(i) weekly;

(ii) monthly;

(iii) as agreed:

(A) in cash;

(B) by cheque

(b) in full.

`

// A restated paragraph is found by its words, wherever it stands in the draft.
func TestAnExactRestatementFindsItsParagraph(t *testing.T) {
	tests := []struct{ name, draft, typed, want, code string }{
		{"of a paragraph before its neighbour", yearly, "PERU: States report each **second** year on fish.",
			`PERU: [amend 1 "States report each second year on fish."]`, "target"},
		{"of its neighbour", yearly, "PERU: States report each **second** year on ports.",
			`PERU: [amend 3 "States report each second year on ports."]`, ""},
		{"against a printed label", yearly, "CUBA: 1. States report each **third** year on ships.",
			`CUBA: [amend 2 "States report each third year on ships."]`, "target"},
		{"with the label of another and the words of its neighbour", yearly, "CUBA: 1. States report each **third** year on ports.",
			`CUBA: [amend 3 "States report each third year on ports."]`, "target"},
		{"with a label that the draft has not", yearly, "MALI: 5. States report each **fourth** year on ships.",
			`MALI: [amend 2 "States report each fourth year on ships."]`, "target"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { readsAs(t, test.draft, test.typed, test.want, test.code) })
	}
}

// readsAs wants a passage behind a draft to be read as one proposal, with a notice of
// a code, or with none about its target.
func readsAs(t *testing.T, draft, typed, want, code string) {
	t.Helper()
	d := read(t, draft+typed+"\n")
	if got := proposalsOf(d); got != want {
		t.Errorf("%q is\n%s, want\n%s", typed, got, want)
	}
	if said := codes(d); code == "" && strings.Contains(said, "target") || !strings.Contains(said, code) {
		t.Errorf("%q has the notices %q, want %q", typed, said, code)
	}
}

// A label that is typed before restated words is no part of them, and says on what
// they are where the draft has it.
func TestLabelsOfSeveralPartsAreCut(t *testing.T) {
	tests := []struct{ name, draft, typed, want, code string }{
		{"two in brackets", nestedLists, "PERU: (a) (ii) ~~monthly~~ **yearly**;", `PERU: [amend 1.a(ii) "yearly;"]`, "target"},
		{"written over", nestedLists, "PERU: 1(a)(ii) ~~monthly~~ **each year, on one day**;", `PERU: [amend 1.a(ii) "each year, on one day;"]`, "target"},
		{"all but what the draft's own words begin with", nestedLists, "CHILE: 1(a)(iii)(B) by cheque **or card**", `CHILE: [amend par2 "(B) by cheque or card"]`, "target"},
		{"no label of the draft's", yearly, "CHILE: 2.5 **times** States report each year on ports.", `CHILE: [amend 3 "2.5 times States report each year on ports."]`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { readsAs(t, test.draft, test.typed, test.want, test.code) })
	}
}

// A paragraph is found by the name that the document prints, from wherever it is said.
func TestParagraphsAreFoundAsPrinted(t *testing.T) {
	const charter = "PROJET DE CHARTE\n\nArticle 2\n\nLes ports sont ouverts.\n\nArticle 2 bis\n\nLe présent article ne s’applique pas.\n\n"
	tests := []struct{ name, draft, typed, want, code string }{
		{"article 2 bis", charter, "PERU: Supprimer l’article 2 bis.", "PERU: [delete Article2bis]", ""},
		{"a number of four parts", lawText, "FRANCE: 3.1.2.2 ~~monthly~~ **each month**.", `FRANCE: [amend 3.1(2)(2) "each month."]`, "target"},
		{"its words alone", lawText, "FRANCE: ~~monthly~~ **each month**.", `FRANCE: [amend 3.1(2)(2) "each month."]`, "target"},
		{"a number of two parts and a colon", lawText, "ITALY: 3.1: wages are paid **in money**:", `ITALY: [amend 3.1 "wages are paid in money:"]`, ""},
		{"article 2", charter, "PERU: Supprimer l’article 2.", "PERU: [delete Article2]", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			readsAs(t, test.draft, test.typed, test.want, test.code)
		})
	}
}

// A number with a point is a label only where it goes on from one.
func TestNumbersThatCountAreNoLabels(t *testing.T) {
	d := read(t, "DRAFT\n\n1. One is said.\n\n1.5 million people work at sea.\n\n1.1 the rest.\n")
	if got, want := outline(d), "1 numbered One is said.\npar1 plain 1.5 million people work at sea.\n"; !strings.HasPrefix(got, want) {
		t.Errorf("it is read as\n%s, want\n%s", got, want)
	}
}

// A text of a few words shares them with any other.
func TestAShortChapeauIsNotTakenForTheParagraphAbove(t *testing.T) {
	const crew = "# Plan\n\n1. Ships keep a list of the crew.\n\n2. The list says:\n\n- a. who is on board;\n- b. when they go ashore.\n\n"
	readsAs(t, crew, "PERU: Ships keep a **full** list of the crew.", `PERU: [amend 1 "Ships keep a full list of the crew."]`, "target")
	readsAs(t, crew, "PERU: Ships keep a **full** list of the **whole** crews.", `PERU: [amend 1 "Ships keep a full list of the whole crews."]`, "target")
}

// What stands behind a proposal and restates the next paragraph, or says why, is of it.
func TestAProposalGoesOn(t *testing.T) {
	const two = "DRAFT\n\n1. First sentence of one.\n\nSecond sentence of one, in its own paragraph.\n\n"
	const typed = "BELIZE: First sentence of **paragraph** one.\n\nSecond sentence of one, in its own **longer** paragraph.\n\n"
	const want = `BELIZE: [amend 1 "First sentence of paragraph one."] [amend par1 "Second sentence of one, in its own longer paragraph."]`
	for _, reason := range []string{"Rationale: clarity.", "Justification: clarity.", "Explanation: clarity.", "Motivo: clarity.", "Motivation : clarity.", "JUSTIFICATIVA: clarity."} {
		d := read(t, two+typed+reason+"\n\n2. Two is short.\n")
		if got := proposalsOf(d); got != want || len(d.Proposals) != 1 || d.Proposals[0].Reason != "clarity." || len(d.Paragraphs) != 3 {
			t.Errorf("behind %q the proposal is\n%s for the reason %q, with %d paragraphs; want\n%s", reason, got, d.Proposals[0].Reason, len(d.Paragraphs), want)
		}
	}
}

// A line that names a paragraph says it of what stands below it, until other words
// show otherwise.
func TestANamedParagraphIsNotKeptForOthers(t *testing.T) {
	const base = "DRAFT PLAN\n\n1. States protect the sea.\n\n2. States report each year.\n\n(a) on fish;\n\n(b) on ships.\n\n3. The fund is small.\n"
	const header = "Paragraph 3\nThe fund is ~~small~~ **large**.\n\n"
	const first = `PERU: [amend 3 "The fund is large."]` + "\n"
	tests := []struct{ name, src, want string }{
		{"an exact restatement of another", header + "States report each **second** year.", first + `PERU: [amend 2 "States report each second year."]`},
		{"a delegation that is named", header + "MEXICO: States report each **second** year.", first + `MEXICO: [amend 2 "States report each second year."]`},
		{"at once", "Paragraph 3\n\nStates report each **second** year.", `PERU: [amend 2 "States report each second year."]`},
		{"the end of the letter", header + "Yours sincerely, María", first + `PERU: [comment  "Yours sincerely, María"]`},
		{"what is below it", "Paragraph 3\n\nMEXICO: The fund is ~~small~~ **large**.\n\nCHILE: Delete it.", `MEXICO: [amend 3 "The fund is large."]` + "\n" + `CHILE: [delete 3]`},
		{"an item of its list", "Paragraph 2\n\n(a) on **all** fish;", `PERU: [amend 2.a "on all fish;"]`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, _ := amendments(t, base, test.src, "PERU", negotiation.ReadOptions{}); got != test.want {
				t.Errorf("%q is\n%s, want\n%s", test.src, got, test.want)
			}
		})
	}
}
