package diff_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"plenary/diff"
)

const (
	goldFile   = "../testdata/diff/quality/bridgetown.txt"
	draftFile  = "../testdata/documents/bridgetown-compilation.txt"
	reportFile = "../testdata/diff/quality/report.md"
)

// gold is the redline of a delegation, repaired where its marks were damaged.
type gold struct {
	id      string
	repairs []string
	redline diff.Script
}

func readGold(t testing.TB) []gold {
	t.Helper()
	data, err := os.ReadFile(goldFile)
	if err != nil {
		t.Fatal(err)
	}
	var all []gold
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		last := len(all) - 1
		if id, found := strings.CutPrefix(line, "== "); found {
			all = append(all, gold{id: id})
		} else if why, found := strings.CutPrefix(line, "# repaired: "); found {
			all[last].repairs = append(all[last].repairs, why)
		} else if line != "" && line[0] != '#' {
			all[last].redline = parseRedline(t, line)
		}
	}
	return all
}

// The compilation is the judge of what the draft is: a repair that would change
// it is none.
func TestRedlinesOfDelegationsAmendTheDraft(t *testing.T) {
	compilation, err := os.ReadFile(draftFile)
	if err != nil {
		t.Fatal(err)
	}
	all := readGold(t)
	if len(all) != 34 {
		t.Errorf("%d redlines, want 34", len(all))
	}
	for _, g := range all {
		if err := g.redline.Check(); err != nil {
			t.Errorf("%s: %v", g.id, err)
		}
		for line := range strings.Lines(g.redline.Before()) {
			if line = strings.TrimSuffix(line, "\n"); !strings.Contains(string(compilation), " "+line+"\n") {
				t.Errorf("%s: not in the draft: %s", g.id, line)
			}
		}
	}
}

// engines are what the report compares; ours comes first.
var engines = []struct {
	name  string
	words func(before, after string) diff.Script
}{
	{"Fine", diff.Fine.Words},
	{"Coarse", diff.Coarse.Words},
	{"go-diff on words", diff.PlainWords},
	{"go-diff on characters, DiffCleanupSemantic", cleanedUp},
}

// cleanedUp is go-diff as most programs use it.
func cleanedUp(before, after string) diff.Script {
	engine := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	ops := map[diffmatchpatch.Operation]diff.Op{diffmatchpatch.DiffEqual: diff.Equal,
		diffmatchpatch.DiffDelete: diff.Delete, diffmatchpatch.DiffInsert: diff.Insert}
	var s diff.Script
	for _, d := range engine.DiffCleanupSemantic(engine.DiffMain(before, after, false)) {
		s = append(s, diff.Span{Op: ops[d.Type], Text: d.Text})
	}
	return s
}

// TestRedlinesAreThoseOfDelegations holds Words to the marks of people and
// writes down how close it comes.
func TestRedlinesAreThoseOfDelegations(t *testing.T) {
	all := readGold(t)
	total := scoreAll(all, diff.Words)
	if got := total.tokenF1(); got < 0.990 {
		t.Errorf("token F1 is %.4f, want at least .990", got)
	}
	if got := total.hunkF1(); got < 0.88 {
		t.Errorf("hunk F1 is %.4f, want at least .88", got)
	}
	if total.exact < 27 {
		t.Errorf("%d redlines of %d are exact, want at least 27", total.exact, total.redlines)
	}
	report := writeReport(all)
	if *update {
		if err := os.WriteFile(reportFile, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(reportFile)
	if err != nil {
		t.Fatal(err)
	}
	if report != string(want) {
		t.Errorf("the report has changed; make redline-report and read what became of it:\n%s", report)
	}
}

// scoreAll scores an engine on what was marked; a redline that changes nothing
// is no test.
func scoreAll(all []gold, words func(before, after string) diff.Script) score {
	var total score
	for _, g := range all {
		if g.redline.Changed() {
			total.add(g.redline, words(g.redline.Before(), g.redline.After()))
		}
	}
	return total
}

func writeReport(all []gold) string {
	var r strings.Builder
	r.WriteString(`# Our redlines beside those of the delegations

Made by make redline-report from bridgetown.txt, which holds the marks of the
delegations. F1 is the harmonic mean of precision and recall: of the tokens that
are marked, and of the changes that begin and end alike on both sides wherever a
pure one is placed. A redline is exact if it marks the same tokens.

| engine | token F1 | hunk F1 | exact | exact but for place | hunks |
|---|---|---|---|---|---|
`)
	for _, engine := range engines {
		s := scoreAll(all, engine.words)
		fmt.Fprintf(&r, "| %s | %.3f | %.2f | %d of %d | %d | %d |\n", engine.name,
			s.tokenF1(), s.hunkF1(), s.exact, s.redlines, s.placed, s.hunks)
	}
	total := scoreAll(all, diff.Words)
	fmt.Fprintf(&r, "\nThe delegations made %d hunks.\n\n", total.gold)
	r.WriteString("| proposal | repairs | tokens marked by both | only by us | only by them | hunks | theirs | the same |\n|---|---|---|---|---|---|---|---|\n")
	var apart strings.Builder
	for _, g := range all {
		ours := diff.Words(g.redline.Before(), g.redline.After())
		var s score
		s.add(g.redline, ours)
		fmt.Fprintf(&r, "| %s | %d | %d | %d | %d | %d | %d | %d |\n", g.id, len(g.repairs),
			s.marked, s.wrong, s.missed, s.hunks, s.gold, s.same)
		if s.exact == 0 {
			fmt.Fprintf(&apart, "\n## %s\n\ntheirs: %s\n\nours: %s\n", g.id, excerpt(g.redline), excerpt(ours))
		}
	}
	return r.String() + "\n# Where ours is another\n" + apart.String()
}

// excerpt writes a redline with what is equal for long left out.
func excerpt(s diff.Script) string {
	const near = 24
	var short diff.Script
	for _, span := range s {
		if n := len(span.Text); span.Op == diff.Equal && n > 3*near {
			span.Text = strings.ToValidUTF8(span.Text[:near], "") + " … " + strings.ToValidUTF8(span.Text[n-near:], "")
		}
		short = append(short, span)
	}
	return formatRedline(short)
}
