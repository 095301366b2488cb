package web_test

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// doubtfulFile is a compilation of which four proposals can be read in two ways, one
// reading of the last leaves nothing of it, and OBJECTIVE may be a delegation.
const doubtfulFile = `1. To celebrate the development of the new platform of the network.

MEXICO: To celebrate the ~~launch–development~~ of the new platform of the network.

2. To expand the coverage of social security in our countries.

MEXICO: To **guarantee expand** the coverage of social security in our countries.

PERU: To **guarantee expand** the coverage of social security in our countries.

CHILE: To expand the coverage of social security in **all** our countries.

3. To meet each year.

OBJECTIVE: To meet each year **in person**.
`

// Lines of the file at which proposals begin.
const (
	launch    = "3"
	guarantee = "7"
	chile     = "11"
)

func reportOn(t *testing.T, document string) (*webtest.House, sheet) {
	t.Helper()
	h := webtest.New(t, webtest.WithoutDraft())
	return h, sitAt(t, h, webtest.Secretariat).upload("doubtful.txt", []byte(document)).wants(200, "Report of the import")
}

// readings tells how each proposal is confirmed: "1 probable, 2 -".
func readings(v negotiation.View) string {
	var list []string
	for _, p := range v.Proposals {
		said := "-"
		if p.Confirmed != nil {
			said = string(p.Confirmed.Reading) + " (" + p.Confirmed.Word + ")"
		}
		list = append(list, string(p.ID)+" "+said)
	}
	return strings.Join(list, ", ")
}

func TestTheReportShowsBothReadingsAndWhatIsAsked(t *testing.T) {
	_, report := reportOn(t, doubtfulFile)
	report.wants(200, "3 units, 5 proposals", "Is OBJECTIVE a delegation?", "3 proposals that can be read in two ways", "2 readings to confirm",
		"The struck passage holds “launch”, which is not in the draft.", "As marked, taken literally", "As it was probably meant", "2 proposals in no doubt",
		"To celebrate the of the new platform", "merged-run", "Taken literally, these would change the meaning.")
	if got := report.field("target." + launch); got != "1" {
		t.Errorf("the target of the first is %q, want 1", got)
	}
}

func TestReadingsAreConfirmedForADelegationAndForOneProposal(t *testing.T) {
	for _, tt := range []struct {
		name   string
		fields []string
		want   string
	}{
		{"nobody confirms", nil, "1 -, 2 -, 3 -, 4 -, 5 -"},
		{"all of one", []string{"all.MEXICO", "probable", "word.MEXICO", "Letter"}, "1 probable (Letter), 2 probable (Letter), 3 -, 4 -, 5 -"},
		{"all of one, literally", []string{"all.MEXICO", "literal", "word.MEXICO", "Letter"}, "1 literal (Letter), 2 literal (Letter), 3 -, 4 -, 5 -"},
		{"all but one", []string{"all.MEXICO", "probable", "word.MEXICO", "Letter", "reading." + guarantee, "ask"}, "1 probable (Letter), 2 -, 3 -, 4 -, 5 -"},
		{"one otherwise", []string{"all.MEXICO", "probable", "word.MEXICO", "Letter", "reading." + guarantee, "literal"}, "1 probable (Letter), 2 literal (Letter), 3 -, 4 -, 5 -"},
		{"one alone", []string{"word.MEXICO", "Letter", "reading." + launch, "probable"}, "1 probable (Letter), 2 -, 3 -, 4 -, 5 -"},
		{"a word and no choice", []string{"word.MEXICO", "Letter"}, "1 -, 2 -, 3 -, 4 -, 5 -"},
		{"one that is in no doubt", []string{"reading." + chile, "literal"}, "1 -, 2 -, 3 -, 4 -, 5 -"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			h, report := reportOn(t, doubtfulFile)
			report.press("Import", tt.fields...).wants(200, "doubtful.txt was imported.")
			if got := readings(h.View(webtest.Secretariat)); got != tt.want {
				t.Errorf("confirmed %s, want %s", got, tt.want)
			}
		})
	}
}

func TestAReadingNeedsAWrittenWord(t *testing.T) {
	h, report := reportOn(t, doubtfulFile)
	back := report.press("Import", "all.MEXICO", "probable", "word.PERU", "Note", "target."+chile, "3", "title", "Plan").
		wants(422, "Say on whose written word MEXICO confirms its readings")
	for field, want := range map[string]string{"all.MEXICO": "probable", "word.PERU": "Note", "target." + chile: "3", "title": "Plan"} {
		if got := back.field(field); got != want {
			t.Errorf("%s comes back as %q, want %q", field, got, want)
		}
	}
	if v := h.View(webtest.Secretariat); len(v.Paragraphs) != 0 || v.Title == "Plan" {
		t.Errorf("%d paragraphs, titled %q", len(v.Paragraphs), v.Title)
	}
	for id, want := range map[string]string{"word-0": "true", "word-1": ""} {
		if got := attr(back.byID(id), "aria-invalid"); got != want {
			t.Errorf("%s is marked %q, want %q", id, got, want)
		}
	}
	back.press("Import", "word.MEXICO", "Letter").wants(200)
	if got, want := readings(h.View(webtest.Secretariat)), "1 probable (Letter), 2 probable (Letter), 3 -, 4 -, 5 -"; got != want {
		t.Errorf("confirmed %s, want %s", got, want)
	}
}

