package rehearsal

import (
	"encoding/binary"
	"errors"
	"fmt"
	"time"
)

// opened is called when a viewer is connected: it asks for the live channel.
func (c *crowd) opened(i int) {
	v := &c.viewers[i]
	v.standing = asking
	epoch := ""
	if v.met {
		epoch = c.epoch
	}
	if err := c.lines.write(i, c.aim.request(i, c.nonce, epoch, v.last)); err != nil {
		c.lost(i, err)
	}
}

// received is called with what came in for a viewer.
func (c *crowd) received(i int, data []byte, now time.Time) {
	v := &c.viewers[i]
	if v.standing == asking {
		v.answer = append(v.answer, data...)
		n, deflates, err := c.nonce.readAnswer(v.answer)
		if err != nil {
			c.lost(i, err)
			return
		}
		if n == 0 {
			return
		}
		data, v.answer = v.answer[n:], nil
		v.standing, v.in.deflates = greeting, deflates
	}
	if err := v.in.read(data, func(t taken) error { return c.take(i, t, now) }); err != nil {
		var over closed
		if !errors.As(err, &over) {
			c.faults.garbled++
		}
		c.lost(i, err)
	}
}

// closed is the end that a server puts to a connection.
type closed struct {
	code   int
	reason string
}

func (e closed) Error() string { return fmt.Sprintf("closed with %d, %s", e.code, e.reason) }

// take takes one frame or message.
func (c *crowd) take(i int, t taken, now time.Time) error {
	switch t.op {
	case opPing:
		return c.lines.write(i, clientFrame(opPong, t.payload))
	case opPong:
		return nil
	case opClose:
		if len(t.payload) < 2 {
			return closed{code: 1005}
		}
		return closed{int(binary.BigEndian.Uint16(t.payload)), string(t.payload[2:])}
	}
	read := readPlain
	if t.deflated {
		read = c.deflated.read
	}
	m, payload, err := read(t.payload)
	if err != nil {
		return err
	}
	switch m.kind {
	case "hello":
		c.hello(i, m)
	case "change":
		if c.viewers[i].standing != ready {
			return errors.New("change before hello")
		}
		if c.witness != nil && i == 0 {
			c.witness(m, payload)
		}
		c.change(i, m, t.size, now)
	}
	return nil
}

// hello greets a viewer. Whoever is new begins with what the server has.
func (c *crowd) hello(i int, m message) {
	v := &c.viewers[i]
	if v.standing == greeting {
		v.standing, v.attempts = ready, 0
		c.busy--
		c.here++
	}
	if c.epoch == "" {
		c.epoch = m.epoch
	}
	switch {
	case !v.met:
		v.met, v.last = true, m.seq
		c.arrived(nowhere, v.last)
	case m.epoch != c.epoch || m.seq < v.last:
		c.faults.astray++
	}
	c.settle()
	c.fill()
}

// change shows a viewer something newer, and holds the server to its promise: a
// change begins no later than where the viewer stands, and is never shown again.
func (c *crowd) change(i int, m message, size int, now time.Time) {
	v := &c.viewers[i]
	switch {
	case m.epoch != c.epoch:
		c.faults.astray++
		return
	case m.seq <= v.last:
		c.faults.twice++
		return
	case m.since > v.last:
		c.faults.lost += int64(m.since - v.last)
	}
	c.seen.change(v.last, m, size, now)
	before := int64(v.last)
	v.last = m.seq
	c.arrived(before, v.last)
}

// measured gives what was measured until now, and begins anew after the Seq that all have.
func (c *crowd) measured(from uint64) *measure {
	c.mu.Lock()
	defer c.mu.Unlock()
	done := c.seen
	c.seen = &measure{first: from}
	return done
}

// watchedBy shows each change that the first viewer is shown to a witness, which may
// be nil. The payload is good until it returns.
func (c *crowd) watchedBy(witness func(m message, payload []byte)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.witness = witness
}

// tally gives what should not have been, until now.
func (c *crowd) tally() faults {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.faults
}
