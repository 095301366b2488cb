package markdown

import (
	"regexp"
	"strings"

	"plenary/negotiation"
)

// reservationTail matches a reservation in brackets at the end of a restated paragraph,
// with the bold signs and the stop around it.
var reservationTail = regexp.MustCompile(`(?i)[ \t\x{a0}]*(?:\*\*)?[ \t\x{a0}]*([(\[](?:(?:general|scrutiny|study|full) )?(?:reserves?|reserved|reservations?|position reserved|reservas?|con reserva|com reserva|réserves?|avec réserve)[)\]])(?:\*\*)?(\.?)(?:\*\*)?[ \t\x{a0}]*$`)

// cutReservation takes a reservation off the end of a restated paragraph, unless the
// draft's own words end so. It is a remark of whoever restates it, and no words for it.
func cutReservation(it piece, own string) (rest piece, said string) {
	text := it.text()
	const longest = 80 // bytes, more than any reservation
	tail := strings.ToValidUTF8(text[max(0, len(text)-longest):], "")
	m := reservationTail.FindStringSubmatch(tail)
	if m == nil || reservationTail.MatchString(strings.ToValidUTF8(own[max(0, len(own)-longest):], "")) {
		return it, ""
	}
	before := strings.TrimSuffix(text, m[0])
	if m[2] != "" && !strings.HasSuffix(before, ".") {
		before += "." // the stop of the paragraph stood behind it
	}
	it.parts = []string{before}
	return it, m[1]
}

// reserve keeps a reservation on a unit as a comment.
func (s *resolver) reserve(at int, said string) {
	if said != "" {
		s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(at), Text: said})
	}
}
