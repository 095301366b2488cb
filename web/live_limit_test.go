package web

import (
	"bufio"
	"bytes"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"

	"plenary/negotiation"
	"plenary/web/fanout"
)

func TestHandshakesAtWorkAreBounded(t *testing.T) {
	s := atTheDoor(t)
	s.live.door.wait = 0
	for range maxAtDoor {
		if !s.live.door.enter(t.Context()) {
			t.Fatal("refused below the limit")
		}
	}
	if w := knock(s, "", "192.0.2.1:7", nil); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("one too many: status %d, Retry-After %q; want 503 with one", w.Code, w.Header().Get("Retry-After"))
	}
	s.live.door.leave()
	// Whom the door lets in is told that this is no websocket.
	for range 3 {
		if w := knock(s, "", "192.0.2.1:7", nil); w.Code != http.StatusBadRequest {
			t.Errorf("one less: status %d, want 400", w.Code)
		}
	}
}

func TestWhoeverWaitsAtTheDoorIsLetInWhenThereIsRoom(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDoor()
		for range maxAtDoor {
			d.enter(t.Context())
		}
		time.AfterFunc(time.Second, d.leave)
		begin := time.Now()
		if !d.enter(t.Context()) || time.Since(begin) != time.Second {
			t.Errorf("let in after %s, want 1s", time.Since(begin))
		}
		if d.enter(t.Context()) || time.Since(begin) != time.Second+atDoor {
			t.Errorf("refused after %s, want %s", time.Since(begin), time.Second+atDoor)
		}
	})
}

// alone is a stream of n1 that has just been opened, and what is sent to it.
func alone(t *testing.T, s *Server, p *presence) (*conn, *bufio.Reader) {
	t.Helper()
	here, there := net.Pipe()
	f := someFeed(t, s, roomForm, negotiation.View{ID: "n1", Seq: 1})
	c := &conn{live: s.live, id: "n1", feed: f, line: line{wire: streamWire}, few: rate.NewLimiter(rate.Inf, 0), presence: p}
	c.client = fanout.New(s.live.due).Client(here, s.live.ways[streamWire], c) // one of the bubble
	t.Cleanup(func() {
		_ = there.Close()
		c.client.Leave(true)
	})
	return c, bufio.NewReader(there)
}

// At a freeze every screen says at once that it has the text: the Chair is told of all
// of them before the gavel, whoever else is talking.
func TestAHallThatSpeaksAtOnceIsHeardWhole(t *testing.T) {
	s := atTheDoor(t)
	b, hash, hall := s.board("n1"), strings.Repeat("a1", 32), 500
	said := []byte(`{"type":"seen","hash":"` + hash + `"}`)
	for range hall {
		c, _ := alone(t, s, b.enter(negotiation.Seat{}))
		if err := c.understood(said); err != nil {
			t.Fatal(err)
		}
	}
	if screens, _ := b.seen(hash); screens != hall {
		t.Errorf("the text is on %d screens, want %d", screens, hall)
	}
}

func TestAFloodIsNoneOfTheLog(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		l := newLedger(slog.New(slog.NewTextHandler(&b, nil)), linesPerSecond, linesAtOnce)
		for range 1000 {
			l.note("live connection closed", "code", closeTooMuch)
		}
		if got := strings.Count(b.String(), "\n"); got != linesAtOnce {
			t.Errorf("%d lines of a thousand, want %d", got, linesAtOnce)
		}
		time.Sleep(time.Second)
		l.note("live connection closed", "code", closeTooMuch)
		lines := strings.Split(strings.TrimSpace(b.String()), "\n")
		if got, want := lines[len(lines)-1], "untold=950"; !strings.Contains(got, want) {
			t.Errorf("the next line is %q, want %s in it", got, want)
		}
	})
}
