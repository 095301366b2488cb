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

// house is a negotiation whose paragraphs are named by address.
type house struct {
	*formattest.World
	tb testing.TB
	at map[string]negotiation.ParagraphID
	// next is the number of the next proposal.
	next int
}

func meet(t testing.TB, src string) *house {
	t.Helper()
	d := read(t, src)
	h := &house{World: formattest.Import(t, d), tb: t, at: map[string]negotiation.ParagraphID{}, next: len(d.Proposals) + 1}
	for id, address := range negotiation.Addresses(d.Paragraphs) {
		h.at[address] = id
	}
	return h
}

// accept has a delegation table a change, and the chair accept it.
func (h *house) accept(c negotiation.Change) {
	h.tb.Helper()
	c.Base = 1
	h.Table("CHILE", c)
	h.Do(negotiation.AcceptProposal{Proposal: negotiation.ProposalID(fmt.Sprint(h.next))})
	h.next++
}

func (h *house) amend(address, text string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Amend, Paragraph: h.at[address], Base: 1, Text: text}
}

func (h *house) strike(address string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Delete, Paragraph: h.at[address], Base: 1}
}

func (h *house) insert(address string, as negotiation.Kind, text string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Insert, Paragraph: h.at[address], Base: 1, As: as, Text: text}
}

func (h *house) move(address, after string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Move, Paragraph: h.at[address], Base: 1, After: h.at[after]}
}

// decideBridgetown decides on proposals of every kind in the seed.
func decideBridgetown(t testing.TB) *house {
	h := meet(t, string(formattest.Bridgetown(t)))
	h.accept(h.strike("7.b"))
	h.accept(h.strike("5"))
	for _, address := range []string{"9.c", "9.d", "9.g"} {
		h.accept(h.amend(address, "Other words for "+address+"."))
	}
	h.accept(h.move("9.h", "9.a"))
	h.accept(h.insert("6.bullet2", negotiation.Bullet, "A new topic;"))
	h.accept(h.insert("3", negotiation.Numbered, "A new paragraph."))
	h.accept(h.insert("7.a", negotiation.Lettered, "A new activity."))
	return h
}

// onTable lists the proposals in a compilation, by delegation and the addresses
// and words that they change, sorted.
func standing(c negotiation.Compilation) []string {
	var list []string
	for _, b := range c.Blocks {
		if b.Restated == nil {
			continue
		}
		for _, l := range b.Restated.Lines {
			if l.Change != "" {
				list = append(list, fmt.Sprintf("%s %s %s %s %s", b.Restated.Delegation, l.Change, l.Address, l.After, l.Redline.After()))
			}
		}
	}
	slices.Sort(list)
	return list
}

// What was decided in the house does not change who proposes what when its
// document is read: no paragraph is invented, and no proposal is on another
// paragraph than before.
func TestDecidedBridgetownIsReadFaithfully(t *testing.T) {
	h := decideBridgetown(t)
	compiled := h.Compile(negotiation.Comments)
	src := write(t, compiled)
	d := read(t, src)

	type told struct {
		Kind       negotiation.Kind
		Text, Name string
	}
	var got, want []told
	for _, p := range d.Paragraphs {
		got = append(got, told{p.Kind, p.Text, p.PrintedLabel()})
	}
	struck := map[string]bool{}
	for _, b := range compiled.Blocks {
		switch p := b.Paragraph; {
		case p == nil:
		case p.Deleted:
			struck[p.Address] = true
		default:
			want = append(want, told{p.Kind, p.Text, p.PrintedLabel()})
		}
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("paragraphs (-read +compiled):\n%s", diff)
	}

	again := formattest.Import(t, d).Compile(negotiation.Comments)
	isStruck := func(line string) bool { return struck[strings.Fields(line)[2]] }
	wanted := standing(compiled)
	lost := slices.DeleteFunc(slices.Clone(wanted), func(l string) bool { return !isStruck(l) })
	if len(lost) != 2 {
		t.Errorf("%d changes are on what is struck, want those of MEXICO on 5 and on 7.b: %q", len(lost), lost)
	}
	wanted = bulletless(slices.DeleteFunc(wanted, isStruck))
	if diff := cmp.Diff(bulletless(standing(again)), wanted); diff != "" {
		t.Errorf("proposals (-read +compiled):\n%s", diff)
	}
	var comments []string
	for _, r := range again.General {
		comments = append(comments, r.Comments...)
	}
	if len(comments) != 2 || !strings.HasPrefix(comments[0], "MEXICO (on 5): The following two") || !strings.HasPrefix(comments[1], "MEXICO (on 7.b): Strengthen labor **observatories") {
		t.Errorf("comments on the whole draft: %q, want the words of MEXICO on 5 and on 7.b", comments)
	}
	for _, words := range comments {
		if !strings.Contains(src, words) {
			t.Errorf("%q does not stand in the document", words)
		}
	}
	counts := map[string]int{}
	for _, n := range d.Notices {
		counts[string(n.Severity)+" "+n.Code]++
	}
	for code, n := range map[string]int{"ask struck-paragraph": 2, "ask struck-target": 2, "info fates-skipped": 1, "ask older-version": strings.Count(src, ", version 1")} {
		if counts[code] != n || n == 0 {
			t.Errorf("%d notices %q, want %d of all: %v", counts[code], code, n, counts)
		}
	}
	// The seed's own marks do not all give back the draft, but those of the document do.
	if counts["error marks-disagree"] > 0 {
		t.Errorf("the redlines of the document are said to disagree with it: %v", d.Notices)
	}
}

