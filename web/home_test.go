package web_test

import (
	"bytes"
	"context"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web"
	"plenary/web/webtest"
)

// front reads a page outside the negotiation.
func (d desk) front(path string) sheet {
	d.t.Helper()
	return d.answer(d.client.Get(d.house.Server.URL + path))
}

func TestTheFrontPageListsWhatOneMayRead(t *testing.T) {
	h := webtest.New(t)
	h.Table(webtest.Mexico, amend("p3", "Establish."))
	mexico := sitAt(t, h, webtest.Mexico)
	page := mexico.front("/").wants(200, webtest.Title, "11 paragraphs · 1 proposal · Open for proposals", "Signed in: delegate, MEXICO")
	if got := page.link(webtest.Title); got != "/n/bridgetown" {
		t.Errorf("the negotiation leads to %s", got)
	}
	stranger := desk{t, h, h.Visitor()}
	stranger.front("/").wants(200, "There is no negotiation here that you may read.").lacks(webtest.Title)
	stranger.open("").wants(403, "Please sign in", "You are not signed in")
}

func TestTheFrontPageSaysUntilWhenOneMayTable(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	stranger := desk{t, h, h.Visitor()}
	cutoff := h.Clock.Now().Add(time.Hour)
	for _, c := range []struct {
		do   negotiation.Command
		pass time.Duration
		want string
	}{
		{negotiation.OpenComments{CutOff: cutoff, Zone: "America/New_York"}, 0, "Open for proposals until 16 October 2017, 11:00 (America/New_York, UTC−04:00) · Public"},
		{negotiation.OpenComments{CutOff: cutoff}, 2 * time.Hour, "Open for proposals · Public"},
		{negotiation.OpenComments{CutOff: cutoff, Late: negotiation.RefuseLate}, 0, "Closed for proposals"},
		{negotiation.CloseComments{}, 0, "Closed for proposals"},
	} {
		h.Do(webtest.Secretariat, c.do)
		h.Clock.Advance(c.pass)
		stranger.front("/").wants(200, c.want)
	}
}

func TestAPublicNegotiationIsReadWithoutASeat(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	desk{t, h, h.Visitor()}.open("").wants(200, webtest.Title).lacks("Sign out", "My proposals", "Signed in")
}

// damaged is a journal with one more negotiation, which cannot be read.
type damaged struct{ *store.Memory }

func (d damaged) Negotiations(ctx context.Context) ([]negotiation.NegotiationID, error) {
	list, err := d.Memory.Negotiations(ctx)
	return append([]negotiation.NegotiationID{"ashes"}, list...), err
}

func (d damaged) Read(ctx context.Context, id negotiation.NegotiationID, after negotiation.Seq) iter.Seq2[negotiation.Entry, error] {
	if id != "ashes" {
		return d.Memory.Read(ctx, id, after)
	}
	return func(yield func(negotiation.Entry, error) bool) {
		yield(negotiation.Entry{}, &store.CorruptError{Negotiation: id, Seq: 1, Reason: "burnt"})
	}
}

func TestTheFrontPageShowsTheOthersWhereOneCannotBeRead(t *testing.T) {
	h := webtest.New(t, webtest.Public())
	var logged bytes.Buffer
	s, err := web.New(web.Config{Room: room.New(damaged{h.Store}, h.Clock.Now), Secrets: h.Store, Sessions: h.Store.Sessions(),
		Log: slog.New(slog.NewTextHandler(&logged, nil)), Clock: h.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	answer := func(r *http.Request) *httptest.ResponseRecorder {
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	front := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil)
	if w := answer(front); w.Code != 200 || !strings.Contains(w.Body.String(), webtest.Title) || strings.Contains(w.Body.String(), "ashes") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	if n := strings.Count(logged.String(), "level=ERROR"); n != 1 || !strings.Contains(logged.String(), "burnt") {
		t.Errorf("logged %d times:\n%s", n, logged.String())
	}
	front.Header.Set("Authorization", "Bearer nobody's")
	if w := answer(front); w.Code != 404 {
		t.Errorf("with a token that is none: status %d, want 404", w.Code)
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if w := answer(httptest.NewRequestWithContext(gone, http.MethodGet, "/", nil)); w.Code < 400 || strings.Count(logged.String(), "level=ERROR") != 1 {
		t.Errorf("for a reader that has gone: status %d, logged\n%s", w.Code, logged.String())
	}
}
