package webtest_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/synctest"
	"time"

	"plenary/web/webtest"
)

// pipes is a listener whose connections are pipes, so that time may be virtual.
type pipes struct {
	ends chan net.Conn
	done chan struct{}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.ends:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { close(p.done); return nil }
func (p *pipes) Addr() net.Addr { return &net.TCPAddr{} }

// span is a link in a bubble of virtual time.
type span struct {
	t *testing.T
	*webtest.Link
	line *pipes
	// servers are the far ends of the connections that have got through.
	servers chan net.Conn
}

// between runs a test over a link of pipes.
func between(t *testing.T, test func(t *testing.T, s *span)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		s := &span{t: t, line: &pipes{ends: make(chan net.Conn), done: make(chan struct{})}, servers: make(chan net.Conn, 8)}
		s.Link = webtest.LinkBetween(t, s.line, func() (net.Conn, error) {
			here, there := net.Pipe()
			s.servers <- there
			return here, nil
		})
		test(t, s)
	})
}

// come connects a reader; what it reads before the first byte of a connection is
// the head of a request, which greets with.
func (s *span) come() net.Conn {
	s.t.Helper()
	here, there := net.Pipe()
	s.t.Cleanup(func() { _ = here.Close() })
	s.line.ends <- there
	return here
}

const head = "GET / HTTP/1.1\r\n\r\n"

// greet sends the head of a request and gives the server's end, which has read it.
func (s *span) greet(c net.Conn) net.Conn {
	s.t.Helper()
	s.write(c, head)
	server := <-s.servers
	s.t.Cleanup(func() { _ = server.Close() })
	if got := s.read(server, len(head)); got != head {
		s.t.Fatalf("the server read %q, want %q", got, head)
	}
	return server
}

func (s *span) write(c net.Conn, words string) {
	s.t.Helper()
	if _, err := io.WriteString(c, words); err != nil {
		s.t.Fatalf("write %q: %v", words, err)
	}
}

func (s *span) read(c net.Conn, n int) string {
	s.t.Helper()
	b := make([]byte, n)
	if _, err := io.ReadFull(c, b); err != nil {
		s.t.Fatalf("read: %v", err)
	}
	return string(b)
}

func TestALinkDelaysEachWay(t *testing.T) {
	between(t, func(t *testing.T, s *span) {
		s.Set(webtest.Quality{Delay: 400 * time.Millisecond})
		begin := time.Now()
		c := s.come()
		server := s.greet(c)
		if got, want := time.Since(begin), 400*time.Millisecond; got != want {
			t.Errorf("on the way there: %s, want %s", got, want)
		}
		s.write(server, "answer")
		if got := s.read(c, 6); got != "answer" || time.Since(begin) != 800*time.Millisecond {
			t.Errorf("read %q after %s, want the answer after 800ms", got, time.Since(begin))
		}
	})
}

func TestALinkIsSharedByItsConnections(t *testing.T) {
	between(t, func(t *testing.T, s *span) {
		a, b := s.come(), s.come()
		s.greet(a)
		server := s.greet(b)
		s.Set(webtest.Quality{Rate: 64_000})
		begin := time.Now()
		s.write(a, string(make([]byte, 8000))) // one second of the link
		s.write(b, "x")
		s.read(server, 1)
		if got, want := time.Since(begin), time.Second; got < want || got > want+time.Millisecond {
			t.Errorf("a byte behind 8,000 of another connection took %s, want %s", got, want)
		}
	})
}

