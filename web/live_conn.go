package web

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"net"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"

	"plenary/negotiation"
)

// conn is one reader's connection.
type conn struct {
	live *live
	ws   *websocket.Conn
	line *line
	feed *feed
	seat negotiation.Seat
	pass pass
	// leave counts the connection out.
	leave func()

	// hello is sent first; last is the Seq that the reader has. Only write
	// touches them once it runs.
	hello helloMessage
	last  negotiation.Seq
	// only is the one paragraph that it is sent; none means all.
	only negotiation.ParagraphID
	// wake has room for one: that there is something newer is all that a
	// reader who is behind needs to know.
	wake chan struct{}

	once sync.Once
	code int           // why it ends; set before over is closed
	cut  *time.Timer   // closes the connection under a writer that is stuck; set likewise
	over chan struct{} // closed when it is to end
	said chan struct{} // closed when write has said its last word
}

func newConn(l *live, ws *websocket.Conn, line *line, seat negotiation.Seat, p pass, leave func()) *conn {
	return &conn{live: l, ws: ws, line: line, seat: seat, pass: p, leave: leave,
		wake: make(chan struct{}, 1), over: make(chan struct{}), said: make(chan struct{})}
}

// poke says that there is something newer. It never waits.
func (c *conn) poke() {
	select {
	case c.wake <- struct{}{}:
	default: // it knows
	}
}

// stop ends the connection with a close code, or without one for 0. It never
// waits; the first call counts. A writer that is stuck is cut off after lastWord.
func (c *conn) stop(code int) {
	c.once.Do(func() {
		c.code = code
		c.cut = time.AfterFunc(lastWord, func() { _ = c.line.Conn.Close() })
		close(c.over)
	})
}

// write sends what there is to send until the connection ends.
func (c *conn) write() {
	defer close(c.said)
	c.send(c.hello)
	c.poke()
	ping := time.NewTimer(rand.N(pingEvery))
	defer ping.Stop()
	for {
		select {
		case <-c.over:
			if c.code != 0 {
				c.line.farewell(c.code)
			}
			return
		case <-c.wake:
			c.try(c.catchUp)
		case <-ping.C:
			ping.Reset(pingEvery)
			c.try(c.ping)
		}
	}
}

// try takes a step, and ends the connection if it fails on our side.
func (c *conn) try(step func() error) {
	if err := safely(step); err != nil {
		c.live.server.log.Error("live connection ended", "negotiation", c.feed.key.negotiation, "error", err)
		c.stop(closeFault)
	}
}

// send writes one message that is for this reader only.
func (c *conn) send(message any) {
	if err := c.ws.WriteJSON(message); err != nil {
		c.failed(err)
	}
}

// failed ends the connection after a write that did not go through.
func (c *conn) failed(err error) {
	var late net.Error // the websocket hides which
	if errors.As(err, &late) && late.Timeout() {
		c.stop(closeStuck)
		return
	}
	c.stop(0)
}

// catchUp sends one change from what the reader has to the newest. The seat is
// asked first: an entry that closes it is followed by none that it gets.
func (c *conn) catchUp() error {
	m := c.feed.now.Load()
	if m.view.Seq <= c.last {
		return nil
	}
	if !c.seated() {
		c.stop(closeNotAllowed)
		return nil
	}
	change, err := m.change(c.last, c.only)
	if err != nil {
		return err
	}
	if err := c.ws.WritePreparedMessage(change); err != nil {
		c.failed(err)
		return nil
	}
	c.last = m.view.Seq
	return nil
}

// seated reports whether the seat is still there.
func (c *conn) seated() bool {
	if c.seat.ID == "" {
		return true
	}
	seat, ok, err := c.live.server.room.Seat(context.Background(), c.feed.key.negotiation, c.seat.ID)
	return err == nil && ok && seat == c.seat
}

// ping asks whether the reader is there, and looks at their pass again.
func (c *conn) ping() error {
	seat, err := c.live.server.seatBy(context.Background(), c.pass, c.feed.key.negotiation)
	switch {
	case err != nil && closeCode(err) == closeFault:
		// The keeper of sessions is at fault, not the reader.
		c.live.server.log.Error("pass of a live connection not read", "error", err)
	case err != nil || seat != c.seat:
		c.stop(closeNotAllowed)
		return nil
	}
	if err := c.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(patience)); err != nil {
		c.failed(err)
	}
	return nil
}

// read reads until the connection is over, and closes it. Readers have nothing
// to say yet but pongs: what else they send must be well-formed and rare.
func (c *conn) read() {
	few := rate.NewLimiter(perSecond, burst)
	c.ws.SetReadLimit(maxMessage)
	c.ws.SetPongHandler(func(string) error { return c.heard(few) })
	answer := c.ws.PingHandler()
	c.ws.SetPingHandler(func(data string) error { return errors.Join(c.heard(few), answer(data)) })
	err := c.ws.SetReadDeadline(time.Now().Add(silence))
	for err == nil {
		var data []byte
		if _, data, err = c.ws.ReadMessage(); err == nil {
			err = errors.Join(c.heard(few), c.understood(data))
		}
	}
	c.stop(0)
	<-c.said
	c.line.linger()
	c.cut.Stop()
}

var errTooMuch = errors.New("too many messages")

// heard takes a sign of life: the reader may be silent for another while. Too
// many of them end the connection.
func (c *conn) heard(few *rate.Limiter) error {
	if !few.Allow() {
		c.stop(closeTooMuch)
		return errTooMuch
	}
	return c.ws.SetReadDeadline(time.Now().Add(silence))
}

// understood takes any JSON object with a type: a newer page may say things
// that this server does not know. Anything else ends the connection.
func (c *conn) understood(data []byte) error {
	var m struct {
		Type string `json:"type"`
	}
	err := json.Unmarshal(data, &m)
	if err == nil && m.Type == "" {
		err = errors.New("message without a type")
	}
	if err != nil {
		c.stop(closeGarbled)
	}
	return err
}
