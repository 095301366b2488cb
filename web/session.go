package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/alexedwards/scs/v2"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// sessionLife is how long a sign-in lasts without a new invitation: a
// conference and the weeks of comments before it.
const sessionLife = 60 * 24 * time.Hour

// guestLife is how long the choice of a language is remembered for a visitor
// without a seat. It is short, because anybody may ask for such a session.
const guestLife = time.Hour

func newSessions(cfg Config) (*scs.SessionManager, error) {
	// Not scs.New: it starts a clean-up of its own memory that never ends.
	m := &scs.SessionManager{
		Store:            cfg.Sessions,
		Codec:            scs.GobCodec{},
		Lifetime:         sessionLife,
		HashTokenInStore: true,
		Cookie: scs.SessionCookie{Name: "plenary", Path: "/", Persist: true,
			HttpOnly: true, SameSite: http.SameSiteLaxMode},
	}
	if cfg.Origin != "" {
		u, err := url.Parse(cfg.Origin)
		if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") || strings.Trim(u.Path, "/") != "" {
			return nil, fmt.Errorf("origin %q is not of the form https://host", cfg.Origin)
		}
		if m.Cookie.Secure = u.Scheme == "https"; m.Cookie.Secure {
			m.Cookie.Name = "__Host-plenary"
		}
	}
	m.ErrorFunc = func(w http.ResponseWriter, r *http.Request, err error) {
		broken(cfg.Log, w, r, "session not kept", "error", err)
	}
	return m, nil
}

// visitor is who asks: their language, and the secret of an invitation where a
// script shows one instead of a cookie.
type visitor struct {
	tongue lang.Tongue
	bearer string
}

type visitorKey struct{}

// seated finds out who asks, for the handlers behind it.
func (s *Server) seated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		chosen := s.sessions.GetString(r.Context(), "language")
		if q := r.URL.Query().Get("lang"); q != "" {
			chosen = q
		}
		v := visitor{tongue: lang.Match(r.Header.Get("Accept-Language"), chosen)}
		if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
			v.bearer = bearer
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), visitorKey{}, v)))
	})
}

func visitorOf(ctx context.Context) visitor {
	v, _ := ctx.Value(visitorKey{}).(visitor)
	return v
}

// tongueOf is the language to answer r in, also where the visitor is not known
// yet and nothing is but what the request says of itself.
func tongueOf(r *http.Request) lang.Tongue {
	if v, ok := r.Context().Value(visitorKey{}).(visitor); ok {
		return v.tongue
	}
	return lang.Match(r.Header.Get("Accept-Language"), "")
}

// seatIn gives the seat that the visitor has in a negotiation, by session or by
// bearer token; a seat of role Public where they have none or it was closed.
func (s *Server) seatIn(ctx context.Context, id negotiation.NegotiationID) (negotiation.Seat, error) {
	public := negotiation.Seat{Role: negotiation.Public}
	seatID := negotiation.SeatID(s.sessions.GetString(ctx, seatKey(id)))
	if bearer := visitorOf(ctx).bearer; bearer != "" {
		inv, err := s.cfg.Secrets.Invitation(ctx, bearer, s.cfg.Clock())
		if err != nil {
			return public, err
		}
		if inv.Negotiation != id {
			return public, nil
		}
		seatID = inv.Seat
	}
	if seatID == "" || seatID == negotiation.SystemSeat {
		return public, nil
	}
	seat, ok, err := s.room.Seat(ctx, id, seatID)
	if err != nil || !ok {
		return public, err
	}
	return seat, nil
}

func seatKey(id negotiation.NegotiationID) string { return "seat:" + string(id) }

// signedIn reports whether the visitor's session has a seat anywhere.
func (s *Server) signedIn(ctx context.Context) bool {
	return slices.ContainsFunc(s.sessions.Keys(ctx), func(key string) bool { return strings.HasPrefix(key, seatKey("")) })
}

// sit puts the visitor on a seat. The token is renewed, so that one planted
// before the sign-in is worth nothing after it.
func (s *Server) sit(ctx context.Context, id negotiation.NegotiationID, seat negotiation.SeatID) error {
	if err := s.sessions.RenewToken(ctx); err != nil {
		return fmt.Errorf("renew session: %w", err)
	}
	s.sessions.Put(ctx, seatKey(id), string(seat))
	return nil
}

// here is what a handler of a negotiation's page starts from.
type here struct {
	Base
	View negotiation.View
}

// enter gives the negotiation that r is about, as its reader may see it. The
// public of one that is not public is asked to sign in.
func (s *Server) enter(r *http.Request) (here, error) {
	id := negotiation.NegotiationID(r.PathValue("id"))
	seat, err := s.seatIn(r.Context(), id)
	if err != nil {
		return here{}, err
	}
	v, err := s.room.View(r.Context(), id, seat.Audience())
	if err != nil {
		return here{}, err
	}
	if !v.Readable {
		return here{}, errNotSignedIn
	}
	epoch, err := s.room.Epoch(r.Context(), id)
	if err != nil {
		return here{}, err
	}
	b := s.base(r)
	b.Seat = seat
	b.Negotiation = headingOf(v, epoch)
	b.Done = s.sessions.PopString(r.Context(), "done")
	return here{Base: b, View: v}, nil
}

// sits refuses whoever does not sit here, and a seat without the right to an act.
func (h here) sits(right bool, act string) error {
	switch {
	case h.Seat.ID == "":
		return errNotSignedIn
	case !right:
		return negotiation.Refuse(negotiation.NotAllowed, "role", h.Seat.Role, "act", act)
	}
	return nil
}

func headingOf(v negotiation.View, epoch string) *Heading {
	return &Heading{ID: v.ID, Title: v.Title, Language: v.Language, Seq: v.Seq, Epoch: epoch, Window: v.Window, Draft: len(v.Paragraphs) > 0,
		Session: v.Session.Number > 0}
}

// base is the Base of a page that is about no negotiation.
func (s *Server) base(r *http.Request) Base {
	return Base{
		Tongue: visitorOf(r.Context()).tongue,
		Path:   r.URL.RequestURI(),
		Now:    s.cfg.Clock(),
		Seat:   negotiation.Seat{Role: negotiation.Public},
	}
}
