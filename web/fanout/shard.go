package fanout

import "sync"

// shard serves a share of the clients by one goroutine. Who joins and leaves does
// so between two of its passes.
type shard struct {
	wake chan struct{} // has room for one: that there is something to do

	mu     sync.Mutex // guards what follows
	queue  []parcel
	joins  []*Client
	leaves []*Client

	// Only run touches what follows.
	crowds map[*Topic][]*Client
	buf    []byte
}

// parcel is a part on its way to the clients of a topic.
type parcel struct {
	topic *Topic
	part
}

func newShard() *shard {
	return &shard{wake: make(chan struct{}, 1), crowds: map[*Topic][]*Client{}}
}

func (s *shard) publish(t *Topic, p part) {
	s.mu.Lock()
	s.queue = append(s.queue, parcel{t, p})
	s.mu.Unlock()
	s.poke()
}

func (s *shard) join(c *Client) {
	s.mu.Lock()
	s.joins = append(s.joins, c)
	s.mu.Unlock()
	s.poke()
}

func (s *shard) leave(c *Client) {
	s.mu.Lock()
	s.leaves = append(s.leaves, c)
	s.mu.Unlock()
	s.poke()
}

func (s *shard) poke() {
	select {
	case s.wake <- struct{}{}:
	default: // it knows
	}
}

// run passes over the clients until over is closed.
func (s *shard) run(over <-chan struct{}) {
	for {
		select {
		case <-over:
			return
		case <-s.wake:
			s.pass()
		}
	}
}

func (s *shard) pass() {
	s.mu.Lock()
	queue, joins, leaves := s.queue, s.joins, s.leaves
	s.queue, s.joins, s.leaves = nil, nil, nil
	s.mu.Unlock()

	for _, b := range sorted(queue) {
		s.send(b)
	}
	for _, c := range joins {
		s.admit(c)
	}
	for _, c := range leaves {
		s.remove(c)
	}
}

// batch is what one pass sends to the clients of a topic: parts, one by one and
// joined. A client that has since has all of it to get, and then has seq; both are
// 0 where there are signals only, which are for all.
type batch struct {
	topic      *Topic
	parts      []part
	since, seq uint64
	bytes      []byte
}

// sorted makes the batch of each topic: its frames in their order, and the latest
// signal of each kind.
func sorted(queue []parcel) []*batch {
	var list []*batch
	signals := map[*batch][]part{}
	of := map[*Topic]*batch{}
	for _, p := range queue {
		b := of[p.topic]
		if b == nil {
			b = &batch{topic: p.topic}
			of[p.topic] = b
			list = append(list, b)
		}
		if p.Seq == 0 {
			signals[b] = latest(signals[b], p.part)
			continue
		}
		if b.seq == 0 {
			b.since = p.Since
		}
		b.seq = p.Seq
		b.parts = append(b.parts, p.part)
	}
	for b, last := range signals {
		b.parts = append(b.parts, last...)
	}
	return list
}

// send writes a batch to all of its clients.
func (s *shard) send(b *batch) {
	crowd := s.crowds[b.topic]
	if len(crowd) == 0 {
		return
	}
	b.bytes = b.parts[0].Bytes
	if len(b.parts) > 1 {
		s.buf = s.buf[:0]
		for _, p := range b.parts {
			s.buf = append(s.buf, p.Bytes...)
		}
		b.bytes = s.buf
	}
	for _, c := range crowd {
		c.take(b)
	}
	if cap(s.buf) > MaxBytes {
		s.buf = nil // not kept for a pass that may never be as large again
	}
}

// admit takes a client in. What is published from now on comes with the next
// pass; some of it may be in the ring already, and is not sent twice.
func (s *shard) admit(c *Client) {
	if c.welcome() {
		crowd := s.crowds[c.topic]
		c.place = len(crowd)
		s.crowds[c.topic] = append(crowd, c)
	}
}

func (s *shard) remove(c *Client) {
	crowd := s.crowds[c.topic]
	last := len(crowd) - 1
	if c.place < 0 {
		return // it was closed before it was taken in
	}
	crowd[c.place] = crowd[last]
	crowd[c.place].place = c.place
	crowd[last] = nil
	s.crowds[c.topic] = crowd[:last]
	if last == 0 {
		delete(s.crowds, c.topic)
	}
}
