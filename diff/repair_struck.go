package diff

import "slices"

// judgeStruck decides of a struck run what was deleted, which is the draft's, and
// what was inserted and stands in the text after.
func (r *repairer) judgeStruck(s stretch) {
	run := r.run(s)
	foreign := r.isForeign(s)
	for _, new := range r.parts(s, false) {
		switch {
		case !r.hasWord(new):
			r.report(PunctuationUnmarked, new, run)
		case foreign || r.replacesLost(new) || r.isWithin(s, new):
			r.report(ForeignStruck, new, run)
		default:
			new = r.unglued(s, new)
			r.take(new)
			r.report(BoldInStruck, new, run)
		}
	}
}

// isForeign reports whether a struck run holds words of somewhere else: it has
// none of the draft, or it goes to and fro between the two, as another version of
// the draft would.
func (r *repairer) isForeign(s stretch) bool {
	if !slices.ContainsFunc(r.parts(s, true), r.hasWord) {
		return true
	}
	turns, within := 0, false
	for _, new := range r.parts(s, false) {
		if r.hasWord(new) {
			turns++
			within = within || new.x > s.x && new.y < s.y
		}
	}
	return turns > 2 || r.plainWords == 0 && (turns > 1 || within)
}

// replacesLost reports whether words of the draft are gone just where a part of a
// struck run is none of them: then it was struck in another version.
func (r *repairer) replacesLost(new stretch) bool {
	x, y := new.x-1, new.y
	for x >= 0 && r.to[x] < 0 {
		x--
	}
	for y < len(r.to) && r.to[y] < 0 {
		y++
	}
	i, end := 0, r.draft.len()
	if x >= 0 {
		i = int(r.to[x]) + 1
	}
	if y < len(r.to) {
		end = int(r.to[y])
	}
	return r.draftHasWord(i, end)
}

// isWithin reports whether a conjunction joins a part of a struck run to what was
// struck on either side of it ("except in emergencies or self-defence,"). Where two
// runs were fused, the words of one stand at an end.
func (r *repairer) isWithin(s, new stretch) bool {
	return s.x < new.x && new.y < s.y && r.class(new.x) == conjunction
}

// unglued returns a part of a struck run without what only held it to the rest:
// a dash that was set between the words of two runs, and a comma where there is
// one already.
func (r *repairer) unglued(s, new stretch) stretch {
	for new.x > s.x && (r.isGlue(new.x) || r.class(new.x) == comma && !r.followsWord()) {
		new.x++
	}
	for new.y < s.y && r.isGlue(new.y-1) {
		new.y--
	}
	return new
}

// followsWord reports whether what was taken last is a word.
func (r *repairer) followsWord() bool { return r.last != nowhere && r.class(r.last).isWord() }

// isGlue reports whether a unit is a dash with no white space on either side.
func (r *repairer) isGlue(x int) bool {
	u := r.units[x]
	switch r.typed[u.start:u.end] {
	case "-", "–", "—", "/":
		return u.start == r.units[x-1].end && u.end == r.units[x+1].start
	}
	return false
}
