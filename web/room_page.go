package web

import (
	"net/http"

	"plenary/negotiation"
)

// roomPage is the room of a delegate; observers, the public, the Secretariat and
// the Chair read it.
type roomPage struct {
	roomPart
	Presence presencePart
	Typing   typingPart
}

// roomPart is what the regions of the room are made of: parts "room-status",
// "room-frozen", "room-text", "room-speakers" and "room-agenda". But for what one
// reader has typed it depends on the audience, the right to table and the language
// only.
type roomPart struct {
	Base
	View  negotiation.View
	sides sides
	typed typed
}

func roomOf(b Base, s sides) roomPart { return roomPart{Base: b, View: s.View, sides: s} }

// roomParts names the regions in the order of the page; each has its name as id.
func roomParts() []string {
	return []string{"room-status", "room-frozen", "room-text", "room-speakers", "room-agenda"}
}

func (m *moment) roomRegions() ([]region, error) {
	part := roomOf(m.base, m.sides())
	return m.rendered(roomParts(), part)
}

// awayRegions is where the room is, for whoever reads the text.
func (m *moment) awayRegions() ([]region, error) {
	if m.view.Session.Number == 0 {
		return nil, nil
	}
	return m.rendered([]string{"room-line"}, sessionStatus(m.base, m.view))
}

func (s *Server) getRoom(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	h.Here, h.Part, h.Shown, h.Title = "room", string(roomForm), shownAs(r), h.T("room.title")
	p := roomPage{roomPart: roomOf(h.Base, s.board(h.View.ID).looks.sight(h.View).sides())}
	p.typed = typed
	beside := s.board(h.View.ID)
	p.Presence, p.Typing = beside.presenceFor(h.Base, h.View, roomForm), beside.typingFor(h.Base, h.View, roomForm)
	s.pages.render(w, r, typed.Status(), "room", p, s.log)
	return nil
}

// Status, Frozen and Speakers are the shared parts of those names.
func (p roomPart) Status() sessionStatusPart { return sessionStatus(p.Base, p.View) }

func (p roomPart) Frozen() sessionFrozenPart { return sessionFrozen(p.Base, p.View) }

func (p roomPart) Speakers() sessionSpeakersPart { return sessionSpeakers(p.Base, p.View) }

// Text is what is on the floor, with the forms to take a position on each.
func (p roomPart) Text() sessionTextPart {
	text := floorText(p.Base, p.sides)
	if text.ID == "" || !p.takesPart() {
		return text
	}
	text.Form = p.positionOn(positionTarget{Paragraph: &text.ParagraphView}, p.typed)
	for i := range text.Columns {
		c := &text.Columns[i]
		c.Form = p.positionOn(positionTarget{Proposal: &c.ProposalView}, p.typed)
	}
	return text
}

// takesPart reports whether the reader is of a delegation that may object and take
// positions.
func (p roomPart) takesPart() bool {
	return p.Seat.Role == negotiation.Delegate && p.Seat.MayTable && p.Seat.Delegation != ""
}

func (p roomPart) positionOn(t positionTarget, typed typed) *positionForm {
	return positionFormOf(p.Base, p.View, t, string(roomForm), typed)
}

// Propose is the address of the form for a proposal from the floor, or empty.
func (p roomPart) Propose() string {
	floor := p.View.Session.Floor
	on, ok := p.View.Paragraph(string(floor.Paragraph))
	if _, settled := on.Settled(); !ok || settled || !p.takesPart() || !p.View.Session.Running() || floor.Holds(on.ID) {
		return ""
	}
	return "/n/" + string(p.View.ID) + "/p/" + on.Address + "/propose"
}
