package fanout

import (
	"errors"
	"os"
	"time"
)

// drainOn makes sure that what waits is written. c.mu is held. The goroutine ends
// when nothing waits any more, or with the connection.
func (c *Client) drainOn() {
	if !c.busy {
		c.busy, c.drained = true, make(chan struct{})
		go c.drain()
	}
}

// drain writes what waits, part by part.
func (c *Client) drain() {
	for {
		c.skip()
		b, begun, ok := c.next()
		if !ok {
			return
		}
		if n, err := c.deliver(b); err != nil && !c.brokeOff(err, begun || n > 0) {
			return
		}
	}
}

// next takes the next thing to be written, or reports that there is none, and then
// c is busy no longer. The rest of a part that has begun says so.
func (c *Client) next() (b []byte, begun, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if b, c.rest = c.rest, nil; b != nil {
		return b, true, true
	}
	var p part
	switch {
	case len(c.queue) > 0:
		p, c.queue = c.queue[0], c.queue[1:]
	case len(c.signals) > 0:
		p, c.signals = c.signals[0], c.signals[1:]
	default:
		c.drainOff(true)
		return nil, false, false
	}
	if p.Seq != 0 {
		c.sent = p.Seq
	}
	if p.kind == "" {
		c.count(p, -1)
	}
	return p.Bytes, false, true
}

// drainOff ends the goroutine that writes; done says that all has been written.
// c.mu is held.
func (c *Client) drainOff(done bool) {
	c.busy, c.queue, c.signals = false, nil, nil
	if c.closing {
		c.silence(done && c.said)
	} else {
		_ = c.conn.SetWriteDeadline(time.Time{}) // what is written next does not wait
	}
	close(c.drained)
}

// deliver writes b as long as some of it gets through, and gives how much did.
func (c *Client) deliver(b []byte) (int, error) {
	done := 0
	for {
		c.hurry()
		n, err := c.conn.Write(b[done:])
		done += n
		if err == nil {
			return done, nil
		}
		if n == 0 || !errors.Is(err, os.ErrDeadlineExceeded) || c.ending() {
			return done, err
		}
		c.Heard() // whoever reads what is so long on its way is there
	}
}

// hurry gives the next write its time, unless less is left.
func (c *Client) hurry() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing {
		_ = c.conn.SetWriteDeadline(time.Now().Add(Patience)) // it fails where the writing will
	}
}

func (c *Client) ending() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.closing
}

// brokeOff takes in that a write failed, and reports whether there is a last word
// to say: not behind what is torn.
func (c *Client) brokeOff(err error, torn bool) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if !c.closing && errors.Is(err, os.ErrDeadlineExceeded) {
		c.end(Stuck, c.wire.Farewell(Stuck))
		if !torn {
			return true
		}
	}
	c.closing = true
	c.drainOff(false)
	return false
}

// skip replaces what waits by one frame to the newest, where much does, or where
// something is missing.
func (c *Client) skip() {
	since, needed := c.skips()
	if !needed {
		return
	}
	f, err := c.topic.catch(since)
	c.mu.Lock()
	defer c.mu.Unlock()
	switch {
	case c.closing:
	case err != nil:
		c.end(Fault, c.wire.Farewell(Fault))
	default:
		c.skipTo(*f)
	}
}

func (c *Client) skips() (since uint64, needed bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	needed = !c.closing && c.rest == nil && (c.gap || c.frames > skipAt && c.topic.catch != nil)
	return c.sent, needed
}

// skipTo puts f before the first frame that waits, in the place of all that it
// leads beyond. c.mu is held.
func (c *Client) skipTo(f Frame) {
	c.gap = false
	if f.Seq <= c.sent {
		return // there is nothing newer
	}
	var queue []part
	placed := false
	c.frames, c.bytes = 0, 0
	for _, p := range c.queue {
		if p.Seq != 0 && !placed {
			queue, placed = append(queue, part{Frame: f}), true
		}
		if p.Seq != 0 && p.Seq <= f.Seq {
			continue
		}
		queue = append(queue, p)
		c.count(p, 1)
	}
	if !placed {
		queue = append(queue, part{Frame: f})
	}
	c.queue, c.seq = queue, max(c.seq, f.Seq)
}
