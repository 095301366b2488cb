package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

// codes lists the notices of a draft by line and code, but for what is said of the
// draft and of the cover as a whole, and for those that a test leaves out.
func codes(d negotiation.Draft, without ...string) string {
	without = append(without, "slip", "editorial", "untouched", "contributors", "cut-off")
	var list []string
	for _, n := range d.Notices {
		if !slices.Contains(without, n.Code) {
			list = append(list, fmt.Sprintf("%d %s", n.Line, n.Code))
		}
	}
	return strings.Join(list, ", ")
}

func TestReadCleanDrafts(t *testing.T) {
	tests := []struct {
		name, src string
		title     string
		outline   string
		codes     string
	}{
		{
			name:    "Markdown",
			src:     "# The Plan\n\n## Work\n\n1. One\n   more of it\n\n2) Two:\n\n- a. first\n- b) second\n\n### Group\n\n3. Three:\n* x\n• y\n",
			title:   "The Plan",
			outline: "heading1 heading Work\n1 numbered One more of it\n2 numbered Two:\n2.a lettered first\n2.b lettered second\nheading1.group1 group Group\n3 numbered Three:\n3.bullet1 bullet x\n3.bullet2 bullet y\n",
		},
		{
			name:    "sections at the first level below a title",
			src:     "# The Plan\n# Work\n## Group\n1. One",
			title:   "The Plan",
			outline: "heading1 heading Work\nheading1.group1 group Group\n1 numbered One\n",
		},
		{
			name:    "a labelled section is no title",
			src:     "# A. Work\n\n1. One",
			outline: "A heading Work\n1 numbered One\n",
		},
		{
			name:    "capitals",
			src:     "DRAFT PLAN\n\nA. WORK\n\nGROUP ONE\n\n1. One:\n\n(a) first\n(b) second\n\nII. REST\n\n2. Two",
			title:   "DRAFT PLAN",
			outline: "A heading WORK\nA.group1 group GROUP ONE\n1 numbered One:\n1.a lettered first\n1.b lettered second\nII heading REST\n2 numbered Two\n",
		},
		{
			name:    "plain paragraphs",
			src:     "# The Plan\n\nWe, the Ministers, gathered in the city of Bridgetown, agree.\n\nWe will work on this:\n- first\n- second\n\nAnd on that.",
			title:   "The Plan",
			outline: "par1 plain We, the Ministers, gathered in the city of Bridgetown, agree.\npar2 plain We will work on this:\npar2.bullet1 bullet first\npar2.bullet2 bullet second\npar3 plain And on that.\n",
		},
		{
			name:    "i behind h is a letter, and first in a list a number",
			src:     "1. One:\n- g. x\n- h. x\n- i. x\n- j. x\n2. Two:\n- i. x\n- ii. x\n3. Three:\n- iv. x\n- v. x\n- vi. x\n4. Four:\n- c. x\n- d. x",
			outline: "1 numbered One:\n1.g lettered x\n1.h lettered x\n1.i lettered x\n1.j lettered x\n2 numbered Two:\n2.i roman x\n2.ii roman x\n3 numbered Three:\n3.iv roman x\n3.v roman x\n3.vi roman x\n4 numbered Four:\n4.c lettered x\n4.d lettered x\n",
		},
		{
			name:    "a list within a list",
			src:     "1. One:\n- a. x\n  - i. y\n  - ii. y\n- b. x",
			outline: "1 numbered One:\n1.a lettered x\n1.a(i) roman y\n1.a(ii) roman y\n1.b lettered x\n",
			codes:   "3 nested, 4 nested",
		},
		{
			name:    "labels used twice",
			src:     "1. One\n\n1. Two\n\n1. Three\n\n1 bis. Four",
			outline: "1 numbered One\n1bis numbered Two\n1ter numbered Three\n1quater numbered Four\n",
			codes:   "3 label-twice, 5 label-twice, 7 label-twice",
		},
		{
			name:    "Windows line ends, a byte order mark and pages",
			src:     "\ufeff1. One\r\n\r\n2. Two and\fmore\r3. Three",
			outline: "1 numbered One\n2 numbered Two and more\n3 numbered Three\n",
			codes:   "1 byte-order-mark, 1 line-ends, 1 page-ends",
		},
		{
			name:    "a number at the start of a wrapped line",
			src:     "1. According to Articles 11 and\n12. and 13 we agree\n2. Two",
			outline: "1 numbered According to Articles 11 and 12. and 13 we agree\n2 numbered Two\n",
		},
		{
			name:    "marks and gaps",
			src:     "1. **Bold** and ***\n\n2. Struck ~~out~~ words\n\n3. An **open mark\n\n4.\n\n- -\n\n5. ~~Gone~~",
			outline: "1 numbered Bold and ***\n2 numbered Struck words\n3 numbered An **open mark\n4 numbered ***\n4.bullet1 bullet -\n",
			codes:   "1 marks-in-draft, 1 placeholder, 3 marks-in-draft, 5 unclosed-mark, 7 empty-paragraph, 7 placeholder, 11 struck-paragraph",
		},
		{
			name:    "items before any paragraph",
			src:     "# T\n\n- x\n- a. y\n",
			title:   "T",
			outline: "par1 plain x\npar1.a lettered y\n",
			codes:   "3 no-chapeau",
		},
		{
			name:    "a split paragraph, and one that begins with a small letter",
			src:     "1. One that is\n\nsplit here.\n\nand a new one.",
			outline: "1 numbered One that is split here.\npar1 plain and a new one.\n",
			codes:   "3 joined",
		},
		{
			name:    "each paragraph on one long line",
			src:     "1. " + strings.Repeat("word ", 30) + "end.\nAnother " + strings.Repeat("word ", 30) + "end.",
			outline: "1 numbered " + strings.Repeat("word ", 30) + "end.\npar1 plain Another " + strings.Repeat("word ", 30) + "end.\n",
		},
		{
			name:    "a colon makes no delegation",
			src:     "1. One\n\nNOTE: this\n\nSee: that\n\nPERU: http://x\n\n**Note**: this",
			outline: "1 numbered One\npar1 plain NOTE: this\npar2 plain See: that\npar3 plain Note: this\nPERU: [comment par2 \"http://x\"]\n",
			codes:   "3 unknown-name, 7 no-match, 9 marks-in-draft",
		},
		{
			name:    "escapes",
			src:     "# T\n\n---\n\n\\1. no number\n\n\\small start\n\n- \\a. no letter\n\n\\\\ a backslash",
			title:   "T",
			outline: "par1 plain 1. no number\npar2 plain small start\npar2.bullet1 bullet a. no letter\npar3 plain \\ a backslash\n",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := read(t, test.src)
			if got := d.Cover.Title; got != test.title {
				t.Errorf("title of %q is %q, want %q", test.src, got, test.title)
			}
			if diff := cmp.Diff(outline(d), test.outline); diff != "" {
				t.Errorf("outline of %q (-got +want):\n%s", test.src, diff)
			}
			if got := codes(d); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
		})
	}
}

