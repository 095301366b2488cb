package markdown

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"plenary/negotiation"
)

// maxPassage bounds a passage that can be read in two ways, with what was found in
// it: the law keeps both, and no more than this.
const maxPassage = 8 * negotiation.MaxText

// limit refuses what the law would, with the line at which to look.
func (s *resolver) limit(reason string) {
	s.atMost("changes", len(s.changes), negotiation.MaxChanges)
	s.atMost("sponsors", len(s.names)-1, negotiation.MaxSponsors)
	for _, c := range s.changes {
		s.within("text", c.Text, negotiation.MaxText)
	}
	for _, d := range s.doubts {
		s.within("text", d.Literal, negotiation.MaxText)
		s.within("text", d.Probable, negotiation.MaxText)
		s.long("doubts", held(d), maxPassage)
	}
	s.within("reason", reason, negotiation.MaxReason)
}

// held is how many bytes the passage of a doubt and its findings hold.
func held(d negotiation.Doubt) int {
	size := 0
	for _, span := range d.Typed {
		size += len(span.Text)
	}
	for _, f := range d.Why {
		size += len(f.Words) + len(f.Run)
	}
	return size
}

// within refuses a text that is too long as it stands or in normal form, which may
// take three times the bytes.
func (s *resolver) within(field, text string, most int) {
	s.long(field, len(text), most)
	if len(text) > most/3 {
		s.long(field, len(norm.NFC.String(strings.TrimSpace(text))), most)
	}
}

func (s *resolver) long(field string, length, most int) {
	if length > most && s.refusal == nil {
		s.refusal = negotiation.Refuse(negotiation.TooLong, "field", field, "limit", most, "length", length, "line", s.line)
	}
}

func (s *resolver) atMost(field string, count, most int) {
	if count > most && s.refusal == nil {
		s.refusal = negotiation.Refuse(negotiation.TooMany, "field", field, "limit", most, "count", count, "line", s.line)
	}
}
