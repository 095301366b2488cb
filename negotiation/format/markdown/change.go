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
}

// proposal reads a passage, when all paragraphs are known.
func (r *reader) proposal(p *passage) negotiation.Proposal {
	if p.on != "" {
		p.target = r.named(p.on, p.target)
	}
	s := resolver{reader: r, passage: p, taken: map[int]bool{}}
	reason := ""
	for i, it := range p.pieces {
		switch {
		case it.remark == "Reason":
			reason = it.text()
		case p.general:
			s.add(negotiation.Change{Kind: negotiation.Comment, Text: it.text()})
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
	s.conclude()
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
		s.note(s.line, negotiation.Ask, "target", "%s: it stands behind %s, but restates %s", s.names[0], s.units[s.place].address, s.units[s.target].address)
	}
}

// note says something about the proposal; the notices of the reader are under
// another name here.
func (s *resolver) note(line int, severity negotiation.Severity, code, format string, args ...any) {
	s.notices.add(line, severity, code, format, args...)
}

// restate compares a restated paragraph with the draft's.
func (s *resolver) restate(it piece, at int, reading diff.Reading) {
	own := s.units[at]
	text := plainText(reading)
	s.taken[at] = true
	switch change := compare(own.Text, text); {
	case it.move != "":
		s.moveTo(it, at)
		return
	case text == "" && reading.HasMarks:
		s.add(negotiation.Change{Kind: negotiation.Delete, Paragraph: own.ID})
	case !change.Changed() || change.Typographic():
		s.same++
		if it.item && it.label != "" && it.label != own.Label {
			s.renamed = append(s.renamed, it.label+" is "+own.address)
		}
	case !reading.HasMarks:
		s.add(negotiation.Change{Kind: negotiation.Amend, Paragraph: own.ID, Text: text})
		s.note(it.line, negotiation.Ask, "no-marks", "%s: no redline marks; the difference was computed: %s", s.who(at), spell(change))
	default:
		s.add(negotiation.Change{Kind: negotiation.Amend, Paragraph: own.ID, Text: text})
	}
	s.compareMarks(it, at, reading)
}

// compareMarks says where marks do not give back the draft: whether plain and
// struck words together are the paragraph.
func (s *resolver) compareMarks(it piece, at int, reading diff.Reading) {
	if reading.Unclosed {
		s.note(it.line, negotiation.Ask, "unclosed-mark", "%s: a mark is opened and never closed: it was read as text", s.who(at))
	}
	base := compare(s.units[at].Text, reading.Before())
	if !reading.HasMarks || !base.Changed() || base.Typographic() {
		return
	}
	s.unsure = true
	severity := negotiation.Ask
	if hasWords(base) {
		severity = negotiation.Error
	}
	s.note(it.line, severity, "marks-disagree", "%s: without the bold words it should be the draft, but %s", s.who(at), disagreement(base))
}

// moveTo reads a move.
func (s *resolver) moveTo(it piece, at int) {
	if to, ok := s.byAddress[it.move]; ok {
		s.add(negotiation.Change{Kind: negotiation.Move, Paragraph: s.id(at), After: s.id(to)})
		return
	}
	s.unknown(it, it.move)
}

// insertAfter reads a new paragraph that names its place.
func (s *resolver) insertAfter(it piece) {
	at, ok := s.byAddress[it.after]
	if !ok {
		s.unknown(it, it.after)
		return
	}
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: s.id(at), As: it.as, Text: plainText(diff.ReadMarks(it.text()))})
}

// elsewhere reads a further paragraph that names its address.
func (s *resolver) elsewhere(it piece) {
	at, ok := s.byAddress[it.tag.on]
	if !ok {
		s.unknown(it, it.tag.on)
		return
	}
	s.restate(it, at, diff.ReadMarks(it.text()))
	s.behind = at
}

// unknown keeps what names no paragraph of the draft.
func (s *resolver) unknown(it piece, address string) {
	s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(s.on()), Text: it.text()})
	s.note(it.line, negotiation.Ask, "unknown-address", "%s: there is no %s in the draft, so kept as a comment", s.who(s.on()), short(address))
}

// item reads an item of a restated list: one of the draft's, or a new one.
func (s *resolver) item(it piece) {
	reading := diff.ReadMarks(it.text())
	if at := s.listed(it, reading); at >= 0 {
		s.restate(it, at, reading)
		s.behind = at
		return
	}
	text := plainText(reading)
	if text == "" {
		return
	}
	kind := itemKind(it.label, negotiation.Paragraph{}, "")
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: s.id(s.behind), As: kind, Text: text})
	s.note(it.line, negotiation.Ask, "new-item", "%s: an item that the draft does not have, to stand behind %s: %s", s.names[0], s.units[s.behind].address, short(text))
}

// listed is the unit that an item restates, or -1: the most alike of those near
// the place that the list has come to. Of equals, the one with the same label
// comes first, then the first in the list.
func (s *resolver) listed(it piece, reading diff.Reading) int {
	const around = 50
	if isNew(reading) || s.target < 0 || s.units[s.target].Kind.Sub() || s.units[s.target].Kind.IsHeading() {
		return -1
	}
	var left []int
	items := s.units[s.target].items
	for i := max(0, s.position-around); i < min(len(items), s.position+around); i++ {
		switch at := items[i]; {
		case s.taken[at]:
		case it.label != "" && s.units[at].Label == it.label:
			left = append([]int{at}, left...)
		default:
			left = append(left, at)
		}
	}
	at, likeness := s.mostLike(left, bagsOf(reading))
	if likeness < 0.9 && it.label != "" && len(left) > 0 && s.units[left[0]].Label == it.label {
		at = left[0] // a rewritten item is known by its label
	}
	if at >= 0 {
		s.position = s.units[at].rank + 1
	}
	return at
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
