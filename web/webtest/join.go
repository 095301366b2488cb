package webtest

import (
	"net/http"
	"net/http/cookiejar"
	"time"

	"plenary/negotiation"
	"plenary/store"
)

// Bearer invites a seat and gives the secret of the invitation, which a script
// shows as a bearer token. Each call gives another one.
func (h *House) Bearer(seat negotiation.SeatID) string {
	h.t.Helper()
	secret := store.NewSecret()
	now := h.Clock.Now()
	inv := negotiation.Invitation{Negotiation: ID, Seat: seat, Created: now, Expires: now.Add(24 * time.Hour)}
	if err := h.Store.AddInvitation(h.t.Context(), secret, inv); err != nil {
		h.t.Fatalf("invite %s: %v", seat, err)
	}
	return secret
}

// Link invites a seat and gives the address that signs it in.
func (h *House) Link(seat negotiation.SeatID) string {
	h.t.Helper()
	return h.Server.URL + "/join/" + h.Bearer(seat)
}

// Join signs a seat in, as a browser does: the client holds its cookie.
func (h *House) Join(seat negotiation.SeatID) *http.Client {
	h.t.Helper()
	c := h.Visitor()
	follow := c.CheckRedirect
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	res, err := c.Post(h.Link(seat), "application/x-www-form-urlencoded", nil)
	if err != nil {
		h.t.Fatalf("join %s: %v", seat, err)
	}
	if err := res.Body.Close(); err != nil {
		h.t.Fatalf("join %s: %v", seat, err)
	}
	if res.StatusCode != http.StatusSeeOther {
		h.t.Fatalf("join %s: %s, want 303", seat, res.Status)
	}
	c.CheckRedirect = follow
	return c
}

// Visitor gives a client that keeps cookies and has no seat.
func (h *House) Visitor() *http.Client {
	h.t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		h.t.Fatalf("open a cookie jar: %v", err)
	}
	return &http.Client{Jar: jar, Transport: h.Server.Client().Transport}
}

// URL gives the address of a page of the negotiation: URL("/desk").
func (h *House) URL(path string) string { return h.Server.URL + "/n/" + string(ID) + path }
