package negotiation

import (
	"slices"
	"strconv"
	"strings"
)

// below lists the sub-paragraphs of a numbered or plain paragraph, in order.
func (s State) below(id ParagraphID) []ParagraphID {
	var list []ParagraphID
	for _, other := range s.order {
		if p := s.paragraphs.at(other.number()); p.Parent == id && p.Kind.Sub() {
			list = append(list, other)
		}
	}
	return list
}

// placeAfter is the index in the order at which a paragraph of kind k stands
// that comes after another: behind all that hangs below it, except that a
// sub-paragraph after its own chapeau becomes the first of the list.
func (s State) placeAfter(after ParagraphID, k Kind) int {
	at := slices.Index(s.order, after) + 1
	if k.Sub() {
		return at
	}
	for at < len(s.order) && s.paragraphs.at(s.order[at].number()).Parent == after &&
		s.paragraphs.at(s.order[at].number()).Kind.Sub() {
		at++
	}
	return at
}

// parentAt is the parent of a paragraph of kind k that stands after another. It
// is false where such a paragraph cannot stand there: a numbered one inside a
// list, or an item of a list below a heading.
func (s State) parentAt(after Paragraph, k Kind) (ParagraphID, bool) {
	switch {
	case k.Sub() && after.Kind.Sub():
		return after.Parent, true
	case k.Sub():
		return after.ID, !after.Kind.IsHeading()
	case after.Kind.Sub():
		return "", false
	case k == Group:
		return s.sectionOf(after), true
	}
	return "", true
}

// sectionOf is the heading under which p stands, p itself if it is one, or "".
func (s State) sectionOf(p Paragraph) ParagraphID {
	at := slices.Index(s.order, p.ID)
	for ; at >= 0; at-- {
		if q := s.paragraphs.at(s.order[at].number()); q.Kind == Heading {
			return q.ID
		}
	}
	return ""
}

// freeLabel gives a label for a new paragraph of kind k behind another: that of
// the nearest of its kind before it with "bis", "ter", ..., as is the custom, so
// that no label in use changes; else the first of its kind.
func (s State) freeLabel(after Paragraph, k Kind, parent ParagraphID) string {
	used := map[string]bool{}
	for _, id := range s.order {
		if p := s.paragraphs.at(id.number()); p.Parent == parent {
			used[p.addressPart()] = true
		}
	}
	if stem, ok := s.stemBefore(after, k, parent); ok {
		for n := 2; ; n++ {
			if p := (Paragraph{Label: stem + " " + Again(n)}); !used[p.addressPart()] {
				return p.Label
			}
		}
	}
	for n := 1; ; n++ {
		if label := firstLabel(k, n); !used[label] {
			return label
		}
	}
}

// stemBefore is the label, without bis or ter, of the nearest paragraph of kind
// k with this parent at or before after.
func (s State) stemBefore(after Paragraph, k Kind, parent ParagraphID) (string, bool) {
	for at := slices.Index(s.order, after.ID); at >= 0; at-- {
		if p := s.paragraphs.at(s.order[at].number()); p.Kind == k && p.Parent == parent {
			return once(p.Label), true
		}
	}
	return "", false
}

// once is a label without its bis or ter: "Article 4" of "Article 4 ter".
func once(label string) string {
	at := strings.LastIndexByte(label, ' ')
	if at < 0 {
		return label
	}
	again := label[at+1:]
	number, bracketed := strings.CutPrefix(again, "(")
	if bracketed && strings.Trim(number, "0123456789") == ")" || slices.Contains(againWords(), again) {
		return label[:at]
	}
	return label
}

// firstLabel is the n-th label of a kind where none precedes.
func firstLabel(k Kind, n int) string {
	switch k {
	case Numbered:
		return strconv.Itoa(n)
	case Lettered:
		return letter(n)
	case Roman:
		return roman(n)
	case Bullet:
		return "bullet" + strconv.Itoa(n)
	case Plain:
		return "par" + strconv.Itoa(n)
	case Group:
		return "group" + strconv.Itoa(n)
	}
	return "heading" + strconv.Itoa(n)
}

// letter gives a, b, ..., z, aa, ab, ...
func letter(n int) string {
	var s string
	for ; n > 0; n = (n - 1) / 26 {
		s = string(rune('a'+(n-1)%26)) + s
	}
	return s
}

// roman gives i, ii, iii, iv, ...
func roman(n int) string {
	var b strings.Builder
	for _, r := range []struct {
		n int
		s string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= r.n; n -= r.n {
			b.WriteString(r.s)
		}
	}
	return b.String()
}

// Again gives the word for the n-th use of a label in legal texts, from the
// second on: bis, ter, quater, and beyond decies a number in brackets.
func Again(n int) string {
	words := againWords()
	if n-2 < len(words) {
		return words[n-2]
	}
	return "(" + strconv.Itoa(n) + ")"
}

func againWords() []string {
	return []string{"bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies"}
}
