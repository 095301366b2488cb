package negotiation

import (
	"slices"
	"strings"

	"plenary/diff"
)

// ConsolidatedText is the whole draft with every word that is asked for, or asked
// to be taken away, in brackets that say by whom.
type ConsolidatedText struct {
	// Revision is the n of "Rev.n": how many entries of the record have changed the
	// text since it was imported. Each state of the text has one number; 0 is the
	// draft as it came, and prints none.
	Revision int
	// Brackets is how many were put, nested ones counted; those that the draft
	// itself holds are words and in Own.
	Brackets int
	// Bracketed is how many paragraphs of the draft have one, on or behind them.
	Bracketed int
	// Open is how many proposals are on the table.
	Open int
	// Paragraphs are those of the draft and, at their places, the proposed ones.
	Paragraphs []ConsolidatedParagraph
	// Own are the brackets that the words of the draft hold, for the Secretariat;
	// Brought those that proposed words hold, or leave without their other half.
	Own, Brought []OwnBrackets
	// Deep are the addresses of the paragraphs in which brackets of ours stand inside
	// more than MaxNestedBrackets others. That is the delegations' doing, and no
	// reason to withhold the document.
	Deep []string
	// History of the count, oldest first; the last is the present.
	History []Count
}

// HistoryPoints is how many points of its history a ConsolidatedText tells at most.
const HistoryPoints = 24

// ConsolidatedParagraph is a paragraph of the draft with its brackets, or a
// proposed one, which is a bracket as a whole.
type ConsolidatedParagraph struct {
	// PrintedParagraph has no ID and no Address where the paragraph is proposed.
	// Text is what the draft has; empty where it is proposed.
	PrintedParagraph
	// After is the address behind which a proposed paragraph is to stand.
	After string
	// Passages are its words and brackets, in reading order.
	Passages []Passage
	// Brackets is how many were put in it, nested ones counted.
	Brackets int
	// Notes are what is asked of the paragraph and stands in no bracket.
	Notes []Note
}

// Proposed reports whether p is not of the draft yet.
func (p ConsolidatedParagraph) Proposed() bool { return p.ID == "" }

// Passage is a stretch of a consolidated paragraph: words, or a bracket. Exactly
// one is set.
type Passage struct {
	Text    string
	Bracket *Bracket
}

// Bracket encloses words on which there is no agreement yet.
type Bracket struct {
	// Op is diff.Insert where the words are asked for, diff.Delete where somebody
	// would take them away.
	Op diff.Op
	// By are the proposals that ask so, in printing order.
	By []Attribution
	// Inside are the words; those of a deletion may hold brackets of others.
	Inside []Passage
}

// Attribution is one of the proposals that ask for a bracket.
type Attribution struct {
	Contestant
	Sponsors []Delegation
	place    place
}

// Names are those who ask, each once: by their names in the contest, and behind
// each its sponsors.
func (b Bracket) Names() []string {
	var names []string
	for _, by := range b.By {
		for _, name := range append([]string{by.Name}, asStrings(by.Sponsors)...) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// Attributable reports whether d can stand behind the dash of a bracket and be
// told from the words and the names beside it.
func (d Delegation) Attributable() bool {
	return len(d) <= MaxName && clean(string(d)) && namelike(string(d)) && !strings.ContainsAny(string(d), ",\n\r\t")
}

func asStrings(list []Delegation) []string {
	names := make([]string, len(list))
	for i, d := range list {
		names[i] = string(d)
	}
	return names
}

// bracketed reports whether what k asks for stands in brackets.
func (k ChangeKind) bracketed() bool { return k == Amend || k == Insert || k == Delete }

// Note is something that is asked of a paragraph and stands below it.
type Note struct {
	Point
	Why NoteReason
}

// NoteReason says why a proposal stands in a note and not in a bracket.
type NoteReason string

const (
	// NoWords is asked for: a request, a comment or a move.
	NoWords NoteReason = "no-words"
	// NotAdmitted is late and waits; only those who may see it find it.
	NotAdmitted NoteReason = "not-admitted"
	// UnconfirmedReading: nobody knows yet which words are asked for.
	UnconfirmedReading NoteReason = "unconfirmed"
	// OlderVersion is written on a version that is no longer the newest.
	OlderVersion NoteReason = "older-version"
	// CombinedWords are in brackets as those of its parents.
	CombinedWords NoteReason = "combined"
	// WithChapeau the paragraph goes: a proposal strikes the one that it hangs below.
	WithChapeau NoteReason = "with-chapeau"
	// SameWords are asked for: only spacing, quotation marks or encoding differ.
	SameWords NoteReason = "same-words"
	// TooManyWordings: more proposals are on one paragraph: see diff.MaxParties.
	TooManyWordings NoteReason = "too-many"
)

// Bracketed writes passages as one text: "all workers [, including migrant
// workers – MEXICO]". Label gives what stands behind the dash; words is asked for
// each stretch of words, with what becomes of it, and gives how it is written: so
// that brackets among the words cannot be taken for ours.
func Bracketed(passages []Passage, words func(op diff.Op, text string) string, label func(Bracket) string) string {
	var b strings.Builder
	writeBracketed(&b, passages, diff.Equal, words, label)
	return b.String()
}

func writeBracketed(b *strings.Builder, passages []Passage, op diff.Op, words func(diff.Op, string) string, label func(Bracket) string) {
	for _, p := range passages {
		if p.Bracket == nil {
			b.WriteString(words(op, p.Text))
			continue
		}
		b.WriteString("[")
		writeBracketed(b, p.Bracket.Inside, p.Bracket.Op, words, label)
		b.WriteString(" – " + label(*p.Bracket) + "]")
	}
}
