package web

import (
	"html/template"
	"net/http"

	"plenary/negotiation"
)

// roomPage is the room of a delegate; observers, the public, the Secretariat and
// the Chair read it.
type roomPage struct {
	roomPart
	besidePart
	// Own is what the reader has answered to the roll call, where it has no delegation.
	Own *ownAnswer
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
	pages *pages
	// shared has what is the same for others who look at the same state; nil for a page,
	// which is of a later instant.
	shared *vista
}

func (s *Server) roomOf(h here, typed typed) roomPart {
	return roomPart{Base: h.Base, View: h.View, sides: s.board(h.View.ID).looks.sight(h.View).sides(), typed: typed, pages: s.pages}
}

func (m *moment) room() roomPart {
	return roomPart{Base: m.base, View: m.view, sides: m.sides(), pages: m.feed.live.server.pages, shared: m.vista}
}

// roomParts names the regions in the order of the page; each has its name as id.
func roomParts() []string {
	return []string{"room-status", "room-frozen", "room-text", "room-speakers", "room-agenda"}
}

func (m *moment) roomRegions() ([]region, error) {
	return m.rendered(roomParts(), m.room())
}

// textRegions are what stands beside the text: where the room is, how far it has come,
// and how much is open in each section.
func (m *moment) textRegions() ([]region, error) {
	away, err := m.awayRegions()
	if err != nil {
		return nil, err
	}
	if m.old.moved&ofText == 0 {
		for _, r := range m.old.regions {
			if aspectsOf(r.ID) == ofText {
				away = append(away, r.region)
			}
		}
		return away, nil
	}
	list, err := m.rendered([]string{"text-progress"}, m.placed().progress(m.base))
	if err != nil {
		return nil, err
	}
	for _, section := range m.placed().sections(m.base) {
		html, err := m.feed.live.server.pages.part("rail-count", section)
		if err != nil {
			return nil, err
		}
		list = append(list, region{section.CountID(), html})
	}
	return append(away, list...), nil
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
	own, err := s.ownAnswerOf(r.Context(), h)
	if err != nil {
		return err
	}
	p := roomPage{s.roomOf(h, typed), s.board(h.View.ID).parts(h.Base, h.View, roomForm), own}
	s.pages.render(w, r, typed.Status(), "room", p, s.log)
	return nil
}

// Status, Frozen and Speakers are the shared parts of those names.
func (p roomPart) Status() sessionStatusPart { return sessionStatus(p.Base, p.View) }

func (p roomPart) Frozen() sessionFrozenPart { return sessionFrozen(p.Base, p.View) }

func (p roomPart) Speakers() sessionSpeakersPart { return sessionSpeakers(p.Base, p.View) }

// part renders a part in which nothing is the reader's own, of what b says of them.
func (p roomPart) part(name string, of func(b Base) any) (string, error) {
	b := p.Base
	b.Seat = negotiation.Seat{Role: negotiation.Public}
	render := func() (string, error) { return p.pages.part(name, of(b)) }
	if p.shared == nil {
		return render()
	}
	return p.shared.once(name, p.Tongue, render)
}

// FrozenText is what is frozen, or what became of it.
func (p roomPart) FrozenText() (template.HTML, error) {
	html, err := p.part("session-frozen", func(b Base) any { return sessionFrozen(b, p.View) })
	return template.HTML(html), err
}

// FloorText is what is on the floor, with the forms to take a position on each.
func (p roomPart) FloorText() (template.HTML, error) {
	html, err := p.part("session-text", func(b Base) any { return floorText(b, p.sides) })
	if err != nil {
		return "", err
	}
	return fillSpots(html, p.positionAt)
}

// positionAt is the form to take a position at a spot of the text: on a proposal, or
// on the paragraph as it stands.
func (p roomPart) positionAt(spot string) (template.HTML, error) {
	var on positionTarget
	if paragraph, ok := p.sides.byID[negotiation.ParagraphID(spot)]; ok {
		on.Paragraph = paragraph
	} else if proposal, ok := p.View.Proposal(negotiation.ProposalID(spot)); ok {
		on.Proposal = &proposal
	}
	if !p.takesPart() || on == (positionTarget{}) {
		return "", nil
	}
	return p.pages.positionForm(positionFormOf(p.Base, p.View, on, string(roomForm), p.typed))
}

// Called is the address of the paragraph on the floor, or empty.
func (p roomPart) Called() string { return p.sides.address(p.View.Session.Floor.Paragraph) }

// AgendaList is the agenda.
func (p roomPart) AgendaList() (template.HTML, error) {
	html, err := p.part("session-agenda", func(b Base) any { return agendaOf(b, p.Agenda(), p.pages) })
	return template.HTML(html), err
}

// takesPart reports whether the reader is of a delegation that may object and take
// positions.
func (p roomPart) takesPart() bool {
	return p.Seat.Role == negotiation.Delegate && p.Seat.MayTable && p.Seat.Delegation != ""
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
