package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// joinPage asks before it signs in: mail programs open links to look at them,
// and a look must not sit anybody down.
type joinPage struct {
	Base
	Delegation negotiation.Delegation
	Role       negotiation.Role
	About      string
	// Other is the role of the seat that the visitor would leave, if any.
	Other string
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
	now, err := s.seatIn(r.Context(), inv.Negotiation)
	if err != nil {
		return err
	}
	if now.ID != "" && now.ID != seat.ID {
		p.Other = p.T("role." + string(now.Role))
	}
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
	if errors.Is(err, negotiation.ErrNotFound) {
		err = errUnknownLink
	}
	if err != nil {
		return inv, negotiation.Seat{}, err
	}
	seat, ok, err := s.room.Seat(r.Context(), inv.Negotiation, inv.Seat)
	if err == nil && !ok {
		err = negotiation.Refuse(negotiation.UnknownSeat, "seat", inv.Seat)
	}
	return inv, seat, err
}

// postSignOut ends the session, and what is open on it in any window. What is said
// afterwards stands in the address, because there is no session any more to keep it in.
func (s *Server) postSignOut(w http.ResponseWriter, r *http.Request) error {
	if cookie := s.sessions.Token(r.Context()); cookie != "" {
		if err := s.sessions.Destroy(r.Context()); err != nil {
			return fmt.Errorf("end session: %w", err)
		}
		s.live.signOut(cookie)
	}
	http.Redirect(w, r, "/?signed-out", http.StatusSeeOther)
	return nil
}

// postLanguage keeps the language that the reader chose and goes back.
func (s *Server) postLanguage(w http.ResponseWriter, r *http.Request) error {
	language := r.PostFormValue("language")
	if !slices.Contains(lang.Tags(), language) {
		return negotiation.Refuse(negotiation.BadValue, "field", "language", "value", extract(language))
	}
	s.sessions.Put(r.Context(), "language", language)
	if !s.signedIn(r.Context()) {
		s.sessions.SetDeadline(r.Context(), time.Now().Add(guestLife).UTC()) // the sessions' own clock
	}
	http.Redirect(w, r, backTo(r.PostFormValue("back")), http.StatusSeeOther)
	return nil
}

// backTo gives an address of ours to go back to, and the front page for any
// other: never away from here [CWE-601]. A language in it would undo the choice.
func backTo(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(u.Path, "/") ||
		strings.HasPrefix(u.Path, "//") || strings.ContainsAny(address, "\\\r\n") {
		return "/"
	}
	q := u.Query()
	q.Del("lang")
	u.RawQuery = q.Encode()
	return u.String()
}
