package diff_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// markedPassage is a paragraph of a proposal as its delegation marked it.
type markedPassage struct {
	id, draft, typed string
	after            string // of the gold
}

// readPassages returns the paragraphs of the compilation's proposals, in the
// order of the gold. MEXICO 19 has seven.
func readPassages(t testing.TB) []markedPassage {
	t.Helper()
	data, err := os.ReadFile(draftFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(data), "\n")
	var all []markedPassage
	at := 0
	for _, g := range readGold(t) {
		author, _, _ := strings.Cut(g.id, " ")
		for !strings.HasPrefix(lines[at], author+": ") {
			at++
		}
		drafts, afters := strings.Split(g.redline.Before(), "\n"), strings.Split(g.redline.After(), "\n")
		for n := range drafts {
			var typed string
			typed, at = passageAt(lines, at)
			all = append(all, markedPassage{g.id, drafts[n], typed, afters[n]})
		}
	}
	return all
}

// passageAt returns the passage that begins on a line, joined where a page break
// split it, and the line of what follows.
func passageAt(lines []string, at int) (typed string, next int) {
	_, typed, _ = strings.Cut(lines[at], " ")
	for at++; at < len(lines); at++ {
		switch line := lines[at]; {
		case line == "":
		case strings.IndexByte("~abcdefghijklmnopqrstuvwxyz", line[0]) >= 0:
			typed += "\n\n" + line
		default:
			return typed, at
		}
	}
	return typed, at
}

var straightened = strings.NewReplacer("“", `"`, "”", `"`, "’", "'")

func TestRepairGivesWhatDelegationsMeant(t *testing.T) {
	for _, p := range readPassages(t) {
		want := p.after
		if p.id == "MEXICO 9.m" {
			// The strike through "ing" was lost: nothing in the text tells of it, and
			// Repair does not make words.
			want = strings.Replace(want, "to update the", "to updateing the", 1)
		}
		got := checkRepair(t, p.draft, p.typed).Text
		if straightened.Replace(got) != straightened.Replace(want) {
			t.Errorf("%s: Repair(%q, %q) = %q, want %q", p.id, p.draft, p.typed, got, want)
		}
	}
}

// fusedRuns are the runs of the compilation that were fused of two, in their
// order, with the words that are out of place. Of long runs the middle is left out.
var fusedRuns = []struct {
	id, run string
	kind    diff.FindingKind
	words   string
}{
	{"COSATE 2", "Point A. – Guaranteeing ... and in consultation with the representatives of the Trade Union Technical Advisory Council (COSATE), of the Business Technical Advisory Committee on Labor Matters (CEATAL),",
		diff.StruckInBold, "and in consultation with the representatives of the Trade Union Technical Advisory Council (COSATE), of the Business Technical Advisory Committee on Labor Matters (CEATAL),"},
	{"MEXICO 7.b", "with the aim of and", diff.StruckInBold, "and"},
	{"MEXICO 7.b", "and the labour market, in such a way that our governments can count on quality, relevant, truthful, and timely information to design public policies in education and technical training that allow us to anticipate",
		diff.BoldInStruck, "the labour market, in such a way that our governments can count on quality, relevant, truthful, and timely information to design public policies in education and technical training that allow us to"},
	{"MEXICO 7.c", "world of work, such as: prevailing conditions; this includes strengthening and updating the training supply,",
		diff.StruckInBold, "prevailing conditions; this includes strengthening and updating the training supply,"},
	{"MEXICO 7.e", "mentoring, advice, the promotion of", diff.BoldInStruck, "advice,"},
	{"MEXICO 7.h", "presented to the XV IACML in 2007 in Trinidad and Tobago, and as well as to", diff.BoldInStruck, "as well as"},
	{"MEXICO 9.a", "improve the inspection process, favor self-evaluation in the workplace, conduct inspections at a distance or to identify workplaces according to their identify",
		diff.StruckInBold, "conduct inspections at a distance or to identify workplaces according to their"},
	{"MEXICO 9.a", "and focus on target", diff.StruckInBold, "target"},
	{"MEXICO 9.g", "and, including mental health risks. Implement those policies ... Interventions should be aimed at", diff.BoldInStruck, "and"},
	{"MEXICO 9.j", "between the by", diff.StruckInBold, "by"},
	{"MEXICO 9.j", "and ensure so", diff.StruckInBold, "and ensure"},
	{"MEXICO 9.l", "guarantee expand", diff.StruckInBold, "expand"},
	{"MEXICO 9.l", "and expand mechanisms for making the recognition of", diff.BoldInStruck, "the recognition of"},
	{"MEXICO 15", "full endorsement, impetus", diff.BoldInStruck, "endorsement, impetus"},
	{"MEXICO 17", "launch–development", diff.BoldInStruck, "launch"},
	{"MEXICO 17", "in compliance with the XIX IACML mandates which was launched during the Working Groups meeting in April 2017.",
		diff.StruckInBold, "which was launched during the Working Groups meeting in April 2017"},
	{"MEXICO 19", "Incorporate new existing", diff.BoldInStruck, "existing"},
}

