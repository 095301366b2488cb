package web

import (
	"net/http"
	"sync"
)

// consolePage is the Chair's console: all that the Chair decides, on one screen.
type consolePage struct {
	consolePart
	besidePart
}

// consolePart is what the regions of the console are made of: see consoleParts. But
// for what one reader has typed it depends on the audience and the language only.
type consolePart struct {
	roomPart
	agenda func() consoleAgenda
}

func consoleOf(room roomPart) consolePart {
	p := consolePart{roomPart: room}
	p.agenda = sync.OnceValue(p.newAgenda)
	return p
}

// consoleParts names the regions in the order of the page; each has its name as id.
func consoleParts() []string {
	return []string{"chair-status", "chair-agenda", "chair-decide", "chair-text", "chair-gavel", "chair-speakers", "chair-more"}
}

func (m *moment) consoleRegions() ([]region, error) {
	if !m.base.Seat.Role.Decides() {
		return nil, nil
	}
	part := consoleOf(m.room())
	return m.rendered(consoleParts(), part)
}

func (s *Server) getConsole(w http.ResponseWriter, r *http.Request) error {
	h, typed, err := s.enterRoom(r)
	if err != nil {
		return err
	}
	if err := h.sits(h.Seat.Role.Decides(), "run"); err != nil {
		return err
	}
	h.Here, h.Part, h.Shown, h.Title = "console", string(consoleForm), shownAs(r), h.T("chair.title")
	p := consolePage{consoleOf(s.roomOf(h, typed)), s.board(h.View.ID).parts(h.Base, h.View, consoleForm)}
	s.pages.render(w, r, typed.Status(), "session-chair", p, s.log)
	return nil
}

// Progress says how far the meeting has come.
func (p consolePart) Progress() string {
	says := p.sides.report().Says()
	return p.T(says.Key, says.With...)
}

// Typed is what was typed into a field of the form of an act that was refused.
func (p consolePart) Typed(act, field string) string { return p.typed.Value(act, field) }

// Zone is that of the local times in the forms.
func (p consolePart) Zone() string { return p.zone().String() }

// onFloor makes a form of an act that decides on what is on the floor.
func (p consolePart) onFloor(name, label, press string, fields ...roomField) consoleAct {
	floor := p.View.Session.Floor
	return consoleAct{p.act(name, label, press, floor.Seq, append(fields, roomField{"floor", number10(floor.Seq)})...), ""}
}

// ofSession makes a form of another act of the session.
func (p consolePart) ofSession(name, label, press string, fields ...roomField) consoleAct {
	return consoleAct{p.act(name, label, press, p.View.Session.Moved, fields...), ""}
}

// consoleAct is a form of the console with one button.
type consoleAct struct {
	roomAct
	// Named stands on the button instead of the words of Label, where these have a place.
	Named string
}

// named gives the act with words on its button that say what it is about.
func (a consoleAct) named(pairs ...any) consoleAct {
	a.Named = a.T(a.Label, pairs...)
	return a
}
