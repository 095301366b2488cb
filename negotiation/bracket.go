package negotiation

import (
	"cmp"
	"slices"
	"strings"
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

// readBrackets counts the brackets that open in a text, and finds what is amiss.
func readBrackets(text string) (count int, problems []BracketProblem) {
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
	return count, problems[:min(len(problems), MaxBracketProblems)]
}

// readable notes that the innermost open bracket holds something.
func readable(open []opened) {
	if len(open) > 0 {
		open[len(open)-1].words = true
	}
}

// OwnBrackets are the brackets that the words of a paragraph hold, as they came.
type OwnBrackets struct {
	Paragraph ParagraphID
	Address   string
	// Brackets is how many open.
	Brackets int
	Problems []BracketProblem
}

// ownBrackets are those of the paragraphs that stand, where there are any.
func (b *builder) ownBrackets() []OwnBrackets {
	var list []OwnBrackets
	for _, p := range b.view.Paragraphs {
		count, problems := readBrackets(p.Text)
		if !p.Deleted && count+len(problems) > 0 {
			list = append(list, OwnBrackets{Paragraph: p.ID, Address: p.Address, Brackets: count, Problems: problems})
		}
	}
	return list
}

// unsound tells what is amiss with the brackets that we put, whatever brackets the
// words hold. How deep they stand is the delegations' doing.
func unsound(passages []Passage) []BracketProblem {
	var b strings.Builder
	writeSkeleton(&b, passages)
	return slices.DeleteFunc(CheckBrackets(b.String()), func(p BracketProblem) bool { return p.Kind == DeepBracket })
}

func writeSkeleton(b *strings.Builder, passages []Passage) {
	for _, p := range passages {
		if p.Bracket == nil {
			b.WriteString(strings.NewReplacer("[", "(", "]", ")").Replace(p.Text))
			continue
		}
		b.WriteString("[")
		writeSkeleton(b, p.Bracket.Inside)
		b.WriteString("]")
	}
}
