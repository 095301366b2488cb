package markdown

import (
	"fmt"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// onWholeDraft keeps instructions of which one is on the whole draft as a comment on
// it, with the places to look at. They are never carried out: which of the places are
// meant is not said, and half of them would be worse than none.
func (s *resolver) onWholeDraft(it piece, list []instruct.Instruction) {
	s.add(negotiation.Change{Kind: negotiation.Comment, Text: it.text()})
	s.note(it.line, negotiation.Ask, "request", "%s: it concerns the whole text%s; the words were kept as a comment on the whole draft, and nothing was changed: %s",
		s.names[0], s.placesOf(list), quoteOf(it))
}

// placesOf says where in the draft the words stand that instructions look for. A
// document may ask for it a few times only: each time the whole draft is looked through.
func (s *resolver) placesOf(list []instruct.Instruction) string {
	const most, shown = 50, 20
	count, rest := 0, 0
	var addresses []string
	for _, u := range s.units {
		here := 0
		for _, i := range list {
			if i.Everywhere && s.sweeps+len(list) <= most {
				here += i.Places(u.Text)
			}
		}
		switch count += here; {
		case here > 0 && len(addresses) < shown:
			addresses = append(addresses, u.address)
		case here > 0:
			rest++
		}
	}
	said := fmt.Sprintf(": %d places in paragraphs %s", count, strings.Join(addresses, ", "))
	switch s.sweeps += len(list); {
	case s.sweeps > most:
		return ", and the document has very many of these"
	case count == 0:
		return ", and the draft does not hold its words"
	case rest > 0:
		return fmt.Sprintf("%s and %d more", said, rest)
	}
	return said
}

// quoteOf is the words of a piece, as a notice tells them.
func quoteOf(it piece) string {
	const most = 160
	return "“" + shortTo(most, it.text()) + "”"
}
