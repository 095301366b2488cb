package format_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/format"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/front"
	"plenary/negotiation/lang"
)

// seedIssued imports the compilation of 28 September 2017 and issues it again; with
// confirm, every delegation has confirmed what its marks probably mean.
func seedIssued(t *testing.T, confirm bool) string {
	t.Helper()
	d, err := format.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	w := formattest.Import(t, d)
	for _, p := range w.View().Proposals {
		if confirm && p.Unconfirmed() {
			w.Do(negotiation.ConfirmReading{Proposal: p.ID, Reading: negotiation.Probable, Word: "letters of October"})
		}
	}
	en, _ := lang.For("en")
	day := time.Date(2017, 9, 28, 0, 0, 0, 0, time.UTC)
	cover := front.Of(d.Cover).Cover(en, front.Occasion{Kind: negotiation.FirstIssue, Issued: day, UpTo: day.AddDate(0, 0, -1), Original: "en"})
	issue, files, err := format.Issue(w.View(), negotiation.Issue{Symbol: d.Cover.Symbol, Kind: negotiation.FirstIssue, Words: "en", AsOf: day, Cover: cover})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range issue.Files {
		if f.Format == "md" {
			return string(files[f.SHA256])
		}
	}
	t.Fatal("no Markdown was printed")
	return ""
}

// said gives the lines of a document that are not blank, each as it reads when its
// marks are carried out: no white space, no shape of quotation marks.
func said(document string) []string {
	var list []string
	for line := range strings.Lines(document) {
		text := diff.ReadMarks(strings.TrimSpace(line)).After()
		if text = strings.NewReplacer("“", `"`, "”", `"`, "’", "'").Replace(text); text != "" {
			list = append(list, text)
		}
	}
	return list
}

// difference is a line of one of two documents that the other does not have.
type difference struct{ sign, line string }

// differences walks through two documents side by side.
func differences(before, after []string) []difference {
	var list []difference
	for len(before) > 0 || len(after) > 0 {
		switch {
		case len(before) > 0 && len(after) > 0 && before[0] == after[0]:
			before, after = before[1:], after[1:]
		case len(after) > 0 && !slices.Contains(before, after[0]):
			list, after = append(list, difference{"+", after[0]}), after[1:]
		default:
			list, before = append(list, difference{"-", before[0]}), before[1:]
		}
	}
	return list
}

// TestTheSeedIsIssuedAsItStood holds a compilation that is imported and issued again
// to what it was: the paragraphs, delegations and words in their order, but for what
// is listed here with its reason. That a reading is not confirmed is a notice.
func TestTheSeedIsIssuedAsItStood(t *testing.T) {
	const order, same, empty, page, marked = "bodies stand in alphabetical order", "a list restated without a change is not printed again",
		"an empty bullet is nothing", "a page break had cut it in two", "a request is marked as such"
	always := map[string]string{
		"+Note: The delegations of Chile, Mexico, Peru, as well as CEATAL and COSATE": order,
		"-Note: The delegations of Chile, Mexico, Peru, as well as COSATE and CEATAL": order,
		"-- iii. Working Group 1": same, "-- iv. Working Group 2": same, "--": empty,
		"+MEXICO: Further the study and analysis": page, "-MEXICO: Further the study and analysis": page, "-to allow the formulation of policy": page,
		"+MEXICO: Continue the collaboration between": page, "-MEXICO: Continue the collaboration between": page, "-operation of those agreements, in accordance": page,
		"+Request: Include a mention": marked, "-Include a mention": marked,
	}
	confirmed := maps.Clone(always)
	for start, key := range map[string]string{
		"COSATE: In order to ensure": "A1", "MEXICO: Strengthen labor observatories": "A2, A3", "MEXICO: Strengthen and update technical": "A4",
		"MEXICO: Design, execute and evaluate youth": "A5", "MEXICO: Continue to promote gender": "A6", "MEXICO: Strengthen labor inspection": "A7, A8",
		"MEXICO: Design and implement tripartite": "A9", "MEXICO: Continue working toward": "A10, A11", "MEXICO: Strengthen social security": "A12, A13",
		"MEXICO: To renew its": "A14", "MEXICO: To celebrate the": "A15, A16", "- Coordinate with the Ministries": "A17",
	} {
		confirmed["+"+start], confirmed["-"+start] = "merged runs, read as they were probably meant: "+key, "merged runs: "+key
	}
	for name, tt := range map[string]struct {
		confirm bool
		reasons map[string]string
	}{"not confirmed": {false, always}, "confirmed": {true, confirmed}} {
		issued := seedIssued(t, tt.confirm)
		if got, want := strings.Count(issued, " (reading not confirmed):"), 12; !tt.confirm && got != want {
			t.Errorf("%s: it is said of %d proposals that they are not confirmed, want %d", name, got, want)
		}
		found := map[string]int{}
		for _, d := range differences(said(string(formattest.Bridgetown(t))), said(strings.ReplaceAll(issued, " (reading not confirmed):", ":"))) {
			found[reasonOf(tt.reasons, d)]++
			if reasonOf(tt.reasons, d) == "" {
				t.Errorf("%s: a difference without a reason: %s %.200s", name, d.sign, d.line)
			}
		}
		for start := range tt.reasons {
			if found[start] != 1 {
				t.Errorf("%s: %q differs %d times, want once (%s)", name, start, found[start], tt.reasons[start])
			}
		}
	}
}

// reasonOf is the start of a difference for which there is a reason, or empty; of
// several the longest.
func reasonOf(reasons map[string]string, d difference) string {
	best := ""
	for start := range reasons {
		if strings.HasPrefix(d.sign+d.line, start) && len(start) > len(best) && (start != "--" || d.line == "-") {
			best = start
		}
	}
	return best
}
