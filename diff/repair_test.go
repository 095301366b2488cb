package diff_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"plenary/diff"
)

// repairCases are marked texts beside what they amend. Findings are written as
// "kind: words".
var repairCases = []struct {
	name, draft, typed, text string
	findings                 []string
}{
	// What is joined by a conjunction to words that were kept.
	{name: "a verb joined in bold", draft: "The Secretariat shall prepare a report.",
		typed: "The Secretariat **shall prepare and circulate** a report.", text: "The Secretariat shall prepare and circulate a report.",
		findings: []string{"kept-in-bold: shall prepare"}},
	{name: "a noun joined in bold", draft: "All Member States meet.",
		typed: "**All Member States and observers** meet.", text: "All Member States and observers meet.",
		findings: []string{"kept-in-bold: All Member States"}},
	{name: "more struck than there was", draft: "States shall not, except in emergencies, use force.",
		typed: "States shall not~~, except in emergencies or self-defence,~~ use force.", text: "States shall not use force.",
		findings: []string{"foreign-struck: or self-defence"}},
	// Marks that fit, or none.
	{name: "no marks", draft: "Parties shall report every year.",
		typed: "Parties  shall report every second year.", text: "Parties shall report every second year."},
	{name: "no marks, restated wholly differently", draft: "Parties shall report every year.",
		typed: "The fund is managed by the Bank.", text: "The fund is managed by the Bank."},
	{name: "empty before and typed"},
	{name: "empty before", typed: "**Parties shall report.**", text: "Parties shall report."},
	{name: "empty typed", draft: "Parties shall report."},
	{name: "marks that fit", draft: "Parties shall report every year.",
		typed: "Parties ~~shall~~ **should** report every year**, if they can**.",
		text:  "Parties should report every year, if they can."},
	{name: "marks that fit, with the insertion first", draft: "Parties shall report every year.",
		typed: "**States** ~~Parties~~ shall report ~~every year~~.", text: "States shall report."},
	{name: "marks that fit in other quotation marks", draft: `the "Convention" and Parties' reports`,
		typed: "the “Convention” and ~~Parties~~ **States**’ reports", text: "the “Convention” and States’ reports"},
	{name: "marks that fit inside words", draft: "Each Parties shall report on biodiversity.",
		typed: "Each Part~~ies~~**y** shall report on ~~bio~~diversity.", text: "Each Party shall report on diversity."},
	{name: "words that move", draft: "Parties shall, every year, report.",
		typed: "Parties shall~~, every year,~~ report **every year**.", text: "Parties shall report every year."},
	{name: "all struck", draft: "Parties shall report.", typed: "~~Parties shall report.~~"},
	{name: "all replaced", draft: "Parties shall report.", typed: "~~Parties shall report.~~ **Deleted by consensus.**",
		text: "Deleted by consensus."},

	// Fused runs.
	{name: "struck run, deletion first", draft: "Encourages the conservation of wetlands and rivers.",
		typed:    "Encourages the ~~conservation sustainable use~~ of wetlands and rivers.",
		text:     "Encourages the sustainable use of wetlands and rivers.",
		findings: []string{"bold-in-struck: sustainable use"}},
	{name: "struck run, insertion first", draft: "Encourages the conservation of wetlands and rivers.",
		typed:    "Encourages the ~~sustainable use conservation~~ of wetlands and rivers.",
		text:     "Encourages the sustainable use of wetlands and rivers.",
		findings: []string{"bold-in-struck: sustainable use"}},
	{name: "bold run, deletion first", draft: "Encourages the conservation of wetlands and rivers.",
		typed:    "Encourages the **conservation sustainable use** of wetlands and rivers.",
		text:     "Encourages the sustainable use of wetlands and rivers.",
		findings: []string{"struck-in-bold: conservation"}},
	{name: "bold run, insertion first", draft: "Encourages the conservation of wetlands and rivers.",
		typed:    "Encourages the **sustainable use conservation** of wetlands and rivers.",
		text:     "Encourages the sustainable use of wetlands and rivers.",
		findings: []string{"struck-in-bold: conservation"}},
	{name: "two runs, at the beginning and at the end", draft: "Urges donors to pay their share in time.",
		typed:    "**Urges Calls on** donors to pay their share ~~in time without delay~~.",
		text:     "Calls on donors to pay their share without delay.",
		findings: []string{"struck-in-bold: Urges", "bold-in-struck: without delay"}},
	{name: "fused run beside one that is not", draft: "The Board meets once a year in Geneva to adopt the budget.",
		typed:    "The Board meets **twice once** a year in ~~Geneva~~ **Nairobi** to adopt the budget.",
		text:     "The Board meets twice a year in Nairobi to adopt the budget.",
		findings: []string{"struck-in-bold: once"}},
	{name: "dash between fused words", draft: "to review the progress of the mission",
		typed: "to review the ~~outcome–progress~~ of the mission", text: "to review the outcome of the mission",
		findings: []string{"bold-in-struck: outcome"}},
	{name: "full stop of the sentence in a fused run", draft: "The fund covers transport, which is free. It opens today.",
		typed:    "The fund covers transport, **as agreed in Rome which is free.** It opens today.",
		text:     "The fund covers transport, as agreed in Rome. It opens today.",
		findings: []string{"struck-in-bold: which is free", "marks-in-bold: ."}},
	{name: "comma that stands already", draft: "fishing vessels, harbours and markets",
		typed: "fishing vessels, ~~harbours, ports~~ and markets", text: "fishing vessels, ports and markets",
		findings: []string{"bold-in-struck: ports"}},
	{name: "whole paragraph struck, and its successor in the same run", draft: "The seat is in Vienna.",
		typed: "~~The seat is in Vienna. Each session names its place.~~", text: "Each session names its place.",
		findings: []string{"bold-in-struck: Each session names its place."}},
	{name: "nested quotation marks", draft: `adopts the report "On 'common' seas" of the panel`,
		typed:    "adopts the **study “The ‘high’ seas” report \"On 'common' seas\"** of the panel",
		text:     "adopts the study “The ‘high’ seas” of the panel",
		findings: []string{`struck-in-bold: report "On 'common' seas"`}},

	// In other languages.
	{name: "Spanish", draft: "Insta a los Estados a proteger a las personas refugiadas, de conformidad con el derecho.",
		typed:    "**Insta a Pide que** los Estados ~~a proteger protejan~~ a las personas refugiadas, de conformidad con el derecho.",
		text:     "Pide que los Estados protejan a las personas refugiadas, de conformidad con el derecho.",
		findings: []string{"struck-in-bold: Insta a", "bold-in-struck: protejan"}},
	{name: "Spanish, a link kept", draft: "la cooperación en los puertos de la región",
		typed:    "la cooperación **en materia aduanera entre** los puertos de la región",
		text:     "la cooperación en materia aduanera entre los puertos de la región",
		findings: []string{"kept-in-bold: en"}},
	{name: "French", draft: "Prie les États membres d’interdire le commerce des espèces menacées ; et",
		typed:    "Prie les États membres d’interdire ~~le commerce l’exportation~~ des espèces menacées ; et",
		text:     "Prie les États membres d’interdire l’exportation des espèces menacées ; et",
		findings: []string{"bold-in-struck: l’exportation"}},
	{name: "French, two links", draft: "l’accès aux vaccins par les pays",
		typed: "l’accès aux vaccins **de la part de par** les pays", text: "l’accès aux vaccins de la part de les pays",
		findings: []string{"struck-in-bold: par"}},
	{name: "Portuguese", draft: "Reafirma o compromisso com a segurança alimentar, até 2030.",
		typed:    "Reafirma o **apoio à compromisso com a** segurança alimentar**, sempre que possível,** até 2030.",
		text:     "Reafirma o apoio à segurança alimentar, sempre que possível, até 2030.",
		findings: []string{"struck-in-bold: compromisso com a", "marks-in-bold: ,"}},
	{name: "Chinese", draft: "各国应当保护海洋环境和资源。", typed: "各国应当**加强利用保护**海洋环境和资源。",
		text: "各国应当加强利用海洋环境和资源。", findings: []string{"struck-in-bold: 保护"}},
	{name: "Japanese", draft: "締約国は、毎年、報告を行う。", typed: "締約国は、~~毎年二年ごとに~~、報告を行う。",
		text: "締約国は、二年ごとに、報告を行う。", findings: []string{"bold-in-struck: 二年ごとに"}},

	// What does not fit, and is no fused run.
	{name: "all bold", draft: "Parties shall report every year.", typed: "**Parties shall now report every year.**",
		text: "Parties shall now report every year.", findings: []string{"kept-in-bold: Parties shall", "kept-in-bold: report every year."}},
	{name: "bold for once", draft: "Parties shall report every year.", typed: "Parties **shall** report every year.",
		text: "Parties shall report every year.", findings: []string{"kept-in-bold: shall"}},
	{name: "sentence restated in bold", draft: "The Board decides. Members pay their share in May. It closes.",
		typed:    "The Board decides. **Members shall pay their full share in May.** It closes.",
		text:     "The Board decides. Members shall pay their full share in May. It closes.",
		findings: []string{"kept-in-bold: Members", "kept-in-bold: pay their", "kept-in-bold: share in May."}},
	{name: "conjunction at the end of an enumeration", draft: "hospitals and schools",
		typed: "hospitals**, clinics and** schools", text: "hospitals, clinics and schools", findings: []string{"kept-in-bold: and"}},
	{name: "words joined to some of the draft", draft: "The Board shall prepare a report for all Member States in May.",
		typed:    "The Board **shall prepare and circulate** a report for all **Member States and observers** in May.",
		text:     "The Board shall prepare and circulate a report for all Member States and observers in May.",
		findings: []string{"kept-in-bold: shall prepare", "kept-in-bold: Member States"}},
	{name: "struck words joined to some of the draft", draft: "Parties shall not, except in emergencies, use force.",
		typed: "Parties shall not~~, except in emergencies or self-defence,~~ use force.", text: "Parties shall not use force.",
		findings: []string{"foreign-struck: or self-defence"}},
	{name: "comma in bold", draft: "hospitals, but not schools", typed: "hospitals **and clinics,** but not schools",
		text: "hospitals and clinics, but not schools", findings: []string{"marks-in-bold: ,"}},
	{name: "struck words of another text", draft: "The Board meets in May. It reports.",
		typed: "The Board meets in May. ~~Observers may attend.~~ It reports.", text: "The Board meets in May. It reports.",
		findings: []string{"foreign-struck: Observers may attend."}},
	{name: "struck words of another version", draft: "The Board meets in May, as a Committee decides. It reports.",
		typed: "The Board meets in May~~, as the Committee decides~~. It reports.", text: "The Board meets in May. It reports.",
		findings: []string{"lost-unmarked: a", "foreign-struck: the"}},
	{name: "all struck, in another version", draft: "The Board meets in May.", typed: "~~The whole Board meets in early May.~~",
		findings: []string{"foreign-struck: whole", "foreign-struck: early"}},
	{name: "words without marks", draft: "Parties shall report on fisheries every year.",
		typed: "Parties ~~shall~~ should report every two years on fisheries.", text: "Parties should report every two years on fisheries.",
		findings: []string{"added-unmarked: should", "added-unmarked: every two years", "lost-unmarked: every year"}},
	{name: "punctuation without marks", draft: "food and water for all.",
		typed: "food, **shelter**, and water for all", text: "food, shelter, and water for all",
		findings: []string{"punctuation-unmarked: ,", "punctuation-unmarked: ,", "punctuation-unmarked: ."}},
	{name: "struck punctuation", draft: "food and water for all", typed: "food ~~, and water~~ for all", text: "food for all",
		findings: []string{"punctuation-unmarked: ,"}},
	{name: "strike that ends inside a word", draft: "They meet. When needed, consult donors.",
		typed: "They meet. ~~When needed, c~~Consult donors.", text: "They meet. Consult donors.",
		findings: []string{"inside-word: cConsult"}},
	{name: "strike that lost letters", draft: "the vaccinating of children", typed: "the vaccinate~~ing~~ **for** of children",
		text: "the vaccinate for of children", findings: []string{"inside-word: vaccinateing"}},
	{name: "words set too close", draft: "guarantee their safety", typed: "**ensure guarantee**their safety", text: "ensure their safety",
		findings: []string{"struck-in-bold: guarantee"}},
	{name: "mark that is never closed", draft: "food and water", typed: "food ~~and water ** for **all", text: "food ~~and water for all",
		findings: []string{"punctuation-unmarked: ~~", "added-unmarked: all"}},
}

