package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"golang.org/x/time/rate"

	"plenary/negotiation"
	"plenary/web/fanout"
)

// conn is one reader's connection.
type conn struct {
	live    *live
	id      negotiation.NegotiationID
	seat    negotiation.Seat
	pass    pass
	address string
	// name is that of a stream, under which its reader posts what it says.
	name string
	line line
	few  *rate.Limiter
	// leave counts the connection out.
	leave func()

	client *fanout.Client
	// listen takes what has come.
	listen func() (more, ended bool)

	// Set by admit, before anything is read.
	feed     *feed
	topic    *fanout.Topic
	presence *presence
}

// take makes a connection of a request. Where it cannot, it has answered.
func (c *conn) take(w http.ResponseWriter, r *http.Request, on wire) error {
	if on == streamWire {
		line, err := takeStream(w, r)
		if err == nil {
			c.client = c.live.hub.Client(line, c.live.ways[on], c)
			c.listen = func() (more, ended bool) { return false, c.listenToStream(line) }
		}
		return err
	}
	ws, g, err := c.live.upgrade(w, r, on == deflatedWire)
	if err == nil {
		c.client = c.live.hub.Client(g.Conn, c.live.ways[on], c)
		g.client = c.client
		c.attend(ws)
		c.listen = func() (more, ended bool) { return c.listenToSocket(ws, g) }
	}
	return err
}

// begin joins the reader to what its feed sends: hello first, then what it has
// missed. The seat is asked after the state is taken and before it is sent: an
// entry that closes it is followed by none that it gets.
func (c *conn) begin(ctx context.Context, a ask) error {
	m := c.feed.reach(ctx, a.newest)
	if m == nil {
		c.client.Close(closeGoingAway)
		return nil
	}
	if !c.live.seated(c.id, c.seat) {
		c.client.Close(closeNotAllowed)
		return nil
	}
	hello, err := c.live.encode(a.wire, 0, helloMessage{Type: "hello", Epoch: c.feed.epoch, Seq: m.view.Seq, Now: c.live.now(),
		Release: c.live.server.assets.release, Connection: c.name})
	if err != nil {
		return err
	}
	var missed *fanout.Frame
	since := a.from(c.feed.epoch, m.view.Seq)
	if since < m.view.Seq {
		if missed, err = m.change(since, c.line); err != nil {
			return err
		}
	}
	c.topic.Join(c.client, uint64(since), hello, missed)
	return nil
}

// wait waits until there is something to read. The goroutine that has waited ends, and so
// does the one that reads: each connection has one of them, which nearly always waits,
// and a stack that has grown by reading is not kept for it.
func (c *conn) wait() {
	c.client.Await()
	go c.read()
}

// read reads what has come; when the connection is over, it closes it.
func (c *conn) read() {
	more, ended := c.listen()
	if more {
		go c.wait()
		return
	}
	code := c.client.Leave(ended)
	c.live.forget(c)
	if misuse(code) {
		c.live.ledger.note("live connection closed", "negotiation", c.id, "seat", c.seat.ID, "address", c.address, "code", code)
	}
}

// dismiss closes a connection that is not let in, and waits until it is.
func (c *conn) dismiss(code int) {
	c.client.Close(code)
	c.client.Leave(false)
	c.leave()
}

var (
	errTooMuch  = errors.New("too many messages")
	errGarbled  = errors.New("message not understood")
	errTooLarge = errors.New("message too large")
)

// heard takes a sign of life: the reader may be silent for another while. Too
// many of them end the connection.
func (c *conn) heard() error {
	if !c.few.Allow() {
		c.client.Close(closeTooMuch)
		return errTooMuch
	}
	c.client.Heard()
	return nil
}

// understood takes any JSON object with a type: a newer page may say things
// that this server does not know. Anything else ends the connection.
func (c *conn) understood(data []byte) error {
	if err := c.heard(); err != nil {
		return err
	}
	var m upMessage
	if err := json.Unmarshal(data, &m); err != nil || m.Type == "" {
		c.client.Close(closeGarbled)
		return errGarbled
	}
	if err := safely(func() error { return c.say(m) }); err != nil {
		c.live.ledger.note("message of a live connection not taken", "negotiation", c.id, "error", err)
	}
	return nil
}

// say gives a message to the board. A refusal is told to this reader alone. What all
// readers say together has no bound of its own: at a freeze a whole hall speaks at once,
// and the board takes each in as little time as a bound would.
func (c *conn) say(m upMessage) error {
	refusal := c.presence.hear(m)
	if refusal == nil {
		return nil
	}
	b := Base{Tongue: c.feed.tongue, Seat: c.seat}
	message, err := c.live.encode(c.line.wire, 0, refusedMessage{Type: "refused", Code: refusal.Code, Text: b.Refusal(refusal)})
	if err != nil {
		return err
	}
	c.client.Send(message)
	return nil
}

// seated reports whether a seat is still there.
func (l *live) seated(id negotiation.NegotiationID, seat negotiation.Seat) bool {
	if seat.ID == "" {
		return true
	}
	now, ok, err := l.server.room.Seat(context.Background(), id, seat.ID)
	return err == nil && ok && now == seat
}

// due looks at the pass of a connection again, each time before it is pinged.
func (l *live) due(owner any) (code int) {
	c := owner.(*conn)
	err := safely(func() error {
		seat, err := l.server.seatBy(context.Background(), c.pass, c.id)
		if err == nil && seat != c.seat || err != nil && closeCode(err) != closeFault {
			code = closeNotAllowed
			return nil
		}
		return err
	})
	if err != nil {
		// The keeper of sessions is at fault, not the reader.
		l.ledger.note("pass of a live connection not read", "error", err)
	}
	return code
}

// signOut closes the connections that a session let in, which has ended: what is
// recorded from now on is not for them. One with a bearer was not let in by the session.
func (l *live) signOut(cookie string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, f := range l.feeds {
		f.signOut(cookie)
	}
}

// signOut closes those of one feed.
func (f *feed) signOut(cookie string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, conns := range f.conns {
		for c := range conns {
			if c.pass.cookie == cookie && c.pass.visitor.bearer == "" {
				c.client.Close(closeNotAllowed)
			}
		}
	}
}

// now is the server's clock for a message that is made now.
func (l *live) now() string { return l.server.cfg.Clock().UTC().Format(time.RFC3339Nano) }