func TestAReadingThatLeavesNothingIsNotOffered(t *testing.T) {
	// Read literally it is the draft's own words.
	h, report := reportOn(t, "1. To guarantee and expand the coverage of social security.\n\nMEXICO: To guarantee and ~~protect~~ expand the coverage of social security.\n")
	if strings.Contains(report.Body, `value="literal" name="reading.3"`) {
		t.Error("the literal reading is offered")
	}
	report.press("Import", "all.MEXICO", "literal", "word.MEXICO", "Letter").wants(200)
	for _, p := range h.View(webtest.Secretariat).Proposals {
		if p.Confirmed != nil {
			t.Errorf("proposal %s is confirmed as %s", p.ID, p.Confirmed.Reading)
		}
	}
}

func TestLookingAgainReadsWithWhatWasChosenAndRecordsNothing(t *testing.T) {
	h, report := reportOn(t, doubtfulFile)
	before := h.View(webtest.Secretariat).Seq
	again := report.press("look", "name.OBJECTIVE", "no", "target."+chile, "1", "word.PERU", "Note", "title", "Plan").wants(200, "4 proposals", "Is OBJECTIVE a delegation?")
	for field, want := range map[string]string{"name.OBJECTIVE": "no", "target." + chile: "1", "word.PERU": "Note", "title": "Plan"} {
		if got := again.field(field); got != want {
			t.Errorf("%s comes back as %q, want %q", field, got, want)
		}
	}
	if after := h.View(webtest.Secretariat).Seq; after != before {
		t.Errorf("the record went from %d to %d", before, after)
	}
	again.press("look", "name.OBJECTIVE", "").wants(200, "5 proposals")
	again.press("Import").wants(200)
	v := h.View(webtest.Secretariat)
	if len(v.Proposals) != 4 || v.Title != "Plan" {
		t.Fatalf("%d proposals in %q, want 4 in Plan", len(v.Proposals), v.Title)
	}
	if got := v.Proposals[3].Addresses[0]; got != "1" {
		t.Errorf("the proposal of %s is on %q, want 1", v.Proposals[3].Delegation, got)
	}
}

func TestAnAnswerMovesNoProposalOfWhichNothingWasChosen(t *testing.T) {
	const listed = `1. To meet:

- each year in a city;

OBJECTIVE: to meet in a hall of the city;

- every month at the same table;

MEXICO: every month at the same **round** table;
`
	_, report := reportOn(t, listed)
	if got := report.field("target.9"); got != "1.bullet2" {
		t.Fatalf("MEXICO's is read on %s, want 1.bullet2", got)
	}
	answered := report.press("Look again", "name.OBJECTIVE", "no").wants(200, "4 units")
	if got := answered.field("target.9"); got == "1.bullet2" {
		t.Error("MEXICO's stays on 1.bullet2, which is another paragraph now")
	}
	back := answered.press("Look again", "name.OBJECTIVE", "", "target.9", "1").wants(200, "3 units")
	if got := back.field("target.9"); got != "1" {
		t.Errorf("a target that was chosen is %s after an answer, want 1", got)
	}
	if got := back.press("Look again", "target.9", "1.bullet2").wants(200).field("target.9"); got != "1.bullet2" {
		t.Errorf("put back where it was read it is on %s", got)
	}
}

func TestATargetThatTheDraftDoesNotHaveIsRefused(t *testing.T) {
	h, report := reportOn(t, doubtfulFile)
	for _, button := range []string{"look", "Import"} {
		back := report.press(button, "target."+chile, "99.z", "all.MEXICO", "literal").wants(422, "There is no paragraph 99.z in this draft.")
		if got := back.field("target." + chile); got != "99.z" {
			t.Errorf("%s: the address comes back as %q", button, got)
		}
		if got := back.field("all.MEXICO"); got != "literal" {
			t.Errorf("%s: the reading comes back as %q", button, got)
		}
	}
	if v := h.View(webtest.Secretariat); len(v.Paragraphs) != 0 {
		t.Errorf("%d paragraphs are recorded", len(v.Paragraphs))
	}
}

