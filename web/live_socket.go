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

// upgrade makes a websocket of a request, without compression: the tables of
// each connection would be larger than everything else it holds. Where it
// cannot, it has answered.
func (l *live) upgrade(w http.ResponseWriter, r *http.Request) (*websocket.Conn, *gate, error) {
	h := &hijacker{ResponseWriter: w}
	u := websocket.Upgrader{
		ReadBufferSize:  512,
		WriteBufferSize: 512,
		WriteBufferPool: &l.buffers, // of which no connection keeps one
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
	ws.SetReadLimit(maxMessage)
	ws.SetPongHandler(func(string) error { return c.heard() })
	ws.SetPingHandler(func(data string) error {
		c.client.Send(frameOf(websocket.PongMessage, []byte(data)))
		return c.heard()
	})
	for {
		_, data, err := ws.ReadMessage()
		if err == nil {
			err = c.understood(data)
		}
		if err != nil {
			_, ended = err.(*websocket.CloseError)
			return ended
		}
	}
}
