package fanout

import "sync"

// Topic is one sequence of frames that some clients of a hub follow.
type Topic struct {
	hub   *Hub
	catch func(since uint64) (*Frame, error)

	mu      sync.Mutex // guards what follows
	ring    ring
	signals []part // the latest of each kind
}

// Publish sends a frame to all clients. It has to lead on from the frame before;
// another one is a mistake of the caller's, and panics. It never waits for a
// client.
func (t *Topic) Publish(f *Frame) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if f.Since != t.ring.newest || f.Seq <= f.Since {
		panic("fanout: a frame does not lead on from the one before")
	}
	t.ring.add(*f)
	t.hand(part{Frame: *f, behind: true})
}

// Signal sends what is beside the sequence; who joins later gets the latest of
// each kind. Kinds are few, and chosen by the caller.
func (t *Topic) Signal(kind string, b []byte) {
	t.mu.Lock()
	defer t.mu.Unlock()
	p := beside(b)
	p.kind = kind
	t.signals = latest(t.signals, p)
	t.hand(p)
}

// hand gives a part to every shard. The lock is held, so that all get all in one
// order.
func (t *Topic) hand(p part) {
	for _, s := range t.hub.shards {
		s.publish(t, p)
	}
}

// Join lets a client follow the topic from since on. It is sent hello and then,
// if there is one, missed, which the caller made for it and others and which leads
// from since; else what the ring has. Where that is not all, it is caught up, or
// closed with Stuck where the topic cannot. Join is called once for a client.
func (t *Topic) Join(c *Client, since uint64, hello []byte, missed *Frame) {
	c.topic, c.seq, c.sent = t, since, since
	c.hello, c.missed = hello, missed
	c.shard = t.hub.shardOf()
	c.shard.join(c)
}

// tail gives what a client that has since is to be sent now.
func (t *Topic) tail(since uint64) (frames []Frame, signals []part, ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	frames, ok = t.ring.after(since)
	return append([]Frame(nil), frames...), append([]part(nil), t.signals...), ok
}

// latest puts a signal in the place of that of its kind.
func latest(signals []part, p part) []part {
	for i := range signals {
		if signals[i].kind == p.kind {
			signals[i] = p
			return signals
		}
	}
	return append(signals, p)
}
