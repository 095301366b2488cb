package negotiationtest

import (
	"slices"
	"strings"

	"plenary/negotiation"
)

// whisper is a position that was told to the Chair: whose it is, and its rare words.
type whisper struct {
	by    negotiation.Delegation
	words []string
}

// noteWhispers keeps what is told to the Chair.
func (s *simulation) noteWhispers(events []negotiation.Event) {
	for _, ev := range events {
		if t, is := ev.(negotiation.PositionTaken); is && t.Position.ToChair {
			w := whisper{by: t.Position.By}
			for word := range rare(t.Position.Text) {
				w.words = append(w.words, word)
			}
			s.whispers = append(s.whispers, w)
		}
	}
}

// keepsWhispers looks whether anybody is shown a word that was told to the Chair, or
// the id of a seat, who may not.
func (s *simulation) keepsWhispers(v negotiation.View) {
	if v.Audience.Role.Decides() {
		return
	}
	theirs := func(by negotiation.Delegation) bool {
		return v.Audience.Delegation != "" && (by == v.Audience.Delegation || speakerOf(v, by) == v.Audience.Delegation)
	}
	seen := shown(v)
	for _, w := range s.whispers {
		if i := slices.IndexFunc(w.words, func(word string) bool { return seen[word] }); i >= 0 && !theirs(w.by) {
			s.fatalf("%v is shown %q, which %s told the Chair", v.Audience, w.words[i], w.by)
		}
	}
	var taken []negotiation.Taken
	for _, p := range v.Paragraphs {
		taken = append(taken, p.Positions...)
	}
	for _, p := range v.Proposals {
		taken = append(taken, p.Positions...)
	}
	for _, t := range taken {
		from := append(slices.Clone(t.Via), t.By)
		if t.Seat != "" || t.ToChair && !slices.ContainsFunc(from, theirs) {
			s.fatalf("%v is shown the position %+v", v.Audience, t)
		}
	}
	f := v.Session.Floor
	others := func(a negotiation.Attendance) bool { return a.Seat != "" || a.Delegation != v.Audience.Delegation }
	if f.Pen.Seat != "" || f.Gavel != nil && f.Gavel.Seat != "" || slices.ContainsFunc(v.Session.Attendance, others) || strings.Contains(marshal(v.Acts), `"Seat"`) {
		s.fatalf("%v is shown seats: %s", v.Audience, marshal(v.Session))
	}
}

func speakerOf(v negotiation.View, group negotiation.Delegation) negotiation.Delegation {
	for _, g := range v.Groups {
		if g.Name == group {
			return g.Speaker
		}
	}
	return ""
}