// ambiguous are bold runs that look alike, whether their author restates a word of
// the draft or has struck it. Repair gives text, where meant is as likely.
var ambiguous = []struct{ draft, typed, text, finding, meant string }{
	{draft: "Parties shall take measures.", typed: "Parties shall take **effective measures**.",
		text: "Parties shall take effective.", finding: "struck-in-bold: measures", meant: "Parties shall take effective measures."},
	{draft: "to protect children by law", typed: "to protect **vulnerable children** by law",
		text: "to protect vulnerable by law", finding: "struck-in-bold: children", meant: "to protect vulnerable children by law"},
	{draft: "to improve skills, wages in all sectors", typed: "to improve skills, **wages and safety** in all sectors",
		text: "to improve skills, wages and safety in all sectors", finding: "kept-in-bold: wages", meant: "to improve skills, and safety in all sectors"},
}

// Nothing in the words tells the two apart, so that Repair may be wrong here. What
// it finds names the word, for people to ask.
func TestRepairNamesWhatItCannotTell(t *testing.T) {
	for _, test := range ambiguous {
		got := checkRepair(t, test.draft, test.typed)
		if got.Text != test.text || len(got.Findings) != 1 || written(got.Findings[0]) != test.finding {
			t.Errorf("Repair(%q, %q) = %+v, want %q (or %q) and %s", test.draft, test.typed, got, test.text, test.meant, test.finding)
		}
	}
}