func TestWhatIsChosenOnOnePageIsImportedFromAnother(t *testing.T) {
	var b strings.Builder
	const all = 450
	for n := range all {
		fmt.Fprintf(&b, "%d. To expand the coverage of social security number%d in our countries.\n\nPERU: To **guarantee expand** the coverage of social security number%[2]d in our countries.\n\n", n+1, n+1)
	}
	h, first := reportOn(t, b.String())
	first.wants(200, "450 readings to confirm", "200 proposals that can be read in two ways", "Page 3")
	// Proposals begin at lines 3, 7, 11 and so on.
	second := first.press("2", "reading.3", "probable", "word.PERU", "Letter").wants(200)
	if strings.Contains(second.Body, `id="target-3"`) || second.field("reading.3") != "probable" {
		t.Error("what was chosen on the first page does not go along")
	}
	third := second.press("3", "reading.803", "literal").wants(200, "50 proposals that can be read in two ways")
	third.press("Import", "reading.1799", "probable").wants(200)
	var confirmed []string
	for _, p := range h.View(webtest.Secretariat).Proposals {
		if p.Confirmed != nil {
			confirmed = append(confirmed, string(p.ID)+" "+string(p.Confirmed.Reading))
		}
	}
	if got, want := strings.Join(confirmed, ", "), "1 probable, 201 literal, 450 probable"; got != want {
		t.Errorf("confirmed %s, want %s", got, want)
	}
}

func TestAFileThatWasImportedIsToldApart(t *testing.T) {
	const file = "Delete paragraph 2.\n"
	pen := sitAt(t, webtest.New(t), webtest.Secretariat)
	const warning = "This very file was imported on 16 October 2017"
	report := pen.amend("peru.txt", "PERU", []byte(file)).wants(200).lacks(warning)
	report.press("Import").wants(200, "peru.txt was imported.")
	report.press("Look again").wants(200, "The file was read again with what you chose. Nothing is recorded yet.", warning)
	pen.amend("other.txt", "PERU", []byte("Delete paragraph 3.\n")).wants(200).lacks(warning)
}

func TestFormsThatNobodyWasShownDoNoHarm(t *testing.T) {
	_, report := reportOn(t, doubtfulFile)
	for _, fields := range [][]string{
		{"page", "-7"}, {"page", "x"}, {"page", "999999999999999999999"}, {"act", "look", "reading.x", "probable"},
		{"act", "look", "target.-1", "1"}, {"act", "look", "name.", "maybe"}, {"act", "look", "all.NOBODY", "probable"},
	} {
		report.press("look", fields...).wants(200, "5 proposals")
	}
	report.press("Import", "all.MEXICO", "poem", "word.MEXICO", "Letter").wants(422, "“poem” is not possible here")
	report.press("Import", "all.MEXICO", "probable", "word.MEXICO", strings.Repeat("x", negotiation.MaxReason+1)).wants(413)
	report.send("/desk/import/"+strings.Repeat("0", 64), url.Values{}).wants(405)
	report.open("/desk/import/"+strings.Repeat("0", 64)).wants(422, "not kept here any more")
}

func TestFilesThatTheRecordNamesAreNeverForgotten(t *testing.T) {
	h, report := reportOn(t, doubtfulFile)
	pen := report.desk
	report.press("Import").wants(200)
	h.Do(webtest.Secretariat, negotiation.OpenComments{})
	pen.open("/desk/issue").press("Issue", "symbol", "RTP/doc.7/17").wants(200)
	issued := h.View(webtest.Secretariat).Issued[0]

	amendments := func(words string) ([]byte, string) {
		data := []byte("Paragraph 3\n\nPERU: To meet each year **" + words + "**.\n")
		return data, fmt.Sprintf("%x", sha256.Sum256(data))
	}
	first, firstHash := amendments("in person")
	second, secondHash := amendments("by letter")
	third, thirdHash := amendments("in spring")
	pen.amend("first.txt", "PERU", first).wants(200)
	pen.amend("second.txt", "PERU", second).press("Import").wants(200, "second.txt was imported.")
	pen.amend("third.txt", "PERU", third).wants(200)

	kept := map[string]bool{h.View(webtest.Secretariat).Source.SHA256: true, firstHash: false, secondHash: true, thirdHash: true}
	for _, f := range issued.Files {
		kept[f.SHA256] = true
	}
	for sha, want := range kept {
		if _, err := h.Store.File(t.Context(), webtest.ID, sha); (err == nil) != want {
			t.Errorf("%s is kept: %t, want %t (%v)", sha, err == nil, want, err)
		}
	}
	page := pen.open("/desk").wants(200, "doubtful.txt", "second.txt", secondHash)
	if !page.leads("/n/bridgetown/desk/files/"+secondHash) || page.leads("/n/bridgetown/desk/files/"+thirdHash) {
		t.Error("the desk does not lead to exactly the files that were imported")
	}
	if got := string(pen.download("/desk/files/" + secondHash)); got != string(second) {
		t.Errorf("the file came back as %q", got)
	}
}
