package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// resolver makes the changes of one proposal out of its passage.
type resolver struct {
	*reader
	*passage
	changes []negotiation.Change
	unsure  bool
	// same is how many paragraphs it restates as they are.
	same int
	// renamed are items restated unchanged under another label.
	renamed []string
	// behind is the unit that the next new item of a list comes after.
	behind int
	// position is how far it has come in the list of its target.
	position int
	taken    map[int]bool
	// kept are comments on the whole draft: words on what it does not hold.
	kept []negotiation.Change
	// keptFrom and keptTo are the pieces of the last of them.
	keptFrom, keptTo int
}

// proposal reads a passage, when all paragraphs are known.
func (r *reader) proposal(p *passage) negotiation.Proposal {
	r.settle(p)
	s := resolver{reader: r, passage: p, taken: map[int]bool{}}
	reason := ""
	for i, it := range p.pieces {
		address := s.astray(it)
		switch {
		case it.remark == "Reason":
			reason = it.text()
		case p.general:
			s.add(negotiation.Change{Kind: negotiation.Comment, Text: it.text()})
		case address != "":
			s.keep(i, address)
		case it.remark != "":
			s.remark(it)
		case it.after != "":
			s.insertAfter(it)
		case it.on != "":
			s.elsewhere(it)
		case i == 0:
			s.main(it)
		default:
			s.item(it)
		}
	}
	s.changes = append(s.changes, s.kept...)
	s.conclude()
	s.limit(reason)
	if p.late {
		s.note(p.line, negotiation.Info, "late", "%s: the document says that it came after the cut-off", p.names[0])
	}
	out := negotiation.Proposal{Delegation: p.names[0], Reason: reason, Changes: s.changes,
		Received: &negotiation.Received{Line: p.line, Verbatim: r.src[p.start:p.end], Unsure: s.unsure}}
	if len(p.names) > 1 {
		out.Sponsors = p.names[1:]
	}
	return out
}

func (s *resolver) add(c negotiation.Change) {
	c.Base = 1
	s.changes = append(s.changes, c)
}

func (s *resolver) id(at int) negotiation.ParagraphID { return s.units[at].ID }

// aimed is the unit that the proposal is on, as well as can be told.
func (s *resolver) on() int {
	if s.target >= 0 {
		return s.target
	}
	return s.place
}

// who is the proposal in a notice: "MEXICO on 7.b".
func (s *resolver) who(at int) string { return string(s.names[0]) + " on " + s.units[at].address }

// main reads the paragraph behind the name.
func (s *resolver) main(it piece) {
	reading := diff.ReadMarks(it.text())
	s.behind = s.on()
	switch {
	case s.target >= 0:
		s.restate(it, s.target, reading)
	case isNew(reading):
		place := s.units[s.place]
		s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: place.ID, As: place.Kind, Text: plainText(reading)})
		s.note(it.line, negotiation.Ask, "new-paragraph", "%s: like none of the draft and all in bold, so read as a new paragraph behind it", s.who(s.place))
	case plainText(reading) == "":
		s.note(it.line, negotiation.Ask, "no-text", "%s: no text", s.who(s.place))
	case asks(it.text()):
		s.add(negotiation.Change{Kind: negotiation.RequestText, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "request", "%s: words that ask for a text without giving it were kept as a request", s.who(s.place))
	default:
		s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "no-match", "%s: like no paragraph of the draft, so kept as a comment", s.who(s.place))
	}
	if s.target >= 0 && s.target != s.place && s.passage.on == "" {
		s.note(s.line, negotiation.Ask, "target", "%s: it stands behind %s, but restates %s", s.names[0], s.placed, s.units[s.target].address)
	}
}

// note says something about the proposal; the notices of the reader are under
// another name here.
func (s *resolver) note(line int, severity negotiation.Severity, code, format string, args ...any) {
	s.notices.add(line, severity, code, format, args...)
}

// remark keeps a request or a comment.
func (s *resolver) remark(it piece) {
	kind := negotiation.Comment
	if it.remark == "Request" {
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
			s.note(s.line, negotiation.Info, "restates-draft", "%s: the paragraph is the draft's own; the comment is what follows it", s.who(s.on()))
		}
		return
	}
	if s.missing != "" {
		s.keepAll(s.missing)
		return
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
