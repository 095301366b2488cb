package negotiation

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"plenary/diff"
)

// tables has a delegation table changes on the newest versions.
func (m *meeting) tables(by Delegation, changes ...Change) {
	m.Helper()
	for i, c := range changes {
		if p, ok := m.paragraph(c.Paragraph); ok && c.Base == 0 {
			changes[i].Base = p.Version
		}
	}
	m.must("system", TableProposal{Proposal: Proposal{Delegation: by, Changes: changes}})
}

// knows makes delegations known, which read only.
func (m *meeting) knows(names ...Delegation) {
	m.Helper()
	for _, d := range names {
		m.must("system", OpenSeat{Seat: Seat{ID: SeatID(strings.ToLower(string(d))), Role: Observer, Delegation: d}})
	}
}

func (m *meeting) office() View { return m.For(Audience{Role: Secretariat}) }

func (m *meeting) compile(what What) Compilation {
	m.Helper()
	c, err := Compile(m.office(), what)
	if err != nil {
		m.Fatal(err)
	}
	return c
}

// printedText is a consolidated text a line a paragraph, notes behind ">".
func printedText(t *ConsolidatedText) string {
	var b strings.Builder
	for _, p := range t.Paragraphs {
		b.WriteString(Bracketed(p.Passages, func(_ diff.Op, text string) string { return text }, func(x Bracket) string {
			names := strings.Join(x.Names(), ", ")
			if x.Op == diff.Delete {
				return "delete: " + names
			}
			return names
		}) + "\n")
		for _, n := range p.Notes {
			b.WriteString("> " + string(n.Delegations[0]) + " " + string(n.Proposal) + " " + string(n.Kind) + " " + string(n.Why) + "\n")
		}
	}
	return b.String()
}

func TestTheConsolidatedTextAttributesEveryBracket(t *testing.T) {
	amend := func(text string) Change { return Change{Kind: Amend, Paragraph: "p3", Text: text} }
	insert := func(text string) Change { return Change{Kind: Insert, Paragraph: "p3", As: Numbered, Text: text} }
	tests := []struct {
		name   string
		happen func(*meeting)
		want   string
	}{
		{"nothing is asked", func(*meeting) {}, "The groups will:\nmeet\nThe Chair reports\n"},
		{"words are asked for by two", func(m *meeting) {
			m.tables("PERU", amend("The Chair reports each year"))
			m.tables("MEXICO", amend("The Chair reports each year"))
		}, "The groups will:\nmeet\nThe Chair reports [each year – MEXICO, PERU]\n"},
		{"one delegation twice", func(m *meeting) {
			m.tables("PERU", amend("The Chair reports soon"))
			m.tables("PERU", amend("The good Chair reports"))
		}, "The groups will:\nmeet\nThe [good – PERU 2] Chair reports [soon – PERU 1]\n"},
		{"sponsors are named", func(m *meeting) {
			m.knows("CHILE")
			m.must("system", TableProposal{Proposal: Proposal{Delegation: "PERU", Sponsors: []Delegation{"CHILE"},
				Changes: []Change{{Kind: Amend, Paragraph: "p3", Base: 1, Text: "The Chair reports soon"}}}})
		}, "The groups will:\nmeet\nThe Chair reports [soon – PERU, CHILE]\n"},
		{"a paragraph is to go with its list", func(m *meeting) {
			m.tables("PERU", Change{Kind: Delete, Paragraph: "p1"})
		}, "[The groups will: – delete: PERU]\nmeet\n> PERU 1 delete with-chapeau\nThe Chair reports\n"},
		{"new paragraphs stand at their places", func(m *meeting) {
			m.tables("PERU", insert("Soon"), Change{Kind: Insert, Paragraph: "p1", As: Bullet, Text: "sit"})
			m.tables("CHILE", insert("Soon"), Change{Kind: Insert, Paragraph: "p1", As: Numbered, Text: "Between"})
		}, "The groups will:\n[sit – PERU]\nmeet\n[Between – CHILE]\nThe Chair reports\n[Soon – CHILE, PERU]\n"},
		{"a delegation that wants two paragraphs is numbered", func(m *meeting) {
			m.tables("PERU", insert("Soon"))
			m.tables("PERU", insert("Late"))
		}, "The groups will:\nmeet\nThe Chair reports\n[Soon – PERU 1]\n[Late – PERU 2]\n"},
		{"what has no words is noted", func(m *meeting) {
			m.tables("PERU", Change{Kind: RequestText, Paragraph: "p3", Text: "Say when"}, Change{Kind: Comment, Text: "Good"})
			m.tables("CHILE", Change{Kind: Move, Paragraph: "p3", After: "p1"})
		}, "The groups will:\nmeet\nThe Chair reports\n> CHILE 2 move no-words\n> PERU 1 request no-words\n> PERU 1 comment no-words\n"},
		{"only the spelling differs", func(m *meeting) {
			m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: "The\u00a0Chair reports"})
		}, "The groups will:\nmeet\nThe Chair reports\n> PERU 1 amend same-words\n"},
		{"written on an older version", func(m *meeting) {
			m.tables("PERU", amend("The Chair answers"))
			m.tables("CHILE", amend("The Chair writes"))
			m.must("system", AcceptProposal{Proposal: "1"})
		}, "The groups will:\nmeet\nThe Chair answers\n> CHILE 2 amend older-version\n"},
		{"combined words stand with their authors", func(m *meeting) {
			m.tables("PERU", amend("The Chair reports soon"))
			m.tables("CHILE", amend("The good Chair reports"))
			m.must("system", CombineProposals{Parents: []ProposalID{"1", "2"}, Paragraph: "p3", Base: 1})
		}, "The groups will:\nmeet\nThe [good – CHILE] Chair reports [soon – PERU]\n> CHILE 3 amend combined\n"},
		{"late and not admitted", func(m *meeting) {
			m.must("system", OpenComments{CutOff: m.At(), Late: MarkLate})
			m.tables("PERU", amend("The Chair reports soon"), insert("Soon"))
		}, "The groups will:\nmeet\nThe Chair reports\n> PERU 1 amend not-admitted\n> PERU 1 insert not-admitted\n"},
		{"the draft's own brackets are words", func(m *meeting) {
			m.tables("PERU", amend("The [Chair] reports"))
			m.must("system", AcceptProposal{Proposal: "1"})
			m.tables("CHILE", amend("The Chair reports"))
		}, "The groups will:\nmeet\nThe [[ – delete: CHILE]Chair[] – delete: CHILE] reports\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := meet(t)
			tt.happen(m)
			c := m.compile(Consolidated).Consolidated
			if got := printedText(c); got != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got, tt.want)
			}
			if got, want := c.Brackets, strings.Count(tt.want, " – "); got != want {
				t.Errorf("%d brackets are counted, %d printed", got, want)
			}
		})
	}
}

