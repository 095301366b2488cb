package web

import (
	"bufio"
	"encoding/binary"
	"net"
	"net/http"
	"slices"
	"time"

	"github.com/gorilla/websocket"

	"plenary/web/fanout"
)

// gate stands between a websocket and its connection: once there is a client, the
// hub alone writes, and what the websocket has to say goes to it, whole.
type gate struct {
	net.Conn
	client *fanout.Client // nil during the handshake
	// in is what the websocket reads from, and taken how much in has taken.
	in    *bufio.Reader
	taken int64
	// between says that what comes next is the beginning of a frame.
	between bool
}

// inBuffer is little more than what the websocket asks of a buffer that it does not make
// itself, which is more than 256 bytes: most of what comes are answers to pings.
const inBuffer = 288

// Read is for in alone.
func (g *gate) Read(b []byte) (int, error) {
	n, err := g.Conn.Read(b)
	g.taken += int64(n)
	return n, err
}

// at is how far what came has been read.
func (g *gate) at() int64 { return g.taken - int64(g.in.Buffered()) }

// frameEnd is how far that will be when the frame that comes next has been read; what
// has failed here fails the reading as well [RFC 6455 5.2].
func (g *gate) frameEnd() int64 {
	b, err := g.in.Peek(2)
	if err != nil {
		return -1
	}
	head, size := 2, int64(b[1]&0x7f)
	switch size {
	case 126:
		head = 4
	case 127:
		head = 10
	}
	if head > 2 {
		if b, err = g.in.Peek(head); err != nil {
			return -1
		}
		size = 0
		for _, digit := range b[2:] {
			size = size<<8 | int64(digit)
		}
	}
	if b[1]&0x80 != 0 {
		head += 4 // the mask
	}
	return g.at() + int64(head) + size
}

// Write takes the control frames with which the websocket answers by itself: its
// farewell to whoever takes leave, or breaks the protocol.
func (g *gate) Write(b []byte) (int, error) {
	if g.client == nil {
		return g.Conn.Write(b)
	}
	if b[0] == 0x80|websocket.CloseMessage {
		code := 0
		if len(b) >= 4 {
			code = int(binary.BigEndian.Uint16(b[2:]))
		}
		g.client.Last(code, slices.Clone(b))
	}
	return len(b), nil
}

// SetWriteDeadline does nothing once there is a client: the hub sets its own.
func (g *gate) SetWriteDeadline(t time.Time) error {
	if g.client == nil {
		return g.Conn.SetWriteDeadline(t)
	}
	return nil
}

// upgrade makes a websocket of a request, and where messages are to be deflated,
// agrees to that. Where it cannot, it has answered.
func (l *live) upgrade(w http.ResponseWriter, r *http.Request, deflated bool) (*websocket.Conn, *gate, error) {
	h := &hijacker{ResponseWriter: w}
	answerOffer(r.Header, deflated)
	u := websocket.Upgrader{
		ReadBufferSize:  0, // it reads from its gate
		WriteBufferSize: 512,
		WriteBufferPool: &l.buffers, // of which no connection keeps one
		// Of each client's messages too each is deflated by itself, so that no
		// connection keeps tables to inflate them.
		EnableCompression: deflated,
		// The server has its own rule, and has asked it.
		CheckOrigin: func(*http.Request) bool { return true },
	}
	ws, err := u.Upgrade(h, r, nil)
	return ws, h.gate, err
}

// hijacker takes the connection over through a gate.
type hijacker struct {
	http.ResponseWriter
	gate *gate
}

// Hijack implements http.Hijacker.
func (h *hijacker) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	c, rw, err := http.NewResponseController(h.ResponseWriter).Hijack()
	if err != nil {
		return nil, nil, err
	}
	h.gate = &gate{Conn: c, between: true}
	h.gate.in = bufio.NewReaderSize(h.gate, inBuffer)
	if rw.Reader.Buffered() == 0 { // else the websocket refuses
		rw = bufio.NewReadWriter(h.gate.in, rw.Writer)
	}
	return h.gate, rw, nil
}
