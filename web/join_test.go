package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestALinkSignsInOnlyWhenAsked(t *testing.T) {
	h := webtest.New(t)
	guest := desk{t, h, h.Visitor()}
	door := guest.answer(guest.client.Get(h.Link(webtest.Mexico))).wants(200, "You have been invited to “"+webtest.Title+"”.", "You sit as delegate for MEXICO.")
	if got := door.Header.Get("Referrer-Policy"); got != "no-referrer" {
		t.Errorf("Referrer-Policy is %q", got)
	}
	guest.open("").wants(403)
	if page := door.press("Enter").wants(200, "Signed in: delegate, MEXICO"); page.Path != "/n/bridgetown" {
		t.Errorf("entered at %s", page.Path)
	}
	guest.answer(guest.client.Get(h.Link(webtest.Chair))).wants(200, "You sit as Chair.", "You are signed in to another seat (delegate).")
}

func TestABadLinkOpensNothing(t *testing.T) {
	h := webtest.New(t)
	guest := desk{t, h, h.Visitor()}
	guest.front("/join/"+strings.Repeat("x", 52)).wants(404, "This link is not known here.")
	old := h.Link(webtest.Mexico)
	h.Clock.Advance(48 * time.Hour)
	guest.answer(guest.client.Get(old)).wants(410, "This link has expired.")
	guest.answer(guest.client.PostForm(old, nil)).wants(410)
	closed := h.Link(webtest.Peru)
	h.Do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Peru})
	guest.answer(guest.client.Get(closed)).wants(404, "has been closed")
}

func TestSigningOutEndsTheSession(t *testing.T) {
	h := webtest.New(t)
	mexico := sitAt(t, h, webtest.Mexico)
	mexico.open("").press("Sign out").wants(200, "You are signed out.").lacks(webtest.Title)
	mexico.open("").wants(403, "You are not signed in")
}

func TestTheChosenLanguageIsKeptAndLeadsBack(t *testing.T) {
	mexico := sitAt(t, webtest.New(t), webtest.Mexico)
	page := mexico.open("?show=contested&lang=pt").press("Français").wants(200)
	if page.Path != "/n/bridgetown?show=contested" || !strings.Contains(page.Body, `<html lang="fr" dir="ltr">`) {
		t.Errorf("led to %s", page.Path)
	}
	mexico.open("/p/1").wants(200, "Paragraphe 1")
}

func TestTheLanguageFormNeverLeadsAway(t *testing.T) {
	h := webtest.New(t)
	c := h.Visitor()
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	for _, back := range []string{"", "x", "//evil.example", "https://evil.example/", `/\evil.example`, "/\t/evil.example", "/%2F/../..//evil", "javascript:alert(1)"} {
		res, err := c.PostForm(h.Server.URL+"/language", url.Values{"language": {"es"}, "back": {back}})
		if err != nil {
			t.Fatal(err)
		}
		res.Body.Close()
		to, err := url.Parse(h.Server.URL)
		if err == nil {
			to, err = to.Parse(res.Header.Get("Location"))
		}
		if err != nil || res.StatusCode != http.StatusSeeOther || "http://"+to.Host != h.Server.URL {
			t.Errorf("back to %q leads to %q: %v", back, res.Header.Get("Location"), err)
		}
	}
}

// sessionsOf counts the sessions that are kept.
func sessionsOf(t testing.TB, h *webtest.House) int {
	t.Helper()
	all, err := h.Store.Sessions().AllCtx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return len(all)
}

// lifeGiven is for how long an answer asks the browser to keep its cookie.
func lifeGiven(t testing.TB, c *http.Client, address string, fields url.Values) time.Duration {
	t.Helper()
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	res, err := c.PostForm(address, fields)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	for _, cookie := range res.Cookies() {
		return time.Duration(cookie.MaxAge) * time.Second
	}
	return 0
}

func TestWhoeverHasNoSeatIsForgottenSoon(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	guest := h.Visitor()
	french := url.Values{"language": {"fr"}, "back": {"/"}}
	if got := lifeGiven(t, guest, h.Server.URL+"/language", french); got <= 0 || got > time.Hour+time.Minute {
		t.Errorf("a guest's session lasts %v, want an hour", got)
	}
	if got := lifeGiven(t, guest, h.Link(webtest.Mexico), nil); got < 59*24*time.Hour {
		t.Errorf("after signing in it lasts %v, want 60 days", got)
	}
	if got := lifeGiven(t, guest, h.Server.URL+"/language", french); got < 59*24*time.Hour {
		t.Errorf("after the choice of a language it lasts %v, want 60 days", got)
	}
}

func TestSigningOutWithoutASeatKeepsNothing(t *testing.T) {
	h := webtest.New(t)
	desk{t, h, h.Visitor()}.post("/sign-out", urlencoded, "").wants(200, "You are signed out.")
	if n := sessionsOf(t, h); n != 0 {
		t.Errorf("%d sessions are kept", n)
	}
	sitAt(t, h, webtest.Mexico).front("/?signed-out").wants(200, webtest.Title).lacks("You are signed out.")
}

func TestOneAddressMakesABoundedNumberOfSessions(t *testing.T) {
	h := webtest.New(t)
	before := h.Join(webtest.Mexico)
	refused := 0
	for range 200 {
		guest := desk{t, h, h.Visitor()}
		if guest.post("/language", urlencoded, "language=fr&back=/nowhere").Code == http.StatusTooManyRequests {
			refused++
		}
	}
	if n := sessionsOf(t, h); n > 50 || refused < 150 {
		t.Errorf("%d sessions are kept and %d of 200 requests refused", n, refused)
	}
	desk{t, h, before}.post("/language", urlencoded, "language=fr&back=/").wants(200)
	desk{t, h, h.Join(webtest.Peru)}.open("").wants(200) // the sign-ins of the same address go on
}
