package markdown

import (
	"strings"

	"plenary/negotiation"
)

// note says something about the proposal; the notices of the reader are under
// another name here.
func (s *resolver) note(line int, severity negotiation.Severity, code, format string, args ...any) {
	s.notices.add(line, severity, code, format, args...)
}

// remark keeps a request or a comment.
func (s *resolver) remark(it piece) {
	kind := negotiation.Comment
	if it.remark == "Request" && s.on() >= 0 {
		kind = negotiation.RequestText
	}
	text := strings.TrimSpace(it.text())
	if text == "" {
		return
	}
	s.add(negotiation.Change{Kind: kind, Paragraph: s.id(s.on()), Text: text})
}

// conclude says what is left to say of the whole proposal.
func (s *resolver) conclude() {
	if len(s.renamed) > 0 {
		s.note(s.line, negotiation.Ask, "relabelled", "%s: items of the list have other labels than the draft's, with the same words: %s", s.names[0], short(strings.Join(s.renamed, ", ")))
	}
	if len(s.changes) > 0 {
		if s.same > 0 && s.remarksOnly() {
			s.note(s.line, negotiation.Error, "no-marks", "%s: no redline marks and identical to the draft; the comment is what follows", s.who(s.on()))
		}
		return
	}
	if s.missing != "" {
		s.keepAll(s.missing)
		return
	}
	if s.against && s.same > 0 {
		return // the draft is there already
	}
	s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(s.on()), Text: strings.TrimSpace(s.src[s.start:s.end])})
	s.note(s.line, negotiation.Ask, "no-change", "%s: the paragraph is the draft's own and nothing follows it, so kept as a comment", s.who(s.on()))
}

// remarksOnly reports whether no paragraph of the draft is changed.
func (s *resolver) remarksOnly() bool {
	for _, c := range s.changes {
		if c.Kind == negotiation.Amend || c.Kind == negotiation.Delete || c.Kind == negotiation.Move {
			return false
		}
	}
	return true
}