func TestWhatIsLostIsLateAndInOrderAndTheSameInEachRun(t *testing.T) {
	const n = 200
	run := func(seed uint64) (late []int) {
		between(t, func(t *testing.T, s *span) {
			c := s.come()
			s.Set(webtest.Quality{Delay: 100 * time.Millisecond, Loss: 0.1, Seed: seed})
			server := s.greet(c)
			for i := range n {
				sent := time.Now()
				s.write(c, fmt.Sprintf("%03d", i))
				if got, want := s.read(server, 3), fmt.Sprintf("%03d", i); got != want {
					t.Fatalf("read %q, want %q", got, want)
				}
				switch took := time.Since(sent); {
				case took == 100*time.Millisecond:
				case took%(400*time.Millisecond) == 100*time.Millisecond: // sent again, once or more
					late = append(late, i)
				default:
					t.Errorf("segment %d took %s, want 100ms and times of 400ms", i, took)
				}
			}
		})
		return late
	}
	first := run(7)
	if len(first) < n/20 || len(first) > n/5 {
		t.Errorf("%d of %d segments were late, want about a tenth", len(first), n)
	}
	if again := run(7); fmt.Sprint(again) != fmt.Sprint(first) {
		t.Errorf("late were %v, and then %v", first, again)
	}
	if other := run(8); fmt.Sprint(other) == fmt.Sprint(first) {
		t.Errorf("another seed loses the same segments %v", other)
	}
}

func TestALinkThatIsCutBreaksOffAndRefuses(t *testing.T) {
	between(t, func(t *testing.T, s *span) {
		c := s.come()
		server := s.greet(c)
		s.Cut()
		for name, end := range map[string]net.Conn{"reader": c, "server": server, "new reader": s.come()} {
			if _, err := end.Read(make([]byte, 1)); err == nil {
				t.Errorf("the %s still reads", name)
			}
		}
		s.Restore()
		s.greet(s.come())
	})
}

func TestALinkThatIsSilentTellsNobody(t *testing.T) {
	between(t, func(t *testing.T, s *span) {
		old := s.come()
		server := s.greet(old)
		s.Silence()
		late := s.come()
		s.write(old, "unheard")
		s.write(late, head)
		s.write(server, "unheard")
		s.Restore()
		s.greet(s.come())
		for name, end := range map[string]net.Conn{"old reader": old, "new reader": late, "server": server} {
			if err := end.SetReadDeadline(time.Now().Add(24 * time.Hour)); err != nil {
				t.Fatal(err)
			}
			var waits net.Error
			if n, err := end.Read(make([]byte, 1)); n != 0 || !errors.As(err, &waits) || !waits.Timeout() {
				t.Errorf("the %s read %d bytes, %v; want to wait for ever", name, n, err)
			}
		}
	})
}

// Over real connections, as tests with a browser use it.
func TestALinkCarriesWhatWasSentWhole(t *testing.T) {
	want := bytes.Repeat([]byte("Urges all States. "), 20_000)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(want) }))
	defer s.Close()
	l := webtest.OpenLink(t, s.Listener.Addr().String())
	l.Set(webtest.Quality{Delay: time.Millisecond, Loss: 0.02, Seed: 3})
	for range 3 {
		res, err := http.Get(l.URL())
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("got %d bytes, %v; want %d", len(got), err, len(want))
		}
	}
}

func TestALinkRefusesWebsocketsAndNothingElse(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNoContent) }))
	defer s.Close()
	l := webtest.OpenLink(t, s.Listener.Addr().String())
	for _, tt := range []struct {
		refusal, plain, upgrade int
	}{
		{0, http.StatusNoContent, http.StatusNoContent},
		{http.StatusBadGateway, http.StatusNoContent, http.StatusBadGateway},
		{0, http.StatusNoContent, http.StatusNoContent},
	} {
		l.RefuseWebsockets(tt.refusal)
		for upgrade, want := range map[string]int{"": tt.plain, "websocket": tt.upgrade} {
			r, err := http.NewRequest(http.MethodGet, l.URL(), nil)
			if err != nil {
				t.Fatal(err)
			}
			r.Close = true // each on a connection of its own, as browsers open websockets
			if upgrade != "" {
				r.Header.Set("Upgrade", upgrade)
			}
			res, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			_ = res.Body.Close()
			if res.StatusCode != want {
				t.Errorf("told to refuse with %d, upgrade %q is answered %d, want %d", tt.refusal, upgrade, res.StatusCode, want)
			}
		}
	}
}
