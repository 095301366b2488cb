package fanout_test

import (
	"bufio"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"testing"
	"time"

	"plenary/web/fanout"
)

// tooLong ends a test that waits for what does not come. Nothing else depends on
// it.
const tooLong = time.Minute

// lines is a wire of one line a message.
func lines() *fanout.Wire {
	return &fanout.Wire{Ping: []byte("ping\n"), Farewell: func(code int) []byte { return fmt.Appendf(nil, "bye %d\n", code) }}
}

// frame is the line "since seq padding".
func frame(since, seq uint64, padding int) *fanout.Frame {
	return &fanout.Frame{Since: since, Seq: seq, Bytes: fmt.Appendf(nil, "%d %d %s\n", since, seq, strings.Repeat("x", padding))}
}

func stay(any) int { return 0 }

// peer is the other side of a client.
type peer struct {
	t    testing.TB
	conn net.Conn
	in   *bufio.Reader
	// left is closed when the client has left, and code why.
	left chan struct{}
	code int
	here *fanout.Client
}

// meet makes a client of one end of a connection and a peer of the other; the
// client leaves when the peer does.
func meet(t testing.TB, h *fanout.Hub, here, there net.Conn) *peer {
	t.Helper()
	p := &peer{t: t, conn: there, in: bufio.NewReader(there), left: make(chan struct{})}
	p.here = h.Client(here, lines(), p)
	go func() {
		defer close(p.left)
		buf := make([]byte, 64)
		var err error
		for err == nil {
			_, err = here.Read(buf)
			p.here.Heard()
		}
		p.code = p.here.Leave(false)
	}()
	t.Cleanup(func() { _ = there.Close() })
	return p
}

// loopback gives the two ends of a TCP connection.
func loopback(t testing.TB) (here, there net.Conn) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	accepted := make(chan net.Conn, 1)
	go func() {
		if c, err := l.Accept(); err == nil {
			accepted <- c
		}
		close(accepted)
	}()
	if there, err = net.Dial("tcp", l.Addr().String()); err != nil {
		t.Fatal(err)
	}
	here, ok := <-accepted
	if !ok {
		t.Fatal("no connection was accepted")
	}
	return here, there
}

// overTCP is meet over loopback.
func overTCP(t testing.TB, h *fanout.Hub) *peer {
	t.Helper()
	here, there := loopback(t)
	return meet(t, h, here, there)
}

// line reads the next whole line, or what is left of one and why.
func (p *peer) line() (string, error) {
	if err := p.conn.SetReadDeadline(time.Now().Add(tooLong)); err != nil {
		return "", err
	}
	s, err := p.in.ReadString('\n')
	return strings.TrimSuffix(s, "\n"), err
}

// want reads the next lines.
func (p *peer) want(lines ...string) {
	p.t.Helper()
	for _, want := range lines {
		got, err := p.line()
		for err == nil && got == "ping" && want != got {
			got, err = p.line() // one may come at any time
		}
		if err != nil || strings.TrimRight(got, " x") != want {
			p.t.Fatalf("got %.40q, %v, want %q", got, err, want)
		}
	}
}

// until reads frames from since on, up to seq, and fails over a gap, a frame that
// comes twice, or one that is torn. It gives how many there were.
func (p *peer) until(since, seq uint64) (frames int, err error) {
	for ; since < seq; frames++ {
		line, err := p.line()
		if err != nil {
			return frames, err
		}
		words := strings.Fields(line)
		if line == "ping" {
			frames--
			continue
		}
		if len(words) == 2 && words[0] == "bye" {
			return frames, errors.New(line)
		}
		from, _ := strconv.ParseUint(words[0], 10, 64)
		to, _ := strconv.ParseUint(words[1], 10, 64)
		if from > since || to <= since {
			return frames, fmt.Errorf("a frame from %d to %d after %d", from, to, since)
		}
		since = to
	}
	return frames, nil
}

// gone waits until the client has left and gives why it was closed.
func (p *peer) gone() int {
	p.t.Helper()
	select {
	case <-p.left:
		return p.code
	case <-time.After(tooLong):
		p.t.Fatal("the client is still there")
		return 0
	}
}

// stopped stops the hub at the end of a test, when its peers have closed.
func stopped(t testing.TB, h *fanout.Hub) {
	t.Helper()
	t.Cleanup(func() { h.Stop(4001) })
}
