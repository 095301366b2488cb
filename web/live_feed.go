package web

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"plenary/negotiation"
	"plenary/negotiation/lang"
	"plenary/web/fanout"
)

// feedKey is what readers have in common that may be sent the same bytes.
type feedKey struct {
	negotiation negotiation.NegotiationID
	audience    negotiation.Audience
	mayTable    bool
	tag         string
	form        form
}

// line is what else decides which bytes readers are sent, of the same rendering.
type line struct {
	// only is the one paragraph that they show; none means all.
	only negotiation.ParagraphID
	wire wire
}

// feed follows one negotiation for one class of readers.
type feed struct {
	live   *live
	key    feedKey
	tongue lang.Tongue
	epoch  string
	// now is the newest state, complete with what most readers need of it.
	now atomic.Pointer[moment]
	// end lets run return; nil until it runs. The lock of live guards it.
	end context.CancelFunc
	// over is closed when the feed has ended, and board what is beside the record;
	// both are there from when it runs.
	over  <-chan struct{}
	board beside
	// news tells listen that there is a newer state.
	news chan struct{}
	// said are the signals of each kind as they were sent last. Only listen
	// touches them.
	said map[string]saidSignal

	mu     sync.Mutex // guards what follows
	conns  map[negotiation.Seat]map[*conn]struct{}
	topics map[line]*followed
	moved  chan struct{} // closed when now is replaced
	// signals are the finished ones, for topics that begin later.
	signals map[string]finished
}

// followed is the topic of those on one line.
type followed struct {
	*fanout.Topic
	conns int
}

func newFeed(l *live, key feedKey, t lang.Tongue, s *sight, epoch string) *feed {
	f := &feed{live: l, key: key, tongue: t, epoch: epoch, news: make(chan struct{}, 1), said: map[string]saidSignal{},
		conns: map[negotiation.Seat]map[*conn]struct{}{}, topics: map[line]*followed{},
		moved: make(chan struct{}), signals: map[string]finished{}}
	f.now.Store(newMoment(f, s, nil))
	return f
}

// run takes each new state from the room until ctx ends. A feed that breaks
// sends its readers away: they come back to a new one.
func (f *feed) run(ctx context.Context) {
	for {
		err := safely(func() error { return f.step(ctx) })
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			continue
		case closeCode(err) == closeFault:
			f.live.server.log.ErrorContext(ctx, "live feed ended", "negotiation", f.key.negotiation, "error", err)
		}
		f.live.abandon(f, closeCode(err))
		return
	}
}

// step waits for the next state and shows it. What is sent is rendered first, and
// seats that were closed are sent away before anybody is shown the state.
func (f *feed) step(ctx context.Context) error {
	before := f.now.Load()
	v, err := f.live.server.room.Next(ctx, f.key.negotiation, f.key.audience, before.view.Seq)
	switch {
	case err != nil:
		return err
	case !v.Readable:
		return errNotSignedIn
	}
	m := newMoment(f, f.live.server.board(v.ID).looks.sight(v), before)
	for on := range f.followed() {
		if _, err := m.change(before.view.Seq, on); err != nil {
			return err
		}
	}
	f.unseat()
	for on, topic := range f.show(m) {
		frame, err := m.change(before.view.Seq, on)
		if err != nil {
			return err
		}
		// Of many who came meanwhile it may lead from earlier than it has to.
		topic.Publish(&fanout.Frame{Since: uint64(before.view.Seq), Seq: frame.Seq, Bytes: frame.Bytes})
	}
	poke(f.news)
	return nil
}

// poke tells whoever listens that there is something new. It never waits.
func poke(news chan struct{}) {
	select {
	case news <- struct{}{}:
	default: // they know
	}
}

// followed are the topics that have readers.
func (f *feed) followed() map[line]*followed {
	f.mu.Lock()
	defer f.mu.Unlock()
	return maps.Clone(f.topics)
}

// show makes m the newest state, and gives the topics that begin before it.
func (f *feed) show(m *moment) map[line]*followed {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.now.Store(m)
	close(f.moved)
	f.moved = make(chan struct{})
	return maps.Clone(f.topics)
}

// reach waits until the state is no older than seq: the record may have moved
// before the feed has. It gives nil where that will not be.
func (f *feed) reach(ctx context.Context, seq negotiation.Seq) *moment {
	for {
		f.mu.Lock()
		moved := f.moved
		f.mu.Unlock()
		if m := f.now.Load(); m.view.Seq >= seq {
			return m
		}
		select {
		case <-moved:
		case <-f.over:
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}

// unseat closes the connections of seats that are no longer as they were.
func (f *feed) unseat() {
	f.mu.Lock()
	seats := slices.Collect(maps.Keys(f.conns))
	f.mu.Unlock()
	for _, seat := range seats {
		if f.live.seated(f.key.negotiation, seat) {
			continue
		}
		f.mu.Lock()
		for c := range f.conns[seat] {
			c.client.Close(closeNotAllowed)
		}
		f.mu.Unlock()
	}
}

// join takes a reader in.
func (f *feed) join(c *conn) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.conns[c.seat] == nil {
		f.conns[c.seat] = map[*conn]struct{}{}
	}
	f.conns[c.seat][c] = struct{}{}
	topic := f.topics[c.line]
	if topic == nil {
		topic = &followed{Topic: f.topic(c.line)}
		f.topics[c.line] = topic
	}
	topic.conns++
	c.feed, c.topic = f, topic.Topic
}

// topic begins the sequence of those on one line. f.mu is held.
func (f *feed) topic(on line) *fanout.Topic {
	t := f.live.hub.Topic(uint64(f.now.Load().view.Seq), func(since uint64) (*fanout.Frame, error) {
		return f.now.Load().change(negotiation.Seq(since), on)
	})
	for kind, b := range f.signals {
		t.Signal(kind, b[on.wire]())
	}
	return t
}

// leave lets a reader go and gives how many are left.
func (f *feed) leave(c *conn) (left int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.conns[c.seat], c)
	if len(f.conns[c.seat]) == 0 {
		delete(f.conns, c.seat)
	}
	if topic := f.topics[c.line]; topic != nil {
		if topic.conns--; topic.conns == 0 {
			delete(f.topics, c.line)
		}
	}
	for _, t := range f.topics {
		left += t.conns
	}
	return left
}

// stop ends all connections with a close code.
func (f *feed) stop(code int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, conns := range f.conns {
		for c := range conns {
			c.client.Close(code)
		}
	}
}