// bulletless takes away the number of a bullet: bullets count anew.
func bulletless(lines []string) []string {
	var list []string
	for _, l := range lines {
		words := strings.Fields(l)
		for i, w := range words[:3] {
			if at := strings.Index(w, ".bullet"); at > 0 {
				words[i] = w[:at]
			}
		}
		list = append(list, strings.Join(words, " "))
	}
	slices.Sort(list)
	return list
}

// A document that was read and printed again has nothing decided, so from then on
// it is the same to the byte.
func TestDecidedBridgetownSettlesOnceRead(t *testing.T) {
	first := read(t, write(t, decideBridgetown(t).Compile(negotiation.Comments)))
	once := write(t, formattest.Import(t, first).Compile(negotiation.Comments))
	second := read(t, once)
	twice := write(t, formattest.Import(t, second).Compile(negotiation.Comments))
	if d := cmp.Diff(twice, once); d != "" {
		t.Errorf("compilations differ (-second +first):\n%s", d)
	}
}

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
		{"by a name that the draft does not have", "CHILE (on 1.x): first of **all** the list", `CHILE: [comment  "CHILE (on 1.x): first of **all** the list"]`, "6 unknown-address"},
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
			var said []string
			for _, n := range d.Notices {
				if n.Code != "struck-paragraph" {
					said = append(said, fmt.Sprintf("%d %s", n.Line, n.Code))
				}
			}
			if got := strings.Join(said, ", "); got != test.codes {
				t.Errorf("notices of %q are %q, want %q", test.src, got, test.codes)
			}
			if got, want := len(d.Notices)-len(said), 2; got != want {
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

// Where bullets were inserted, the document names each as it is counted there.
func TestBulletsAreNamedAsTheyStand(t *testing.T) {
	h := meet(t, "1. One:\n- first\n- second\n- third\n")
	h.accept(h.insert("1.bullet1", negotiation.Bullet, "between"))
	h.Table("PERU", h.move("1.bullet1", "1.bullet3"))
	src := write(t, h.Compile(negotiation.Comments))
	if want := "PERU: Move after 1.bullet4: first"; !strings.Contains(src, want) {
		t.Errorf("%q is not in\n%s", want, src)
	}
	got := outline(read(t, src))
	if want := "PERU: [move 1.bullet1 to 1.bullet4]\n"; !strings.HasSuffix(got, want) {
		t.Errorf("read again it is\n%s, want %s", got, want)
	}
}

// A struck paragraph that begins with a small letter, or a struck bullet, is
// told from what goes on with a proposal before it.
func TestStruckBehindProposals(t *testing.T) {
	h := meet(t, "1. One.\n\n- a. first\n- second\n\n\\we, the ministers.\n")
	h.accept(h.strike("1.bullet1"))
	h.accept(h.strike("par1"))
	h.Table("PERU", h.amend("1.a", "first of all"))
	h.Table("PERU", h.amend("1", "One more."))
	src := write(t, h.Compile(negotiation.Comments))
	if got, want := outline(read(t, src)), "1 numbered One.\n1.a lettered first\nPERU: [amend 1.a \"first of all\"]\nPERU: [amend 1 \"One more.\"]\n"; got != want {
		t.Errorf("%s\nis read as\n%s, want\n%s", src, got, want)
	}
}

func TestItemMovedBeforeItsNeighbours(t *testing.T) {
	h := meet(t, "1. One:\n- g. x\n- h. y\n- i. z\n")
	h.accept(h.move("1.h", "1"))
	if got, want := outline(read(t, write(t, h.Compile(negotiation.Comments)))), "1 numbered One:\n1.h lettered y\n1.g lettered x\n1.i lettered z\n"; got != want {
		t.Errorf("read again it is\n%s, want\n%s", got, want)
	}
}

func TestRefusalsSayWhere(t *testing.T) {
	long := strings.Repeat("word ", negotiation.MaxText/5+1)
	tests := []struct{ name, src, want string }{
		{"paragraphs", strings.Repeat("1. x\n\n", negotiation.MaxParagraphs+1), `too-many count="20001" field="paragraphs" limit="20000" line="40001"`},
		{"changes", "1. x\n\nCHILE: x y\n\n" + strings.Repeat("Comment: y\n\n", negotiation.MaxChanges), `too-many count="201" field="changes" limit="200" line="3"`},
		{"paragraph", "1. x\n\n2. " + long, `too-long field="paragraph" length="32769" limit="32768" line="3"`},
		{"proposal", "1. x\n\nCHILE (on 1): " + long, `too-long field="text" length="32769" limit="32768" line="3"`},
		{"reason", "1. x\n\nCHILE: x y\n\nReason: " + long[:negotiation.MaxReason+1], `too-long field="reason" length="8193" limit="8192" line="3"`},
		{"control character", "1. x\n\n2. y\x00", `bad-text field="text" line="3"`},
		{"turned direction", "1. x\n\nCHILE: y\u202e", `bad-text field="text" line="3"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := markdown.Read("x.md", []byte(test.src))
			if r, refused := negotiation.Refused(err); !refused || r.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
