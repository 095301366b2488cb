package negotiation_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/negotiationtest"
)

// lived lets the world of a seed give commands to the law, and gives the state
// after each that was lawful.
func lived(t testing.TB, seed uint64, steps int) []negotiation.State {
	t.Helper()
	w := negotiationtest.NewWorld(seed)
	states := []negotiation.State{negotiation.New(negotiationtest.Name)}
	give := func(req negotiation.Request) {
		s := states[len(states)-1]
		if events, err := s.Decide(req); err == nil {
			states = append(states, s.After(negotiation.Entry{Negotiation: s.ID(), Seq: s.Seq() + 1, At: req.At, Seat: req.Seat, Events: events}))
		}
	}
	begin, err := w.Begin()
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	for _, req := range begin {
		give(req)
	}
	for range steps {
		give(w.Next(seenBy(states[len(states)-1])))
	}
	return states
}

func seenBy(s negotiation.State) negotiation.View {
	return s.For(negotiation.Audience{Role: negotiation.Secretariat})
}

// worlds runs a check on the lives of little worlds.
func worlds(t *testing.T, check func(t *testing.T, states []negotiation.State)) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) { check(t, lived(t, seed, 150)) })
	}
}

func TestBlameGivesBackEachTextOfALittleWorld(t *testing.T) {
	worlds(t, func(t *testing.T, states []negotiation.State) {
		v := seenBy(states[len(states)-1])
		for _, p := range v.Paragraphs {
			for _, version := range p.Versions {
				holdBlame(t, v, p, version)
			}
		}
	})
}

// holdBlame holds the blame of a version to its text, and each of the words that
// little worlds use once to the redline or the proposal that brought it.
func holdBlame(t *testing.T, v negotiation.View, p negotiation.ParagraphView, version negotiation.Version) {
	t.Helper()
	var text strings.Builder
	for _, a := range v.Blame(p, version.Number) {
		text.WriteString(a.Text)
		by := p.Versions[a.Version-1]
		if a.Proposal != by.Proposal || !a.At.Equal(by.At) || a.Version > version.Number {
			t.Errorf("%s version %d: %+v is not as version %d says", p.ID, version.Number, a, a.Version)
		}
		for _, word := range regexp.MustCompile(`x\d+x`).FindAllString(a.Text, -1) {
			if want := brought(p, version.Number, word); a.Version != want {
				t.Errorf("%s version %d: %q came with version %d, want %d", p.ID, version.Number, word, a.Version, want)
			}
			for _, id := range a.From {
				parent, _ := v.Proposal(id)
				if !strings.Contains(fmt.Sprint(parent.Changes, parent.Rebases), word) {
					t.Errorf("%s version %d: %q is credited to proposal %s, which has no such word", p.ID, version.Number, word, id)
				}
			}
		}
	}
	if text.String() != version.Text {
		t.Errorf("%s version %d: blame gives %q, want %q", p.ID, version.Number, text.String(), version.Text)
	}
}

// brought is the newest version up to one whose redline inserts a word.
func brought(p negotiation.ParagraphView, version int, word string) int {
	for ; version > 1; version-- {
		for _, span := range p.Versions[version-1].Redline {
			if span.Op == diff.Insert && strings.Contains(span.Text, word) {
				return version
			}
		}
	}
	return 1
}

func TestAComparisonLeadsFromTheEarlierTextToTheLaterOne(t *testing.T) {
	worlds(t, func(t *testing.T, states []negotiation.State) {
		for i := 0; i < len(states); i += 7 {
			for j := i; j < len(states); j += 11 {
				earlier, later := seenBy(states[i]), seenBy(states[j])
				list := later.Compare(earlier, diff.Fine)
				if got, want := sides(list, diff.Script.After), standing(later); !slices.Equal(got, want) {
					t.Fatalf("entries %d to %d: the later text (-got +want):\n%s", i, j, cmp.Diff(got, want))
				}
				got, want := sides(list, diff.Script.Before), standing(earlier)
				slices.Sort(got) // the order is the later one's
				slices.Sort(want)
				if !slices.Equal(got, want) {
					t.Fatalf("entries %d to %d: the earlier text (-got +want):\n%s", i, j, cmp.Diff(got, want))
				}
			}
		}
	})
}

// What the versions tell of a past text compares as the text itself did, on both
// sides; where a move hides it, none is told.
func TestTheTextOfThePastIsThatOfItsTime(t *testing.T) {
	told, hidden := 0, 0
	worlds(t, func(t *testing.T, states []negotiation.State) {
		now := seenBy(states[len(states)-1])
		for i := 0; i < len(states); i += 5 {
			then := seenBy(states[i])
			past, ok := now.TextAt(then.Seq)
			if moved := movedSince(now, then.Seq); ok == moved {
				t.Fatalf("entry %d: told %t, moved since %t", then.Seq, ok, moved)
			}
			if !ok {
				hidden++
				continue
			}
			told++
			if got, want := now.Compare(past, diff.Fine), now.Compare(then, diff.Fine); !cmp.Equal(got, want) {
				t.Fatalf("since entry %d (-got +want):\n%s", then.Seq, cmp.Diff(got, want))
			}
			for j := 0; j <= i; j += 7 {
				earlier := seenBy(states[j])
				if got, want := past.Compare(earlier, diff.Coarse), then.Compare(earlier, diff.Coarse); !cmp.Equal(got, want) {
					t.Fatalf("entries %d to %d (-got +want):\n%s", earlier.Seq, then.Seq, cmp.Diff(got, want))
				}
			}
		}
	})
	if told == 0 || hidden == 0 {
		t.Errorf("%d texts are told and %d hidden, want some of each", told, hidden)
	}
}

