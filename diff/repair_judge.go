package diff

// judge decides of each unit whether it stands in the text after, and reports
// what does not fit.
func (r *repairer) judge() {
	r.taken, r.last = make([]bool, len(r.units)), nowhere
	for x, u := range r.units {
		if r.class(x).isWord() {
			r.allWords++
			if u.mixed || u.op == Equal {
				r.plainWords++
			}
		}
	}
	for x := 0; x < len(r.units); {
		y := x + 1
		for y < len(r.units) && r.sameRun(x, y) {
			y++
		}
		switch s := (stretch{x, y}); {
		case r.units[x].mixed:
			r.judgeMixed(x)
		case r.units[x].op == Insert:
			r.judgeBold(s)
		case r.units[x].op == Delete:
			r.judgeStruck(s)
		default:
			r.judgePlain(s)
		}
		x = y
	}
}

// sameRun reports whether unit y is marked as unit x. Runs that only white space
// lies between are one: a page break split them.
func (r *repairer) sameRun(x, y int) bool {
	a, b := r.units[x], r.units[y]
	return a.op == b.op && !a.mixed && !b.mixed
}

// run returns the text of the marked run that a stretch is all or part of.
func (r *repairer) run(s stretch) string {
	first, last := r.units[s.x].span, r.units[s.y-1].span
	return fold(r.typed[r.starts[first]:r.starts[last+1]])
}

// parts cuts a stretch where units that are tokens of the draft and others meet,
// and returns those that are or those that are not.
func (r *repairer) parts(s stretch, ofDraft bool) []stretch {
	var parts []stretch
	for x := s.x; x < s.y; {
		y := x + 1
		for y < s.y && (r.to[x] < 0) == (r.to[y] < 0) {
			y++
		}
		if (r.to[x] >= 0) == ofDraft {
			parts = append(parts, stretch{x, y})
		}
		x = y
	}
	return parts
}

func (r *repairer) take(s stretch) {
	for x := s.x; x < s.y; x++ {
		r.taken[x] = true
	}
	r.last = max(r.last, s.y-1)
}

// either returns the first kind for a stretch with words and the second for one
// of marks only.
func (r *repairer) either(s stretch, words, marks FindingKind) FindingKind {
	if r.hasWord(s) {
		return words
	}
	return marks
}

// judgePlain keeps what is not marked.
func (r *repairer) judgePlain(s stretch) {
	r.take(s)
	for _, new := range r.parts(s, false) {
		r.report(r.either(new, AddedUnmarked, PunctuationUnmarked), new, "")
	}
}

// judgeMixed keeps of a word what is not struck of it.
func (r *repairer) judgeMixed(x int) {
	s := stretch{x, x + 1}
	r.take(s)
	if i := r.to[x]; i == nowhere || r.draft.ids[i] != r.units[x].id {
		r.report(InsideWord, s, r.mixedRun(x))
	}
}

// mixedRun returns the first marked run that a mixed unit holds letters of.
func (r *repairer) mixedRun(x int) string {
	for _, p := range r.pieces(r.units[x]) {
		if p.op != Equal {
			return fold(r.spans[p.span].Text)
		}
	}
	return ""
}

// seekLost reports what of the draft no unit is, in front of what stands in its
// place.
func (r *repairer) seekLost() {
	next, at := 0, 0 // behind the last token and unit that were matched
	for j, i := range r.to {
		if i != nowhere {
			r.reportLost(next, int(i), at)
			next, at = int(i)+1, j+1
		}
	}
	r.reportLost(next, r.draft.len(), at)
}

// reportLost reports tokens of the draft that are gone at a unit.
func (r *repairer) reportLost(from, to, at int) {
	if from == to {
		return
	}
	kind := PunctuationUnmarked
	if r.draftHasWord(from, to) {
		kind = LostUnmarked
	}
	words := fold(r.draft.text[r.draft.start(from):r.draft.end(to-1)])
	r.found = append(r.found, found{Finding{Kind: kind, Words: words}, at})
}
