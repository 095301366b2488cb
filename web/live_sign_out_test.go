package web_test

import (
	"net/http"
	"net/url"
	"testing"

	"github.com/gorilla/websocket"

	"plenary/web/webtest"
)

// Whoever signs out may leave the computer to somebody else, with other windows open:
// nothing that is recorded after that is for them.
func TestWhoSignsOutIsSentNothingMoreInAnyWindow(t *testing.T) {
	h := openLive(t)
	leaves, stays := h.Join(webtest.Mexico), h.Join(webtest.Mexico)
	window, other := h.open(t, tried{client: leaves}), h.open(t, tried{client: leaves, query: "part=room"})
	stream := h.streamAs(t, "", "", cookies(t, h, leaves))
	elsewhere, script := h.open(t, tried{client: stays}), h.open(t, tried{client: leaves, header: bearer(h.Bearer(webtest.Mexico))})
	for _, r := range []*reader{window, other, elsewhere, script} {
		r.hello()
	}
	stream.next()
	res, err := leaves.Post("http://"+h.address+"/sign-out", "application/x-www-form-urlencoded", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := res.Body.Close(); err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("signed out with %s, %v", res.Status, err)
	}
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	for name, r := range map[string]*reader{"the window": window, "another window": other} {
		if m, err := r.read(); !websocket.IsCloseError(err, 4100) {
			t.Errorf("%s got a change to %d, %v; want to be closed with 4100", name, m.Seq, err)
		}
	}
	for name, r := range map[string]*reader{"another session of the seat": elsewhere, "a script with a bearer": script} {
		if m, err := r.read(); err != nil || m.addresses() != "2.a" {
			t.Errorf("%s got a change on %q, %v; want that on 2.a", name, m.addresses(), err)
		}
	}
	if got := stream.closing(); got != 4100 {
		t.Errorf("the stream was closed with %d, want 4100", got)
	}
}

// cookies gives what a client shows of its session, for a request without it.
func cookies(t testing.TB, h *liveHouse, c *http.Client) http.Header {
	t.Helper()
	at, err := url.Parse("http://" + h.address)
	if err != nil {
		t.Fatal(err)
	}
	r := http.Request{Header: http.Header{}}
	for _, cookie := range c.Jar.Cookies(at) {
		r.AddCookie(cookie)
	}
	return r.Header
}
