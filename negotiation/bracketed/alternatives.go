package bracketed

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Alternative is one of the wordings that a draft offers for one place.
type Alternative struct {
	// At is the byte at which its bracket opens.
	At int
	// Label is "Option 1", or empty.
	Label string
	// Text is its words, without what anybody would insert in them.
	Text string
}

// Alternatives returns the places for which the draft offers several wordings, in
// order, each with two or more: brackets of its own next to one another
// ("[shall][should]", "[may] or [can]"), labelled ones, and words divided by
// strokes in one ("[shall/should]"). A bracket that goes on from the one before
// ("[all States] [, in particular small ones]", "[and others]") is none of them,
// and neither is "and/or". What stands side by side need not exclude one another;
// the text says only that it may.
func (t Text) Alternatives() [][]Alternative {
	found := alternatives(nil, t.Passages)
	slices.SortStableFunc(found, func(a, b []Alternative) int { return cmp.Compare(a[0].At, b[0].At) })
	return found
}

func alternatives(found [][]Alternative, list []Passage) [][]Alternative {
	var set []Alternative
	var before *Bracket // the last of the set
	gap := ""           // between the last and the next
	end := func() {
		if len(set) > 1 {
			found = append(found, set)
		}
		set, before = nil, nil
	}
	for _, p := range list {
		b := p.Bracket
		switch {
		case b == nil:
			if gap = p.Text; !joins().MatchString(gap) {
				end()
			}
			continue
		case !b.offers():
			end()
		case before == nil || !before.beside(b, gap):
			end()
			set, before = []Alternative{b.alternative()}, b
		default:
			set, before = append(set, b.alternative()), b
		}
		gap = ""
		found = append(found, b.divided()...)
		found = alternatives(found, b.Inside)
	}
	end()
	return found
}

// offers reports whether a bracket may be one of several wordings.
func (b *Bracket) offers() bool { return b.Kind == Own || b.Label != "" }

// beside reports whether other, which follows b, stands for the same place.
func (b *Bracket) beside(other *Bracket, gap string) bool {
	if (b.Label == "") != (other.Label == "") {
		return false
	}
	return b.Label != "" || !isSpace(gap) || !goesOn().MatchString(other.words())
}

func (b *Bracket) alternative() Alternative {
	words := b.words()
	if b.Kind == Option {
		words = words[len(optionLabel().FindString(words)):]
	}
	return Alternative{At: b.At, Label: b.Label, Text: strings.TrimSpace(words)}
}

// words are what a bracket holds, as Base has it.
func (b *Bracket) words() string { return Text{Passages: b.Inside}.Base() }

// divided returns the wordings in a bracket that are divided by strokes.
func (b *Bracket) divided() [][]Alternative {
	words, only := onlyWords(b.Inside)
	if b.Kind != Own || !only || !strings.Contains(words, "/") || isAndOr().MatchString(words) {
		return nil
	}
	var set []Alternative
	for part := range strings.SplitSeq(words, "/") {
		if part = strings.TrimSpace(part); !wording().MatchString(part) || utf8.RuneCountInString(part) < 2 {
			return nil // a fraction, an address, a symbol
		}
		set = append(set, Alternative{At: b.At, Text: part})
	}
	return [][]Alternative{set}
}

// joins matches words between two brackets that leave them side by side.
var joins = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[\s\x{a0}]*(?:/|or|o|u|ou)?[\s\x{a0}]*$`)
})

// goesOn matches the beginning of words that go on from those before.
var goesOn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(?:[,;.:]|(?:and|y|e|et|as well as|así como|ainsi que|bem como)\s)`)
})

// isAndOr matches what has a stroke and is one phrase.
var isAndOr = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^\s*(?:and/or|y/o|et/ou|e/ou)\b`)
})

// wording matches words alone.
var wording = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\pL[\pL'’ \x{a0}-]*$`)
})