func TestRepairReadsWhatWasProbablyMeant(t *testing.T) {
	for _, test := range repairCases {
		t.Run(test.name, func(t *testing.T) {
			got := checkRepair(t, test.draft, test.typed)
			if got.Text != test.text {
				t.Errorf("Repair(%q, %q).Text = %q, want %q", test.draft, test.typed, got.Text, test.text)
			}
			var findings []string
			for _, f := range got.Findings {
				findings = append(findings, written(f))
			}
			if !slices.Equal(findings, test.findings) {
				t.Errorf("Repair(%q, %q) finds %q, want %q", test.draft, test.typed, findings, test.findings)
			}
		})
	}
}

// If the work were not linear, these would not end while a test runs.
func TestRepairOfManySignsEnds(t *testing.T) {
	const n = 500_000
	for _, scrap := range []string{"**a** ", "~~a~~ b ", "~~a b~~ **c d** ", "**a,** ", "~~, a~~ ", "a~~b~~", "a~~b~~**c** ", "**a**b~~c~~d "} {
		typed := strings.Repeat(scrap, n/len(scrap))
		for _, draft := range []string{"", "a", strings.Repeat("a b, ", n/5), strings.Repeat("ab ", n/5), strings.Repeat("a b x c ", n/8)} {
			if got := diff.Repair(draft, diff.ReadMarks(typed)); len(got.Text) > len(draft)+len(typed) {
				t.Errorf("%d times %q: %d bytes", n/len(scrap), scrap, len(got.Text))
			}
		}
	}
	run := "~~" + strings.Repeat("a, x, ", n/6) + "~~"
	if got := diff.Repair(strings.Repeat("a ", n/6), diff.ReadMarks(run)); len(got.Findings) != 1 {
		t.Errorf("%d findings, each with a run of %d bytes, want the first", len(got.Findings), n)
	}
	runs := strings.Repeat("~~a x~~ b ", n/10)
	if got := diff.Repair(strings.Repeat("a b ", n/10), diff.ReadMarks(runs)); len(got.Findings) != diff.MaxFindings {
		t.Errorf("%d findings in many runs, want %d", len(got.Findings), diff.MaxFindings)
	}
}

