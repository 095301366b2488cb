package web

import (
	"html/template"

	"plenary/negotiation"
)

// agendaEntry is a paragraph of the agenda and where it stands.
type agendaEntry struct {
	id      negotiation.ParagraphID
	Address string
	// Says is where it stands, in few words.
	Says string
	// Now says that it is on the floor; Done that it needs no decision any more.
	Now, Done bool
}

// agendaPart is what part "session-agenda" shows: the same for all who see the same of
// the text.
type agendaPart struct {
	Base
	Agenda  []agendaEntry
	Decided int
	pages   *pages
}

// Rows are the paragraphs as the list shows them.
func (p agendaPart) Rows() (template.HTML, error) {
	return leavesOf(p.pages, "agenda-row", p.Base, p.Agenda)
}

func agendaOf(b Base, list []agendaEntry, pages *pages) agendaPart {
	p := agendaPart{Base: b, Agenda: list, pages: pages}
	for _, e := range list {
		if e.Done {
			p.Decided++
		}
	}
	return p
}

// Agenda lists the paragraphs in the order in which they are to be called.
func (p roomPart) Agenda() []agendaEntry {
	session := p.View.Session
	if session.Ended() {
		return nil
	}
	says := newStands(p)
	list := make([]agendaEntry, 0, len(session.Agenda))
	for _, id := range session.Agenda {
		if on, ok := p.sides.paragraph(id); ok {
			e := agendaEntry{id: id, Address: on.Address, Now: id == session.Floor.Paragraph}
			e.Says, e.Done = says.of(on)
			list = append(list, e)
		}
	}
	return list
}

// stands says where paragraphs stand, and looks for the words of each number once.
type stands struct {
	roomPart
	open map[int]string
}

func newStands(p roomPart) stands { return stands{p, map[int]string{}} }

func (s stands) of(on negotiation.ParagraphView) (says string, done bool) {
	last, settled := on.Settled()
	floor := s.View.Session.Floor
	open := s.sides.waiting(on.ID)
	switch {
	case floor.Holds(on.ID):
		return s.Status().Stage(), false
	case on.ID == floor.Paragraph && floor.ListFrozen():
		return s.T("stage." + string(negotiation.AtCalled)), false
	case on.ID == floor.Paragraph:
		return s.Status().Stage(), false
	case settled:
		return s.T("outcome." + string(last.Kind)), last.Kind.Closes()
	case on.Deleted:
		return s.T("text.deleted"), true
	case open == 0:
		return s.T("room.untouched"), false
	}
	if s.open[open] == "" {
		s.open[open] = s.N("text.proposals", open)
	}
	return s.open[open], false
}
