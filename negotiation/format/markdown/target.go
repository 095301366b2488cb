package markdown

import (
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// restates is the likeness from which a text restates another. Human redlines
// keep at least half of the words; unrelated paragraphs share up to a quarter.
const restates = 0.4

// restatesFew is that likeness for a text of less than few words: two of them are
// easily shared with any other.
const (
	restatesFew = 0.5
	few         = 4
)

// aim finds the paragraph that a proposal restates: among the one it
// stands behind, its chapeau and the other items of the list, the one most like it.
// Where it stands says little: a proposal on a chapeau stands behind the list.
func (s *structure) aim(p *passage) {
	if p.aimed {
		return
	}
	p.aimed = true
	main := p.pieces[0]
	if p.general {
		return
	}
	if p.on != "" || main.remark != "" || main.after != "" {
		p.target = p.place
		if at, known := s.find(p.on, p.place); known && p.on != "" {
			p.target = at
		}
		return
	}
	p.target = s.aimed(main.text(), p.place)
}

// aimed is the unit that words at a place restate, or -1: one whose text they are word
// for word, or else the one most like them of those nearby. The label before them says
// which one, but the words decide.
func (s *structure) aimed(words string, place int) int {
	candidates := s.candidates(place)
	label, rest := leadName(words)
	named, known := -1, false
	if label != "" {
		if named, known = s.find(label, place); known && named >= 0 {
			candidates = append([]int{named}, slices.DeleteFunc(candidates, func(at int) bool { return at == named })...)
		}
	}
	if at := s.exactHere(candidates, keysOf(words)); at >= 0 {
		return at
	}
	marked := diff.ReadMarks(words)
	at, likeness := s.mostLike(candidates, bagsOf(marked))
	if known && named >= 0 && at != named {
		const close = 0.2
		if own, much := s.mostLike([]int{named}, bagsOf(diff.ReadMarks(rest))); own >= 0 && much >= likeness-close {
			return own
		}
	}
	return s.better(at, words)
}

// candidates are the units that a proposal behind place may restate, the nearest
// first. In a long list only the last hundred items are looked at, so that the
// time for a document stays in proportion to its length.
func (s *structure) candidates(place int) []int {
	const most = 100
	u := s.units[place]
	if u.Kind.IsHeading() {
		list := []int{place}
		for place > 0 && s.units[place-1].Kind.IsHeading() && len(list) < most {
			place--
			list = append(list, place)
		}
		return list
	}
	top := place
	if u.up >= 0 {
		top = u.up
	}
	items := s.units[top].items
	list := slices.Clone(items[max(0, len(items)-most):])
	slices.Reverse(list)
	return append(list, top)
}

// mostLike is the candidate most like one of the bags, or -1, and how like it is.
func (s *structure) mostLike(candidates []int, bags [2]bag) (int, float64) {
	best, most := -1, 0.0
	for _, at := range candidates {
		own, least := s.bag(at), restates
		if len(own) < few {
			least = restatesFew
		}
		for _, b := range bags {
			if likeness := b.like(own, max(most, least)); likeness > most && likeness >= least {
				best, most = at, likeness
			}
		}
	}
	return best, most
}

// belongs reports whether an item of a list that stands behind the open proposal
// is part of it, and not the next item of the draft.
func (r *reader) belongs(l line) bool {
	p := r.open
	if p.list > 0 && p.aimed && p.target >= 0 && !r.units[p.target].Kind.Sub() {
		return true // the list of a chapeau that it restates
	}
	r.aim(p)
	reading := diff.ReadMarks(l.text)
	if isNew(reading) {
		return true
	}
	if p.target < 0 || r.units[p.target].Kind.IsHeading() {
		return false
	}
	target := r.units[p.target]
	if target.Kind.Sub() {
		// A bullet behind a lettered item is none of the draft's.
		return l.label == "" && target.Kind != negotiation.Bullet && !l.escaped
	}
	if len(target.items) == 0 {
		return false
	}
	last := r.units[target.items[len(target.items)-1]]
	if l.label == "" || !follows(last.Paragraph, l.label) {
		return true
	}
	at, _ := r.mostLike(r.candidates(p.target), bagsOf(reading))
	return at >= 0
}

// restatesNumbered gives the address of the paragraph of the draft that a numbered
// line behind the open proposal restates, if it does: one passage may restate
// several.
func (r *reader) restatesNumbered(l line) (address string, ok bool) {
	if r.open == nil || r.open.general {
		return "", false
	}
	at, known := r.byAddress[strings.ReplaceAll(l.label, " ", "")]
	if !known {
		return "", false
	}
	if like, _ := r.mostLike([]int{at}, bagsOf(diff.ReadMarks(l.text))); like < 0 {
		return "", false
	}
	return r.units[at].address, true
}

// isNew reports whether all of a text is marked as inserted.
func isNew(reading diff.Reading) bool {
	return reading.HasMarks && reading.Before() == "" && reading.After() != ""
}

// isStruck reports whether all of a text is marked as deleted.
func isStruck(reading diff.Reading) bool {
	return reading.HasMarks && reading.After() == "" && reading.Before() != ""
}

// follows reports whether label is the next behind that of an item.
func follows(before negotiation.Paragraph, label string) bool {
	own, next := stem(before.Label), stem(label)
	if before.Kind == negotiation.Roman {
		return romanValue(next) == romanValue(innermost(before.Label))+1
	}
	return len(own) == 1 && len(next) == 1 && own[0]+1 == next[0]
}

// bag is the words of a text, hashed and sorted, each as often as it stands there.
type bag []uint32
