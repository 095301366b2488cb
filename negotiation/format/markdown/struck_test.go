package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"plenary/negotiation/format/formattest"
)

func TestProposalsOnWhatIsStruck(t *testing.T) {
	const draft = "1. One paragraph.\n\n- a. first of the list\n- b. ~~second of the list~~\n\n"
	const rest = "\n\n2. ~~Two paragraphs:~~\n\n- i. ~~inner words~~\n- ii. ~~other words~~\n\n3. Three paragraphs.\n"
	tests := []struct{ name, src, proposals, codes string }{
		{"by name", "CHILE (on 1.b): second of **all** the list", `CHILE: [comment  "CHILE (on 1.b): second of **all** the list"]`, "6 struck-target"},
		{"by likeness", "CHILE: second of **all** the list", `CHILE: [comment  "CHILE: second of **all** the list"]`, "6 struck-target"},
		{"by place", "CHILE: We like this", `CHILE: [comment  "CHILE: We like this"]`, "6 struck-target"},
		{"further on", "CHILE (on 2): Two ~~paragraphs~~ **numbers**:", `CHILE: [comment  "CHILE (on 2): Two ~~paragraphs~~ **numbers**:"]`, "6 struck-target"},
		{"with more on what stands", "CHILE (on 1.b): second\n\nOn 3: Three **more** paragraphs.\n\nReason: So.\n\nRequest: More",
			`CHILE: [amend 3 "Three more paragraphs."] [comment  "CHILE (on 1.b): second"] [comment  "Request: More"]`, "6 struck-target, 12 struck-target"},
		{"another piece", "CHILE (on 1): One **small** paragraph.\n\nOn 2.i: inner **and outer** words",
			`CHILE: [amend 1 "One small paragraph."] [comment  "On 2.i: inner **and outer** words"]`, "8 struck-target"},
		{"a new paragraph", "CHILE: After 2.ii (roman): **more**", `CHILE: [comment  "CHILE: After 2.ii (roman): **more**"]`, "6 struck-target"},
		{"a move", "CHILE (on 1.a): Move after 1.b: first of the list", `CHILE: [comment  "CHILE (on 1.a): Move after 1.b: first of the list"]`, "6 struck-target"},
		{"a reason alone", "CHILE (on 1.b): Reason: So.", `CHILE: [comment  "CHILE (on 1.b): Reason: So."]`, "6 struck-target"},
		{"by a name that the draft does not have", "CHILE (on 1.x): first of **all** the list", `CHILE: [comment  "CHILE (on 1.x): first of **all** the list"]`, "6 unplaced"},
		{"what stands beside it", "CHILE (on 1.a): first of **all** the list", `CHILE: [amend 1.a "first of all the list"]`, ""},
		{"what stands behind it", "CHILE (on 3): Three **more** paragraphs.", `CHILE: [amend 3 "Three more paragraphs."]`, ""},
		{"on an older version", "CHILE (late, on 3, version 2): Three ~~or four~~ **small** paragraphs.", `CHILE: [amend 3 "Three small paragraphs."]`, "6 older-version, 6 late"},
		{"on an older version elsewhere", "CHILE (on 1): One **small** paragraph.\n\nOn 3, version 1: Three ~~or four~~ **small** paragraphs.",
			`CHILE: [amend 1 "One small paragraph."] [amend 3 "Three small paragraphs."]`, "8 older-version"},
		{"by one with brackets in the name", "CHILE (REPUBLIC OF) (on 1.a): first of **all** the list", `CHILE (REPUBLIC OF): [amend 1.a "first of all the list"]`, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, draft+test.src+rest)
			lines := strings.SplitN(outline(d), "\n", len(d.Paragraphs)+1)
			if got, want := strings.Join(lines[:len(d.Paragraphs)], "\n"), "1 numbered One paragraph.\n1.a lettered first of the list\n3 numbered Three paragraphs."; got != want {
				t.Errorf("paragraphs behind %q:\n got %s\nwant %s", test.src, got, want)
			}
			if got := strings.TrimSpace(lines[len(d.Paragraphs)]); got != test.proposals {
				t.Errorf("proposals of %q:\n got %s\nwant %s", test.src, got, test.proposals)
			}
			if got := codes(d, "struck-paragraph"); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			if got, want := strings.Count(codes(d), "struck-paragraph"), 2; got != want {
				t.Errorf("%d notices of struck paragraphs, want %d: %v", got, want, d.Notices)
			}
			if r := formattest.Refuses(d); r != nil {
				t.Errorf("%q is refused: %v", test.src, r)
			}
		})
	}
}

func TestListOfProposalOnWhatIsStruck(t *testing.T) {
	const words = "CHILE: Two **paragraphs**:\n\n- i. inner **and outer** words\n- **more**"
	d := read(t, "1. One.\n\n2. ~~Two paragraphs:~~\n\n- i. ~~inner words~~\n- ii. ~~others~~\n\n"+words+"\n\n3. Three.\n")
	if got, want := outline(d), fmt.Sprintf("1 numbered One.\n3 numbered Three.\nCHILE: [comment  %q]\n", words); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
}

// Headings and items that stand below what is struck keep their words.
func TestWhatStandsBelowWhatIsStruck(t *testing.T) {
	d := read(t, "# Plan\n\n# Work\n\n### One\n\n# ~~Rest~~\n\n### Two\n\n1. ~~A list:~~\n\n- a. ~~gone~~\n- b. here\n\nCHILE (on heading2.group1): Two **bis**\n")
	want := "heading1 heading Work\nheading1.group1 group One\nheading1.group2 group Two\npar1 plain here\nCHILE: [amend heading1.group2 \"Two bis\"]\n"
	if got := outline(d); got != want {
		t.Errorf("got\n%s, want\n%s", got, want)
	}
	if r := formattest.Refuses(d); r != nil {
		t.Errorf("it is refused: %v", r)
	}
}
