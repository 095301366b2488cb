package web

import (
	"bufio"
	"compress/flate"
	"errors"
	"io"
	"unicode/utf8"

	"github.com/gorilla/websocket"
)

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
func (c *conn) listenToSocket(ws *websocket.Conn, g *gate) (more, ended bool) {
	for {
		err := c.one(ws, g)
		if err != nil {
			_, ended = err.(*websocket.CloseError)
			return false, ended
		}
		if g.in.Buffered() == 0 {
			return true, false
		}
	}
}

// one takes what comes next: an answer to a ping, or else a message. The first is told
// from the second only where a frame begins, which is so behind a message of one frame
// that was read to its end. Behind any other nothing is told from it any more.
func (c *conn) one(ws *websocket.Conn, g *gate) error {
	if g.between && tookPong(g.in) {
		return c.heard()
	}
	end := g.frameEnd()
	data, err := c.received(ws)
	g.between = g.between && g.at() == end
	if err != nil {
		return err
	}
	return c.understood(data)
}

// tookPong takes the answer to a ping of ours, if that comes next. It says nothing more
// [RFC 6455 5.5.3].
// The websocket would take it as well, but would go on waiting for a message then.
func tookPong(in *bufio.Reader) bool {
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
