package web

import "plenary/negotiation"

// agendaEntry is a paragraph of the agenda and where it stands.
type agendaEntry struct {
	Address string
	// Says is where it stands, in few words.
	Says string
	// Now says that it is on the floor; Done that it needs no decision any more.
	Now, Done bool
}

// agendaPart is what part "room-agenda" shows, computed once: it is the same for all
// who see the same agenda, and knows of no seat.
type agendaPart struct {
	Base
	Agenda  []agendaEntry
	Decided int
}

func agendaOf(p roomPart) agendaPart {
	b := p.Base
	b.Seat = negotiation.Seat{}
	list := p.Agenda()
	return agendaPart{Base: b, Agenda: list, Decided: decided(list)}
}

// Agenda lists the paragraphs in the order in which they are to be called.
func (p roomPart) Agenda() []agendaEntry {
	var list []agendaEntry
	for _, id := range p.View.Session.Agenda {
		on, ok := p.sides.byID[id]
		if !ok || p.View.Session.Ended() {
			continue
		}
		e := agendaEntry{Address: on.Address, Now: id == p.View.Session.Floor.Paragraph}
		e.Says, e.Done = p.stands(on)
		list = append(list, e)
	}
	return list
}

// stands says where a paragraph stands.
func (p roomPart) stands(on negotiation.ParagraphView) (says string, done bool) {
	last, settled := on.Settled()
	open := len(p.sides.open(on.ID))
	switch {
	case p.View.Session.Floor.Holds(on.ID):
		return p.Status().Stage(), false
	case on.ID == p.View.Session.Floor.Paragraph && listFrozen(p.View.Session.Floor):
		return p.T("stage." + string(negotiation.AtCalled)), false
	case on.ID == p.View.Session.Floor.Paragraph:
		return p.Status().Stage(), false
	case settled:
		return p.T("outcome." + string(last.Kind)), last.Kind.Closes()
	case on.Deleted:
		return p.T("text.deleted"), true
	case open == 0:
		return p.T("room.untouched"), false
	}
	return p.N("text.proposals", open), false
}

// Decided counts the entries of the agenda that need no decision any more.
func (p roomPart) Decided() int { return decided(p.Agenda()) }

func decided(list []agendaEntry) (n int) {
	for _, e := range list {
		if e.Done {
			n++
		}
	}
	return n
}
