package markdown_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

// against gives the paragraphs of a draft for amendments to be read against.
func against(d negotiation.Draft, who negotiation.Delegation) negotiation.Against {
	a := negotiation.Against{Delegation: who, Known: d.Parties}
	addresses := negotiation.Addresses(d.Paragraphs)
	for _, p := range d.Paragraphs {
		a.Paragraphs = append(a.Paragraphs, negotiation.PrintedParagraph{Paragraph: p, Address: addresses[p.ID]})
	}
	return a
}

// amendments reads src against a draft and writes the proposals out as outline does.
func amendments(t testing.TB, draft, src string, who negotiation.Delegation, opts negotiation.ReadOptions) (string, negotiation.Draft) {
	t.Helper()
	base := read(t, draft)
	d, err := markdown.ReadProposals("amendments.txt", []byte(src), against(base, who), opts)
	if err != nil {
		t.Fatalf("ReadProposals(%q): %v", src, err)
	}
	whole := d
	whole.Paragraphs = base.Paragraphs
	lines := strings.SplitN(outline(whole), "\n", len(base.Paragraphs)+1)
	return strings.TrimSpace(lines[len(base.Paragraphs)]), d
}

func TestAmendmentsOfADelegationAreReadAsASecretaryWould(t *testing.T) {
	base := read(t, string(otherDocument(t, "digital-health.md")))
	d, err := markdown.ReadProposals("peru-amendments.txt", otherDocument(t, "peru-amendments.txt"), against(base, "PERU"), negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := expected(t, "peru-amendments.txt")
	whole := d
	whole.Paragraphs = base.Paragraphs
	got := told(whole, want)[len(base.Paragraphs):]
	if diff := cmp.Diff(strings.Join(got, "\n"), strings.Join(want, "\n")); diff != "" {
		t.Errorf("read otherwise (-got +want):\n%s", diff)
	}
	w := formattest.Import(t, base)
	w.Do(negotiation.ImportProposals{Draft: d})
	if got := len(w.View().Proposals); got != len(d.Proposals) {
		t.Errorf("the law tables %d proposals of %d", got, len(d.Proposals))
	}
}

const plan = `# Plan

A. WORK

1. All workers of the region have the right to safe and healthy work.

2. The States will, within two years:

- a. train the inspectors of labor in the use of new technology;
- b. publish the results of each inspection in rural areas;
- c. protect those who report a breach.

3. The following topics are followed up:

- The future of work in the digital economy;
- Youth employment and apprenticeships;
- Social protection of migrants.

4. The Secretariat reports on progress at each meeting.
`

func TestAmendmentsAreMatchedToTheDraft(t *testing.T) {
	tests := []struct{ name, src, want, codes string }{
		{"a number", "4. The Secretariat reports **in writing** on progress at each meeting.",
			`PERU: [amend 4 "The Secretariat reports in writing on progress at each meeting."]`, ""},
		{"an address and a colon", "2.b: publish the **full** results of each inspection in rural areas;",
			`PERU: [amend 2.b "publish the full results of each inspection in rural areas;"]`, ""},
		{"a word and an address", "Paragraph 2(b)\n\npublish the results of each inspection ~~in rural areas~~;",
			`PERU: [amend 2.b "publish the results of each inspection;"]`, ""},
		{"its words alone", "Youth employment**, skills** and apprenticeships;",
			`PERU: [amend 3.bullet2 "Youth employment, skills and apprenticeships;"]`, ""},
		{"its words alone, without marks", "protect all those who report a breach.",
			`PERU: [amend 2.c "protect all those who report a breach."]`, "1 no-marks"},
		{"a restated list", "3. The following topics are followed up:\n- The future of work in the digital economy;\n- Youth employment **and training**;\n- Social protection of **all** migrants.\n- **Women at work.**",
			`PERU: [amend 3.bullet2 "Youth employment and training;"] [amend 3.bullet3 "Social protection of all migrants."] [insert 3.bullet3 as bullet "Women at work."]`, "3 unmarked-words, 5 new-item"},
		{"labelled items by themselves", "2. The States will, within ~~two~~ **three** years:\n- a. train the inspectors of labor in the use of **all** new technology;\n- b. publish the results of each inspection in rural areas;",
			`PERU: [amend 2 "The States will, within three years:"]` + "\n" + `PERU: [amend 2.a "train the inspectors of labor in the use of all new technology;"]`, "3 restates-draft"},
		{"other names", "MEXICO: 4. The Secretariat reports on progress at ~~each~~ **every** meeting.\n\nDelete paragraph 1.",
			`MEXICO: [amend 4 "The Secretariat reports on progress at every meeting."]` + "\n" + `PERU: [delete 1]`, "3 instruction"},
		{"a name over what follows", "CHILE\n\nDelete paragraph 1.\n\nPERU:\n\nDelete paragraph 4.",
			"CHILE: [delete 1]\nPERU: [delete 4]", "3 instruction, 7 instruction"},
		{"two readings", "4. The Secretariat **sums up reports** on progress at each meeting.",
			`PERU: [amend 4 "The Secretariat sums up on progress at each meeting."]`, "1 merged-run"},
		{"the draft again", "1. All workers of the region have the right to safe and healthy work.", "", "1 restates-draft"},
		{"a paragraph that there is not", "9. Something **else**", `PERU: [comment  "9. Something **else**"]`, "1 unplaced"},
		{"a redline like nothing", "Fish **and** chips", `PERU: [comment  "Fish **and** chips"]`, "1 unplaced"},
		{"a reason", "Delete paragraph 1.\n\nJustification: It is said elsewhere.", "PERU: [delete 1]", "1 instruction"},
		{"a new paragraph", "4. The Secretariat reports on progress at each **ordinary** meeting.\n\n**5. The meeting elects a Chair.**",
			`PERU: [amend 4 "The Secretariat reports on progress at each ordinary meeting."]` + "\n" + `PERU: [insert 4 as numbered "The meeting elects a Chair."]`, "3 new-paragraph"},
		{"instructions under an address", "Paragraph 4\n\nReplace \"each\" by \"every\".\n\nReplace \"progress\" by \"results\".",
			`PERU: [amend 4 "The Secretariat reports on progress at every meeting."]` + "\n" + `PERU: [amend 4 "The Secretariat reports on results at each meeting."]`, "3 instruction, 5 instruction"},
		{"an instruction without a place", "Replace \"each\" by \"every\".", `PERU: [comment  "Replace \"each\" by \"every\"."]`, "1 unplaced"},
		{"a heading", "A. WORK **AND REST**", `PERU: [amend A "WORK AND REST"]`, ""},
		{"hard line ends", "4. The Secretariat reports **in\nwriting** on progress at\neach meeting.",
			`PERU: [amend 4 "The Secretariat reports in writing on progress at each meeting."]`, ""},
		{"the head of the file", "AMENDMENTS OF PERU\n\n12 May 2026\n\nDelete paragraph 1.", "PERU: [delete 1]", "3 left-out, 5 instruction"},
		{"a general word", "We thank the Chair for the text.", `PERU: [comment  "We thank the Chair for the text."]`, "1 general-comment"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, d := amendments(t, plan, test.src, "PERU", negotiation.ReadOptions{})
			if got != test.want {
				t.Errorf("amendments %q:\n got %s\nwant %s", test.src, got, test.want)
			}
			if said := codes(d); said != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, said, test.codes)
			}
		})
	}
}

