package negotiation

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Slug makes of a title, or of the name of a delegation, what can stand in an id:
// "Plan de acción" gives "plan-de-accion". It has at most most bytes, is empty
// where the title has no letter from a to z and no digit, and has the form of a
// NegotiationID and of a SeatID otherwise, if most is not above MaxID. Two titles
// may give one slug.
func Slug(title string, most int) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(title)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.IsMark(r):
			gap = true
		}
	}
	s := b.String()
	return strings.TrimRight(s[:min(len(s), most)], "-")
}