// TestFindingsOfALongRunHaveABound gives a bold run of some thousand bytes with many
// things out of place, each of which names the run.
func TestFindingsOfALongRunHaveABound(t *testing.T) {
	var draft, run strings.Builder
	for i := range 70 {
		own := fmt.Sprintf("alpha%d beta%d gamma%d delta%d ", i, i, i, i)
		draft.WriteString(own)
		run.WriteString(own + fmt.Sprintf("new%d words%d come%d here%d instead%d ", i, i, i, i, i))
	}
	const most = 64 << 10
	got := checkRepair(t, "Open "+draft.String(), "Open **"+strings.TrimSpace(run.String())+"**")
	size := 0
	for _, f := range got.Findings {
		size += len(f.Words) + len(f.Run)
	}
	if size > most || size < most/2 {
		t.Errorf("%d findings hold %d bytes, want up to %d", len(got.Findings), size, most)
	}
	if !got.Findings[0].Kind.Merged() || strings.Contains(got.Text, "alpha69") {
		t.Errorf("first finding %+v, text ends %q", got.Findings[0], got.Text[len(got.Text)-60:])
	}
}

// FuzzRepair holds Repair to its promises for any texts.
func FuzzRepair(f *testing.F) {
	for _, test := range repairCases {
		f.Add(test.draft, test.typed)
	}
	f.Add("a\xff\u0301 b", "~~a\xff~~\u0301**\u0301 b\xff**c ~~b~~c**d**")
	f.Fuzz(func(t *testing.T, draft, typed string) { checkRepair(t, draft, typed) })
}

