package negotiation

import (
	"cmp"
	"slices"
	"strings"

	"plenary/diff"
)

// MaxNestedBrackets is how many brackets may stand inside one another: what is
// deeper nobody reads.
const MaxNestedBrackets = 4

// MaxBracketProblems is how many problems are told of one text.
const MaxBracketProblems = 100

// BracketProblem is something amiss with the square brackets of a text.
type BracketProblem struct {
	Kind BracketProblemKind
	// At is the place of the bracket, in runes from 0.
	At int
}

// BracketProblemKind says what is amiss.
type BracketProblemKind string

const (
	// UnclosedBracket opens and is never closed.
	UnclosedBracket BracketProblemKind = "unbalanced-open"
	// UnopenedBracket closes and was never opened.
	UnopenedBracket BracketProblemKind = "unbalanced-close"
	// EmptyBracket holds nothing to read.
	EmptyBracket BracketProblemKind = "empty"
	// DeepBracket stands inside MaxNestedBrackets others.
	DeepBracket BracketProblemKind = "too-deep"
)

// CheckBrackets tells what is amiss with the square brackets of a text, in the
// order of their places; MaxBracketProblems at most. Parentheses are words like
// others: they may cross brackets. The text may be any bytes.
func CheckBrackets(text string) []BracketProblem {
	_, problems := readBrackets(text)
	return problems
}

// opened is a bracket that is not closed yet.
type opened struct {
	at int
	// words says that it holds something to read.
	words bool
}

// readBrackets is allBrackets with no more problems than are told.
func readBrackets(text string) (count int, problems []BracketProblem) {
	count, problems = allBrackets(text)
	return count, problems[:min(len(problems), MaxBracketProblems)]
}

// allBrackets counts the brackets that open in a text, and finds what is amiss.
func allBrackets(text string) (count int, problems []BracketProblem) {
	var open []opened
	at := 0
	for _, r := range text {
		switch r {
		case '[':
			if count++; len(open) >= MaxNestedBrackets {
				problems = append(problems, BracketProblem{DeepBracket, at})
			}
			open = append(open, opened{at: at})
		case ']':
			if len(open) == 0 {
				problems = append(problems, BracketProblem{UnopenedBracket, at})
				break
			}
			last := open[len(open)-1]
			open = open[:len(open)-1]
			if !last.words {
				problems = append(problems, BracketProblem{EmptyBracket, last.at})
			}
			readable(open)
		default:
			if !blank(string(r)) {
				readable(open)
			}
		}
		at++
	}
	for _, o := range open {
		problems = append(problems, BracketProblem{UnclosedBracket, o.at})
	}
	slices.SortStableFunc(problems, func(a, b BracketProblem) int { return cmp.Compare(a.At, b.At) })
	return count, problems
}

// readable notes that the innermost open bracket holds something.
func readable(open []opened) {
	if len(open) > 0 {
		open[len(open)-1].words = true
	}
}

// unsound tells what is amiss with the brackets that we put, as they are printed:
// brackets of the words are read as words, since every format sets them apart.
func unsound(passages []Passage) []BracketProblemKind {
	var kinds []BracketProblemKind
	if holdsNothing(passages) {
		kinds = append(kinds, EmptyBracket)
	}
	words := strings.NewReplacer("[", "(", "]", ")")
	text := Bracketed(passages, func(_ diff.Op, text string) string { return words.Replace(text) },
		func(b Bracket) string { return strings.Join(b.Names(), ", ") })
	_, problems := allBrackets(text)
	for _, p := range problems {
		if !slices.Contains(kinds, p.Kind) {
			kinds = append(kinds, p.Kind)
		}
	}
	return kinds
}

// holdsNothing reports whether a bracket has no words, which its names would hide.
func holdsNothing(passages []Passage) bool {
	return slices.ContainsFunc(passages, func(p Passage) bool {
		return p.Bracket != nil && (blank(wordsOf(p.Bracket.Inside)) || holdsNothing(p.Bracket.Inside))
	})
}

func wordsOf(passages []Passage) string {
	var b strings.Builder
	for _, p := range passages {
		if b.WriteString(p.Text); p.Bracket != nil {
			b.WriteString(wordsOf(p.Bracket.Inside))
		}
	}
	return b.String()
}
