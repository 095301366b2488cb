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
		ReadBufferSize:  512,
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
	return h.gate, rw, nil
}

// listenToSocket reads until the connection is over. It reports whether the other
// side has said its last word, or is gone.
func (c *conn) listenToSocket(ws *websocket.Conn) (ended bool) {
	ws.SetReadLimit(maxMessage) // of what comes, which may be deflated
	ws.SetPongHandler(func(string) error { return c.heard() })
	ws.SetPingHandler(func(data string) error {
		c.client.Send(frameOf(websocket.PongMessage, []byte(data)))
		return c.heard()
	})
	for {
		data, err := c.received(ws)
		if err == nil {
			err = c.understood(data)
		}
		if err != nil {
			_, ended = err.(*websocket.CloseError)
			return ended
		}
	}
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