// movedSince reports whether a paragraph of v was moved after entry at.
func movedSince(v negotiation.View, at negotiation.Seq) bool {
	return slices.ContainsFunc(v.Paragraphs, func(p negotiation.ParagraphView) bool {
		return slices.ContainsFunc(p.Versions, func(version negotiation.Version) bool { return version.Moved && version.Seq > at })
	})
}

// sides gives one side of each redline that has words there, behind its paragraph.
func sides(list []negotiation.Compared, side func(diff.Script) string) []string {
	var words []string
	for _, c := range list {
		if text := side(c.Redline); text != "" {
			words = append(words, string(c.ID)+" "+text)
		}
	}
	return words
}

// standing gives the paragraphs that are not struck.
func standing(v negotiation.View) []string {
	var words []string
	for _, p := range v.Paragraphs {
		if !p.Deleted {
			words = append(words, string(p.ID)+" "+p.Text)
		}
	}
	return words
}

func TestAComparisonSaysWhatBecameOfEachParagraph(t *testing.T) {
	v, earlier := told(t)
	got := map[string]string{}
	for _, c := range v.Compare(earlier, diff.Fine) {
		got[c.Address] = string(c.Is)
		if c.MovedFrom.Address != "" {
			got[c.Address] += " from " + c.MovedFrom.Address + " after " + c.MovedFrom.After
		}
		if c.Is == negotiation.Changed && diff.Marked(c.Redline) != "meet **often**" {
			t.Errorf("%s reads %q", c.Address, diff.Marked(c.Redline))
		}
	}
	want := map[string]string{"1": "kept", "1.bullet1": "changed", "2": "struck", "3bis": "inserted", "3": "kept", "4": "moved from 4 after 3"}
	if !cmp.Equal(got, want) {
		t.Errorf("(-got +want):\n%s", cmp.Diff(got, want))
	}
	var revisions []string
	for _, r := range v.Revisions() {
		revisions = append(revisions, fmt.Sprint(r.Proposals, r.Addresses))
	}
	if want := []string{"[] []", "[1] [1.bullet1]", "[2] [2]", "[3] [3bis]", "[4] [4]"}; !slices.Equal(revisions, want) {
		t.Errorf("revisions are %q, want %q", revisions, want)
	}
}

// told gives the views after and before a paragraph was amended, one struck, one
// inserted, one moved, and one inserted and struck again.
func told(t *testing.T) (later, earlier negotiation.View) {
	t.Helper()
	draft, err := negotiationtest.ParseDraft("1. The groups will:\n- * meet\n2. The Chair reports\n3. The members listen\n4. All leave")
	if err != nil {
		t.Fatal(err)
	}
	s := negotiation.New("n")
	give := func(do negotiation.Command) {
		events, err := s.Decide(negotiation.Request{Seat: negotiation.SystemSeat, Do: do})
		if err != nil {
			t.Fatalf("%+v: %v", do, err)
		}
		s = s.After(negotiation.Entry{Negotiation: "n", Seq: s.Seq() + 1, Events: events})
	}
	give(negotiation.CreateNegotiation{Title: "Plan", Language: "en"})
	give(negotiation.ImportDraft{Draft: draft})
	give(negotiation.OpenComments{})
	earlier = seenBy(s)
	for i, c := range []negotiation.Change{
		{Kind: negotiation.Amend, Paragraph: "p2", Base: 1, Text: "meet often"},
		{Kind: negotiation.Delete, Paragraph: "p3", Base: 1},
		{Kind: negotiation.Insert, Paragraph: "p4", Base: 1, Text: "All sing"},
		{Kind: negotiation.Move, Paragraph: "p5", Base: 1, After: "p1"},
		{Kind: negotiation.Insert, Paragraph: "p4", Base: 1, Text: "All dance"},
		{Kind: negotiation.Delete, Paragraph: "p7", Base: 1},
	} {
		give(negotiation.TableProposal{Proposal: negotiation.Proposal{Delegation: "PERU", Changes: []negotiation.Change{c}}})
		give(negotiation.AcceptProposal{Proposal: negotiation.ProposalID(fmt.Sprint(i + 1))})
		if i == 3 {
			later = seenBy(s)
		}
	}
	if n := len(seenBy(s).Compare(later, diff.Fine)); n != len(later.Paragraphs)-1 {
		t.Errorf("%d paragraphs in a comparison across what came and went, want %d", n, len(later.Paragraphs)-1)
	}
	return later, earlier
}
