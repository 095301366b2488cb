package fanout

// welcome sends a client what it is to get first, in its shard's goroutine. It
// reports whether the client is still there.
func (c *Client) welcome() bool {
	since := c.seq
	if c.missed != nil {
		since = c.missed.Seq
	}
	frames, signals, ok := c.topic.tail(since)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closing {
		return false
	}
	var parts []part
	if len(c.hello) > 0 {
		parts = append(parts, beside(c.hello))
	}
	if c.missed != nil {
		parts = append(parts, part{Frame: *c.missed})
	}
	c.hello, c.missed = nil, nil
	for _, f := range frames {
		parts = append(parts, part{Frame: f})
	}
	if ok {
		c.putAll(append(parts, signals...))
		return !c.closing
	}
	c.putAll(parts)
	c.lost()
	c.putAll(signals)
	return !c.closing
}

// take gives c what one pass sends.
func (c *Client) take(b *batch) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closing {
		return
	}
	if c.busy || c.socket < 0 || b.seq != 0 && c.seq != b.since {
		c.takeEach(b)
		return
	}
	n, err := writeNow(c.socket, b.bytes)
	if err != nil {
		c.broken()
		return
	}
	if n == len(b.bytes) {
		if b.seq != 0 {
			c.seq, c.sent = b.seq, b.seq
		}
		return
	}
	for _, p := range b.parts {
		n = c.took(p, n)
	}
}

// takeEach takes what is new to c. c.mu is held.
func (c *Client) takeEach(b *batch) {
	for _, p := range b.parts {
		if p.Seq != 0 && p.Seq <= c.seq {
			continue // it came out of the ring, or with what was missed
		}
		if p.Since > c.seq {
			c.lost()
		}
		c.put(p)
	}
}

// put writes a part now, or keeps what is left of it. c.mu is held.
func (c *Client) put(p part) {
	if c.closing {
		return
	}
	if c.busy || c.socket < 0 {
		c.keep(p)
		return
	}
	n, err := writeNow(c.socket, p.Bytes)
	if err != nil {
		c.broken()
		return
	}
	c.took(p, n)
}

// putAll puts several parts, in one write where they are small: of thousands who come
// back at once each would cost several. c.mu is held.
func (c *Client) putAll(parts []part) {
	size := 0
	for _, p := range parts {
		size += len(p.Bytes)
	}
	if len(parts) < 2 || c.closing || c.busy || c.socket < 0 || size > socketBuffer {
		for _, p := range parts {
			c.put(p)
		}
		return
	}
	all := make([]byte, 0, size)
	for _, p := range parts {
		all = append(all, p.Bytes...)
	}
	n, err := writeNow(c.socket, all)
	if err != nil {
		c.broken()
		return
	}
	for _, p := range parts {
		n = c.took(p, n)
	}
}

// took notes that of n bytes that were taken the first are of p, and gives how
// many are left for what follows. c.mu is held.
func (c *Client) took(p part, n int) (left int) {
	if n == 0 {
		c.keep(p)
		return 0
	}
	if p.Seq != 0 {
		c.seq, c.sent = p.Seq, p.Seq
	}
	if n < len(p.Bytes) {
		c.rest = p.Bytes[n:]
		c.drainOn()
	}
	return max(0, n-len(p.Bytes))
}

// keep lets p wait. c.mu is held.
func (c *Client) keep(p part) {
	// What waits for its writer only, or was missed before, is not being behind.
	p.behind = p.behind && c.busy
	switch {
	case c.closing:
		return
	case p.kind != "":
		c.signals = latest(c.signals, p)
	case p.Seq == 0:
		c.queue = append(c.queue, p)
		c.count(p, 1)
	default:
		c.seq = p.Seq
		c.queue = append(c.queue, p)
		c.count(p, 1)
	}
	if c.frames > MaxFrames || c.bytes > MaxBytes {
		c.end(Stuck, c.wire.Farewell(Stuck))
		return
	}
	c.drainOn()
}

// count counts a part that waits, or with -1 no longer does. c.mu is held.
func (c *Client) count(p part, n int) {
	if p.behind {
		c.frames, c.bytes = c.frames+n, c.bytes+n*len(p.Bytes)
	}
}

// lost says that c cannot be given all frames. c.mu is held.
func (c *Client) lost() {
	switch {
	case c.closing:
	case c.topic.catch == nil:
		c.end(Stuck, c.wire.Farewell(Stuck))
	default:
		c.gap = true
		c.drainOn()
	}
}