func TestReadProposals(t *testing.T) {
	const note = "Note: The delegation of Chile, as well as UNICE made comments to the Plan.\n\n"
	const draft = "1. All workers have rights:\n\n- a. at home\n- b. at the place of work\n\n"
	tests := []struct{ name, src, proposals, codes string }{
		{"on the chapeau behind the list", "CHILE: All workers **and employers** have rights:",
			`CHILE: [amend 1 "All workers and employers have rights:"]`, "9 target"},
		{"on an item", "CHILE: at the place of ~~work~~ **labor**", `CHILE: [amend 1.b "at the place of labor"]`, ""},
		{"joint", "CHILE and UNICE: at the place of **their** work", `CHILE+UNICE: [amend 1.b "at the place of their work"]`, "9 joint"},
		{"in bold, late and with an address", "**CHILE** (late, on 1.a): at the place of work", `CHILE: [amend 1.a "at the place of work"]`, "9 no-marks, 9 late"},
		{"a colon in bold", "**CHILE:** at the place of **their** work", `CHILE: [amend 1.b "at the place of their work"]`, ""},
		{"a deletion", "CHILE: ~~at the place of work~~", `CHILE: [delete 1.b]`, ""},
		{"all in bold", "CHILE: **in the street and elsewhere**", `CHILE: [insert 1.b as lettered "in the street and elsewhere"]`, "9 new-paragraph"},
		{"a request", "CHILE: Include a mention of women", `CHILE: [request 1.b "Include a mention of women"]`, "9 request"},
		{"something else", "CHILE: We like this", `CHILE: [comment 1.b "We like this"]`, "9 no-match"},
		{"the draft again", "CHILE: at the place of work", `CHILE: [comment 1.b "CHILE: at the place of work"]`, "9 no-change"},
		{"the draft again with a comment", "CHILE: at the place of work\n\nComment: Good", `CHILE: [comment 1.b "Good"]`, "9 no-marks"},
		{"words without a number", "CHILE: at the **new** place of work\n\nThis is why.", `CHILE: [amend 1.b "at the new place of work"] [comment 1.b "This is why."]`, "11 remark"},
		{"whose list goes on", "CHILE: All **the** workers have rights:\n- c. at home\n- d. at the ~~place of work~~ **office**\n- **in the street**",
			`CHILE: [amend 1 "All the workers have rights:"] [amend 1.b "at the office"] [insert 1.b as bullet "in the street"]`, "9 target, 9 relabelled, 12 new-item"},
		{"then the next item of the draft", "CHILE: at the place of **their** work\n\n- c. in the street", `CHILE: [amend 1.b "at the place of their work"]`, ""},
		{"an address that is not there", "CHILE: After 7.x (bullet): **new**", `CHILE: [comment  "CHILE: After 7.x (bullet): **new**"]`, "9 unplaced"},
		{"whom the note does not name", "PERU: at the **new** place of work", `PERU: [amend 1.b "at the new place of work"]`, "9 not-in-note"},
		{"a name on a line of its own", "CHILE:\n\nAt the **new** place of work", `CHILE: [amend 1.b "At the new place of work"]`, "9 unmarked-words"},
		{"curly quotes alone", "CHILE: at the place of work", `CHILE: [comment 1.b "CHILE: at the place of work"]`, "9 no-change"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			full := read(t, note+draft+"\n"+test.src)
			lines := strings.Split(strings.TrimSpace(outline(full)), "\n")
			if got := strings.Join(lines[len(full.Paragraphs):], "\n"); got != test.proposals {
				t.Errorf("proposals of %q:\n got %s\nwant %s", test.src, got, test.proposals)
			}
			if got := codes(full, "not-found"); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
		})
	}
}

