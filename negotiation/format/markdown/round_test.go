package markdown_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"plenary/negotiation"
	"plenary/negotiation/format/formattest"
	"plenary/negotiation/format/markdown"
)

func write(t testing.TB, c negotiation.Compilation) string {
	t.Helper()
	var b strings.Builder
	if err := markdown.Write(&b, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// same compares two drafts but for where they were read.
func same(t testing.TB, got, want negotiation.Draft) {
	t.Helper()
	ignore := cmp.Options{
		cmpopts.IgnoreFields(negotiation.Draft{}, "Source", "Notices", "Editorial"),
		cmpopts.IgnoreFields(negotiation.Proposal{}, "Received"),
		cmpopts.SortSlices(func(a, b negotiation.Party) bool { return a.Name < b.Name }),
	}
	if d := cmp.Diff(got, want, ignore); d != "" {
		t.Errorf("drafts differ (-second +first):\n%s", d)
	}
}

// The law of this package: a compilation, read and compiled again, is the same
// to the byte, and nothing of the draft or of a proposal is lost on the way.
func TestBridgetownComesRound(t *testing.T) {
	first := read(t, string(formattest.Bridgetown(t)))
	once := write(t, formattest.Import(t, first).Compile(negotiation.Comments))
	second := read(t, once)
	twice := write(t, formattest.Import(t, second).Compile(negotiation.Comments))
	same(t, second, first)
	if d := cmp.Diff(twice, once); d != "" {
		t.Errorf("compilations differ (-second +first):\n%s", d)
	}
}

// every holds proposals of all kinds on a draft that the Forum's form has no
// natural line for.
const every = `# Draft Declaration

---

\The Ministers, gathered:

- a. first;
- \b) a bullet that begins like a letter;

# Of words in small letters

1. One paragraph, with * and ** and ~~~ and \\ in it.

- i. first of the list;
- ii. second of the list;
- iii. third of the list;

2. Another paragraph altogether.

### A group in small letters

3. The last one.
`

func TestEveryKindOfChangeComesRound(t *testing.T) {
	d := read(t, every)
	w := formattest.Import(t, d)
	at := map[string]negotiation.ParagraphID{}
	for id, address := range negotiation.Addresses(d.Paragraphs) {
		at[address] = id
	}
	on := func(kind negotiation.ChangeKind, address, text string) negotiation.Change {
		return negotiation.Change{Kind: kind, Paragraph: at[address], Base: 1, Text: text}
	}
	insert := func(address string, as negotiation.Kind, text string) negotiation.Change {
		return negotiation.Change{Kind: negotiation.Insert, Paragraph: at[address], Base: 1, As: as, Text: text}
	}
	w.Table("CHILE", on(negotiation.Amend, "1", "Nothing at all is left of it"))
	w.Table("CHILE", insert("1.ii", negotiation.Roman, "**new** roman"), insert("1.ii", negotiation.Bullet, "new bullet"))
	w.Table("MEXICO", on(negotiation.Delete, "1.i", ""), on(negotiation.Amend, "1.iii", "- rewritten"), insert("1", negotiation.Bullet, "first in the list"))
	w.Table("MEXICO", negotiation.Change{Kind: negotiation.Move, Paragraph: at["1.i"], Base: 1, After: at["1.iii"]})
	w.Table("MEXICO", negotiation.Change{Kind: negotiation.Move, Paragraph: at["3"], Base: 1, After: at["1"]}, on(negotiation.Amend, "2", "Another paragraph"))
	w.Table("PERU", insert("2", negotiation.Numbered, "A new paragraph"), insert("2", negotiation.Heading, "A NEW HEADING"))
	w.Table("PERU", on(negotiation.Comment, "1", "On the chapeau.\n\n  With a second part,\nand a third: **bold**"))
	w.Table("European Union", on(negotiation.RequestText, "3", "Include something\n- like this"))
	w.Table("CUBA", on(negotiation.Amend, "2", "Comment: this is the text of the paragraph"))
	w.Table("CUBA", on(negotiation.Amend, "heading1", "Of words in capital letters"))
	w.Table("CUBA", negotiation.Change{Kind: negotiation.Comment, Text: "On the whole.\n\nTwice."})
	w.Do(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "CHILE", Sponsors: []negotiation.Delegation{"PERU", "European Union"},
		Reason: "Because.\n\nSo.", Changes: []negotiation.Change{on(negotiation.Amend, "par1.a", "first and foremost;")}}})

	once := write(t, w.Compile(negotiation.Comments))
	second := read(t, once)
	twice := write(t, formattest.Import(t, second).Compile(negotiation.Comments))
	if d := cmp.Diff(twice, once); d != "" {
		t.Errorf("compilations differ (-second +first):\n%s", d)
	}
	formattest.Golden(t, "every-change.reading", outline(second))
}