// Changes are on the versions that the draft has now.
func TestAmendmentsNameTheVersionsOfTheDraft(t *testing.T) {
	base := against(read(t, plan), "PERU")
	for i := range base.Paragraphs {
		base.Paragraphs[i].Version = 3
	}
	d, err := markdown.ReadProposals("a.txt", []byte("Delete paragraph 1.\n\nWe thank the Chair for it."), base, negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := []int{d.Proposals[0].Changes[0].Base, d.Proposals[1].Changes[0].Base}; !cmp.Equal(got, []int{3, 0}) {
		t.Errorf("changes are on the versions %v, want 3 of the paragraph and none of the draft", got)
	}
}

// Whom the record knows is named as there.
func TestAmendmentsNameDelegationsAsTheRecordDoes(t *testing.T) {
	base := against(read(t, plan), "")
	base.Known = []negotiation.Party{{Name: "MEXICO", Kind: negotiation.MemberState}, {Name: "FRIENDS OF LABOR", Kind: negotiation.ConsultativeBody}}
	d, err := markdown.ReadProposals("a.txt", []byte("México: Delete paragraph 1.\n\nFRIENDS OF LABOR: Delete paragraph 4."), base, negotiation.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := []negotiation.Delegation{d.Proposals[0].Delegation, d.Proposals[1].Delegation}; !cmp.Equal(got, []negotiation.Delegation{"MEXICO", "FRIENDS OF LABOR"}) || len(d.Questions) > 0 {
		t.Errorf("amendments are of %v, with the questions %v; want those whom the record knows", got, d.Questions)
	}
	if !cmp.Equal(d.Parties, base.Known) {
		t.Errorf("parties are %v, want %v", d.Parties, base.Known)
	}
}

func TestAmendmentsOfNobodyAreRefused(t *testing.T) {
	_, err := markdown.ReadProposals("a.txt", []byte("PLAN\n\nDelete paragraph 1."), against(read(t, plan), ""), negotiation.ReadOptions{})
	r, refused := negotiation.Refused(err)
	if !refused || r.Code != negotiation.Empty || r.Details["field"] != "delegation" || r.Details["line"] != "3" {
		t.Errorf("got %v, want the delegation to be asked for, with line 3", err)
	}
}

// The person who imports says on what a passage is, and is believed.
func TestTargetsAreTakenFromTheOptions(t *testing.T) {
	tests := []struct {
		target, want string
	}{
		{"1", `PERU: [amend 1 "The Secretariat reports in writing on progress at each meeting."]`},
		{"-", `PERU: [comment  "The Secretariat reports **in writing** on progress at each meeting."]`},
		{"9.z", `PERU: [amend 4 "The Secretariat reports in writing on progress at each meeting."]`},
	}
	for _, test := range tests {
		opts := negotiation.ReadOptions{Targets: map[int]string{1: test.target}}
		if got, _ := amendments(t, plan, "The Secretariat reports **in writing** on progress at each meeting.", "PERU", opts); got != test.want {
			t.Errorf("on %q:\n got %s\nwant %s", test.target, got, test.want)
		}
		src := plan + "\nPERU: The Secretariat reports **in writing** on progress at each meeting.\n"
		opts.Targets = map[int]string{21: test.target}
		d, err := markdown.Read("plan.md", []byte(src), opts)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitN(outline(d), "\n", len(d.Paragraphs)+1)
		if got := strings.TrimSpace(lines[len(d.Paragraphs)]); got != test.want {
			t.Errorf("in a compilation, on %q:\n got %s\nwant %s", test.target, got, test.want)
		}
	}
}

func TestAPassageIsReadOnAParagraphChosenByHand(t *testing.T) {
	base := against(read(t, plan), "")
	at := map[string]negotiation.PrintedParagraph{}
	for _, p := range base.Paragraphs {
		at[p.Address] = p
	}
	tests := []struct{ verbatim, on, want string }{
		{"COLOMBIA: Paragraph 14. All workers **and employers** of the region have the right to safe and healthy work.", "1",
			`amend 1 "All workers and employers of the region have the right to safe and healthy work."`},
		{"Delete paragraph 14.", "4", `delete 4 ""`},
		{"PERU: Entirely other words", "4", `amend 4 "Entirely other words"`},
		{"PERU: The following topics are followed up:\n- Youth employment **and training** and apprenticeships;", "3", `amend 3.bullet2 "Youth employment and training and apprenticeships;"`},
		{"PERU: The Secretariat reports on progress at each meeting.\n\nComment: Good.", "4", `comment 4 "Good."`},
	}
	for _, test := range tests {
		changes, doubts, err := markdown.ReadPassage(test.verbatim, at[test.on], base.Paragraphs)
		if err != nil {
			t.Errorf("ReadPassage(%q): %v", test.verbatim, err)
			continue
		}
		whole := read(t, plan)
		whole.Proposals = []negotiation.Proposal{{Delegation: "X", Changes: changes}}
		if got, want := outline(whole), strings.NewReplacer(` ""`, "").Replace("X: ["+test.want+"]\n"); !strings.HasSuffix(got, want) || len(doubts) > 0 {
			t.Errorf("ReadPassage(%q) on %s is %q with %d doubts, want %q", test.verbatim, test.on, got[strings.LastIndex(got, "X:"):], len(doubts), want)
		}
	}
	_, doubts, err := markdown.ReadPassage("The Secretariat **sums up reports** on progress at each meeting.", at["4"], base.Paragraphs)
	if err != nil || len(doubts) != 1 {
		t.Errorf("a fused run leaves %d doubts, %v; want one", len(doubts), err)
	}
	_, _, err = markdown.ReadPassage("X", negotiation.PrintedParagraph{Address: "99"}, base.Paragraphs)
	if r, _ := negotiation.Refused(err); r == nil || r.Code != negotiation.UnknownParagraph {
		t.Errorf("a paragraph that there is not: %v, want %s", err, negotiation.UnknownParagraph)
	}
}

// FuzzReadProposals holds ReadProposals to its promise: any bytes are read, what it
// gives is lawful, and no word of the file is lost but in a notice.
func FuzzReadProposals(f *testing.F) {
	f.Add("PERU: 4. The **x**\n- a\n\nDelete paragraph 1.\n\nOn 1 and 4: no\n\nParagraph 9\nx **y**")
	f.Add("2. The States\n- **x**\n- b. publish\n\nReason: x\n\n**A** (late, on 4): y")
	f.Fuzz(func(t *testing.T, src string) {
		base := read(t, plan)
		d, err := markdown.ReadProposals("a.txt", []byte(src), against(base, "PERU"), negotiation.ReadOptions{})
		if err != nil {
			if _, refused := negotiation.Refused(err); !refused {
				t.Fatalf("ReadProposals(%q): %v", src, err)
			}
			return
		}
		if len(d.Proposals) == 0 || len(d.Proposals) > 1000 {
			return
		}
		s := negotiation.New("n")
		for _, c := range []negotiation.Command{negotiation.CreateNegotiation{Title: "T", Language: "en"}, negotiation.ImportDraft{Draft: base}, negotiation.OpenComments{}, negotiation.ImportProposals{Draft: d}} {
			events, err := s.Decide(negotiation.Request{Seat: negotiation.SystemSeat, Do: c})
			if err != nil {
				t.Fatalf("%q gives what the law refuses: %v", src, err)
			}
			s = s.After(negotiation.Entry{Negotiation: s.ID(), Seq: s.Seq() + 1, Seat: negotiation.SystemSeat, Events: events})
		}
	})
}
