package rehearsal

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// plainly starts a plain broadcast in this process, for as long as the test.
func plainly(t *testing.T) (server *url.URL, feed io.Writer) {
	t.Helper()
	in, feedEnd := io.Pipe()
	lines, out := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Plain(in, out) }()
	t.Cleanup(func() {
		feedEnd.Close()
		if err := <-done; err != nil {
			t.Errorf("the plain broadcast ended with %v", err)
		}
	})
	line, err := bufio.NewReader(lines).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return address(t, strings.TrimSpace(line)), feedEnd
}

func address(t *testing.T, text string) *url.URL {
	t.Helper()
	u, err := url.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// eachKindOfLines runs a test on the lines of this system, and on those of all.
func eachKindOfLines(t *testing.T, test func(t *testing.T, gather func(aim, int) *crowd)) {
	for name, general := range map[string]bool{"of the system": false, "general": true} {
		t.Run(name, func(t *testing.T) {
			test(t, func(a aim, n int) *crowd {
				c, err := newCrowd(a, n)
				if err != nil {
					t.Fatal(err)
				}
				if general {
					c.mu.Lock()
					wait := c.lines.stop()
					c.mu.Unlock()
					wait()
					c.lines = newConns(c)
				}
				t.Cleanup(c.stop)
				c.rest = func(*viewer) time.Duration { return 0 }
				return c
			})
		})
	}
}

func TestCrowdSeesEverythingOnce(t *testing.T) {
	eachKindOfLines(t, func(t *testing.T, gather func(aim, int) *crowd) {
		server, feed := plainly(t)
		c := gather(aim{server: server, path: "/", sources: 2}, 50)
		c.come()
		<-c.whenAll(0)
		before := c.measured(0)
		rest := `,"paragraphs":[{"html":"` + strings.Repeat("x", 5000) + `"}]}`
		for range 30 {
			if err := sendPlain(feed, []byte(rest)); err != nil {
				t.Fatal(err)
			}
		}
		<-c.whenAll(30)
		got := c.measured(30)
		if before.deliveries != 0 || got.deliveries != 50*30 || got.each.n != 50*30 || got.lastViewer().n != 30 || got.bytes < 50*30*5000 {
			t.Errorf("deliveries %d and %d, measured %d, last viewers %d, bytes %d", before.deliveries, got.deliveries, got.each.n, got.lastViewer().n, got.bytes)
		}
		if changes, gone := c.behind(30); changes != 0 || gone != 0 || c.faults != (faults{}) {
			t.Errorf("behind by %d changes, %d gone, faults %+v", changes, gone, c.faults)
		}
	})
}

// scriptOf gives a script of what is said on each connection.
func scriptOf(says ...[]string) *script {
	s := &script{says: make(chan []string, len(says)), asked: make(chan string, len(says))}
	for _, m := range says {
		s.says <- m
	}
	return s
}

// script answers each websocket with messages of its own, and keeps what was asked.
type script struct {
	says  chan []string // of the first connection, the second ...
	asked chan string
}

func (s *script) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ws, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer ws.Close()
	says, last := <-s.says, len(s.says) == 0
	s.asked <- r.URL.RawQuery
	for _, m := range says {
		if ws.WriteMessage(websocket.TextMessage, []byte(m)) != nil {
			return
		}
	}
	if last {
		_, _, _ = ws.ReadMessage() // until the viewer goes
	}
}

func changed(since, seq int) string {
	return fmt.Sprintf(`{"type":"change","epoch":"e","since":%d,"seq":%d,"at":"2026-03-04T05:06:07Z","paragraphs":[]}`, since, seq)
}

func TestCrowdTellsWhatIsLostAndWhatCameTwice(t *testing.T) {
	const hello = `{"type":"hello","epoch":"e","seq":5}`
	for name, c := range map[string]struct {
		says []string
		want faults
	}{
		"nothing":          {[]string{hello, changed(5, 6), changed(4, 8), changed(8, 9)}, faults{}},
		"a gap":            {[]string{hello, changed(5, 6), changed(8, 9)}, faults{lost: 2}},
		"a repeat":         {[]string{hello, changed(5, 6), changed(5, 6), changed(6, 9)}, faults{twice: 1}},
		"another record":   {[]string{hello, strings.Replace(changed(5, 6), `"e"`, `"f"`, 1), changed(5, 9)}, faults{astray: 1}},
		"a record gone by": {[]string{hello, `{"type":"hello","epoch":"e","seq":4}`, changed(5, 9)}, faults{astray: 1}},
	} {
		s := httptest.NewServer(scriptOf(c.says))
		crowd, err := newCrowd(aim{server: address(t, s.URL), path: "/"}, 1)
		if err != nil {
			t.Fatal(err)
		}
		crowd.come()
		<-crowd.whenAll(9)
		crowd.stop()
		if crowd.faults != c.want {
			t.Errorf("%s: got %+v, want %+v", name, crowd.faults, c.want)
		}
		s.Close()
	}
}

func TestCrowdComesBackFromWhereItStands(t *testing.T) {
	s := scriptOf([]string{`{"type":"hello","epoch":"e","seq":5}`, changed(5, 7)},
		[]string{`{"type":"hello","epoch":"e","seq":8}`, changed(7, 8)})
	server := httptest.NewServer(s)
	defer server.Close()
	c, err := newCrowd(aim{server: address(t, server.URL), path: "/", part: "row"}, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer c.stop()
	c.rest = func(*viewer) time.Duration { return 0 }
	c.come()
	<-c.whenAll(8)
	if first, second := <-s.asked, <-s.asked; first != "part=row" || second != "epoch=e&part=row&since=7" {
		t.Errorf("asked for %q, then %q", first, second)
	}
	if c.faults.lost != 0 || c.faults.twice != 0 || c.faults.cut != 1 {
		t.Errorf("got %+v, want one connection cut", c.faults)
	}
}

func TestCrowdIsToldWhyItIsNotLetIn(t *testing.T) {
	eachKindOfLines(t, func(t *testing.T, gather func(aim, int) *crowd) {
		asked := make(chan struct{}, 10)
		s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			http.Error(w, "full", http.StatusServiceUnavailable)
			asked <- struct{}{}
		}))
		defer s.Close()
		c := gather(aim{server: address(t, s.URL), path: "/"}, 1)
		c.come()
		<-asked
		<-asked // it has had its answer, and come back
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.faults.why == nil || c.faults.why.Error() != "refused with 503 Service Unavailable" {
			t.Errorf("got %v", c.faults.why)
		}
	})
}

func TestCrowdSurvivesAServerThatIsNotThere(t *testing.T) {
	eachKindOfLines(t, func(t *testing.T, gather func(aim, int) *crowd) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		address := address(t, "http://"+l.Addr().String())
		l.Close()
		c := gather(aim{server: address, path: "/"}, 3)
		c.come()
		c.drop()
		if changes, gone := c.behind(0); changes != 0 || gone != 3 {
			t.Errorf("behind by %d, %d gone; want 3 gone", changes, gone)
		}
	})
}
