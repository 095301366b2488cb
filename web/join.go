package web

import (
	"net/http"
	"strings"

	"plenary/negotiation"
)

// joinPage asks before it signs in: mail programs open links to look at them,
// and a look must not sit anybody down.
type joinPage struct {
	Base
	Delegation negotiation.Delegation
	Role       negotiation.Role
	About      string
}

func (s *Server) getJoin(w http.ResponseWriter, r *http.Request) error {
	inv, seat, err := s.invited(r)
	if err != nil {
		return err
	}
	v, err := s.room.View(r.Context(), inv.Negotiation, seat.Audience())
	if err != nil {
		return err
	}
	p := joinPage{Base: s.base(r), Delegation: seat.Delegation, Role: seat.Role, About: v.Title}
	p.Title = p.T("join.title")
	// The address is a secret: it must not travel to the next page's server log.
	w.Header().Set("Referrer-Policy", "no-referrer")
	s.pages.render(w, r, http.StatusOK, "join", p, s.log)
	return nil
}

func (s *Server) postJoin(w http.ResponseWriter, r *http.Request) error {
	inv, seat, err := s.invited(r)
	if err != nil {
		return err
	}
	if err := s.sit(r.Context(), inv.Negotiation, seat.ID); err != nil {
		return err
	}
	http.Redirect(w, r, "/n/"+string(inv.Negotiation), http.StatusSeeOther)
	return nil
}

// invited gives what the link in r invites to.
func (s *Server) invited(r *http.Request) (negotiation.Invitation, negotiation.Seat, error) {
	inv, err := s.cfg.Secrets.Invitation(r.Context(), r.PathValue("token"), s.cfg.Clock())
	if err != nil {
		return inv, negotiation.Seat{}, err
	}
	seat, ok, err := s.room.Seat(r.Context(), inv.Negotiation, inv.Seat)
	if err == nil && !ok {
		err = negotiation.Refuse(negotiation.UnknownSeat, "seat", inv.Seat)
	}
	return inv, seat, err
}

func (s *Server) postSignOut(w http.ResponseWriter, r *http.Request) error {
	if err := s.sessions.Destroy(r.Context()); err != nil {
		return err
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// postLanguage keeps the language that the reader chose and goes back.
func (s *Server) postLanguage(w http.ResponseWriter, r *http.Request) error {
	s.sessions.Put(r.Context(), "language", r.PostFormValue("language"))
	back := r.PostFormValue("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.ContainsAny(back, "\\\r\n") {
		back = "/" // never away from here
	}
	http.Redirect(w, r, back, http.StatusSeeOther)
	return nil
}
