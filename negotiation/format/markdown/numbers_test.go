package markdown_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// shape is a small document, with what is read of it.
type shape struct{ name, src, outline, codes string }

// checkShapes reads documents, and holds each to come back from what Write makes of
// it as it was: a label that is read must be printed so that it is read again.
func checkShapes(t *testing.T, tests []shape) {
	t.Helper()
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.src)
			if diff := cmp.Diff(outline(d), test.outline); diff != "" {
				t.Errorf("outline of %q (-got +want):\n%s", test.src, diff)
			}
			if got := codes(d); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			if r := formattest.Refuses(d); r != nil {
				t.Fatalf("%q is refused: %v", test.src, r)
			}
			printed := write(t, formattest.Import(t, d).Compile(negotiation.Comments))
			if diff := cmp.Diff(read(t, printed).Paragraphs, d.Paragraphs); diff != "" {
				t.Errorf("%q is printed as\n%s, which is read otherwise (-second +first):\n%s", test.src, printed, diff)
			}
		})
	}
}

func TestNumbersOfParagraphs(t *testing.T) {
	checkShapes(t, []shape{
		{"full stop, bracket, dash", "1. One.\n\n2) Two.\n\n3.- Three.\n\n4º Four.",
			"1 numbered One.\n2 numbered Two.\n3 numbered Three.\n4 numbered Four.\n", ""},
		{"bis", "3. Three.\n\n3 bis. Four.\n\n3ter. Five.\n\n3 quater Six.",
			"3 numbered Three.\n3bis numbered Four.\n3ter numbered Five.\n3quater numbered Six.\n", ""},
		{"a number that counts", "1. One.\n\n12 States were present on that day.", "1 numbered One.\npar1 plain 12 States were present on that day.\n", ""},
		{"resolutions", "PP1 Recalling this,\n\nPP2. Noting that,\n\nOP 1. Decides;\n\nOP1 bis Decides also;\n\nOP2 alt. Asks.",
			"PP1 numbered Recalling this,\nPP2 numbered Noting that,\nOP1 numbered Decides;\nOP1bis numbered Decides also;\nOP2alt numbered Asks.\n", ""},
		{"close to one another", "PP3 Recalling this,\nPP4 Noting that,\nOP1 Decides;", "PP3 numbered Recalling this,\nPP4 numbered Noting that,\nOP1 numbered Decides;\n", ""},
		{"paragraphs by name", "Paragraph 1. One.\n\nPara. 2: Two.\n\nParagraph 3\nThree is here.",
			"1 numbered One.\n2 numbered Two.\n3 numbered Three is here.\n", ""},
		{"words that begin like one", "Paragraph 7 of the draft was agreed by all.\n\nArticle 4 of the Convention applies to it.\n\nPart of it does not.",
			"par1 plain Paragraph 7 of the draft was agreed by all.\npar2 plain Article 4 of the Convention applies to it.\npar3 plain Part of it does not.\n", ""},
		{"in bold", "**1.** One.\n\n**Article 2.** Two is a sentence.\n\n**PP3** Three", "1 numbered One.\nArticle2 numbered Two is a sentence.\nPP3 numbered Three\n", ""},
		{"parts", "1. One:\n\n1.1 First of it.\n\n1.2. Second of it.\n\n1.2.1 Its first.\n\n2. Two.", "1 numbered One:\n1.1 lettered First of it.\n1.2 lettered Second of it.\n1.2(1) lettered Its first.\n2 numbered Two.\n", ""},
		{"parts of what has no number", "A.1 First words.\n\nA.2. Second words.\n\n3.1 Third words.", "A(1) numbered First words.\nA(2) numbered Second words.\n3(1) numbered Third words.\n", ""},
		{"a decimal", "1. One is a share of\n2.5 per cent of the whole.", "1 numbered One is a share of 2.5 per cent of the whole.\n", ""},
		{"in brackets", "(1) One.\n\n(2) Two:\n\n(a) its first\n\n(b) its second", "1 numbered One.\n2 numbered Two:\n2.a lettered its first\n2.b lettered its second\n", ""},
		{"in brackets behind a colon", "1. One:\n\n(1) first;\n\n(2) second.\n\n2. Two.", "1 numbered One:\n1.1 lettered first;\n1.2 lettered second.\n2 numbered Two.\n", ""},
		{"further in", "1. One:\n\n   1. first;\n   2. second.\n\n2. Two.", "1 numbered One:\n1.1 lettered first;\n1.2 lettered second.\n2 numbered Two.\n", ""},
		{"letters below numbers", "1. One:\n\n1.1 First:\n\n(a) x;\n\n(b) y:\n\n(i) z;\n\n1.2 Second.", "1 numbered One:\n1.1 lettered First:\n1.1(a) lettered x;\n1.1(b) lettered y:\n1.1(b)(i) roman z;\n1.2 lettered Second.\n", "5 nested, 7 nested, 9 nested"},
		{"numbers below letters", "1. One:\n\n(a) first:\n\n(1) x;\n\n(2) y;\n\n(b) second.", "1 numbered One:\n1.a lettered first:\n1.a(1) lettered x;\n1.a(2) lettered y;\n1.b lettered second.\n", "5 nested, 7 nested"},
		{"hollow bullets", "1. One:\n\no\tfirst;\n\no\tsecond.", "1 numbered One:\n1.bullet1 bullet first;\n1.bullet2 bullet second.\n", ""},
	})
}

