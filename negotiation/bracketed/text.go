// Package bracketed reads the square brackets of a draft, and whose they are.
//
// In the drafting practice of the United Nations words in square brackets are
// words that are not agreed. A compilation says beside them who wants them, or who
// wants them out; brackets inside others are amendments to what stands around
// them. The forms that are read, where NAMES is a line that the caller takes for
// names:
//
//	[words]                          the draft's own: not agreed, nobody named
//	[words – NAMES]  [NAMES: words]  NAMES insert the words
//	[words – add: NAMES]             the same
//	[words – delete: NAMES]          NAMES delete the words, which are the draft's
//	[NAMES: delete: words]  [words – NAMES: delete]  [words – delete – NAMES]
//	[words] [delete: NAMES]          the same, of the bracket just before
//	[NAMES: replace "x" by "y"]      a remark of NAMES, which is no text
//	[shall][should]  [shall/should]  alternatives
//	[Option 1: words]                an alternative with a label
//	[...]  [date]  [XX]  [ ]         a placeholder
//	[sic]  [Note: …]                 the editor's
//	[1]  [a]                         a note mark, behind a word
//
// The dash may be any; a hyphen has spaces around it. The words of the forms may
// be English, Spanish, French or Portuguese. A parenthesis at the end, as in
// "[words (MEXICO, PERU)]", is as often part of the words: it is reported, and the
// bracket stays the draft's own.
//
// Every bracket counts; there is no way of writing one that does not, and a caller
// whose format has escapes takes them out before. One that has no partner, or
// stands too deep, is a letter of the text, and reported.
//
// The package takes words away and never adds any: where two brackets touched, a
// space may come between their words, and that is all.
package bracketed

// MaxDepth is how many brackets are read inside one another. What is deeper is
// text.
const MaxDepth = 50

// MaxProblems is how many problems are told of one text.
const MaxProblems = 100

// Text is a paragraph with its brackets.
type Text struct {
	// Passages are the words and the brackets in order.
	Passages []Passage
	// Problems are what could not be read, in the order of their places.
	Problems []Problem
}

// Passage is a piece of a text: words, or a bracket.
type Passage struct {
	Text    string
	Bracket *Bracket // Text is "" if set
}

// Bracket is a passage in square brackets.
type Bracket struct {
	Kind Kind
	// At is the byte of the text at which it opens.
	At int
	// By are whose it is, as the caller calls them; of an Insertion, a Deletion and
	// a Remark only.
	By []string
	// Label is that of an alternative, as it stands: "Option 1".
	Label string
	// Inside is what it holds; where By is set, without the names and the label.
	Inside []Passage
}

// Kind says what a bracket is.
type Kind string

// The kinds of brackets.
const (
	// Own is a bracket of the draft's own: the words are not agreed, and nobody is
	// named.
	Own Kind = "own"
	// Option is one of the draft's own that is labelled as an alternative.
	Option Kind = "option"
	// Insertion holds words that somebody would bring into the text.
	Insertion Kind = "insertion"
	// Deletion holds words of the text that somebody would take out.
	Deletion Kind = "deletion"
	// Remark is what somebody says of the text, and no text: an instruction, a
	// reservation, a mark that marks nothing.
	Remark Kind = "remark"
	// Placeholder stands for words that are to come.
	Placeholder Kind = "placeholder"
	// Editorial is the editor's: [sic].
	Editorial Kind = "editorial"
	// NoteMark is the number or letter of a footnote.
	NoteMark Kind = "note-mark"
)

// attributed reports whether a bracket is somebody's.
func (b *Bracket) attributed() bool {
	return b.Kind == Insertion || b.Kind == Deletion || b.Kind == Remark
}

// Problem is something in the brackets of a text that could not be read for sure.
type Problem struct {
	Kind ProblemKind
	// At is the byte of the text at which the bracket stands.
	At int
}

// ProblemKind says what could not be read.
type ProblemKind string

// The kinds of problems. Those of balance have the codes that the check of a
// proposal's brackets has.
const (
	// UnclosedBracket opens and is never closed; it is text.
	UnclosedBracket ProblemKind = "unbalanced-open"
	// UnopenedBracket closes and was never opened; it is text.
	UnopenedBracket ProblemKind = "unbalanced-close"
	// DeepBracket stands inside MaxDepth others; it is text.
	DeepBracket ProblemKind = "too-deep"
	// PossibleAttribution is a bracket that ends with names in parentheses, which
	// may be those whose it is; it is read as the draft's own.
	PossibleAttribution ProblemKind = "possible-attribution"
	// TwiceAttributed has names at both ends. Both are taken.
	TwiceAttributed ProblemKind = "twice-attributed"
	// NothingMarked has names and no words, and no bracket before it that it could
	// be about; it is a Remark.
	NothingMarked ProblemKind = "nothing-marked"
)
