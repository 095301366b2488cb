package negotiation

import "slices"

// whisper is the newest entry by which somebody told the Chair alone what it thinks of
// a text, or took that back. It touches the text for those who may hear of it: others
// would learn from a change in which they see nothing that there was one.
type whisper struct {
	by  Delegation
	seq Seq
}

type whispers []whisper

// with gives w with a newer whisper of one.
func (w whispers) with(by Delegation, seq Seq) whispers {
	rest := slices.DeleteFunc(slices.Clone(w), func(old whisper) bool { return old.by == by })
	return append(rest, whisper{by, seq})
}

// touchedFor is the newest Seq that changed what a is shown of a text.
func (s State) touchedFor(a Audience, touched Seq, w whispers) Seq {
	for _, one := range w {
		if s.mayHear(a, Position{By: one.by, ToChair: true}) {
			touched = max(touched, one.seq)
		}
	}
	return touched
}
