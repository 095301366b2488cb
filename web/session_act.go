package web

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// postSessionAct takes one act of a session as a form: POST /n/{id}/session/{act},
// with the fields that the API has under the same names. Three more are the form's
// own: key, under which it happens once, back, the page to return to, and zone, in
// which its local times are. Whoever accepts JSON is answered as by the API; others
// go back to the page, or see it again with what they typed and why it was refused.
func (s *Server) postSessionAct(w http.ResponseWriter, r *http.Request) error {
	receipt, h, err := s.giveAct(r)
	if strings.Contains(r.Header.Get("Accept"), "application/json") {
		s.answerAct(w, r, h.Seat, receipt, err)
		return nil
	}
	page, known := s.pageBehind(r.PostForm.Get("back"))
	_, refused := negotiation.Refused(err)
	switch {
	case err == nil && known:
		return s.done(w, r, "/n/"+string(h.View.ID)+page.path, h.T("paragraph.done"))
	case err == nil:
		return s.done(w, r, "/n/"+string(h.View.ID)+"/session", h.T("paragraph.done"))
	case refused && known && h.View.Readable:
		return page.show(w, again(r, h, page.path, err))
	}
	return err
}

// giveAct gives the command of a form. What it found out about the reader comes back
// with a refusal as well.
func (s *Server) giveAct(r *http.Request) (room.Receipt, here, error) {
	h, err := s.enter(r)
	if err != nil {
		return room.Receipt{}, here{}, err
	}
	for _, a := range sessionActs() {
		if a.name != r.PathValue("act") {
			continue
		}
		c, err := a.fromForm(s.sceneOf(h), r.PostForm)
		if err != nil {
			return room.Receipt{}, h, err
		}
		receipt, err := s.submit(r.Context(), h.View.ID, h.Seat, r.PostForm.Get("key"), c)
		return receipt, h, err
	}
	return room.Receipt{}, h, errNoPage
}

// answerAct answers a script as the API does.
func (s *Server) answerAct(w http.ResponseWriter, r *http.Request, seat negotiation.Seat, receipt room.Receipt, err error) {
	w.Header().Set("Cache-Control", "no-store")
	if err != nil {
		writeProblem(w, s.problemOf(r.Context(), seat, err))
		return
	}
	body, _ := receiptFor(receipt, nil)
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(body) // the reader has gone: nobody is left to tell
}

// backPage is a page that a form of the room returns to.
type backPage struct {
	path string // below that of the negotiation
	show func(http.ResponseWriter, *http.Request) error
}

func (s *Server) pageBehind(name string) (backPage, bool) {
	if p, ok := s.textBehind(name); ok {
		return p, true
	}
	p, ok := map[string]backPage{
		"room":      {"/session", s.getRoom},
		"chair":     {"/session/chair", s.getConsole},
		"pen":       {"/session/pen", s.getPen},
		"positions": {"/session/positions", s.getPositions},
	}[name]
	return p, ok
}

// typed is what was typed into a form of the room that was refused; its zero value
// is that of a page which is shown without such.
type typed struct {
	act      string
	values   url.Values
	sentence string
	status   int
}

type typedKey struct{}

// again is the request for a page on which a refused form is to be shown again.
func again(r *http.Request, h here, path string, refusal error) *http.Request {
	t := typed{act: r.PathValue("act"), values: r.PostForm, sentence: h.Sentence(refusal, ""), status: status(refusal)}
	r = r.WithContext(context.WithValue(r.Context(), typedKey{}, t))
	r.URL = &url.URL{Path: "/n/" + string(h.View.ID) + path}
	return r
}

// enterRoom is enter for the pages of the room: it also gives what was typed into a
// form that was refused, and says why on the page. The page is answered with the
// status of what was typed, and its form of that act has the values.
func (s *Server) enterRoom(r *http.Request) (here, typed, error) {
	h, err := s.enter(r)
	t, _ := r.Context().Value(typedKey{}).(typed)
	h.Refused = t.sentence
	return h, t, err
}

// Status is that to answer the page with.
func (t typed) Status() int {
	if t.status == 0 {
		return http.StatusOK
	}
	return t.status
}

// Has reports whether the refused form is that of an act, about what this field says.
func (t typed) Has(act, field, value string) bool {
	return t.act == act && t.values.Get(field) == value
}

// Value is what was typed into a field of the form of an act; empty for none.
func (t typed) Value(act, field string) string {
	if t.act != act {
		return ""
	}
	return t.values.Get(field)
}
