package negotiation

import (
	"strings"
	"testing"
)

func TestNamesOfNegotiationsAndSeats(t *testing.T) {
	for _, c := range []struct {
		name string
		want bool
	}{
		{"a", true}, {"7", true}, {"iacml-xx-2017", true}, {"a-", true}, {strings.Repeat("a", 63), true},
		{"", false}, {"-a", false}, {"A", false}, {"a_b", false}, {"a.b", false}, {"a/b", false}, {"ñ", false},
		{"a b", false}, {"a\n", false}, {strings.Repeat("a", 64), false},
	} {
		if got := NegotiationID(c.name).Valid(); got != c.want {
			t.Errorf("NegotiationID(%q).Valid() = %v, want %v", c.name, got, c.want)
		}
		if got := SeatID(c.name).Valid(); got != c.want {
			t.Errorf("SeatID(%q).Valid() = %v, want %v", c.name, got, c.want)
		}
	}
}

func TestNumbersHaveOneSpelling(t *testing.T) {
	for _, n := range []int{1, 9, 10, 128, 1_000_000} {
		if got := paragraphID(n).number(); got != n {
			t.Errorf("%q.number() = %d, want %d", paragraphID(n), got, n)
		}
		if got := proposalID(n).number(); got != n {
			t.Errorf("%q.number() = %d, want %d", proposalID(n), got, n)
		}
	}
	for _, s := range []string{"", "0", "-1", "+1", "01", "1 ", " 1", "1.0", "x", "p", "١", "99999999999999999999"} {
		if got := ProposalID(s).number(); got != 0 {
			t.Errorf("ProposalID(%q).number() = %d, want 0", s, got)
		}
		if got := ParagraphID("p" + s).number(); got != 0 {
			t.Errorf("ParagraphID(%q).number() = %d, want 0", "p"+s, got)
		}
	}
	if got := ParagraphID("q1").number(); got != 0 {
		t.Errorf("ParagraphID(q1).number() = %d, want 0", got)
	}
}
