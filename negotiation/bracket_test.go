package negotiation

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestBracketsAreCheckedAsTheyStand(t *testing.T) {
	tests := []struct {
		name, text string
		count      int
		want       []BracketProblem
	}{
		{"none", "all workers", 0, nil},
		{"balanced", "[all] workers [and [their] employers]", 3, nil},
		{"never closed", "é [all workers", 1, []BracketProblem{{UnclosedBracket, 2}}},
		{"never opened", "all] workers", 0, []BracketProblem{{UnopenedBracket, 3}}},
		{"the wrong way round", "][", 1, []BracketProblem{{UnopenedBracket, 0}, {UnclosedBracket, 1}}},
		{"empty", "all [] workers", 1, []BracketProblem{{EmptyBracket, 4}}},
		{"blank, with a space that does not break", "all [ \u00a0] workers", 1, []BracketProblem{{EmptyBracket, 4}}},
		{"empty inside another", "[[]]", 2, []BracketProblem{{EmptyBracket, 1}}},
		{"a mark alone is read", "[,]", 1, nil},
		{"parentheses are words", "([all) workers]", 1, nil},
		{"as deep as may be", "[[[[x]]]]", 4, nil},
		{"too deep", "[[[[[x]]]]]", 5, []BracketProblem{{DeepBracket, 4}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if count, got := readBrackets(tt.text); count != tt.count || !slices.Equal(got, tt.want) {
				t.Errorf("readBrackets(%q) = %d, %v, want %d, %v", tt.text, count, got, tt.count, tt.want)
			}
		})
	}
	if got := CheckBrackets(strings.Repeat("]", 5000)); len(got) != MaxBracketProblems {
		t.Errorf("5000 problems are told as %d, want %d", len(got), MaxBracketProblems)
	}
}

// FuzzCheckBrackets holds CheckBrackets to its promises: problems in the order of
// their places, at brackets of their kind; and none of balance exactly where taking
// away one innermost pair after the other leaves no bracket.
func FuzzCheckBrackets(f *testing.F) {
	for _, text := range []string{"", "[", "]", "[]", "[a [b] c]", "][", "[[[[[x]]]]]", "\xff[é]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := CheckBrackets(text)
		runes := []rune(strings.ToValidUTF8(text, "\ufffd"))
		if len(runes) != utf8.RuneCountInString(text) {
			runes = []rune(text)
		}
		unbalanced := false
		for i, p := range got {
			want := '['
			if p.Kind == UnopenedBracket {
				want = ']'
			}
			if p.At < 0 || p.At >= len(runes) || runes[p.At] != want {
				t.Fatalf("CheckBrackets(%q)[%d] = %v, where no %q is", text, i, p, want)
			}
			if i > 0 && p.At < got[i-1].At {
				t.Fatalf("CheckBrackets(%q) = %v, out of order", text, got)
			}
			unbalanced = unbalanced || p.Kind == UnopenedBracket || p.Kind == UnclosedBracket
		}
		if rest := unpaired(text); len(got) < MaxBracketProblems && unbalanced != (rest != "") {
			t.Errorf("CheckBrackets(%q) = %v, but without pairs it is %q", text, got, rest)
		}
	})
}

// unpaired takes all pairs of brackets out of a text, the innermost first, and all
// that is no bracket.
func unpaired(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '[' || r == ']' {
			return r
		}
		return -1
	}, text)
	for strings.Contains(text, "[]") {
		text = strings.ReplaceAll(text, "[]", "")
	}
	return text
}
