package markdown

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// resolver makes the changes of one proposal out of its passage.
type resolver struct {
	*reader
	*passage
	changes []negotiation.Change
	doubts  []negotiation.Doubt
	reason  string
	// done says that the whole passage was kept at once.
	done bool
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
	// unplaced is how the document names the paragraph that all of it is on, where
	// the draft holds none such.
	unplaced string
	// keptFrom and keptTo are the pieces of the last of them.
	keptFrom, keptTo int
}

// proposal reads a passage, when all paragraphs are known.
func (r *reader) proposal(p *passage) negotiation.Proposal {
	s := r.resolve(p)
	out := negotiation.Proposal{Delegation: p.names[0], Reason: s.reason, Changes: s.changes,
		Received: &negotiation.Received{Line: p.line, Verbatim: r.src[p.start:p.end], Doubts: s.doubts, Unplaced: s.unplaced}}
	if len(p.names) > 1 {
		out.Sponsors = p.names[1:]
	}
	return out
}

// resolve makes the changes of a passage.
func (r *reader) resolve(p *passage) resolver {
	r.settle(p)
	r.aimAnew(p)
	s := resolver{reader: r, passage: p, taken: map[int]bool{}}
	s.unplaced = s.allAstray()
	if p.loose {
		s.unplace(s.firstWords())
	}
	for i, it := range p.pieces {
		address := s.astray(it)
		switch {
		case it.remark == "Reason":
			s.reason = it.text()
		case s.done:
		case p.general:
			s.add(negotiation.Change{Kind: negotiation.Comment, Text: it.text()})
		case address != "":
			s.keep(i, address)
		case s.misplaced(it, i == 0):
			s.keepMisplaced(i)
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
	for i := range s.changes {
		// What was kept as it stands may hold signs that are no part of a text.
		s.changes[i].Text = strings.ReplaceAll(s.changes[i].Text, softHyphen, "")
	}
	s.limit(s.reason)
	if p.late {
		s.note(p.line, negotiation.Info, "late", "%s: the document says that it came after the cut-off", p.names[0])
	}
	return s
}

// add adds a change, but no remark without words.
func (s *resolver) add(c negotiation.Change) {
	if (c.Kind == negotiation.Comment || c.Kind == negotiation.RequestText) && blank(c.Text) {
		return
	}
	c.Base = 1
	s.changes = append(s.changes, c)
}

// id is that of a unit, empty for none: then it is the whole draft.
func (s *resolver) id(at int) negotiation.ParagraphID {
	if at < 0 {
		return ""
	}
	return s.units[at].ID
}

// aimed is the unit that the proposal is on, as well as can be told.
func (s *resolver) on() int {
	if s.target >= 0 {
		return s.target
	}
	return s.place
}

// who is the proposal in a notice: "MEXICO on 7.b".
func (s *resolver) who(at int) string {
	if at < 0 {
		return string(s.names[0])
	}
	return string(s.names[0]) + " on " + s.units[at].address
}

// main reads the paragraph behind the name.
func (s *resolver) main(it piece) {
	it, label := s.unlabelled(it)
	marked := diff.ReadMarks(it.text())
	text := plainText(marked)
	s.behind = s.on()
	if s.remarksOn(text, marked) {
		s.target, s.place = -1, s.target
	}
	switch {
	case s.instructed(it, marked):
		return
	case len(s.several) > 0:
		s.onSeveral(it, text)
		return
	case s.target < 0 && !isNew(marked):
		s.target = s.elsewhereInDraft(marked)
	}
	switch {
	case s.target >= 0:
		s.restate(it, s.target, marked)
	case isNew(marked):
		s.insertNew(it, label, text)
	case text == "":
		s.note(it.line, negotiation.Ask, "no-text", "%s: no text", s.who(s.place))
	case asks(text) || instruct.Asks(text):
		s.add(negotiation.Change{Kind: negotiation.RequestText, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "request", "%s: words that ask for a text without giving it were kept as a request", s.who(s.place))
	case marked.HasMarks:
		s.unplace(s.firstWords())
		s.note(it.line, negotiation.Ask, "unplaced", "%s: a redline like no paragraph of the draft; the words were kept, to be put on their paragraph by hand", s.names[0])
	default:
		s.add(negotiation.Change{Kind: negotiation.Comment, Paragraph: s.id(s.place), Text: it.text()})
		s.note(it.line, negotiation.Ask, "no-match", "%s: like no paragraph of the draft, so kept as a comment", s.who(s.place))
	}
	if s.target >= 0 && s.passage.on == "" && s.sayLabel(it.line, label) {
		return
	}
	if s.target >= 0 && s.target != s.place && s.passage.on == "" {
		s.note(s.line, negotiation.Ask, "target", "%s: it stands behind %s, but restates %s", s.names[0], s.placed, s.units[s.target].address)
	}
}

// remarksOn reports whether the words behind the name of a paragraph are about it,
// and do not restate it.
func (s *resolver) remarksOn(text string, marked diff.Reading) bool {
	const unlike = 0.25
	return s.said && s.target >= 0 && !marked.HasMarks && text != "" && bagOf(text).like(s.bag(s.target), 0) < unlike
}

// unlabelled takes the label off a restated paragraph, where the document repeats
// it. The draft's words may begin with one too.
func (s *resolver) unlabelled(it piece) (piece, string) {
	if len(it.parts) == 0 || s.passage.on != "" && !s.directed {
		return it, ""
	}
	if s.target >= 0 {
		own := s.units[s.target]
		if rest, ok := leadAddress(it.parts[0], own.address); ok && !strings.HasPrefix(own.Text, strings.TrimSuffix(it.parts[0], rest)) {
			it.parts = append([]string{rest}, it.parts[1:]...)
			return it, ""
		}
	}
	if s.target >= 0 {
		if rest, ok := s.unparted(it.parts[0], s.target); ok {
			label, _, _ := leadParts(it.parts[0])
			it.parts = append([]string{rest}, it.parts[1:]...)
			return it, label
		}
	}
	label, rest := leadLabel(it.parts[0])
	if label == "" {
		if bullet, marked := leadMark(it.parts[0]); marked && s.target >= 0 && s.units[s.target].Kind == negotiation.Bullet {
			if _, own := leadMark(s.units[s.target].Text); !own {
				it.parts = append([]string{bullet}, it.parts[1:]...)
			}
		}
		return it, ""
	}
	if s.target >= 0 {
		own, _ := leadLabel(s.units[s.target].Text)
		if own == label {
			return it, ""
		}
	}
	it.parts = append([]string{rest}, it.parts[1:]...)
	return it, label
}

// insertNew reads a paragraph that is all in bold and like none of the draft: it
// stands behind the one whose label it continues ("3 bis"), or else in its place.
func (s *resolver) insertNew(it piece, label, text string) {
	at := s.place
	if first := stem(label); first != label && first != "" {
		if before, known := s.find(first, s.place); known && before >= 0 {
			at = before
		}
	}
	place := s.units[at]
	s.add(negotiation.Change{Kind: negotiation.Insert, Paragraph: place.ID, As: place.Kind, Text: text})
	s.note(it.line, negotiation.Ask, "new-paragraph", "%s: like none of the draft and all in bold, so read as a new paragraph behind it", s.who(at))
}

// onSeveral reads words on several paragraphs: the redline of one that is like
// them, a remark on each of the others.
func (s *resolver) onSeveral(it piece, text string) {
	kind := negotiation.Comment
	if asks(text) || instruct.Asks(text) {
		kind = negotiation.RequestText
	}
	for _, named := range s.several {
		at, known := s.find(named, s.place)
		if !known || at < 0 {
			s.note(it.line, negotiation.Ask, "unknown-address", "%s: there is no %s in the draft; the words stand as a remark on the others that they name", s.names[0], short(named))
			continue
		}
		s.add(negotiation.Change{Kind: kind, Paragraph: s.id(at), Text: it.text()})
	}
	if len(s.changes) == 0 {
		s.unplace(s.firstWords())
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