// checkRepair fails if a repaired text breaks what is promised of all.
func checkRepair(t testing.TB, draft, typed string) diff.Repaired {
	t.Helper()
	r := diff.ReadMarks(typed)
	got := diff.Repair(draft, r)
	if again := diff.Repair(draft, r); again.Text != got.Text || !slices.Equal(again.Findings, got.Findings) {
		t.Errorf("Repair(%q, %q) = %+v, then %+v", draft, typed, got, again)
	}
	if len(got.Findings) > diff.MaxFindings {
		t.Errorf("Repair(%.100q, %.100q) has %d findings", draft, typed, len(got.Findings))
	}
	merged := slices.ContainsFunc(got.Findings, func(f diff.Finding) bool { return f.Kind.Merged() })
	if !merged && len(got.Findings) < diff.MaxFindings && got.Text != r.After() {
		t.Errorf("Repair(%q, %q).Text = %q, and no run is merged; want %q", draft, typed, got.Text, r.After())
	}
	if !r.HasMarks && len(got.Findings) > 0 {
		t.Errorf("Repair(%q, %q) finds %q without marks", draft, typed, got.Findings)
	}
	if utf8.ValidString(draft) && utf8.ValidString(typed) && !utf8.ValidString(got.Text) {
		t.Errorf("Repair(%q, %q).Text = %q, which is no UTF-8", draft, typed, got.Text)
	}
	plain, pieces := "", ""
	for _, span := range r.Spans {
		plain += span.Text
		pieces += " " + span.Text
	}
	known := draft + " " + plain + " " + r.After() + pieces
	tokens := diff.Tokens(known)
	for _, token := range diff.Tokens(got.Text) {
		if !slices.Contains(tokens, token) {
			t.Errorf("Repair(%q, %q).Text = %q, where %q is new", draft, typed, got.Text, token)
		}
	}
	for _, f := range got.Findings {
		if f.Words == "" || !strings.Contains(fold(known), f.Words) || !strings.Contains(fold(plain), f.Run) {
			t.Errorf("Repair(%q, %q) finds %+v, which is not there", draft, typed, f)
		}
	}
	return got
}
