package web_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"plenary/web/webtest"
)

type invitationBody struct {
	Link, Secret string
	Expires      time.Time
}

func TestASeatIsOpenedInvitedToAndClosedOverTheAPI(t *testing.T) {
	h := webtest.New(t)
	secretariat := h.Script(webtest.Secretariat)
	post(t, secretariat, "seats", object{"id": "ceatal", "role": "delegate", "delegation": "CEATAL", "kind": "body", "may_table": true, "name": "A. Delegate"}, http.StatusCreated)
	var list struct{ Seats []seatBody }
	h.Script(webtest.Chair).Get("seats").Into(http.StatusOK, &list)
	if got := list.Seats[0]; got != (seatBody{ID: "ceatal", Role: "delegate", Delegation: "CEATAL", MayTable: true, Name: "A. Delegate"}) {
		t.Errorf("first seat is %+v", got)
	}

	var inv invitationBody
	secretariat.Post("seats/ceatal/invitations", object{"valid_for": "2h"}).Into(http.StatusCreated, &inv)
	if inv.Link != h.Server.URL+"/join/"+inv.Secret || !inv.Expires.Equal(h.Clock.Now().Add(2*time.Hour)) {
		t.Errorf("invitation is %+v", inv)
	}
	guest := h.Stranger().With("Authorization", "Bearer "+inv.Secret)
	post(t, guest, "proposals", object{"changes": []object{{"kind": "comment", "text": "Thank you."}}}, http.StatusCreated)

	post(t, secretariat, "seats/ceatal/close", nil, http.StatusOK)
	if p := guest.Get("proposals").Problem(); p.Status < 400 || p.Status > 499 {
		t.Errorf("after the seat was closed: %d", p.Status)
	}
}

func TestANameThatCannotBeKeptOpensNoSeat(t *testing.T) {
	h := webtest.New(t)
	for name, code := range map[string]string{strings.Repeat("a", 101): "too-long", "a\nb": "bad-text"} {
		p := h.Script(webtest.Secretariat).Post("seats", object{"id": "new", "role": "observer", "name": name}).Problem()
		if p.Code != code || p.Details["field"] != "name" {
			t.Errorf("name %q: %s %v, want %s", name, p.Code, p.Details, code)
		}
	}
	if got, want := len(h.View(webtest.Secretariat).Seats), len(webtest.Seats()); got != want {
		t.Errorf("%d seats, want %d", got, want)
	}
}

func TestAnInvitationEndsWithItsTime(t *testing.T) {
	h := webtest.New(t)
	var inv invitationBody
	h.Script(webtest.Secretariat).Post("seats/peru/invitations", nil).Into(http.StatusCreated, &inv)
	guest := h.Stranger().With("Authorization", "Bearer "+inv.Secret)
	if got := guest.Get("proposals").Status; got != http.StatusOK {
		t.Fatalf("before: %d", got)
	}
	h.Clock.Set(inv.Expires)
	if p := guest.Get("proposals").Problem(); p.Status != http.StatusGone || p.Code != "expired" {
		t.Errorf("after: %d %s, want 410 expired", p.Status, p.Code)
	}
}

func TestAnInvitationUnderAKeyIsTheSameLink(t *testing.T) {
	h := webtest.New(t)
	secretariat := h.Script(webtest.Secretariat).With("Idempotency-Key", "k1")
	invite := func(s *webtest.Script, seat string) (inv invitationBody) {
		t.Helper()
		s.Post("seats/"+seat+"/invitations", object{"valid_for": "2h"}).Into(http.StatusCreated, &inv)
		return inv
	}
	first := invite(secretariat, "peru")
	h.Clock.Advance(time.Minute)
	if again := invite(secretariat, "peru"); again != first {
		t.Errorf("the same key gave %+v, then %+v", first, again)
	}
	for name, other := range map[string]invitationBody{
		"another seat":    invite(secretariat, "mexico"),
		"another key":     invite(secretariat.With("Idempotency-Key", "k2"), "peru"),
		"another sign-in": invite(h.Script(webtest.Secretariat).With("Idempotency-Key", "k1"), "peru"),
	} {
		if other.Secret == first.Secret {
			t.Errorf("%s gave the same secret", name)
		}
	}
	if p := secretariat.Post("seats/peru/invitations", object{"valid_for": "3h"}).Problem(); p.Status != http.StatusConflict || p.Code != "same-key" {
		t.Errorf("another time under the key: %d %s", p.Status, p.Code)
	}
}

func TestAnInvitationIsRefused(t *testing.T) {
	h := webtest.New(t)
	for _, tt := range []struct {
		name   string
		script *webtest.Script
		seat   string
		body   any
		status int
		code   string
	}{
		{"to a delegate", h.Script(webtest.Mexico), "peru", nil, 403, "not-allowed"},
		{"to the Chair", h.Script(webtest.Chair), "peru", nil, 403, "not-allowed"},
		{"for a seat that is none", h.Script(webtest.Secretariat), "nobody", nil, 404, "unknown-seat"},
		{"for the server's own seat", h.Script(webtest.Secretariat), "system", nil, 404, "unknown-seat"},
		{"for ever", h.Script(webtest.Secretariat), "peru", object{"valid_for": "90000h"}, 422, "bad-value"},
		{"for less than no time", h.Script(webtest.Secretariat), "peru", object{"valid_for": "-1h"}, 422, "bad-value"},
		{"for a time that is none", h.Script(webtest.Secretariat), "peru", object{"valid_for": strings.Repeat("x", 1000)}, 422, "bad-value"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if p := tt.script.Post("seats/"+tt.seat+"/invitations", tt.body).Problem(); p.Status != tt.status || p.Code != tt.code {
				t.Errorf("%d %s, want %d %s", p.Status, p.Code, tt.status, tt.code)
			}
		})
	}
}

func TestAnInvitationLeadsToTheAddressThatBrowsersSee(t *testing.T) {
	h := webtest.New(t, webtest.Origin("https://plenary.example.org"))
	var inv invitationBody
	h.Script(webtest.Secretariat).Post("seats/peru/invitations", nil).Into(http.StatusCreated, &inv)
	if want := "https://plenary.example.org/join/" + inv.Secret; inv.Link != want {
		t.Errorf("link is %q, want %q", inv.Link, want)
	}
}

func TestANegotiationIsDescribedOverTheAPI(t *testing.T) {
	h := webtest.New(t)
	secretariat := h.Script(webtest.Secretariat)
	post(t, secretariat.With("Idempotency-Key", "d1"), "description", object{"title": "Plan d’action", "language": "fr", "public": true}, http.StatusOK)
	var n negotiationBody
	h.Stranger().Get("/negotiations/bridgetown").Into(http.StatusOK, &n)
	if n.Title != "Plan d’action" || n.Language != "fr" || !n.Public {
		t.Errorf("a stranger reads %q in %q, public: %v", n.Title, n.Language, n.Public)
	}
	p := secretariat.Post("description", object{"title": "Plan", "language": "en"}).Problem()
	if p.Code != "empty" || p.Details["field"] != "public" {
		t.Errorf("without a word about the public: %s %v", p.Code, p.Details)
	}
	post(t, secretariat, "description", object{"title": "Plan d’action", "language": "fr", "public": false}, http.StatusOK)
	if p := h.Stranger().Get("/negotiations/bridgetown").Problem(); p.Code != "not-signed-in" {
		t.Errorf("after it was closed to the public: %s", p.Code)
	}
}
