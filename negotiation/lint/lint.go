// Package lint finds what an editor would mend: what would be wrong with the
// clean text if a proposal were accepted as it stands, and slips in a draft
// itself. Notes are offered to the author of a text and never applied by anybody.
//
// It is pure: no clock, chance, goroutine or file, and the same texts give the
// same notes. Its work is linear in the texts.
//
// A note that is not needed costs more than one that is missed, because a
// secretary who was wrongly alarmed twice stops reading. Each check therefore
// looks only for what is almost surely a slip, and where a draft has a habit
// (its spelling, its lists, the spaces before its colons) the draft is the judge.
//
// The checks know words of English, French, Portuguese and Spanish. In other
// languages those on marks, brackets and numbering still hold.
//
// What is not looked for: grammar in general, a comma that was lost between the
// members of a list ("education, policies"), single quotation marks, which cannot
// be told from apostrophes, and whether quotation marks are straight or curly.
package lint

import "slices"

// Note is one thing that an editor would mend.
type Note struct {
	// Code names the kind of note; it is one of Codes.
	Code string `json:"code"`
	// Words are those concerned, exactly as they stand in the text, except for the
	// codes ReferredTo, LabelSkips and LabelRepeats.
	Words string `json:"words"`
	// Suggest is what would mend it in place of Words; empty where only the author
	// can tell.
	Suggest string `json:"suggest,omitempty"`
	// At is the byte of the text at which Words begin.
	At int `json:"at"`
}

// Slip is a note on a unit of the draft itself.
type Slip struct {
	Address string `json:"address"`
	Note    Note   `json:"note"`
}

// Unit is one paragraph, sub-paragraph or heading of a draft.
type Unit struct {
	// Address is unique in the draft: the address of what it hangs below, a dot and
	// its label ("7.b", "8.bullet1", "C.group1"), or the label alone.
	Address, Text string
	// Heading is set for what structures the draft, Chapeau for a paragraph that
	// leads a list, Item for a member of a list.
	Heading, Chapeau, Item bool
}

// The kinds of notes.
const (
	// LeadingMark: the text begins with a comma or another mark that begins none.
	LeadingMark = "leading-mark"
	// TrailingMark: the text ends with a comma or another mark that ends none.
	TrailingMark = "trailing-mark"
	// TrailingWord: the text ends with a word that ends none ("and", "of").
	TrailingWord = "trailing-word"
	// MissingStop: the text ends without the full stop or semicolon that it had, or
	// that the others of its list have.
	MissingStop = "missing-stop"
	// EmptyPair: brackets or quotation marks have nothing between them.
	EmptyPair = "empty-pair"
	// Unbalanced: a bracket or a quotation mark has no partner.
	Unbalanced = "unbalanced"
	// DoubleSpace: two spaces follow each other.
	DoubleSpace = "double-space"
	// SpaceBefore: a space stands before a comma or another mark that takes none.
	SpaceBefore = "space-before"
	// NoSpace: the space after a comma or semicolon is missing.
	NoSpace = "no-space"
	// DoubleMark: two marks follow each other (",,", ".,").
	DoubleMark = "double-mark"
	// DoubleWord: a word stands twice ("the the").
	DoubleWord = "double-word"
	// LowerCase: a sentence begins with a small letter.
	LowerCase = "lower-case"
	// RunOn: a sentence begins behind a comma ("approach, In that sense").
	RunOn = "run-on"
	// Spelling: a word is spelled otherwise than in the draft (labour, labor).
	Spelling = "spelling"
	// Name: the words before an acronym are not those that the draft has for it.
	Name = "name"
	// Dangling: a word refers to others that the text has lost.
	Dangling = "dangling"
	// BrokenReference: a paragraph is named that the draft does not have.
	BrokenReference = "broken-reference"
	// ReferredTo: the text is deleted and another refers to it; Words is the
	// address of that one.
	ReferredTo = "referred-to"
	// Possessive: a singular possessive stands beside a plural one (workers' and
	// employer's).
	Possessive = "possessive"
	// NotOnly: a preposition stands after "but also" and is missing after "not only".
	NotOnly = "not-only"
	// Series: the second of two verbs has a "to" that the first has not.
	Series = "series"
	// HeadingStop: a heading ends with a full stop where the others do not.
	HeadingStop = "heading-stop"
	// LabelSkips: a label does not follow the one before; Words is the label.
	LabelSkips = "label-skips"
	// LabelRepeats: a label is the one before again; Words is the label.
	LabelRepeats = "label-repeats"
)

// Codes lists every code that a note may have. Each has a sentence in the
// catalogues of package lang, "lint." and the code, with the places {words} and
// {suggest}.
func Codes() []string {
	return []string{LeadingMark, TrailingMark, TrailingWord, MissingStop, EmptyPair, Unbalanced,
		DoubleSpace, SpaceBefore, NoSpace, DoubleMark, DoubleWord, LowerCase, RunOn, Spelling, Name, Dangling,
		BrokenReference, ReferredTo, Possessive, NotOnly, Series, HeadingStop, LabelSkips, LabelRepeats}
}

// MaxNotes is how many notes are returned on one text. Nobody reads more.
const MaxNotes = 50

// ordered puts notes in the order of the text, each kind of fault in the same
// words once, and not more of them than are read.
func ordered(notes []Note) []Note {
	slices.SortStableFunc(notes, func(a, b Note) int { return a.At - b.At })
	seen := map[key]bool{}
	notes = slices.DeleteFunc(notes, func(n Note) bool {
		again := seen[n.key()]
		seen[n.key()] = true
		return again
	})
	return notes[:min(len(notes), MaxNotes)]
}

// key tells whether two notes are about the same fault.
type key struct{ code, words string }

func (n Note) key() key { return key{n.Code, fold(n.Words)} }
