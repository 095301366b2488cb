package fanout

import (
	"io"
	"net"
	"sync"
	"time"
)

// Client is one connection of a hub. Its methods may be called by many goroutines.
type Client struct {
	// What a delivery looks at comes first, on one line of the cache.
	mu sync.Mutex // guards what follows, down to what is set before
	// socket is the descriptor of conn, and never changes; -1 where it cannot be written
	// without blocking. It is written to under mu by whoever found c not closing, and not
	// after whoever makes it closing has let go of mu: until then nobody closes conn.
	socket int
	// seq is the newest frame that was written or waits; sent the newest of which
	// the writing has begun.
	seq, sent uint64
	// closing says that nothing is taken any more, and said that there is a last word,
	// and in the end that it has been written.
	closing, said bool
	// busy says that a goroutine writes; drained is closed when it has ended.
	busy bool
	// gap says that frames are missing before the queue: the topic must catch up.
	gap bool
	// rest is what is left of a part that has begun, queue what waits behind it,
	// and signals what waits behind that, the latest of each kind.
	rest    []byte
	queue   []part
	signals []part
	// frames and bytes are those in the queue that count as being behind.
	frames, bytes int
	drained       chan struct{}
	code          int // why it is closing, or 0

	// Set before.
	hub   *Hub
	conn  net.Conn
	wire  *Wire
	owner any
	turn  uint8

	// Set by Join; hello and missed are let go by welcome.
	topic  *Topic
	shard  *shard
	hello  []byte
	missed *Frame
	place  int // in the crowd of its shard, which alone touches it; -1 for none
}

// pingKind is the kind of pings that wait: one is enough.
const pingKind = "ping"

func (c *Client) ping() {
	p := beside(c.wire.Ping)
	p.kind = pingKind
	c.send(p)
}

// Send writes something to this client only, whole and between two others. A client
// that asks, and takes its answers too slowly, is behind by them.
func (c *Client) Send(b []byte) {
	p := beside(b)
	p.behind = true
	c.send(p)
}

func (c *Client) send(p part) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing {
		c.put(p)
	}
}

// Close closes the client with a code: it is sent the farewell of its wire behind
// what has begun, and nothing that is published after. It never waits, and the
// first one counts.
func (c *Client) Close(code int) { c.Last(code, c.wire.Farewell(code)) }

// Last is Close with another last word.
func (c *Client) Last(code int, word []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing {
		c.end(code, word)
	}
}

// end closes c with a last word. c.mu is held.
func (c *Client) end(code int, word []byte) {
	c.closing, c.said, c.code = true, true, code
	c.frames, c.bytes, c.signals = 0, 0, nil
	c.queue = nil
	_ = c.conn.SetWriteDeadline(time.Now().Add(LastWord)) // it fails where the writing will
	if c.socket >= 0 && !c.busy {
		n, err := writeNow(c.socket, word)
		if err != nil || n == len(word) {
			c.silence(err == nil)
			return
		}
		c.rest = word[n:]
		c.drainOn()
		return
	}
	c.queue = []part{beside(word)}
	c.drainOn()
}

// broken ends a client that has gone: its reader finds out. c.mu is held.
func (c *Client) broken() {
	c.closing = true
	c.queue, c.signals = nil, nil
	c.silence(false)
}

// silence says that nothing will be written any more, and gives the reader the
// time that an answer to the last word takes, or none. c.mu is held.
func (c *Client) silence(said bool) {
	c.said = said
	until := time.Unix(1, 0)
	if said {
		until = time.Now().Add(LastWord)
		if half, ok := c.conn.(interface{ CloseWrite() error }); ok {
			_ = half.CloseWrite() // it fails where the other side has gone
		}
	}
	_ = c.conn.SetReadDeadline(until) // it fails where the reader has
}

// Await waits until there is something to read from the connection, which may be its
// end, or until the other side has been silent for too long. It keeps little of a stack.
// Where it cannot know, it does not wait, and whoever reads does.
func (c *Client) Await() {
	if raw := rawOf(c.conn); raw != nil {
		_ = raw.Read(readable) // what has failed here fails the reading as well
	}
}

// Heard says that the other side has said something: it may be silent for another
// while.
func (c *Client) Heard() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing && c.wire.Silence > 0 {
		_ = c.conn.SetReadDeadline(time.Now().Add(c.wire.Silence)) // it fails where the reader will
	}
}

// Leave takes the client out, waits until its last word is written, and closes
// the connection; ended says that the other side has said its own last word, or is
// gone. Else it is given LastWord to read ours: a connection closed with something
// unread is reset, and the farewell is lost with it [RFC 1122 4.2.2.13]. It gives
// the code with which the client was closed, or 0. The reader calls it, once.
func (c *Client) Leave(ended bool) (code int) {
	c.mu.Lock()
	if !c.closing {
		c.closing = true
		c.queue, c.signals = nil, nil
		_ = c.conn.SetWriteDeadline(time.Unix(1, 0)) // nobody is there to write to
	}
	drained := c.drained
	c.mu.Unlock()
	if c.shard != nil {
		c.shard.leave(c)
	}
	if drained != nil {
		<-drained
	}
	c.mu.Lock()
	code, linger := c.code, c.said && !ended
	c.mu.Unlock()
	if linger {
		_, _ = io.Copy(io.Discard, c.conn) // until its end or the deadline
	}
	_ = c.conn.Close() // there is nobody left to tell
	c.hub.forget(c)
	return code
}
