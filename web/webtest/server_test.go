package webtest_test

import (
	"net/http"
	"net/url"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestEverySeatOfAHouseCanSignIn(t *testing.T) {
	h := webtest.New(t)
	for _, seat := range webtest.Seats() {
		c := h.Join(seat.Seat.ID)
		if cookies := c.Jar.Cookies(mustURL(t, h.Server.URL)); len(cookies) != 1 {
			t.Errorf("%s holds %d cookies, want 1", seat.Seat.ID, len(cookies))
		}
	}
}

func TestAHouseHasItsDraftAndAnOpenWindow(t *testing.T) {
	h := webtest.New(t)
	v := h.View(webtest.Mexico)
	if got, want := len(v.Paragraphs), len(webtest.Draft().Paragraphs); got != want || !v.Window.Open {
		t.Fatalf("%d paragraphs, window open %t; want %d, true", got, v.Window.Open, want)
	}
	got := h.Table(webtest.Mexico, negotiation.Change{Kind: negotiation.Amend, Paragraph: "p3", Base: 1, Text: "Establish three working groups."})
	if got != "1" {
		t.Errorf("first proposal has number %q, want 1", got)
	}
}

func TestAHouseWithoutDraftHasSeatsOnly(t *testing.T) {
	h := webtest.New(t, webtest.WithoutDraft(), webtest.Public())
	v := h.View(webtest.Secretariat)
	if len(v.Paragraphs) != 0 || v.Window.Open || len(v.Seats) != len(webtest.Seats()) || !v.Public {
		t.Errorf("%d paragraphs, window open %t, %d seats, public %t", len(v.Paragraphs), v.Window.Open, len(v.Seats), v.Public)
	}
}

func TestTheServerOfAHouseAnswers(t *testing.T) {
	h := webtest.New(t)
	res, err := h.Visitor().Get(h.Server.URL + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		t.Errorf("healthz: %s", res.Status)
	}
}

func mustURL(t testing.TB, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