// What is decided, struck or late is printed so that people see it, and read
// again so that it does not come back as if it were open.
func TestDecidedStruckAndLate(t *testing.T) {
	w := formattest.Import(t, read(t, "# Plan\n\n1. One.\n\n2. Two.\n\n- a. first;\n- b. second.\n"))
	w.Table("CHILE", negotiation.Change{Kind: negotiation.Delete, Paragraph: "p3", Base: 1})
	w.Table("PERU", negotiation.Change{Kind: negotiation.Amend, Paragraph: "p1", Base: 1, Text: "One more."})
	w.Do(negotiation.OpenComments{CutOff: time.Date(2017, 10, 1, 0, 0, 0, 0, time.UTC), Zone: "UTC", Late: negotiation.AddendumLate})
	w.Table("MEXICO", negotiation.Change{Kind: negotiation.Amend, Paragraph: "p1", Base: 1, Text: "One and only."})
	w.Do(negotiation.AcceptProposal{Proposal: "1"})
	w.Do(negotiation.WithdrawProposal{Proposal: "2", Reason: "no\nlonger *needed*"})
	got := write(t, w.Compile(negotiation.Comments))
	want := `# Plan

Note: The delegations of Chile, Mexico and Peru made comments to the Plan.

1. One.

MEXICO (late): One **and only**.

2. Two.

- a. ~~first;~~
- b. second.

## Fate of other proposals

- CHILE, proposal 1 on 2.a: accepted on 2 October 2017
- PERU, proposal 2 on 1: withdrawn on 2 October 2017: no longer *needed*
`
	if d := cmp.Diff(got, want); d != "" {
		t.Errorf("compilation (-got +want):\n%s", d)
	}
	again := read(t, got)
	if got, want := outline(again), "1 numbered One.\n2 numbered Two.\n2.b lettered second.\nMEXICO: [amend 1 \"One and only.\"]\n"; got != want {
		t.Errorf("read again it is\n%s, want\n%s", got, want)
	}
	if got, want := codes(again), "7 late, 11 struck-paragraph, 14 fates-skipped"; got != want {
		t.Errorf("notices are %q, want %q", got, want)
	}
}

// FuzzRound holds Write to its promise: what Read has read, printed and read
// again, prints alike.
func FuzzRound(f *testing.F) {
	f.Add(every)
	f.Add("A B\n\nNote: x made comments to the y via z.\n\n1. a:\n- b\n\nA B: a **c**:\n- b\n- **d**\n\nInclude x\n\nB C: ~~a:~~")
	for _, seed := range []string{
		"* x\ne) a\n* **b\nAA: ~~a",
		"x y\na)\ni)\ni)",
		"1. ~~a b:~~\n\n- i. ~~c~~\n- d e\n- ~~f~~\n- g h\n\nUN: a **c** b:\n\nOn 1.i: **x**\n\nUN (late, on 2, version 3): ~~k~~ l\n\n\\~~we~~\n\n2. l m",
		"# ~~A. WORK~~\n\n### g\n\nUN: ~~g~~ h\n\n# b\n\n### ~~h~~\n\n1. a\n\nUN (on b.x): c\n- d\n\nReason: e",
		"# A. Work\n\n1. a\n\nUN: b\n\nRequest: c\n  d\n\n   e\n\nReason: f",
		"A. WORK\n\nGROUP\n\n1. a b:\n- a. c\n  - i. d\n\nX Y and Z (late, on 1): a ~~b~~:\n- a. **c** d\n",
		"we, the ministers of the states, have come to agree.\n\nso they did\n\nUN: **we** agree\n\nthis is why\n\n## General comments\n\nUN: Good",
		"1. a\n\nUN: After 1 (heading): **b**\n\nOn 1: ~~a~~\n\nEU: Move after 2: a\n\n2. b ***\n\n- \\a. c\n\n\\- d",
		"**A B**\n\nNote: A and B, as well as C made comments to the A B via d.\n\n1. a.\n1. b.\n- c\n- \n-\n\nC: c d",
	} {
		f.Add(seed)
	}
	for _, file := range otherDocuments(f) {
		f.Add(string(otherDocument(f, file)))
	}
	for _, seed := range []string{
		"Article 1\n\n1. A:\n\n(a) b [c – PERU]\n\n(i) d\n\n2 bis. E\n\nArticle 2 – F\n\n1. G\n\nArticle 3\n\nH is.\n\nAnnex I\n\n**J k**\n\n1. L",
		"OP1 A:\n\n1.1 B\n\n1. C:\n\n1.1 D\n\n(1) E\n\nA.1 F\n\nA. Gh ij\n\nKl mn\n==\n\no\tp\n\nOption 1: q\n\nQR: s [t][u]",
		"1. A\n\n### Peru\n\nParagraph 1: B **c**\n\nChile – A **d**\n\n[CUBA] A e\n\nParagraph 1 – Peru, Chile\n\nA **f**\n\nBrazil (on behalf of MERCOSUR): g",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) {
		first, err := markdown.Read("fuzz.md", []byte(src), negotiation.ReadOptions{})
		if err != nil || formattest.Refuses(first) != nil {
			return
		}
		once := write(t, formattest.Import(t, first).Compile(negotiation.Comments))
		second, err := markdown.Read("fuzz.md", []byte(once), negotiation.ReadOptions{})
		if err != nil {
			t.Fatalf("%q is printed as %q, which is refused: %v", src, once, err)
		}
		if d := cmp.Diff(second.Paragraphs, first.Paragraphs); d != "" {
			t.Errorf("%q is printed as\n%q, which has other paragraphs (-second +first):\n%s", src, once, d)
		}
		if len(second.Proposals) != len(first.Proposals) {
			t.Errorf("%q is printed as\n%q, which has %d proposals instead of %d", src, once, len(second.Proposals), len(first.Proposals))
		}
		if twice := write(t, formattest.Import(t, second).Compile(negotiation.Comments)); twice != once {
			t.Errorf("%q is printed as\n%q, and then as\n%q", src, once, twice)
		}
	})
}

