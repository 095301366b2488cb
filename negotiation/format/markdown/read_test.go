package markdown_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

func read(t testing.TB, src string) negotiation.Draft {
	t.Helper()
	d, err := markdown.Read("draft.md", []byte(src), negotiation.ReadOptions{})
	if err != nil {
		t.Fatalf("Read(%q): %v", src, err)
	}
	return d
}

// outline writes a draft out in short lines: a paragraph, or a proposal with
// the paragraphs of its changes.
func outline(d negotiation.Draft) string {
	var b strings.Builder
	addresses := negotiation.Addresses(d.Paragraphs)
	for _, p := range d.Paragraphs {
		fmt.Fprintf(&b, "%s %s %s\n", addresses[p.ID], p.Kind, p.Text)
	}
	for _, p := range d.Proposals {
		fmt.Fprintf(&b, "%s:", strings.Join(append([]string{string(p.Delegation)}, names(p.Sponsors)...), "+"))
		for _, c := range p.Changes {
			fmt.Fprintf(&b, " [%s %s", c.Kind, addresses[c.Paragraph])
			if c.As != "" {
				fmt.Fprintf(&b, " as %s", c.As)
			}
			if c.After != "" {
				fmt.Fprintf(&b, " to %s", addresses[c.After])
			}
			if c.Text != "" {
				fmt.Fprintf(&b, " %q", c.Text)
			}
			b.WriteString("]")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func names(list []negotiation.Delegation) []string {
	var s []string
	for _, d := range list {
		s = append(s, string(d))
	}
	return s
}

func TestBridgetownCover(t *testing.T) {
	got := read(t, string(formattest.Bridgetown(t))).Cover
	want := negotiation.Cover{
		Blocks: []negotiation.CoverBlock{
			{Lines: []string{"ORGANIZATION OF AMERICAN STATES", "Inter-American Council for Integral Development", "(CIDI)"}},
			{Lines: []string{"SECOND TECHNICAL PREPARATORY MEETING", "OF THE XX INTER-AMERICAN CONFERENCE", "OF MINISTERS OF LABOR (IACML)"}, Bold: true},
			{Lines: []string{"October 4-6, 2017", "Washington D.C."}},
			{Lines: []string{"OEA/Ser.K/XII.20.1", "TRABAJO/RTP/doc.13/17", "28 September 2017", "Original: English"}},
			{Lines: []string{"COMPILATION OF COMMENTS TO THE"}},
			{Lines: []string{"DRAFT PLAN OF ACTION OF BRIDGETOWN"}},
			{Lines: []string{"RECEIVED IN THE VIRTUAL FORUM UP TO SEPTEMBER 27"}},
		},
		Title:   "DRAFT PLAN OF ACTION OF BRIDGETOWN",
		Symbol:  "TRABAJO/RTP/doc.13/17",
		Channel: "the Virtual Forum of negotiation, enabled by the Inter-American Network for Labor Administration (RIAL) platform",
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("cover (-got +want):\n%s", d)
	}
}

// The table of the key: each paragraph with what hangs below it and who proposes.
func TestBridgetownStructure(t *testing.T) {
	d := read(t, string(formattest.Bridgetown(t)))
	addresses := negotiation.Addresses(d.Paragraphs)
	on := map[string][]string{}
	for _, p := range d.Proposals {
		at := addresses[p.Changes[0].Paragraph]
		on[at] = append(on[at], string(p.Delegation))
	}
	var got strings.Builder
	for _, p := range d.Paragraphs {
		if p.Kind.Sub() {
			continue
		}
		var below []string
		for _, q := range d.Paragraphs {
			if q.Parent == p.ID {
				below = append(below, q.Label)
			}
		}
		fmt.Fprintf(&got, "%s %s [%s]", addresses[p.ID], p.Kind, strings.Join(below, " "))
		for _, q := range d.Paragraphs {
			if q.ID == p.ID || q.Parent == p.ID {
				for _, who := range on[addresses[q.ID]] {
					fmt.Fprintf(&got, " %s@%s", who, addresses[q.ID])
				}
			}
		}
		got.WriteString("\n")
	}
	want := `1 numbered []
A heading []
2 numbered [] COSATE@2
3 numbered []
B heading []
4 numbered [] MEXICO@4
C heading [group1 group2]
5 numbered [i ii] MEXICO@5
C.group1 group []
6 numbered [bullet1 bullet2 bullet3 bullet4 bullet5 bullet6 bullet7 bullet8 bullet9 bullet10] CEATAL@6.bullet4 MEXICO@6.bullet7 CEATAL@6.bullet8
7 numbered [a b c d e f g h i] MEXICO@7.a MEXICO@7.b MEXICO@7.c MEXICO@7.d MEXICO@7.e MEXICO@7.f MEXICO@7.h MEXICO@7.i
C.group2 group []
8 numbered [bullet1 bullet2 bullet3 bullet4 bullet5 bullet6 bullet7 bullet8 bullet9 bullet10] MEXICO@8.bullet1 CEATAL@8.bullet1
9 numbered [a b c d e f g h i j k l m] MEXICO@9.a MEXICO@9.c CEATAL@9.c MEXICO@9.d MEXICO@9.e PERU@9.e CHILE@9.g MEXICO@9.g MEXICO@9.h MEXICO@9.i COSATE@9.i MEXICO@9.j MEXICO@9.l MEXICO@9.m
D heading []
10 numbered [i ii]
11 numbered []
12 numbered []
13 numbered []
E heading []
14 numbered []
15 numbered [] MEXICO@15
16 numbered [] MEXICO@16
17 numbered [] MEXICO@17
18 numbered []
19 numbered [bullet1 bullet2 bullet3 bullet4 bullet5 bullet6] MEXICO@19.bullet2
20 numbered []
`
	if d := cmp.Diff(got.String(), want); d != "" {
		t.Errorf("structure (-got +want):\n%s", d)
	}
	if got, want := len(d.Paragraphs), 72+7; got != want {
		t.Errorf("%d paragraphs and headings, want %d", got, want)
	}
	if got, want := len(d.Proposals), 34; got != want {
		t.Errorf("%d proposals, want %d", got, want)
	}
}

func TestBridgetownProposalsWithSeveralChanges(t *testing.T) {
	d := read(t, string(formattest.Bridgetown(t)))
	addresses := negotiation.Addresses(d.Paragraphs)
	got := map[int][]string{}
	for _, p := range d.Proposals {
		if len(p.Changes) == 1 && p.Changes[0].Kind == negotiation.Amend {
			continue
		}
		for _, c := range p.Changes {
			got[p.Received.Line] = append(got[p.Received.Line], fmt.Sprintf("%s %s %s: %s", c.Kind, addresses[c.Paragraph], c.As, c.Text))
		}
	}
	want := map[int][]string{
		184: {
			"insert 9.i bullet: Take into consideration the conclusions adopted at the Fourth Global Conference on the Sustained Eradication of Child Labor, which will take place in Argentina on 14, 15 and 16 November.",
			"request 9.i : Include a mention of the elimination of forced labor and the target 8.7 of the 2030 Agenda.",
		},
		245: {
			"amend 19.bullet2 : Coordinate with the Ministries of Labour to update existing programs in the Portfolio of Programs and to include new programs;",
			"amend 19.bullet6 : Continue to publish RIAL newsletters periodically.",
		},
	}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("changes by line (-got +want):\n%s", d)
	}
}

func TestBridgetownNotices(t *testing.T) {
	d := read(t, string(formattest.Bridgetown(t)))
	lines := map[string][]int{}
	severities := map[string]map[negotiation.Severity]int{}
	for _, n := range d.Notices {
		lines[n.Code] = append(lines[n.Code], n.Line)
		if severities[n.Code] == nil {
			severities[n.Code] = map[negotiation.Severity]int{}
		}
		severities[n.Code][n.Severity]++
	}
	want := map[string][]int{
		"placeholder":          {35, 209, 209, 209, 210, 210, 210},
		"stray-mark":           {37},
		"pointer":              {37},
		"target":               {54, 245},
		"relabelled":           {54},
		"no-marks":             {74, 78, 184},
		"empty-bullet":         {80},
		"joined":               {90, 174, 203},
		"blank-line":           {137, 250},
		"extra-item":           {186, 188},
		"merged-run":           {37, 94, 94, 98, 106, 116, 147, 147, 172, 192, 192, 197, 197, 224, 232, 232, 248},
		"unmarked-words":       {94, 147, 182, 192, 201},
		"cut-off":              {27},
		"contributors":         {29},
		"untouched":            {255},
		"stray-space":          {224},
		"empty-parentheses":    {172},
		"editorial":            {37, 94, 102, 152, 154, 158, 162, 172, 178, 178, 245},
		"slip":                 {52, 114, 122, 122, 180, 238},
		"unmarked-punctuation": {45, 68, 94, 98, 106, 128, 147, 152, 162, 182, 197, 224, 232, 248},
	}
	if d := cmp.Diff(lines, want); d != "" {
		t.Errorf("lines of notices by code (-got +want):\n%s", d)
	}
	for code, severity := range map[string]negotiation.Severity{"merged-run": negotiation.Error, "no-marks": negotiation.Error,
		"unmarked-words": negotiation.Ask, "unmarked-punctuation": negotiation.Ask, "extra-item": negotiation.Ask, "joined": negotiation.Info} {
		if got, want := severities[code], (map[negotiation.Severity]int{severity: len(want[code])}); !cmp.Equal(got, want) {
			t.Errorf("severities of %s are %v, want %v", code, got, want)
		}
	}
}

// The twelve proposals of the key with runs that were fused, and how many.
func TestBridgetownProposalsInDoubt(t *testing.T) {
	var got []string
	for _, p := range read(t, string(formattest.Bridgetown(t))).Proposals {
		runs := 0
		for _, d := range p.Received.Doubts {
			runs += len(d.MergedRuns())
		}
		if runs > 0 {
			got = append(got, fmt.Sprintf("%d %s %d", p.Received.Line, p.Delegation, runs))
		}
	}
	want := []string{"37 COSATE 1", "94 MEXICO 2", "98 MEXICO 1", "106 MEXICO 1", "116 MEXICO 1", "147 MEXICO 2", "172 MEXICO 1",
		"192 MEXICO 2", "197 MEXICO 2", "224 MEXICO 1", "232 MEXICO 2", "245 MEXICO 1"}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("proposals in doubt, with their fused runs (-got +want):\n%s", d)
	}
}

func TestBridgetownKeepsEachPassageByteForByte(t *testing.T) {
	src := string(formattest.Bridgetown(t))
	for _, p := range read(t, src).Proposals {
		lines := strings.SplitN(src, "\n", p.Received.Line+1)
		from := strings.Join(lines[p.Received.Line-1:], "\n")
		if !strings.HasPrefix(from, p.Received.Verbatim) {
			t.Errorf("%s at line %d: %q is not what stands there", p.Delegation, p.Received.Line, p.Received.Verbatim)
		}
	}
	last := "Include a mention of the elimination of forced labor and the target 8.7 of the 2030 Agenda."
	if got := read(t, src).Proposals[26].Received.Verbatim; !strings.HasSuffix(got, last) {
		t.Errorf("the passage of COSATE on 9.i ends %q, want its request at the end", got[max(0, len(got)-100):])
	}
}

func TestBridgetownParties(t *testing.T) {
	got := map[negotiation.Delegation]negotiation.PartyKind{}
	for _, p := range read(t, string(formattest.Bridgetown(t))).Parties {
		got[p.Name] = p.Kind
	}
	want := map[negotiation.Delegation]negotiation.PartyKind{"MEXICO": "state", "CHILE": "state", "PERU": "state", "COSATE": "body", "CEATAL": "body"}
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("parties (-got +want):\n%s", d)
	}
}