func TestRepairFindsTheFusedRunsOfDelegationsAndNoOthers(t *testing.T) {
	n := 0
	for _, p := range readPassages(t) {
		for _, f := range checkRepair(t, p.draft, p.typed).Findings {
			if !f.Kind.Merged() {
				continue
			}
			if n == len(fusedRuns) {
				t.Fatalf("%s: %q in %q is one finding too many", p.id, f.Words, f.Run)
			}
			want := fusedRuns[n]
			first, last, _ := strings.Cut(want.run, " ... ")
			if p.id != want.id || f.Kind != want.kind || f.Words != want.words ||
				!strings.HasPrefix(f.Run, first) || !strings.HasSuffix(f.Run, last) || last == "" && f.Run != first {
				t.Errorf("fused run %d: got %s, %+v, want %+v", n+1, p.id, f, want)
			}
			n++
		}
	}
	if n != len(fusedRuns) {
		t.Errorf("%d fused runs found, want %d", n, len(fusedRuns))
	}
}

// misfits is what else does not fit, as "kind: words".
var misfits = map[string][]string{
	"MEXICO 4":    {"punctuation-unmarked: ,"},
	"CEATAL 6-b4": {"punctuation-unmarked: ,"},
	"MEXICO 7.b":  {"punctuation-unmarked: ,", "lost-unmarked: equip", "added-unmarked: equipping"},
	"MEXICO 7.c":  {"punctuation-unmarked: .", "punctuation-unmarked: ,", "punctuation-unmarked: ,", "marks-in-bold: ."},
	"MEXICO 7.e":  {"punctuation-unmarked: ,", "marks-in-bold: ."},
	"MEXICO 8-b1": {"punctuation-unmarked: ,"},
	"MEXICO 9.a":  {"lost-unmarked: risk", "added-unmarked: risks", "punctuation-unmarked: ,", "punctuation-unmarked: ."},
	"MEXICO 9.c":  {"punctuation-unmarked: ,"},
	"MEXICO 9.e":  {"punctuation-unmarked: ,", "punctuation-unmarked: ,", "punctuation-unmarked: ."},
	"MEXICO 9.i":  {"kept-in-bold: with", "added-unmarked: of", "marks-in-bold: ,"},
	"MEXICO 9.j":  {"inside-word: oOversee"},
	"MEXICO 9.l":  {"punctuation-unmarked: ,", "punctuation-unmarked: ,", "punctuation-unmarked: ,", "marks-in-bold: ."},
	"MEXICO 9.m":  {"lost-unmarked: updating", "added-unmarked: updateing"},
	"MEXICO 15":   {"punctuation-unmarked: ,", "punctuation-unmarked: ,"},
	"MEXICO 17":   {"marks-in-bold: ."},
	"MEXICO 19":   {"marks-in-bold: ;"},
}

func TestRepairFindsWhatElseDoesNotFitInTheCompilation(t *testing.T) {
	got := make(map[string][]string)
	for _, p := range readPassages(t) {
		for _, f := range checkRepair(t, p.draft, p.typed).Findings {
			if !f.Kind.Merged() {
				got[p.id] = append(got[p.id], written(f))
			}
		}
	}
	for _, g := range readGold(t) {
		if !slices.Equal(got[g.id], misfits[g.id]) {
			t.Errorf("%s: found %q, want %q", g.id, got[g.id], misfits[g.id])
		}
	}
}

// written writes a finding as "kind: words".
func written(f diff.Finding) string { return string(f.Kind) + ": " + f.Words }
