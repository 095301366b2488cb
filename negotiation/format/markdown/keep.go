package markdown

import (
	"strings"

	"plenary/negotiation"
)

// settle finds the paragraph that a proposal names, wherever it stands. A name is
// kept to: where the draft does not hold that paragraph, it is on no other.
func (r *reader) settle(p *passage) {
	if p.on == "" {
		return
	}
	at, known := r.byAddress[p.on]
	p.target, p.missing = at, ""
	if !known || at == gone {
		p.missing = p.on
	}
}

// astray is the address of the paragraph that a piece needs and the draft does
// not hold, or empty.
func (s *resolver) astray(it piece) string {
	for _, address := range []string{it.tag.on, it.after, it.move} {
		if at, known := s.byAddress[address]; address != "" && (!known || at == gone) {
			return address
		}
	}
	if it.tag.on != "" || it.after != "" {
		return "" // it names a place of its own
	}
	return s.missing
}

// keep makes piece i, as it stands in the document, a comment on the whole
// draft, together with those before it that were kept.
func (s *resolver) keep(i int, address string) {
	if len(s.kept) == 0 || s.keptTo != i {
		s.keptFrom = i
		s.kept = append(s.kept, negotiation.Change{Kind: negotiation.Comment, Base: 1})
		s.sayKept(s.pieces[i].line, address)
	}
	s.keptTo = i + 1
	s.kept[len(s.kept)-1].Text = s.verbatim(s.keptFrom, s.keptTo)
}

// keepAll makes the whole proposal a comment on the whole draft.
func (s *resolver) keepAll(address string) {
	s.add(negotiation.Change{Kind: negotiation.Comment, Text: s.verbatim(0, len(s.pieces))})
	s.sayKept(s.line, address)
}

func (s *resolver) sayKept(line int, address string) {
	code, why := "unknown-address", "there is no "+short(address)+" in the draft"
	if _, known := s.byAddress[address]; known {
		code, why = "struck-target", address+" is struck and was left out of the draft"
	}
	s.note(line, negotiation.Ask, code, "%s: %s, so these words were kept as a comment on the whole draft", s.names[0], why)
}

// verbatim is how pieces from one to before another stand in the document.
func (s *resolver) verbatim(from, to int) string {
	end := s.end
	if to < len(s.pieces) {
		end = s.pieces[to].start
	}
	return strings.TrimSpace(s.src[s.pieces[from].start:end])
}

// limit refuses what the law would, with the line at which to look.
func (s *resolver) limit(reason string) {
	if s.refusal != nil {
		return
	}
	if n := len(s.changes); n > negotiation.MaxChanges {
		s.refusal = negotiation.Refuse(negotiation.TooMany, "field", "changes", "limit", negotiation.MaxChanges, "count", n, "line", s.line)
	}
	for _, c := range s.changes {
		s.within("text", c.Text, negotiation.MaxText)
	}
	s.within("reason", reason, negotiation.MaxReason)
}

func (s *resolver) within(field, text string, most int) {
	if len(text) > most {
		s.refusal = negotiation.Refuse(negotiation.TooLong, "field", field, "limit", most, "length", len(text), "line", s.line)
	}
}