// Documents made to be slow take time in proportion to their length: each of
// these is read to the end, or refused, within the patience of the test run.
func TestHostileDocumentsAreReadToTheEnd(t *testing.T) {
	const most = 1 << 20
	tests := map[string]string{
		"a million asterisks":           "1. " + strings.Repeat("*", most),
		"a million marks":               strings.Repeat("1. "+strings.Repeat("**~~", 4000)+"\n", 60),
		"placeholders":                  strings.Repeat("1. "+strings.Repeat("*** ", 6000)+"\n", 40),
		"100,000 bullets":               "1. x\n" + strings.Repeat("- x\n", 100_000),
		"proposals on a long list":      "1. x\n" + strings.Repeat("- many words in the item\n", 5000) + strings.Repeat("CHILE: many words in the item\n\n", 20_000),
		"a restated list without end":   "1. x\n\n- many words\n\nCHILE: x\n\n" + strings.Repeat("- many words\n", 80_000),
		"joined lines":                  "1. x\n" + strings.Repeat("x\n", 16_000),
		"names":                         "1. x\n\n" + strings.Repeat("A, ", most/3) + ": x",
		"the same number":               strings.Repeat("1. x\n", negotiation.MaxParagraphs),
		"lines of a remark":             "1. x\n\nCHILE: Comment: x\n" + strings.Repeat("  x\n", 300_000),
		"headings before one proposal":  strings.Repeat("# x\n", negotiation.MaxParagraphs-1) + "CHILE: x",
		"backslashes":                   "1. " + strings.Repeat(`\`, most),
		"bullets without words":         "1. x\n" + strings.Repeat("-\n", 500_000),
		"blank lines":                   "1. x" + strings.Repeat("\n", 5*most) + "2. y",
		"one line of the longest cover": strings.Repeat("A ", most),
		"one line as long as a file":    "1. " + strings.Repeat("x", negotiation.MaxImport-3),
		"brackets inside brackets":      "1. " + strings.Repeat("[", most) + "\n\n" + strings.Repeat("1. "+strings.Repeat("[", 10_000)+strings.Repeat("]", 10_000)+"\n\n", 40),
		"brackets of delegations":       strings.Repeat("1. "+strings.Repeat("[x – PERU] [y – delete: CHILE] ", 800)+"\n\n", 40),
		"names that nobody knows":       "1. many words in the item\n\n" + strings.Repeat("NOBODY IN: many words of no item at all\n\n", 5_000),
		"names behind a long line":      "1. " + strings.Repeat("x ", 15_000) + "\n" + strings.Repeat("ABC: x\n", 20_000),
		"names as headings":             "1. x\n\n" + strings.Repeat("### Peru\n\n", 50_000),
		"dashes":                        "1. x\n\n" + strings.Repeat("Peru – ", most/10) + "\n\n" + strings.Repeat("A – B – C\n\n", 19_000),
		"page numbers":                  "1. x\n" + strings.Repeat("- 3 -\n", 200_000),
		"symbols beside page numbers":   "AB/CD\n\n1. x\n" + strings.Repeat("AB/CD\n- 3 -\n", 100_000),
		"words parted by lines":         "1. x\n" + strings.Repeat("a-\n", 300_000),
		"soft hyphens":                  "1. x" + strings.Repeat("\u00ad", most/2) + "\n" + strings.Repeat("\u00ad\n", most/3),
		"no-break spaces":               "1. x\n\nPERU: x" + strings.Repeat("**\u00a0**", most/6) + strings.Repeat("\u00a0", most/2) + "y",
		"underlined lines":              strings.Repeat("Ab\n---\n\n", 100_000),
		"articles without a title":      strings.Repeat("Article 1\n\n", 19_000),
		"articles that begin anew":      strings.Repeat("Article 1 – A\n\n1. x\n\n", 9_000),
		"numbers of parts":              "1. x\n\n" + strings.Repeat("1.1 X\n\n", 10_000) + strings.Repeat("1.", most),
		"a note of a million names":     "Note: " + strings.Repeat("Peru, ", most) + " made comments to the x.\n\n1. x",
		"UTF-16":                        inUTF16("1. "+strings.Repeat("x", most), true),
		"Windows-1252":                  strings.Repeat("1. \xe9\n", 100_000),
	}
	for name, src := range tests {
		t.Run(name, func(t *testing.T) {
			if _, err := markdown.Read("x.md", []byte(src), negotiation.ReadOptions{}); err != nil {
				if _, refused := negotiation.Refused(err); !refused {
					t.Errorf("Read of %s: %v", name, err)
				}
			}
		})
	}
}

func BenchmarkReadBridgetown(b *testing.B) {
	src := formattest.Bridgetown(b)
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := markdown.Read("b.txt", src, negotiation.ReadOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
