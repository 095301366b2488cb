package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/markdown"
)

// Words that are put forward behind a known name are never silently the draft's, nor
// another delegation's.
func TestNamesInUnknownFormsAreAsked(t *testing.T) {
	const words = "at the place of **their** work"
	const amend = `[amend 1.b "at the place of their work"]`
	tests := []struct{ src, proposal string }{
		{"BAHAMAS:" + words, "BAHAMAS: " + amend},
		{"• CUBA: " + words, "CUBA: " + amend},
		{"- HAITI: " + words, "HAITI: " + amend},
		{"1) NICARAGUA: " + words, "NICARAGUA: " + amend},
		{"(Chile) at the place of ~~work~~ **toil**", `Chile: [amend 1.b "at the place of toil"]`},
		{"HAITI [in French]: " + words, "HAITI: " + amend},
		{"Ms. Ramírez (Panama): " + words, "Panama: " + amend},
		{"_Guyana_: " + words, "Guyana: " + amend},
		{"SURINAME - " + words, "SURINAME: " + amend},
		{"SPAIN (1.b): " + words, "SPAIN: " + amend},
		{"Germany on 1.b: " + words, "Germany: " + amend},
		{"MEXICO (ad ref.): " + words, "MEXICO: " + amend},
		{"CHILE (new): " + words, "CHILE: " + amend},
		{"CHILE (NEW): " + words, "CHILE: " + amend},
		{"(Norway, Iceland: " + words + ")", "Norway+Iceland: " + amend},
		{"Amendment 1 (Mexico): In paragraph 1.b, replace \"work\" by \"toil\".", `Mexico: [amend 1.b "at the place of toil"]`},
		{"Proposal 3: Brazil: " + words, "Brazil: " + amend},
		{"D.45 Government members of Argentina, Brazil, Chile: " + words, "Argentina+Brazil+Chile: " + amend},
		{"CHILE (new): " + words + "\n\nAmendment 2 by Peru\nDelete paragraph 1.a.", "CHILE: " + amend + "\nPeru: [delete 1.a]"},
		{"EU+UK: " + words, "EU+UK: " + amend},
		{"Note taken in Panama by the chair: " + words, `Panama: [comment 1.b "Note taken in Panama by the chair: ` + words + `"]`},
	}
	for _, test := range tests {
		t.Run(test.src, func(t *testing.T) {
			draft, proposals, said, d := behind(t, test.src, negotiation.ReadOptions{})
			if draft != "" || proposals != test.proposal || !strings.Contains(said, "6 unknown-name") {
				t.Errorf("%q is read as\n%s\nwith the notices %q, and more of the draft: %q; want\n%s", test.src, proposals, said, draft, test.proposal)
			}
			if len(d.Questions) != 1 || d.Questions[0].Line != 6 || !d.Questions[0].Delegation {
				t.Errorf("%q is asked as %v", test.src, d.Questions)
			}
		})
	}
}

func TestANameWithAPlaceThatIsNowhereIsNobodyElses(t *testing.T) {
	_, proposals, said, _ := behind(t, "MEXICO: at **the** home\n\nPERU (paragraph 9): at the place of **their** work", negotiation.ReadOptions{})
	if !strings.Contains(proposals, "\nPERU: ") || strings.Contains(strings.Split(proposals, "\n")[0], "their") {
		t.Errorf("the words of Peru are read as\n%s\n%s", proposals, said)
	}
}

func TestANameRightBelowAnotherProposalIsItsOwn(t *testing.T) {
	_, proposals, _, _ := behind(t, "CANADA: -\nEU+UK: at the place of **their** work\nMEXICO and CHILE, supported by CUBA: at **our** home", negotiation.ReadOptions{})
	for _, want := range []string{"EU+UK: ", "MEXICO+CHILE: "} {
		if !strings.Contains(proposals, want) {
			t.Errorf("no proposal of %q in\n%s", want, proposals)
		}
	}
}

func TestAnAnswerMakesANamedLineTheDrafts(t *testing.T) {
	draft, proposals, _, d := behind(t, "• CUBA: at the place of **their** work", negotiation.ReadOptions{Names: map[string]bool{"CUBA": false}})
	if !strings.Contains(draft, "CUBA: at the place of their work") || proposals != "" || len(d.Questions) > 0 {
		t.Errorf("CUBA is no delegation, but is read as %q beside %q, asked %v", proposals, draft, d.Questions)
	}
}

// A name before words that nobody puts forward is the draft's own.
func TestNamesInListsOfTheDraftAreNoProposals(t *testing.T) {
	for _, src := range []string{
		"- CUBA: Havana",
		"(Chile) has the chair of the committee.",
		"3) Mexico - the host of the next meeting",
		"2. The seat of the office in Panama: a building of its own.",
	} {
		if _, proposals, _, d := behind(t, src, negotiation.ReadOptions{}); proposals != "" || len(d.Questions) > 0 {
			t.Errorf("%q is read as %q and asked as %v", src, proposals, d.Questions)
		}
	}
}

// Bold words of a draft that are like nothing before them stay where they are, but
// are asked about.
func TestBoldWordsOfTheDraftBehindANameAreAsked(t *testing.T) {
	draft, proposals, said, d := behind(t, "2) Mexico - **Cancún**, a town by its ocean", negotiation.ReadOptions{})
	if proposals != "" || !strings.Contains(draft, "a town by its ocean") || !strings.Contains(said, "unknown-name") || len(d.Questions) != 1 || d.Questions[0].Delegation {
		t.Errorf("read as %q beside %q, with %q, asked %v", proposals, draft, said, d.Questions)
	}
}

func TestDraftsWithNamesBeforeInstructionsComeRound(t *testing.T) {
	c := negotiation.Compilation{What: negotiation.Comments, Title: "A draft", Cover: negotiation.Cover{Title: "A draft"}}
	var want []negotiation.Paragraph
	for i, p := range []negotiation.Paragraph{
		{Kind: negotiation.Numbered, Label: "1", Text: "MEXICO (new): delete paragraph 1"},
		{Kind: negotiation.Lettered, Label: "a", Parent: "p1", Text: "CUBA - delete paragraph 1"},
		{Kind: negotiation.Bullet, Label: "bullet1", Parent: "p1", Text: "EU+UK: delete paragraph 1"},
		{Kind: negotiation.Plain, Label: "par1", Text: "(Chile) delete paragraph 1."},
	} {
		p.ID, p.Version = negotiation.ParagraphID("p"+string(rune('1'+i))), 1
		want = append(want, p)
		c.Blocks = append(c.Blocks, negotiation.Block{Paragraph: &negotiation.PrintedParagraph{Paragraph: p}})
	}
	text := write(t, c)
	d, err := markdown.Read("x.md", []byte(text), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	same := slices.EqualFunc(d.Paragraphs, want, func(got, want negotiation.Paragraph) bool {
		return got.Text == want.Text && got.Kind == want.Kind
	})
	if !same || len(d.Proposals) > 0 {
		t.Errorf("written as\n%s\nand read as\n%s", text, outline(d))
	}
}