func TestTheRevisionCountsEntriesThatChangeTheText(t *testing.T) {
	m := meet(t)
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair answers"}, Change{Kind: Insert, Paragraph: "p3", As: Numbered, Text: "New"})
	m.tables("PERU", Change{Kind: Comment, Text: "Good"})
	m.tables("CHILE", Change{Kind: Delete, Paragraph: "p1"})
	want := []int{0, 1, 2}
	for i, id := range []ProposalID{"", "1", "3"} {
		if id != "" {
			m.must("system", AcceptProposal{Proposal: id})
		}
		if got := m.compile(Consolidated).Consolidated.Revision; got != want[i] {
			t.Errorf("after %d decisions it is Rev.%d, want %d", i, got, want[i])
		}
	}
}

func TestOwnBracketsAreReportedApart(t *testing.T) {
	m := meet(t)
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: "The [Chair [pro tempore]] reports]"})
	m.must("system", AcceptProposal{Proposal: "1"})
	c := m.compile(Consolidated).Consolidated
	want := OwnBrackets{Paragraph: "p3", Address: "2", Brackets: 2, Problems: []BracketProblem{{UnopenedBracket, 33}}}
	if len(c.Own) != 1 || c.Own[0].Paragraph != want.Paragraph || c.Own[0].Address != want.Address ||
		c.Own[0].Brackets != want.Brackets || !slices.Equal(c.Own[0].Problems, want.Problems) {
		t.Errorf("own brackets are %+v, want %+v", c.Own, want)
	}
	if c.Brackets != 0 {
		t.Errorf("%d brackets are counted as ours", c.Brackets)
	}
}

