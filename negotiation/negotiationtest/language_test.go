package negotiationtest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"plenary/diff"
	"plenary/negotiation"
)

const story = `
-- seats --
secretariat secretariat
mexico delegate MEXICO
-- draft --
7. The groups will:
- a. meet
- ii) report
- * publish
> Plain
# TITLE
## GROUP
-- wrong.txt --
nothing
`

// begin gives a play with a window that is open, one proposal, and more of a script.
func begin(t *testing.T, more string) *play {
	t.Helper()
	p := &play{t: t, name: t.Name(), archive: txtar.Parse([]byte(story)), stage: NewLaw(t), seats: map[negotiation.SeatID]negotiation.Audience{}, looked: map[negotiation.SeatID]sight{}}
	lines, err := parseScript("at 2017-09-20T10:00:00Z\nsecretariat opens comments\nmexico tables on 7.a@1 \"sing\" because \"why not\"\n" + more)
	if err != nil {
		t.Fatal(err)
	}
	p.perform(lines)
	return p
}

// allWrong holds each of these lines to being wrong.
func (p *play) allWrong(lines []string) {
	p.t.Helper()
	for _, text := range lines {
		w := newWords(text)
		err := p.do(w)
		if err == nil {
			err = w.end()
		}
		if err == nil {
			p.t.Errorf("%s: nothing was wrong with it", text)
		}
	}
}

// TestAScenarioCanFail gives lines that are not so, or mean nothing.
func TestAScenarioCanFail(t *testing.T) {
	begin(t, "").allWrong([]string{
		`refused stale`,
		`answer is 2`,
		`paragraph 7.a is version 2`,
		`paragraph 7.a is version 1 deleted`,
		`paragraph 7.a is version 1 "sing"`,
		`paragraph 7.a is labelled "b."`,
		`paragraph 7.a was 2 "sing"`,
		`paragraph 7.a was 1 "meet" by MEXICO`,
		`paragraph 7.z is version 1`,
		`proposal 1 is late`,
		`proposal 1 is accepted`,
		`proposal 1 is on-table because "else"`,
		`proposal 1 is on-table by 2`,
		`proposal 1 stands`,
		`proposal 2 is on-table`,
		`order is 7`,
		`address of p2 is 7.b`,
		`address of p99 is 7.b`,
		`mexico sees nothing`,
		`mexico sees 1 2`,
		`mexico may not read`,
		`mexico may sing`,
		`public sees 1`,
		`mexico knows PERU`,
		`compilation is wrong.txt`,
		`compilation for mexico is wrong.txt`,
		`clean text is wrong.txt`,
		`compilation is missing.txt`,
		`mexico dances`,
		`mexico tables on 7.a@x "sing"`,
		`mexico tables on 7.a`,
		`mexico tables on 7.a sing`,
		`mexico tables move of 7.a before 7`,
		`mexico tables a table`,
		`mexico tables on`,
		`mexico withdraws`,
		`mexico withdraws 1 gladly`,
		`secretariat accepts 1 with x@1 "sing"`,
		`secretariat accepts 1 with 0 "sing"`,
		`secretariat opens comments until noon`,
		`at noon`,
		`secretariat imports`,
		`secretariat imports proposals`,
		`mexico confirms reading of 1`,
		`mexico confirms reading of 1 as edited with 0 "sing"`,
		`mexico confirms reading of 1 literal`,
		`secretariat places 1 on 7.a@1`,
		`secretariat leaves placeholder one of 7.a to nobody`,
		`secretariat leaves placeholder 1 of 7.a to Barbados`,
		`secretariat issues RTP/doc.13/17`,
		`proposal 1 is unconfirmed`,
		`proposal 1 is confirmed as literal`,
		`proposal 1 is unplaced`,
		`proposal 1 is placed`,
		`placeholder 1 of 7.a is left to "Barbados"`,
		`documents are "RTP/doc.13/17"`,
		`session is 1 open`,
		`agenda is 7`,
		`attendance is mexico room`,
		`speakers are MEXICO`,
		`list is closed`,
		`speaker is MEXICO`,
		`floor is called on 7.a`,
		`pen is for MEXICO`,
		`frozen is "7.a@1: meet"`,
		`gavel is agreed`,
		`objections are MEXICO`,
		`objection of MEXICO`,
		`acts end with called`,
		`groups are GRULAC`,
		`paragraph 7.a is settled as agreed`,
		`paragraph 7.a was reopened 1 times`,
		`proposal 1 was raised in session 1`,
		`mexico hears of 1 "PERU opposes"`,
		`mexico hears of 2 nothing`,
		`mexico hears of paragraph 7.z nothing`,
		`chair gavels agreed as seen`,
		`mexico says supports 1`,
		`mexico says supports-if of paragraph`,
		`chair schedules "First" starting noon`,
		`chair schedules "First" objecting within ten`,
		`chair gives the floor PERU`,
		`secretariat drafts meet`,
		`chair freezes`,
		`chair rules parked to nobody`,
	})
}

