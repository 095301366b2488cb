package bracketed

import (
	"bytes"
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Base returns the draft: the text without what anybody would insert, and with
// what anybody would delete. Brackets that name nobody stand as they do. Without
// attributions it is the text, byte for byte.
func (t Text) Base() string {
	return t.write(func(*Bracket) bool { return false })
}

// Of returns the text as one of Names would have it: with what it inserts, without
// what it deletes, and without what others insert, unless it amends their words:
// then it wants the rest of them. Brackets that name nobody stand as they do.
func (t Text) Of(name string) string {
	return t.write(func(b *Bracket) bool { return slices.Contains(b.By, name) })
}

// Names returns who is named, in the order in which they first are, remarks
// included.
func (t Text) Names() []string {
	var brackets []*Bracket
	for b := range all(t.Passages) {
		brackets = append(brackets, b)
	}
	slices.SortStableFunc(brackets, func(a, b *Bracket) int { return cmp.Compare(a.At, b.At) })
	var names []string
	seen := map[string]bool{}
	for _, b := range brackets {
		for _, name := range b.By {
			if !seen[name] {
				seen[name] = true
				names = append(names, name)
			}
		}
	}
	return names
}

// all yields every bracket of a list, the inner before the outer.
func all(list []Passage) iter.Seq[*Bracket] {
	return func(yield func(*Bracket) bool) { each(list, yield) }
}

func each(list []Passage, yield func(*Bracket) bool) bool {
	for _, p := range list {
		if p.Bracket != nil && (!each(p.Bracket.Inside, yield) || !yield(p.Bracket)) {
			return false
		}
	}
	return true
}

func (t Text) write(speaks func(*Bracket) bool) string {
	w := writer{speaks: speaks}
	w.passages(t.Passages)
	return w.end()
}

// writer writes a text as somebody would have it.
type writer struct {
	speaks func(*Bracket) bool
	text   []byte
	// seam says that a bracket was left out or opened just before.
	seam bool
	// touching is where a bracket ended that the next one touches, or 0.
	touching int
}

func (w *writer) passages(list []Passage) {
	end := 0 // of the bracket just before
	for _, p := range list {
		if p.Bracket == nil {
			w.words(p.Text)
			end = 0
			continue
		}
		w.touching = end
		before := len(w.text)
		w.bracket(p.Bracket)
		if end = len(w.text); end == before {
			end = w.touching
		}
		w.touching = 0
	}
}

func (w *writer) bracket(b *Bracket) {
	switch b.Kind {
	case Remark:
		w.seam = true
	case Insertion:
		w.seam = true
		if w.speaks(b) || w.amends(b) {
			w.passages(b.Inside)
			w.seam = true
		}
	case Deletion:
		w.seam = true
		if w.speaks(b) {
			w.ownOf(b.Inside)
		} else {
			w.passages(b.Inside)
		}
		w.seam = true
	default:
		w.standing(b)
	}
}

// amends reports whether words of an insertion are amended by who is written for.
func (w *writer) amends(b *Bracket) bool {
	for inner := range all(b.Inside) {
		if inner.Kind != Remark && w.speaks(inner) {
			return true
		}
	}
	return false
}

// ownOf writes what is inserted inside words that the same delegation deletes.
func (w *writer) ownOf(list []Passage) {
	for _, p := range list {
		switch b := p.Bracket; {
		case b == nil:
		case b.Kind == Insertion && w.speaks(b):
			w.bracket(b)
		default:
			w.ownOf(b.Inside)
		}
	}
}

// standing writes a bracket that stands as it does. One in which nothing is left
// of what it held goes as well.
func (w *writer) standing(b *Bracket) {
	w.words("[")
	inside := len(w.text)
	w.passages(b.Inside)
	if w.seam && isSpace(string(w.text[inside:])) {
		w.text = w.text[:inside-len("[")]
		return
	}
	w.words("]")
}

// words writes words of the text. At a seam it keeps spaces in order: one at most,
// and none at the beginning, behind an opening and before a closing mark. French
// has a space before some marks; the text's own stays there.
func (w *writer) words(text string) {
	if !w.seam {
		w.text = append(w.text, text...)
		return
	}
	rest := strings.TrimLeftFunc(text, unicode.IsSpace)
	own, last := text[:len(text)-len(rest)], spacesBehind(w.text)
	kept := w.text[:len(w.text)-len(last)]
	space := lastRune(own)
	if space == "" {
		space = lastRune(last)
	}
	if len(kept) == 0 || strings.IndexByte("([", kept[len(kept)-1]) >= 0 || closes(rest, own != "") {
		space = ""
	}
	if space == "" && w.touching > 0 && w.touching == len(w.text) && apart(kept, rest) {
		space = " "
	}
	w.text = append(append(kept, space...), rest...)
	w.seam = rest == ""
}

// end returns the text.
func (w *writer) end() string {
	if w.seam {
		return strings.TrimRightFunc(string(w.text), unicode.IsSpace)
	}
	return string(w.text)
}

// closes reports whether no space stands before what follows; spaced says that the
// text has one there.
func closes(rest string, spaced bool) bool {
	if rest == "" {
		return false
	}
	return strings.IndexByte(",.)]", rest[0]) >= 0 || !spaced && strings.ContainsAny(rest[:1], ";:!?%")
}

// apart reports whether two pieces would run into one another.
func apart(before []byte, after string) bool {
	last, _ := utf8.DecodeLastRune(before)
	first, _ := utf8.DecodeRuneInString(after)
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return (word(last) || last == ']') && (word(first) || first == '[')
}

func lastRune(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// spacesBehind returns the spaces that a text ends with.
func spacesBehind(text []byte) string {
	return string(text[len(bytes.TrimRightFunc(text, unicode.IsSpace)):])
}
