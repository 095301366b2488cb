package negotiation_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

func bridgetownReport(t testing.TB) negotiation.Report {
	t.Helper()
	d, err := markdown.Read("bridgetown.txt", formattest.Bridgetown(t), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return negotiation.NewReport("bridgetown", d)
}

func TestReportOfBridgetownInOneLine(t *testing.T) {
	got := bridgetownReport(t).Summary()
	want := "72 units, 7 headings, 34 proposals (MEXICO 26, CEATAL 4, COSATE 2, CHILE 1, PERU 1), 2 extra COSATE items, " +
		"17 merged runs in 12 proposals to confirm, 3 proposals without marks, 3 splits joined, 1 empty bullet, 7 placeholders in the draft"
	if got != want {
		t.Errorf("summary\n got %s\nwant %s", got, want)
	}
}

func TestReportSaysTheLineOfEachNotice(t *testing.T) {
	var b strings.Builder
	if err := bridgetownReport(t).WriteText(&b); err != nil {
		t.Fatal(err)
	}
	if want := "\nline 80: info: empty bullet dropped (empty-bullet)\n"; !strings.Contains(b.String(), want) {
		t.Errorf("report has no %q:\n%s", want, b.String())
	}
}

// The targets of all 34 proposals, as the key has them.
func TestReportOfBridgetownNamesEachTarget(t *testing.T) {
	r := bridgetownReport(t)
	got := map[negotiation.Delegation][]string{}
	for _, p := range r.Proposals {
		got[p.Delegation] = append(got[p.Delegation], p.Paragraph)
	}
	want := map[negotiation.Delegation][]string{
		"MEXICO": {"4", "5", "6.bullet7", "7.a", "7.b", "7.c", "7.d", "7.e", "7.f", "7.h", "7.i", "8.bullet1",
			"9.a", "9.c", "9.d", "9.e", "9.g", "9.h", "9.i", "9.j", "9.l", "9.m", "15", "16", "17", "19"},
		"CEATAL": {"6.bullet4", "6.bullet8", "8.bullet1", "9.c"},
		"COSATE": {"2", "9.i"},
		"CHILE":  {"9.g"},
		"PERU":   {"9.e"},
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("targets (-got +want):\n%s", d)
	}
}

func TestReportGivesEachProposalItsNotices(t *testing.T) {
	r := bridgetownReport(t)
	cosate := r.Proposals[26]
	if len(cosate.Notices) != 3 || cosate.Changes != 2 || cosate.NeedsConfirmation {
		t.Errorf("COSATE on 9.i: %+v, want two changes, three notices and no doubt", cosate)
	}
	if want := []negotiation.ReportedRequest{{Proposal: "27", Delegation: "COSATE", Paragraph: "9.i",
		Text: "Include a mention of the elimination of forced labor and the target 8.7 of the 2030 Agenda."}}; !cmp.Equal(r.Requests, want) {
		t.Errorf("requests are %v, want %v", r.Requests, want)
	}
	if cosate.ExtraItems != 2 || cosate.Readings.ComputedFrom != "plain" {
		t.Errorf("COSATE on 9.i: %+v, want two extra items and a plain text", cosate)
	}
}

// What each redline was computed from: its text without marks, its marks at their
// word, or its marks repaired.
func TestReportGivesBothReadings(t *testing.T) {
	r := bridgetownReport(t)
	tests := []struct {
		line              int
		from              string
		confirm           bool
		runs              int
		literal, probable string
	}{
		{74, "plain", false, 0, "Labor observatories and labor market information systems;", "Labor observatories and labor market information systems;"},
		{128, "literal", false, 0, "all workers, including migrant workers;", "all workers, including migrant workers;"},
		{182, "literal", false, 0, "in line with target 8.7 of goal 8 of", "in line with target 8.7 of goal 8 of"},
		{232, "probable", true, 2, "To celebrate the of the new", "To celebrate the launch of the new"},
		{245, "probable", true, 1, "to update programs", "to update existing programs"},
	}
	for _, test := range tests {
		i := slices.IndexFunc(r.Proposals, func(p negotiation.ReportedProposal) bool { return p.Line == test.line })
		p := r.Proposals[i]
		if p.Readings.ComputedFrom != test.from || p.NeedsConfirmation != test.confirm || p.MergedRuns != test.runs ||
			!strings.Contains(p.Readings.Literal, test.literal) || !strings.Contains(p.Readings.Probable, test.probable) {
			t.Errorf("proposal at line %d: %+v, want %+v", test.line, p, test)
		}
	}
}

func TestSummaryLeavesOutWhatIsNotThere(t *testing.T) {
	proposal := func(d negotiation.Delegation, extra int, confirm bool) negotiation.ReportedProposal {
		return negotiation.ReportedProposal{Delegation: d, ExtraItems: extra, NeedsConfirmation: confirm}
	}
	notices := func(codes ...string) []negotiation.Notice {
		var list []negotiation.Notice
		for _, code := range codes {
			list = append(list, negotiation.Notice{Code: code})
		}
		return list
	}
	tests := []struct {
		want string
		r    negotiation.Report
	}{
		{"", negotiation.Report{}},
		{"1 unit", negotiation.Report{Paragraphs: 1}},
		{"2 units, 1 heading, 1 proposal (PERU 1), 1 extra PERU item, 1 proposal without marks", negotiation.Report{Paragraphs: 2, Headings: 1,
			Proposals: []negotiation.ReportedProposal{proposal("PERU", 1, false)}, Notices: notices("extra-item", "no-marks")}},
		{"2 proposals (CHILE 1, PERU 1), 2 extra items, 1 proposal to confirm", negotiation.Report{
			Proposals: []negotiation.ReportedProposal{proposal("PERU", 1, false), proposal("CHILE", 1, true)}, Notices: notices("extra-item", "extra-item")}},
		{"200 splits joined", negotiation.Report{Notices: []negotiation.Notice{{Code: "joined", More: 199}}}},
		{"1 instruction carried out, 1 proposal to place, 1 name to ask about", negotiation.Report{Notices: notices("instruction"),
			Unplaced: make([]negotiation.UnplacedProposal, 1), Questions: make([]negotiation.Question, 1)}},
	}
	for _, test := range tests {
		if got := test.r.Summary(); got != test.want {
			t.Errorf("summary is %q, want %q", got, test.want)
		}
	}
}

func TestReportAsJSONHasTheNamesOfTheContract(t *testing.T) {
	for name, r := range map[string]negotiation.Report{
		"Bridgetown": bridgetownReport(t),
		"nothing":    negotiation.NewReport("n", negotiation.Draft{}),
	} {
		b, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var form map[string]any
		if err := json.Unmarshal(b, &form); err != nil {
			t.Fatal(err)
		}
		for _, list := range []string{"proposals", "requests", "notices", "questions", "editorial", "placeholders", "unplaced"} {
			if _, is := form[list].([]any); !is {
				t.Errorf("%s of %s is %v, want a list", list, name, form[list])
			}
		}
		if form["version"] != 1.0 || form["paragraphs"] != float64(r.Paragraphs) || form["headings"] != float64(r.Headings) {
			t.Errorf("report of %s as JSON: version %v, %v paragraphs, %v headings", name, form["version"], form["paragraphs"], form["headings"])
		}
	}
	b, err := json.Marshal(bridgetownReport(t).Proposals[0])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"1","delegation":"COSATE","line":37,"paragraph":"2","changes":1,"readings":{"literal":"`
	if !strings.HasPrefix(string(b), want) || !strings.Contains(string(b), `"computed_from":"probable"},"needs_confirmation":true,"merged_runs":1,"notices":["`) {
		t.Errorf("a proposal as JSON is %s", b)
	}
}

// A file of amendments has no paragraphs of its own: the draft gives the addresses,
// and the record the numbers.
func TestReportOfAmendmentsIsAgainstTheDraft(t *testing.T) {
	list := []negotiation.PrintedParagraph{{Paragraph: negotiation.Paragraph{ID: "p1", Kind: negotiation.Numbered}, Address: "7"},
		{Paragraph: negotiation.Paragraph{ID: "p2", Kind: negotiation.Lettered, Parent: "p1"}, Address: "7.b"}}
	d := negotiation.Draft{Proposals: []negotiation.Proposal{
		{Delegation: "PERU", Changes: []negotiation.Change{{Kind: negotiation.Delete, Paragraph: "p2"}}},
		{Delegation: "PERU", Changes: []negotiation.Change{{Kind: negotiation.Comment, Text: "Delete 9."}}, Received: &negotiation.Received{Line: 3, Verbatim: "Delete 9.", Unplaced: "9"}},
	}}
	r := negotiation.NewReportAgainst("n", d, list, 34)
	if p := r.Proposals[0]; p.ID != "35" || p.Paragraph != "7.b" {
		t.Errorf("the first is %s on %q, want 35 on 7.b", p.ID, p.Paragraph)
	}
	if want := []negotiation.UnplacedProposal{{Proposal: "36", Delegation: "PERU", Line: 3, Named: "9"}}; !cmp.Equal(r.Unplaced, want) {
		t.Errorf("unplaced are %v, want %v", r.Unplaced, want)
	}
	if got, want := r.Summary(), "2 proposals (PERU 2), 1 proposal to place"; got != want {
		t.Errorf("summary is %q, want %q", got, want)
	}
}
