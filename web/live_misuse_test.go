package web_test

import (
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"plenary/web"
	"plenary/web/webtest"
)

// TestMisuseIsLoggedOnceForEachConnection closes the server before it reads the
// log: a connection is told why it is closed before that is written down.
func TestMisuseIsLoggedOnceForEachConnection(t *testing.T) {
	h := webtest.New(t)
	var log webtest.Logbook
	s, err := web.New(web.Config{Room: h.Room, Secrets: h.Store, Sessions: h.Store.Sessions(),
		Log: slog.New(slog.NewTextHandler(&log, nil)), Clock: h.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	live := &liveHouse{House: h, address: l.Addr().String(), stop: serveOn(t, l, s)}
	t.Cleanup(live.stop)

	flood, garbled, well := live.as(t, webtest.Mexico, ""), live.as(t, webtest.Peru, ""), live.as(t, webtest.Observer, "")
	for _, r := range []*reader{flood, garbled, well} {
		r.hello()
	}
	for range 200 {
		if flood.ws.WriteMessage(websocket.TextMessage, []byte(`{"type":"typing"}`)) != nil {
			break // it has been closed meanwhile
		}
	}
	if err := garbled.ws.WriteMessage(websocket.TextMessage, []byte("hello")); err != nil {
		t.Fatal(err)
	}
	if a, b := flood.closing(), garbled.closing(); a != 4102 || b != 4103 {
		t.Errorf("closed with %d and %d, want 4102 and 4103", a, b)
	}
	_, res, err := live.try(tried{header: http.Header{"Origin": {"https://evil.example"}}})
	if err == nil || res.StatusCode != http.StatusForbidden {
		t.Errorf("a foreign page: %v (%v), want 403", err, res)
	}
	live.stop()

	for _, want := range []string{"seat=mexico address=127.0.0.1 code=4102", "seat=peru address=127.0.0.1 code=4103",
		fmt.Sprintf("path=/n/%s/live address=127.0.0.1 status=403", webtest.ID)} {
		if got := strings.Count(log.String(), want); got != 1 {
			t.Errorf("%d lines with %q, want 1 in:\n%s", got, want, log.String())
		}
	}
	if strings.Contains(log.String(), "seat=observer") {
		t.Errorf("who did nothing is in the log:\n%s", log.String())
	}
}