func TestAnUnsoundBracketFailsTheDocumentAndNamesItsParagraph(t *testing.T) {
	m := busy(t)
	for _, tt := range []struct {
		id   ParagraphID
		want string
	}{{"p3", "put in 2 is amiss: empty"}, {"", "put in a new paragraph after 2 is amiss: empty"}} {
		c := m.compile(Consolidated).Consolidated
		if err := c.sound(); err != nil {
			t.Fatal(err)
		}
		for i, p := range c.Paragraphs {
			if p.ID == tt.id {
				c.Paragraphs[i].Passages = []Passage{{Bracket: &Bracket{Op: diff.Insert}}}
			}
		}
		if err := c.sound(); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("got %v, want %q", err, tt.want)
		}
	}
}

func TestBracketsAreSoundAsTheyArePrinted(t *testing.T) {
	words := Passage{Text: "all [workers"}
	around := func(name string, inside ...Passage) Passage {
		return Passage{Bracket: &Bracket{Op: diff.Delete, Inside: inside, By: []Attribution{{Contestant: Contestant{Name: name}}}}}
	}
	deep := around("PERU", words)
	for range 2 * MaxBracketProblems {
		deep = around("PERU", deep, words)
	}
	tests := []struct {
		name     string
		passages []Passage
		want     []BracketProblemKind
	}{
		{"words with a bracket of their own", []Passage{words, around("PERU", words)}, nil},
		{"nothing inside", []Passage{words, around("PERU", Passage{Text: " "})}, []BracketProblemKind{EmptyBracket}},
		{"nothing inside another", []Passage{around("PERU", words, around("PERU"))}, []BracketProblemKind{EmptyBracket}},
		{"a name that closes", []Passage{around("PERU] in writing", words)}, []BracketProblemKind{UnopenedBracket}},
		{"a name that opens", []Passage{around("[PERU", words)}, []BracketProblemKind{UnclosedBracket}},
		{"too deep", []Passage{deep}, []BracketProblemKind{DeepBracket}},
		{"too deep, and behind it a name that closes", []Passage{deep, around("PERU]", words)}, []BracketProblemKind{DeepBracket, UnopenedBracket}},
	}
	for _, tt := range tests {
		if got := unsound(tt.passages); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// What many strike inside one another is printed all the same, and said to be deep.
func TestDeepBracketsAreNoted(t *testing.T) {
	m := meet(t)
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: "a b c d e f g h i j k l"})
	m.must("system", AcceptProposal{Proposal: "1"})
	for _, text := range []string{"a l", "a b k l", "a b c j k l", "a b c d i j k l", "a b c d e h i j k l"} {
		m.tables("CHILE", Change{Kind: Amend, Paragraph: "p3", Text: text})
	}
	if got := m.compile(Consolidated).Consolidated.Deep; !slices.Equal(got, []string{"2"}) {
		t.Errorf("deep brackets are in %q, want 2", got)
	}
}

// Words cannot pass for a bracket of somebody else's without being reported.
func TestBracketsInProposedWordsAreReported(t *testing.T) {
	m := meet(t)
	m.tables("MEXICO", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports regularly – PERU] in writing [twice – CHILE] and [orally"},
		Change{Kind: Insert, Paragraph: "p1", As: Numbered, Text: "[Sit – PERU]"})
	m.tables("CHILE", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports soon"})
	c := m.compile(Consolidated).Consolidated
	var got []string
	for _, o := range c.Brought {
		got = append(got, fmt.Sprintf("%s %s %d %v", o.Proposal, o.Address, o.Brackets, o.Problems))
	}
	want := []string{"1 2 2 [{unbalanced-close 34} {unbalanced-open 67}]", "1 1 1 []"}
	if !slices.Equal(got, want) {
		t.Errorf("proposed brackets are %q, want %q", got, want)
	}
	if len(c.Own) > 0 {
		t.Errorf("the draft is said to hold %v", c.Own)
	}
}

func TestANameStandsForOneDelegationOnly(t *testing.T) {
	for name, want := range map[Delegation]bool{"MEXICO": true, "European Union": true, "Côte d'Ivoire": true, "A": true, "": false, "1": false,
		"A, B": false, "A]": false, "[A": false, "A\nB": false, "A\x00": false, "A\u202eB": false, Delegation(strings.Repeat("A", MaxName+1)): false} {
		if got := name.Attributable(); got != want {
			t.Errorf("%q can be attributed to: %v", name, got)
		}
	}
}
