package markdown

import (
	"slices"
	"strings"
	"unicode"

	"plenary/diff"
)

// folded is a text by its words alone, in small letters and in their order.
func folded(text string) string {
	var out strings.Builder
	open := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			open = false
			continue
		}
		if !open && out.Len() > 0 {
			out.WriteByte(' ')
		}
		open = true
		out.WriteRune(unicode.ToLower(r))
	}
	return out.String()
}

// duplicated stands in the index of exact texts for one that several units have.
const duplicated = -1

// exactly gives the one unit whose text a folded one is. The index grows with the
// draft: each unit is folded once.
func (s *structure) exactly(key string) (at int, one bool) {
	for ; s.keyed < len(s.units) && !(s.unfinished && s.keyed == len(s.units)-1); s.keyed++ {
		own := folded(s.units[s.keyed].Text)
		if _, twice := s.exact[own]; twice {
			s.exact[own] = duplicated
		} else {
			s.exact[own] = s.keyed
		}
		s.units[s.keyed].folded = own
	}
	at, one = s.exact[key]
	return at, one && at != duplicated && key != ""
}

// exactHere is the first of some candidates whose text one of the keys is, or else
// the one unit of the draft whose text one of them is; or -1.
func (s *structure) exactHere(candidates []int, keys []string) int {
	elsewhere := -1
	for _, key := range keys {
		at, one := s.exactly(key)
		for _, c := range candidates {
			if key != "" && s.units[c].folded == key {
				return c
			}
		}
		if one && elsewhere < 0 {
			elsewhere = at
		}
	}
	return elsewhere
}

// keysOf are the folded texts that a restated paragraph may be of: what its marks
// leave of the draft, with and without the label before it.
func keysOf(words string) []string {
	var keys []string
	for _, typed := range append([]string{words}, unled(words)...) {
		if key := folded(diff.ReadMarks(typed).Before()); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// better is the unit that words restate, which stand at one of the units that they
// are like: that one, or another far from it, if they are its text word for word, or
// are hardly like the first and very much like the other.
func (s *structure) better(at int, words string) int {
	keys := keysOf(words)
	near := []int{}
	if at >= 0 {
		near = append(near, at)
	}
	if exact := s.exactHere(near, keys); exact >= 0 {
		return exact
	}
	const weak, ahead = 0.6, 0.25
	if at < 0 {
		return at
	}
	marked := diff.ReadMarks(words)
	_, likeness := s.mostLike(near, bagsOf(marked))
	if likeness >= weak || isNew(marked) {
		return at
	}
	if other, much := s.likest(marked); other >= 0 && much >= max(weak, likeness+ahead) {
		return other
	}
	return at
}

// aimAnew looks for the paragraph that a proposal restates once more, now that all
// of the draft is known. What says its place is kept to.
func (r *reader) aimAnew(p *passage) {
	main := p.pieces[0]
	said := p.on != "" || p.general || p.directed || p.missing != "" || p.target == gone
	if said || len(p.several) > 0 || main.tag != (tag{}) || main.text() == "" {
		return
	}
	at := r.better(p.target, main.text())
	if p.target < 0 && !r.restatedBy(at, main.text()) {
		return // what is like none is looked for elsewhere
	}
	if p.list == 0 || r.restatedBy(at, main.text()) {
		p.target = at
	}
}

// restatedBy reports whether words are the text of a unit, word for word.
func (s *structure) restatedBy(at int, words string) bool {
	return at >= 0 && slices.Contains(keysOf(words), s.units[at].folded)
}
