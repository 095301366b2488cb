package web_test

import (
	"testing"
	"time"

	"plenary/negotiation"
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