func TestBridgetownReading(t *testing.T) {
	d := read(t, string(formattest.Bridgetown(t)))
	formattest.Golden(t, "bridgetown-compilation.reading", outline(d))
}

func TestReadRefuses(t *testing.T) {
	long := strings.Repeat("x", negotiation.MaxText+1)
	tests := []struct {
		name, src string
		want      negotiation.Code
	}{
		{"nothing", "", negotiation.Unreadable},
		{"white space", "\ufeff \r\n\t\f\n", negotiation.Unreadable},
		{"no text in any encoding", "1. caf\xe9\x00", negotiation.Unreadable},
		{"a cover alone", "ORGANIZATION OF AMERICAN STATES\n\nNote: nothing", negotiation.Unreadable},
		{"a line of ten megabytes", strings.Repeat("x", 10<<20), negotiation.TooLong},
		{"a paragraph too long", "1. " + long, negotiation.TooLong},
		{"too many paragraphs", strings.Repeat("- x\n", negotiation.MaxParagraphs+2), negotiation.TooMany},
		{"only struck words", "1. ~~gone~~", negotiation.Unreadable},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := markdown.Read("x.txt", []byte(test.src), negotiation.ReadOptions{})
			r, ok := negotiation.Refused(err)
			if !ok || r.Code != test.want {
				t.Errorf("Read of %s: %v, want %s", test.name, err, test.want)
			}
		})
	}
}

func TestRefusalSaysWhatWasExpected(t *testing.T) {
	_, err := markdown.Read("x.txt", []byte("ab\xff\x01"), negotiation.ReadOptions{})
	var r *negotiation.Refusal
	if !errors.As(err, &r) || r.Details["byte"] != "2" || r.Details["problem"] != "encoding" {
		t.Errorf("refusal is %v, want the byte 2 and the encoding named", err)
	}
}