// TestARefusalIsComparedWithItsDetails gives lines that tell another refusal.
func TestARefusalIsComparedWithItsDetails(t *testing.T) {
	for text, ok := range map[string]bool{
		`refused stale`: true, `refused stale base 9 current 1`: true,
		`refused no-change`: false, `refused stale base 1`: false, `refused stale nothing x`: false,
	} {
		p := begin(t, "")
		if err := p.do(newWords(`mexico tables on 7.a@9 "sing"`)); err != nil {
			t.Fatal(err)
		}
		if err := p.do(newWords(text)); (err == nil) != ok {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestWhatStandsBelowAProposalIsOfItsNewestChange gives sections of proposals that
// mean nothing, and one that does.
func TestWhatStandsBelowAProposalIsOfItsNewestChange(t *testing.T) {
	find := func(string) (negotiation.ParagraphID, int) { return "p1", 1 }
	for _, text := range []string{
		"PERU\n  literal \"sing\"", "PERU on 7 \"sing\"\n  marked \"**sing**\"", "PERU on 7 \"sing\"\n  literal",
		"PERU on 7 \"sing\"\n  literal sing", "PERU on 7 \"sing\"\n  unplaced", "PERU on 7 \"sing\"\n  unmarked \"sing\"",
	} {
		if err := parseProposals(text, find, &negotiation.Draft{}); err == nil {
			t.Errorf("%s: nothing was wrong with it", text)
		}
	}
	var d negotiation.Draft
	text := "PERU\n  comment \"well\"\n  on 7 \"sing\"\n  literal \"sing dance\"\n  marked \"~~sing~~ dance\"\n  on 8 \"meet\"\n  probable \"meets\"\n  unplaced 22"
	if err := parseProposals(text, find, &d); err != nil {
		t.Fatal(err)
	}
	got := d.Proposals[0].Received
	why := []diff.Finding{{Kind: diff.BoldInStruck, Words: "meets"}}
	want := &negotiation.Received{Line: 1, Verbatim: "PERU", Unplaced: "22", Doubts: []negotiation.Doubt{
		{Change: 1, Literal: "sing dance", Probable: "sing", Typed: diff.ReadMarks("~~sing~~ dance").Spans},
		{Change: 2, Literal: "meet", Probable: "meets", Typed: diff.Words("meets", "meet"), Why: why},
	}}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("received (-got +want):\n%s", d)
	}
}

func TestLinesHaveBlocksAndTextsInQuotes(t *testing.T) {
	lines, err := parseScript("# nothing\none \"two three\" \"fo\\u0075r\"\n\n  below\n\t# nothing\n\tbelow too\nfive")
	if err != nil || len(lines) != 2 || len(lines[0].below) != 2 || lines[0].below[1].number != 6 {
		t.Fatalf("lines %+v, %v", lines, err)
	}
	w := newWords(lines[0].text)
	if got, want := w.list, []string{"one", `"two three`, `"four`}; !slices.Equal(got, want) {
		t.Errorf("words %q, want %q", got, want)
	}
	if _, err := parseScript("  indented"); err == nil {
		t.Error("a line may be indented below nothing")
	}
	for _, text := range []string{`"open`, `one "tw`} {
		if w := newWords(text); w.err == nil {
			t.Errorf("words of %s: %q", text, w.list)
		}
	}
}

func TestADraftHasItsForms(t *testing.T) {
	d, err := ParseDraft("A. ONE\n## GROUP\n7 bis. Seven\n- a. x\n- * y\n- * z\n> p\n# TITLE\n- ii) two")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range d.Paragraphs {
		got = append(got, string(p.ID)+" "+string(p.Kind)+" "+p.Label+" "+string(p.Parent)+" "+p.Text)
	}
	want := []string{"p1 heading A  ONE", "p2 group group1 p1 GROUP", "p3 numbered 7 bis  Seven", "p4 lettered a p3 x", "p5 bullet bullet1 p3 y",
		"p6 bullet bullet2 p3 z", "p7 plain par1  p", "p8 heading heading1  TITLE", "p9 roman ii p7 two"}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("draft (-got +want):\n%s", d)
	}
	if _, err := ParseDraft("without a form"); err == nil {
		t.Error("a line without a form is taken")
	}
	if _, err := parseSeats("mexico"); err == nil {
		t.Error("a seat without a role is taken")
	}
}

// TestScenariosGiveEveryRefusal: a refusal that no story tells is one that
// nobody has thought through. Limits have their own tests, and so has a room
// that is too full.
func TestScenariosGiveEveryRefusal(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root(t), "testdata", "scenario", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	told := map[negotiation.Code]bool{negotiation.TooLong: true, negotiation.TooMany: true, negotiation.Busy: true, negotiation.Unreadable: true}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(archive.Comment)) {
			if words := strings.Fields(line); len(words) > 1 && words[0] == "refused" {
				told[negotiation.Code(words[1])] = true
			}
		}
	}
	for _, code := range negotiation.Codes() {
		if !told[code] {
			t.Errorf("no scenario is refused with %s", code)
		}
	}
}
