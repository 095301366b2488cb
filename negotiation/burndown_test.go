package negotiation

import (
	"slices"
	"strings"
	"testing"
)

// numbersOf are brackets and proposals of each count.
func numbersOf(counts []Count) [][2]int {
	var list [][2]int
	for _, c := range counts {
		list = append(list, [2]int{c.Brackets, c.Open})
	}
	return list
}

func TestTheHistoryTellsHowBracketsCameAndWent(t *testing.T) {
	m := meet(t)
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: "The Chair reports soon"})
	m.tables("CHILE", Change{Kind: Amend, Paragraph: "p3", Text: "The good Chair reports"}, Change{Kind: Insert, Paragraph: "p3", As: Numbered, Text: "New"})
	m.must("system", OpenSeat{Seat: Seat{ID: "peru", Role: Delegate, Delegation: "PERU"}}) // changes nothing of the count
	m.must("system", AcceptProposal{Proposal: "1"})
	m.must("system", WithdrawProposal{Proposal: "2"})
	v := m.office()
	got := BurnDown(v, 100)
	want := [][2]int{{0, 0}, {1, 1}, {3, 2}, {2, 1}, {0, 0}} // CHILE's words were carried over
	if !slices.Equal(numbersOf(got), want) {
		t.Errorf("brackets and proposals went %v, want %v", numbersOf(got), want)
	}
	if last := got[len(got)-1]; last.Seq != v.Seq || !last.At.Equal(v.At) {
		t.Errorf("the last point is %+v, want that of entry %d", last, v.Seq)
	}
	if c := m.compile(Consolidated).Consolidated; c.Brackets != 0 || !slices.Equal(c.History, got) {
		t.Errorf("the document has %d brackets and tells %v", c.Brackets, c.History)
	}
}

func TestTheHistoryEndsAtThePresentAlsoWhereNothingHappened(t *testing.T) {
	m := meet(t)
	m.must("system", OpenSeat{Seat: Seat{ID: "peru", Role: Delegate, Delegation: "PERU"}})
	if got := BurnDown(m.office(), 5); len(got) != 2 || got[1].Seq != m.Seq() {
		t.Errorf("the history is %+v, want the import and entry %d", got, m.Seq())
	}
	if got := BurnDown(New("n").For(Audience{Role: Secretariat}), 5); len(got) != 0 {
		t.Errorf("what does not exist has the history %+v", got)
	}
}

func TestTheHistoryKeepsToItsLength(t *testing.T) {
	m := meet(t)
	for range 20 {
		m.tables("PERU", Change{Kind: RequestText, Paragraph: "p3", Text: "Say when"})
	}
	all := BurnDown(m.office(), 100)
	for most, want := range map[int]int{-1: 0, 0: 0, 1: 1, 2: 2, 7: 7, 21: 21, 22: 21} {
		got := BurnDown(m.office(), most)
		if len(got) != want {
			t.Errorf("BurnDown(v, %d) has %d points, want %d", most, len(got), want)
			continue
		}
		for _, c := range got {
			if !slices.Contains(all, c) {
				t.Errorf("BurnDown(v, %d) has %+v, which is no point of the whole", most, c)
			}
		}
		if want > 1 && got[0] != all[0] || want > 0 && got[want-1] != all[len(all)-1] {
			t.Errorf("BurnDown(v, %d) lacks an end", most)
		}
	}
}

func TestTheHistoryKeepsTheDecisionsThatTookMostOffTheTable(t *testing.T) {
	open := []int{0, 1, 2, 3, 4, 5, 6, 7, 6, 7, 8, 9, 5, 6, 7, 8, 9, 8, 9, 10}
	var all []Count
	for i, n := range open {
		all = append(all, Count{Seq: Seq(i), Open: n})
	}
	for _, tt := range []struct {
		most int
		want []Seq
	}{
		{2, []Seq{0, 19}},
		{3, []Seq{0, 12, 19}},
		{4, []Seq{0, 9, 12, 19}},
		{7, []Seq{0, 4, 8, 12, 14, 17, 19}},
	} {
		var got []Seq
		for _, c := range sampled(all, tt.most) {
			got = append(got, c.Seq)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%d points are %v, want %v", tt.most, got, tt.want)
		}
	}
}

// Where texts are long there are fewer points, and each of them is right.
func TestAHistoryOfLongTextsHasFewerPoints(t *testing.T) {
	m := meet(t)
	words := strings.Fields(strings.Repeat("word ", 2000))
	m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: strings.Join(words, " ")})
	m.must("system", AcceptProposal{Proposal: "1"})
	want := map[Seq]int{}
	for i := range 60 {
		own := slices.Clone(words)
		own[i] = "other"
		m.tables("PERU", Change{Kind: Amend, Paragraph: "p3", Text: strings.Join(own, " ")})
		want[m.Seq()] = 2 * (i + 1)
	}
	v := m.office()
	got := BurnDown(v, 60)
	if len(got) < 3 || len(got) >= 60 {
		t.Errorf("the history has %d points, want fewer than 60", len(got))
	}
	for _, c := range got {
		if n, known := want[c.Seq]; known && c.Brackets != n {
			t.Errorf("at entry %d there are %d brackets, want %d", c.Seq, c.Brackets, n)
		}
	}
	if last := got[len(got)-1]; last.Seq != v.Seq || last.Brackets != 120 {
		t.Errorf("the present is %+v, want 120 brackets at entry %d", last, v.Seq)
	}
	if again := BurnDown(v, 60); !slices.Equal(again, got) {
		t.Errorf("counted again it is %v, want %v", again, got)
	}
}