func TestArticlesAndSections(t *testing.T) {
	checkShapes(t, []shape{
		{"a title on the line, or the next", "Article 1 – Scope\n\nOne applies.\n\nARTICLE 2.\nUse of terms\n\nTwo applies.\n\nArtículo 3: Objeto\n\nThree applies.\n\nArtigo 4º\n\nDefinições\n\nFour applies.",
			"Article1 heading Scope\npar1 plain One applies.\nARTICLE2 heading Use of terms\npar2 plain Two applies.\nArtículo3 heading Objeto\npar3 plain Three applies.\nArtigo4º heading Definições\npar4 plain Four applies.\n", ""},
		{"one paragraph", "Article 1\n\nOne applies.\n\nArticle 2. Two applies.\n\nArt. 3. Three applies.", "Article1 numbered One applies.\nArticle2 numbered Two applies.\nArt3 numbered Three applies.\n", ""},
		{"numbers that begin anew", "Article premier – Scope\n\n1. One.\n\n2. Two.\n\nArticle 2 – Terms\n\n1. One.\n\n3 bis. Three.",
			"Articlepremier heading Scope\n1(1) numbered One.\n1(2) numbered Two.\nArticle2 heading Terms\n2(1) numbered One.\n2(3bis) numbered Three.\n", ""},
		{"numbers that go on", "Article 1 – Scope\n\n1. One.\n\nArticle 2 – Terms\n\n2. Two.", "Article1 heading Scope\n1 numbered One.\nArticle2 heading Terms\n2 numbered Two.\n", ""},
		{"numbers anew in chapters", "Chapter I – Scope\n\n1. One.\n\nChapter II – Terms\n\n1. Two.", "ChapterI heading Scope\nChapterI(1) numbered One.\nChapterII heading Terms\nChapterII(1) numbered Two.\n", ""},
		{"without a title", "Article 1\n\n1. One.\n\n2. Two.\n\nArticle 2\n\n1. One.", "heading1 heading Article 1\n1(1) numbered One.\n1(2) numbered Two.\nheading2 heading Article 2\n2(1) numbered One.\n", ""},
		{"a list in an article", "Article 1\n\nThe aims are:\n\n1. first;\n\n2. second.\n\nArticle 2\n\nThe rest.", "Article1 numbered The aims are:\nArticle1.1 lettered first;\nArticle1.2 lettered second.\nArticle2 numbered The rest.\n", ""},
		{"twice", "Article 1 – Scope\n\nOne applies.\n\nArticle 1 – Terms\n\nTwo applies.", "Article1 heading Scope\npar1 plain One applies.\nArticle1bis heading Terms\npar2 plain Two applies.\n", "5 label-twice"},
		{"cited at the start of a line", "1. One is made as set out in\nArticle 4.\n\n2. Two is made according to\nArticle 5: the rest.", "1 numbered One is made as set out in Article 4.\n2 numbered Two is made according to Article 5: the rest.\n", ""},
		{"a letter cited at the start of a line", "1. One is made by those of paragraph 2\n(c) of the rules.", "1 numbered One is made by those of paragraph 2 (c) of the rules.\n", ""},
	})
}

func TestHeadingsOfOtherShapes(t *testing.T) {
	checkShapes(t, []shape{
		{"words and numbers", "Chapter I – GENERAL\n\n1. One.\n\nCAPÍTULO II\nDEL OBJETO\n\n2. Two.\n\nTITRE III : Dispositions finales\n\n3. Three.\n\nPARTE A\n\nGeral\n\n4. Four.\n\nSection 2. Scope\n\n5. Five.\n\nAnnex I\n\n6. Six.",
			"ChapterI heading GENERAL\n1 numbered One.\nCAPÍTULOII heading DEL OBJETO\n2 numbered Two.\nTITREIII heading Dispositions finales\n3 numbered Three.\nPARTEA heading Geral\n4 numbered Four.\nSection2 heading Scope\n5 numbered Five.\nheading1 heading Annex I\n6 numbered Six.\n", ""},
		{"letters and small letters", "A. General provisions\n\n1. One.\n\nII. THE REST\n\n2. Two.", "A heading General provisions\n1 numbered One.\nII heading THE REST\n2 numbered Two.\n", ""},
		{"a capital letter that begins a list", "1. One of these:\n\nA. First of all\nB. Second of all", "1 numbered One of these:\npar1 plain A. First of all B. Second of all\n", ""},
		{"underlined", "# Plan\n\nGeneral provisions\n------------------\n\n1. One.\n\nThe rest\n========\n\n2. Two.", "heading1 heading General provisions\n1 numbered One.\nheading2 heading The rest\n2 numbered Two.\n", ""},
		{"in bold", "1. One.\n\n**General provisions**\n\n2. Two.\n\n**THE REST**\n\n3. Three.\n\n**Article 4**\n**The end**\n\nFour applies.", "1 numbered One.\nheading1 heading General provisions\n2 numbered Two.\nheading2 heading THE REST\n3 numbered Three.\nArticle4 heading The end\npar1 plain Four applies.\n", ""},
		{"alone and short", "1. One.\n\nWhat we will do\n\n2. Two.", "1 numbered One.\nheading1 heading What we will do\n2 numbered Two.\n", ""},
		{"names one below the other", "1. One.\n\nDone at Bridgetown\n\nAna Pérez\n\nJohn Smith", "1 numbered One.\npar1 plain Done at Bridgetown\npar2 plain Ana Pérez\npar3 plain John Smith\n", ""},
		{"levels of Markdown with labels", "# Statute\n\n## CHAPTER I – GENERAL\n\n### 1.1 Name\n\n1. One.\n\n## Article 2\n\n2. Two.", "CHAPTERI heading GENERAL\nCHAPTERI.group1 group 1.1 Name\n1 numbered One.\nheading1 heading Article 2\n2 numbered Two.\n", ""},
	})
}
