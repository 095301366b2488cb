package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
)

// Instructions inside a compilation become changes where they can be carried out in
// one way only, and requests, with the reason, where not.
func TestInstructionsAreCarriedOutOrKeptAsRequests(t *testing.T) {
	tests := []struct{ src, want, codes, said string }{
		{`PERU: Replace "each" by "every".`, `PERU: [amend 4 "The Secretariat reports on progress at every meeting."]`, "21 instruction", `- "each", + "every"`},
		{`PERU: Delete.`, `PERU: [delete 4]`, "21 instruction", "4 deleted"},
		{`PERU: Delete paragraphs 1 and 4.`, `PERU: [delete 1] [delete 4]`, "21 instruction", "1 deleted; 4 deleted"},
		{`PERU: Move paragraph 4 after paragraph 2.`, `PERU: [move 4 to 2]`, "21 instruction", "4 moved behind 2"},
		{`PERU: Insert before paragraph 4: "The meeting elects a Chair."`, `PERU: [insert 3 as numbered "The meeting elects a Chair."]`, "21 instruction", "behind 3"},
		{`PERU: Insert after 2.b: "inform the public;"`, `PERU: [insert 2.b as lettered "inform the public;"]`, "21 instruction", "behind 2.b"},
		{`PERU: Replace "labor" by "labour" in paragraph 2(a).`, `PERU: [amend 2.a "train the inspectors of labour in the use of new technology;"]`, "21 instruction", "2.a"},
		{`PERU: Replace "the" by "a" in paragraph 1.`, `PERU: [request 1 "Replace \"the\" by \"a\" in paragraph 1."]`, "21 request", "'the' stands 2 times in 1"},
		{`PERU: Replace "fish" by "fowl".`, `PERU: [request 4 "Replace \"fish\" by \"fowl\"."]`, "21 request", "does not hold 'fish'"},
		{`PERU: Delete paragraph 14.`, `PERU: [comment  "Delete paragraph 14."]`, "21 unplaced", "14"},
		{`PERU: Include a mention of women.`, `PERU: [request 4 "Include a mention of women."]`, "21 request", "ask for a text"},
		{`PERU: On 1 and 4: We cannot agree.`, `PERU: [comment 1 "We cannot agree."] [comment 4 "We cannot agree."]`, "", ""},
		{`PERU: On 1 and 4: Clarify the wording.`, `PERU: [request 1 "Clarify the wording."] [request 4 "Clarify the wording."]`, "", ""},
		{`PERU: Paragraph 1: Clarify the wording.`, `PERU: [request 1 "Clarify the wording."]`, "21 request", ""},
		{`PERU: 1. All workers **and employers** of the region have the right to safe and healthy work.`,
			`PERU: [amend 1 "All workers and employers of the region have the right to safe and healthy work."]`, "21 target", "restates 1"},
		{`PERU: Youth employment **and training** and apprenticeships;`, `PERU: [amend 3.bullet2 "Youth employment and training and apprenticeships;"]`, "21 target", "restates 3.bullet2"},
		{`PERU: Fish **and** chips on ~~Fridays~~`, `PERU: [comment  "Fish **and** chips on ~~Fridays~~"]`, "21 unplaced", "like no paragraph"},
		{`PERU: Section Z: Fish **and** chips`, `PERU: [comment  "Section Z: Fish **and** chips"]`, "21 unplaced", "there is no Section Z"},
	}
	for _, test := range tests {
		d := read(t, plan+"\n"+test.src+"\n")
		lines := strings.SplitN(outline(d), "\n", len(d.Paragraphs)+1)
		if got := strings.TrimSpace(lines[len(d.Paragraphs)]); got != test.want {
			t.Errorf("proposals of %q:\n got %s\nwant %s", test.src, got, test.want)
		}
		if got := codes(d); got != test.codes {
			t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
		}
		said := ""
		for _, n := range d.Notices {
			said += n.Text + "\n"
		}
		if !strings.Contains(said, test.said) {
			t.Errorf("notices of %q do not say %q:\n%s", test.src, test.said, said)
		}
		if strings.Contains(test.codes, "unplaced") != (d.Proposals[0].Received.Unplaced != "") {
			t.Errorf("%q is unplaced as %q", test.src, d.Proposals[0].Received.Unplaced)
		}
	}
}

// A paragraph that begins like an instruction is a paragraph where the draft has it.
func TestRestatedParagraphsAreNoInstructions(t *testing.T) {
	d := read(t, "1. Delete from the registers the names of workers who have left the country.\n\nPERU: Delete from the registers the names of workers who have left the region.\n")
	want := `PERU: [amend 1 "Delete from the registers the names of workers who have left the region."]`
	if got := outline(d); !strings.Contains(got, want) {
		t.Errorf("read as\n%s, want %s", got, want)
	}
}

