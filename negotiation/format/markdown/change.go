package markdown

import (
	"strings"

	"plenary/negotiation"
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
	for i := range s.changes {
		s.changes[i].Text = unpaged(s.changes[i].Text)
	}
	s.reason, s.unplaced = unpaged(s.reason), unpaged(s.unplaced)
	return s
}

// unpaged gives words with the ends of pages in them as ends of lines: the law keeps
// no form feed.
func unpaged(text string) string { return strings.ReplaceAll(text, "\f", "\n") }

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
