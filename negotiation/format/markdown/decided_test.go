package markdown_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/diff"
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

// standing lists the proposals in a compilation, by delegation and the addresses
// and words that they change, sorted.
func standing(c negotiation.Compilation) []string {
	var list []string
	versions := map[string]int{}
	for _, b := range c.Blocks {
		if b.Restated == nil {
			versions[b.Paragraph.Address] = b.Paragraph.Version
			continue
		}
		for _, l := range b.Restated.Lines {
			words := l.Redline.After()
			if len(l.Typed) > 0 && l.Base < versions[l.Address] {
				// Nobody can repair marks against a version that is not there.
				words = diff.Reading{Spans: l.Typed}.After()
			}
			if l.Change != "" {
				list = append(list, fmt.Sprintf("%s %s %s %s %s", b.Restated.Delegation, l.Change, l.Address, l.After, words))
			}
		}
	}
	slices.Sort(list)
	return list
}

// sameStanding compares the paragraphs of a draft with those that stand in the
// compilation from which it was read, by their kind, words and printed label.
func sameStanding(t testing.TB, d negotiation.Draft, c negotiation.Compilation) {
	t.Helper()
	type told struct {
		Kind       negotiation.Kind
		Text, Name string
	}
	var got, want []told
	for _, p := range d.Paragraphs {
		got = append(got, told{p.Kind, p.Text, p.PrintedLabel()})
	}
	for _, b := range c.Blocks {
		if p := b.Paragraph; p != nil && !p.Deleted {
			want = append(want, told{p.Kind, p.Text, p.PrintedLabel()})
		}
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("paragraphs (-read +compiled):\n%s", diff)
	}
}

// FuzzStruck strikes a paragraph of any document: what is printed then has the
// other paragraphs and as many proposals, when it is read again.
func FuzzStruck(f *testing.F) {
	f.Add(every, uint8(4))
	f.Add("1. a b:\n- i. c\n- d\n\nUN: a **c** b:\n\nOn 1.i: **x**\n\nUN: ~~d~~ e\n\n\\we\n\nUN: We **all**", uint8(3))
	f.Add("1. a b:\n- i. c\n- d\n\nUN: a **c** b:\n\nOn 1.i: **x**\n\nUN: ~~d~~ e\n\n2. a **c**\n- e", uint8(0))
	f.Fuzz(func(t *testing.T, src string, which uint8) {
		d, err := markdown.Read("fuzz.md", []byte(src), negotiation.ReadOptions{})
		if err != nil || formattest.Refuses(d) != nil {
			return
		}
		p := d.Paragraphs[int(which)%len(d.Paragraphs)]
		if len(d.Paragraphs) == 1 || p.Kind.IsHeading() || !slices.ContainsFunc(d.Paragraphs, func(q negotiation.Paragraph) bool { return q.ID != p.ID && q.Parent != p.ID }) {
			return
		}
		h := &house{World: formattest.Import(t, d), tb: t, next: len(d.Proposals) + 1}
		h.accept(negotiation.Change{Kind: negotiation.Delete, Paragraph: p.ID})
		compiled := h.Compile(negotiation.Comments)
		printed := write(t, compiled)
		again := read(t, printed)
		sameStanding(t, again, compiled)
		if len(again.Proposals) != len(d.Proposals) {
			t.Errorf("%q has %d proposals, want %d", printed, len(again.Proposals), len(d.Proposals))
		}
		if r := formattest.Refuses(again); r != nil {
			t.Errorf("%q is refused: %v", printed, r)
		}
	})
}

// What was decided in the house does not change who proposes what when its
// document is read: no paragraph is invented, and no proposal is on another
// paragraph than before.
func TestDecidedBridgetownIsReadFaithfully(t *testing.T) {
	h := decideBridgetown(t)
	compiled := h.Compile(negotiation.Comments)
	src := write(t, compiled)
	d := read(t, src)

	sameStanding(t, d, compiled)
	struck := map[string]bool{}
	for _, b := range compiled.Blocks {
		if p := b.Paragraph; p != nil && p.Deleted {
			struck[p.Address] = true
		}
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
	if len(comments) != 2 || !strings.HasPrefix(comments[0], "MEXICO (on 5): The following two") || !strings.HasPrefix(comments[1], "MEXICO (reading not confirmed, on 7.b): Strengthen ") {
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
	// The seed's own marks do not all give back the draft, but those of the document
	// do, except where its author has not said how to read them.
	doubts := 0
	for _, p := range d.Proposals {
		doubts += len(p.Received.Doubts)
	}
	if unconfirmed := strings.Count(src, "(reading not confirmed"); doubts != 10 || unconfirmed != 12 {
		t.Errorf("%d changes are in doubt, and %d proposals said to be; want 10 and 12: those on what is struck or of an older version can be read in one way", doubts, unconfirmed)
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