// What is in doubt is in doubt in the same words when it was printed and read again.
func TestDoubtsComeRound(t *testing.T) {
	src := plan + "\nPERU: The Secretariat **sums up reports** on progress ~~orally at~~ each **x** meeting.\n\nCHILE: The Secretariat **\\*\\* *** sums up reports** ~~on~~**of** progress at each meeting .\n"
	first := read(t, src)
	if n := len(first.Proposals[0].Received.Doubts) + len(first.Proposals[1].Received.Doubts); n != 2 {
		t.Fatalf("%d doubts, want one of each: %+v", n, first.Proposals)
	}
	once := compiled(t, first)
	second := read(t, once)
	for i, p := range first.Proposals {
		again := second.Proposals
		at := 0
		for at < len(again) && again[at].Delegation != p.Delegation {
			at++
		}
		got, want := again[at].Received.Doubts[0], p.Received.Doubts[0]
		if got.Literal != want.Literal || got.Probable != want.Probable {
			t.Errorf("proposal %d is in doubt as\n%+v, was as\n%+v, printed as\n%s", i, got, want, once)
		}
	}
	if !strings.Contains(once, "PERU (reading not confirmed): The Secretariat **sums up reports** on progress ~~orally at~~ each **x** meeting.") {
		t.Errorf("it is not printed as it was marked:\n%s", once)
	}
}

// compiled prints a draft that was read.
func compiled(t testing.TB, d negotiation.Draft) string {
	t.Helper()
	return write(t, formattest.Import(t, d).Compile(negotiation.Comments))
}

// What is asked or half taken back is no order: nothing of the draft changes.
func TestDoubtingInstructionsAreRequests(t *testing.T) {
	for _, words := range []string{
		"Delete paragraph 1?", `Replace "each" by "every"?`, "Delete paragraph 1 (or at least bracket it)", "Delete paragraph 1 - we can be flexible",
		"¿Suprimir el párrafo 1?",
	} {
		d := read(t, plan+"\nPERU: "+words+"\n")
		if got := d.Proposals[0].Changes; len(got) != 1 || got[0].Kind != negotiation.RequestText || got[0].Text != words {
			t.Errorf("%q is read as %+v, want a request with its words", words, got)
		}
		if got := codes(d); got != "21 request" {
			t.Errorf("%q has the notices %q, want 21 request", words, got)
		}
	}
}

// What concerns the whole draft is kept whole, wherever it stands in the document, with
// the places to look at.
func TestInstructionsOnTheWholeDraftAreKeptWhole(t *testing.T) {
	const draft = "1. Labour inspection protects labour rights.\n\n2. Labour is not a commodity.\n\n3. It is free.\n\n"
	for _, words := range []string{
		`Throughout the text, replace "labour" by "work".`, `In the whole document replace "labour" with "work".`, `Replace "labour" by "work" in all paragraphs.`,
		`Reemplazar "labour" por "work" en todos los párrafos.`, `Dans tout le texte, remplacer "labour" par "work".`, `Substituir "labour" por "work" em todo o documento.`,
		`Throughout the text, replace "labour" by "work". Delete paragraph 3.`, `Replace "labour" by "work" throughout the text?`,
	} {
		d := read(t, draft+"PERU: "+words+"\n")
		want := fmt.Sprintf("PERU: [comment  %q]\n", words)
		if got := outline(d); !strings.HasSuffix(got, want) {
			t.Errorf("%q is read as\n%s, want %s", words, got, want)
		}
		const said = "it concerns the whole text: 3 places in paragraphs 1, 2"
		if n := noticeOf(d, "request"); n.Severity != negotiation.Ask || !strings.Contains(n.Text, said) {
			t.Errorf("%q has the notice %+v, want one that says %q", words, n, said)
		}
	}
}

// The words of an instruction that was carried out are told, so that none of the
// document is silent, up to a length.
func TestNoticesQuoteTheInstruction(t *testing.T) {
	long := `Replace "each" by "every", because ` + strings.Repeat("so ", 80) + "it is."
	for words, want := range map[string]string{
		`Replace "each" by "every".`: `“Replace "each" by "every".”`,
		long:                         "“" + long[:160] + "…”",
	} {
		d := read(t, plan+"\nPERU: "+words+"\n")
		if n := noticeOf(d, "instruction"); !strings.Contains(n.Text, want) {
			t.Errorf("the notice of %q is %+v, want it to quote %q", words, n, want)
		}
	}
}

// Why each of several instructions is given is kept, and not that of the first only.
func TestReasonsOfAllInstructionsAreKept(t *testing.T) {
	d := read(t, plan+"\nPERU: Delete paragraph 1, because it repeats. Replace \"each\" by \"every\" in paragraph 4 (for clarity).\n")
	if got, want := d.Proposals[0].Reason, "because it repeats (for clarity)"; got != want {
		t.Errorf("the reason is %q, want %q", got, want)
	}
}

// noticeOf is the first notice of a draft with a code, or none.
func noticeOf(d negotiation.Draft, code string) negotiation.Notice {
	for _, n := range d.Notices {
		if n.Code == code {
			return n
		}
	}
	return negotiation.Notice{}
}