// The note names the contributors so that the reader knows states from bodies.
func TestNoteTellsStatesFromBodies(t *testing.T) {
	tests := []struct {
		states, bodies []negotiation.Delegation
		channel, want  string
	}{
		{[]negotiation.Delegation{"CHILE", "TRINIDAD AND TOBAGO"}, []negotiation.Delegation{"UNICE"}, "the Forum",
			"Note: The delegations of Chile, Trinidad and Tobago, as well as UNICE made comments to the Plan via the Forum."},
		{[]negotiation.Delegation{"CHILE"}, []negotiation.Delegation{"ICFTU", "UNICE"}, "",
			"Note: The delegation of Chile, as well as ICFTU and UNICE made comments to the Plan."},
		{[]negotiation.Delegation{"CHILE", "PERU"}, nil, "", "Note: The delegations of Chile and Peru made comments to the Plan."},
		{[]negotiation.Delegation{"USA"}, nil, "", "Note: The delegation of USA made comments to the Plan."},
		{nil, []negotiation.Delegation{"UNICE"}, "", "Note: The consultative body UNICE made comments to the Plan."},
		{nil, []negotiation.Delegation{"ICFTU", "UNICE"}, "", "Note: The consultative bodies ICFTU and UNICE made comments to the Plan."},
		{nil, nil, "the Forum", "Note: No delegation made comments to the Plan via the Forum."},
	}
	for _, test := range tests {
		t.Run(test.want, func(t *testing.T) {
			c := negotiation.Compilation{What: negotiation.Comments, States: test.states, Bodies: test.bodies,
				Cover: negotiation.Cover{Title: "PLAN", Channel: test.channel}}
			got := write(t, c)
			if want := "# PLAN\n\n" + test.want + "\n"; got != want {
				t.Fatalf("got\n%s, want\n%s", got, want)
			}
			body, want := "\n1. All workers.\n", map[negotiation.Delegation]negotiation.PartyKind{}
			for _, d := range test.states {
				body, want[d] = body+"\n"+string(d)+": All **the** workers.\n", negotiation.MemberState
			}
			for _, d := range test.bodies {
				body, want[d] = body+"\n"+string(d)+": All **the** workers.\n", negotiation.ConsultativeBody
			}
			d := read(t, got+body)
			kinds := map[negotiation.Delegation]negotiation.PartyKind{}
			for _, p := range d.Parties {
				kinds[p.Name] = p.Kind
			}
			if diff := cmp.Diff(kinds, want); diff != "" || d.Cover.Channel != test.channel || codes(d) != "" {
				t.Errorf("read again: channel %q, notices %v, parties (-got +want):\n%s", d.Cover.Channel, d.Notices, diff)
			}
		})
	}
}
