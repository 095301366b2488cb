package markdown

import "plenary/negotiation"

// stands reports whether a paragraph of a kind can stand behind a unit: no numbered
// one inside a list, no item below a heading.
func (s *structure) stands(kind negotiation.Kind, after int) bool {
	if kind.Sub() {
		return !s.units[after].Kind.IsHeading()
	}
	return !s.units[after].Kind.Sub()
}

// movable reports whether a unit can stand behind another. A section does not move.
func (s *structure) movable(at, to int) bool {
	u := s.units[at]
	return at != to && u.Kind != negotiation.Heading && s.stands(u.Kind, to) && s.units[to].up != at
}

// misplaced reports whether a piece puts a paragraph where none of its kind can stand.
// Main says that it is the first of its proposal.
func (s *resolver) misplaced(it piece, main bool) bool {
	switch {
	case it.after != "":
		return !s.stands(it.as, s.byAddress[it.after])
	case it.move == "":
		return false
	case it.on != "":
		return !s.movable(s.byAddress[it.tag.on], s.byAddress[it.move])
	}
	return main && s.target >= 0 && !s.movable(s.target, s.byAddress[it.move])
}

// keepMisplaced makes a comment of a piece that cannot be carried out where it says.
func (s *resolver) keepMisplaced(i int) {
	if s.keepPiece(i) {
		s.note(s.pieces[i].line, negotiation.Ask, "misplaced", "%s: no such paragraph can stand behind %s, so these words were kept as a comment on the whole draft", s.names[0], short(s.pieces[i].after+s.pieces[i].move))
	}
}
