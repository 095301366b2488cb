package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// TestBridgetownReportSaysAllThatTheKeyDoes holds the report on the seed to the list of
// everything that two people found in it by hand: where, of what kind, in what words.
func TestBridgetownReportSaysAllThatTheKeyDoes(t *testing.T) {
	const info, ask, err = negotiation.Info, negotiation.Ask, negotiation.Error
	key := []struct {
		id       string
		line     int
		severity negotiation.Severity
		code     string
		words    string
	}{
		{"A1", 37, err, "merged-run", "the bold passage holds 'and in consultation with the representatives of the Trade Union Technical Advisory Council (COSATE)"},
		{"A2", 94, err, "merged-run", "the bold passage holds 'and', which the draft has already"},
		{"A3", 94, err, "merged-run", "the struck passage holds 'the labour market, in such a way that our governments can count on"},
		{"A4", 98, err, "merged-run", "'prevailing conditions; this includes strengthening and updating the training supply,'"},
		{"A5", 106, err, "merged-run", "the struck passage holds 'advice,', which is not in the draft"},
		{"A6", 116, err, "merged-run", "the struck passage holds 'as well as', which is not in the draft"},
		{"A7", 147, err, "merged-run", "'conduct inspections at a distance or to identify workplaces according to their'"},
		{"A8", 147, err, "merged-run", "the bold passage holds 'target', which the draft has already"},
		{"A9", 172, err, "merged-run", "the struck passage holds 'and', which is not in the draft"},
		{"A10", 192, err, "merged-run", "the bold passage holds 'by', which the draft has already"},
		{"A11", 192, err, "merged-run", "the bold passage holds 'and ensure', which the draft has already"},
		{"A12", 197, err, "merged-run", "the bold passage holds 'expand', which the draft has already"},
		{"A13", 197, err, "merged-run", "the struck passage holds 'the recognition of', which is not in the draft"},
		{"A14", 224, err, "merged-run", "the struck passage holds 'endorsement, impetus', which is not in the draft"},
		{"A15", 232, err, "merged-run", "MEXICO on 17: the struck passage holds 'launch', which is not in the draft; probably meant: inserted, not struck; both readings kept; ask MEXICO to confirm"},
		{"A16", 232, err, "merged-run", "the bold passage holds 'which was launched during the Working Groups meeting in April 2017', which the draft has already"},
		{"A17", 248, err, "merged-run", "the struck passage holds 'existing', which is not in the draft"},
		{"B", 74, err, "no-marks", `the difference was computed: + "observatories and labor"`},
		{"B", 78, err, "no-marks", `+ "Enabling environments for the creation and development of sustainable"`},
		{"B", 184, err, "no-marks", "identical to the draft; the comment is what follows"},
		{"C", 94, ask, "unmarked-words", "added: 'equipping'; gone: 'equip'"},
		{"C", 147, ask, "unmarked-words", "added: 'risks'; gone: 'risk'"},
		{"C", 182, ask, "unmarked-words", "added: 'of'; the draft's, but in bold: 'with'"},
		{"C", 192, ask, "unmarked-words", "a mark inside a word: 'oOversee'"},
		{"C", 201, ask, "unmarked-words", "added: 'updateing'; gone: 'updating'"},
		{"D", 45, ask, "unmarked-punctuation", "changed: ','"},
		{"D", 68, ask, "unmarked-punctuation", "changed: ','"},
		{"D", 98, ask, "unmarked-punctuation", "changed: '.', ',', ','; the draft's, but in bold: '.'"},
		{"D", 106, ask, "unmarked-punctuation", "changed: ','; the draft's, but in bold: '.'"},
		{"D", 128, ask, "unmarked-punctuation", "changed: ','"},
		{"C, D", 147, ask, "unmarked-punctuation", "changed: ',', '.'"},
		{"D", 152, ask, "unmarked-punctuation", "changed: ','"},
		{"D", 162, ask, "unmarked-punctuation", "changed: ',', ',', '.'"},
		{"D", 182, ask, "unmarked-punctuation", "the draft's, but in bold: ','"},
		{"D", 197, ask, "unmarked-punctuation", "changed: ',', ',', ','; the draft's, but in bold: '.'"},
		{"D", 224, ask, "unmarked-punctuation", "changed: ',', ','"},
		{"E", 80, info, "empty-bullet", "empty bullet dropped"},
		{"E", 90, info, "joined", "page break"},
		{"E", 137, info, "blank-line", "inside a list"},
		{"E", 174, info, "joined", "page break"},
		{"E", 203, info, "joined", "page break"},
		{"E", 250, info, "blank-line", "inside a list"},
		{"F", 54, ask, "relabelled", "iii is 5.i, iv is 5.ii"},
		{"F", 54, ask, "target", "stands behind 5.ii, but restates 5"},
		{"F", 245, ask, "target", "stands behind 19.bullet6, but restates 19"},
		{"G", 186, ask, "extra-item", "Take into consideration the conclusions adopted at the Fourth Global Conference"},
		{"G", 188, ask, "extra-item", "Include a mention of the elimination of forced labor and the target 8.7 of the 2030 Agenda."},
		{"G", 37, ask, "pointer", "'Point A. –'"},
		{"H", 37, info, "stray-mark", "three asterisks (***)"},
		{"H", 172, ask, "empty-parentheses", "“()”"},
		{"H", 224, info, "stray-space", "MEXICO on 15"},
		{"I", 102, ask, "editorial", "“country.”"},
		{"I", 152, ask, "editorial", "MEXICO on 9.c: taking it as it stands leaves: Ends with “workers,”"},
		{"I", 154, ask, "editorial", "CEATAL on 9.c: taking it as it stands leaves: Ends with “bargaining,”"},
		{"I", 162, ask, "editorial", "The final mark is missing: “plans.”"},
		{"I", 172, ask, "editorial", "MEXICO on 9.g: taking it as it stands leaves: Ends with “approach,”"},
		{"I", 178, ask, "editorial", "Ends with “work,”"},
		{"J", 94, info, "editorial", "“labour”: the draft spells it “labor”"},
		{"J", 158, info, "editorial", "“labour”: the draft spells it “labor”"},
		{"J", 178, info, "editorial", "“labour”: the draft spells it “labor”"},
		{"J", 245, info, "editorial", "“Labour”: the draft spells it “Labor”"},
		{"J", 37, info, "editorial", "the draft says “Trade Union Technical Advisory Council (COSATE)”"},
		{"K", 52, info, "slip", "5.ii of the draft: “workers' and employer's”"},
		{"K", 122, info, "slip", "C.group2 of the draft: “WORKERS' AND EMPLOYER'S”"},
		{"K", 122, info, "slip", "The other headings have no full stop"},
		{"K", 180, info, "slip", "“focus not only children”, perhaps “focus not only on children”"},
		{"K", 238, info, "slip", "19.bullet1 of the draft: The final mark is missing"},
		{"K", 114, info, "slip", "“and to explore”"},
		{"L", 255, info, "untouched", "No comments: 43 of 72 units (41 untouched once the lists that are restated are split); paragraphs 1, 3, 10-14, 18, 20; 7.g; 9.b, 9.f, 9.k"},
		{"L", 29, info, "contributors", "CEATAL, CHILE, COSATE, MEXICO, PERU"},
		{"L", 27, info, "cut-off", "up to SEPTEMBER 27; the document is of 28 September 2017"},
	}
	notices := read(t, string(formattest.Bridgetown(t))).Notices
	for _, k := range key {
		if !slices.ContainsFunc(notices, func(n negotiation.Notice) bool {
			return n.Line == k.line && n.Severity == k.severity && n.Code == k.code && strings.Contains(n.Text, k.words)
		}) {
			t.Errorf("%s: no %s notice %q on line %d with %q", k.id, k.severity, k.code, k.line, k.words)
		}
	}
	for _, n := range notices {
		if strings.Contains(n.Text, "“Latin") || strings.Contains(n.Text, "“Analysis") {
			t.Errorf("the shape of quotation marks is told as a change: %v", n)
		}
	}
}

// The whole report, as a secretary reads it.
func TestBridgetownReportAsText(t *testing.T) {
	var b strings.Builder
	if err := negotiation.NewReport("bridgetown", read(t, string(formattest.Bridgetown(t)))).WriteText(&b); err != nil {
		t.Fatal(err)
	}
	formattest.Golden(t, "bridgetown-compilation.report", b.String())
}
