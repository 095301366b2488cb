package web

import (
	"bufio"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// line is a network connection that gives up on a reader who takes nothing for
// the length of patience, and on nobody who is merely slow: the time begins
// anew with each byte that got through. Deadlines for writing set from outside
// are ignored.
type line struct {
	net.Conn

	mu sync.Mutex // held while writing; guards torn
	// torn says that the last write broke off: what follows would be read as
	// the rest of it.
	torn bool
}

// Write writes all of b, or fails with os.ErrDeadlineExceeded.
func (l *line) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	done := 0
	for {
		if err := l.Conn.SetWriteDeadline(time.Now().Add(patience)); err != nil {
			return done, err
		}
		n, err := l.Conn.Write(b[done:])
		done += n
		if err == nil {
			return done, nil
		}
		if n == 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
			l.torn = done > 0
			return done, err
		}
	}
}

// SetWriteDeadline does nothing: see line.
func (l *line) SetWriteDeadline(time.Time) error { return nil }

// farewell tells the other side why the connection ends, unless it would be
// read as part of something else.
func (l *line) farewell(code int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.torn && l.Conn.SetWriteDeadline(time.Now().Add(lastWord)) == nil {
		_, _ = l.Conn.Write(closeFrame(code)) // whoever has gone needs no farewell
	}
}

// linger closes the connection when the other side has, or after lastWord:
// closed at once, with something unread, it would be reset, and the farewell
// with it [RFC 1122 4.2.2.13].
func (l *line) linger() {
	if l.SetReadDeadline(time.Now().Add(lastWord)) == nil {
		_, _ = io.Copy(io.Discard, l.Conn) // until its end or the deadline
	}
	_ = l.Close() // there is nobody left to tell
}

// upgrade makes a websocket of a request, without compression: the tables of
// each connection would be larger than everything else it holds. Where it
// cannot, it has answered.
func upgrade(w http.ResponseWriter, r *http.Request) (*websocket.Conn, *line, error) {
	h := &hijacker{ResponseWriter: w}
	u := websocket.Upgrader{
		ReadBufferSize:  512,
		WriteBufferSize: 512,
		// The server has its own rule, and has asked it.
		CheckOrigin: func(*http.Request) bool { return true },
	}
	ws, err := u.Upgrade(h, r, nil)
	return ws, h.line, err
}

// hijacker takes the connection over as a line.
type hijacker struct {
	http.ResponseWriter
	line *line
}

// Hijack implements http.Hijacker.
func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	c, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	if tcp, ok := c.(*net.TCPConn); ok {
		// Else the kernel keeps megabytes for a reader who is stuck.
		if err := tcp.SetWriteBuffer(64 << 10); err != nil {
			return nil, nil, errors.Join(err, c.Close())
		}
	}
	h.line = &line{Conn: c}
	return h.line, rw, nil
}
