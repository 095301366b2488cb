package web

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"net/http"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/gorilla/websocket"

	"plenary/web/fanout"
)

// gate stands between a websocket and its connection: once there is a client, the
// hub alone writes, and what the websocket has to say goes to it, whole.
type gate struct {
	net.Conn
	client *fanout.Client // nil during the handshake
	// in is what the websocket reads from.
	in *bufio.Reader
}

// inBuffer is no more than the websocket asks of a buffer that it does not make itself:
// most of what comes are answers to pings.
const inBuffer = 288

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
	h.gate = &gate{Conn: c}
	h.gate.in = bufio.NewReaderSize(h.gate, inBuffer)
	if rw.Reader.Buffered() == 0 { // else the websocket refuses
		rw = bufio.NewReadWriter(h.gate.in, rw.Writer)
	}
	return h.gate, rw, nil
}

// attend takes the control frames of a websocket.
func (c *conn) attend(ws *websocket.Conn) {
	ws.SetReadLimit(maxMessage) // of what comes, which may be deflated
	ws.SetPongHandler(func(string) error { return c.heard() })
	ws.SetPingHandler(func(data string) error {
		c.client.Send(frameOf(websocket.PongMessage, []byte(data)))
		return c.heard()
	})
}

// listenToSocket takes what has come. It reports whether there may come more; if not,
// whether the other side has said its last word, or is gone.
func (c *conn) listenToSocket(ws *websocket.Conn, in *bufio.Reader) (more, ended bool) {
	for {
		err := c.one(ws, in)
		if err != nil {
			_, ended = err.(*websocket.CloseError)
			return false, ended
		}
		if in.Buffered() == 0 {
			return true, false
		}
	}
}

// one takes what comes next: an answer to a ping, or else a message.
func (c *conn) one(ws *websocket.Conn, in *bufio.Reader) error {
	if answered(in) {
		return c.heard()
	}
	data, err := c.received(ws)
	if err != nil {
		return err
	}
	return c.understood(data)
}

// answered takes the answer to a ping of ours, which says nothing more [RFC 6455 5.5.3].
// The websocket would take it as well, but would go on waiting for a message then.
func answered(in *bufio.Reader) bool {
	pong := [2]byte{0x80 | websocket.PongMessage, 0x80} // masked, and empty
	if b, err := in.Peek(2); err != nil || [2]byte(b) != pong {
		return false
	}
	n, _ := in.Discard(len(pong) + 4) // with its mask; what fails here fails the next reading
	return n == len(pong)+4
}

// received reads the next message. One that is no text in UTF-8 [RFC 6455 8.1], that
// cannot be inflated, or is too large when it is, ends the connection.
func (c *conn) received(ws *websocket.Conn) ([]byte, error) {
	kind, r, err := ws.NextReader()
	if err != nil {
		return nil, err
	}
	data, err := bounded(r)
	var corrupt flate.CorruptInputError
	switch {
	case errors.Is(err, errTooLarge):
		c.client.Close(websocket.CloseMessageTooBig)
	case errors.As(err, &corrupt), errors.Is(err, io.ErrUnexpectedEOF):
		c.client.Close(websocket.CloseInvalidFramePayloadData)
	case err == nil && kind == websocket.TextMessage && !utf8.Valid(data):
		c.client.Close(websocket.CloseInvalidFramePayloadData)
		err = errGarbled
	}
	return data, err
}
