package web

import (
	"context"
	"sync"
	"sync/atomic"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// feedKey is what readers have in common that may be sent the same bytes.
type feedKey struct {
	negotiation negotiation.NegotiationID
	audience    negotiation.Audience
	mayTable    bool
	tag         string
	form        form
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

	mu    sync.Mutex // guards conns
	conns map[*conn]struct{}
}

func newFeed(l *live, key feedKey, t lang.Tongue, v negotiation.View, epoch string) *feed {
	f := &feed{live: l, key: key, tongue: t, epoch: epoch, conns: map[*conn]struct{}{}}
	f.now.Store(newMoment(f, v, nil))
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

// step waits for the next state and shows it. What the readers of all of it who
// kept up are sent is made here, before any of them is woken.
func (f *feed) step(ctx context.Context) error {
	before := f.now.Load()
	v, err := f.live.server.room.Next(ctx, f.key.negotiation, f.key.audience, before.view.Seq)
	if err != nil {
		return err
	}
	if !v.Readable {
		return errNotSignedIn
	}
	m := newMoment(f, v, before)
	if f.showsAll() {
		_, _ = m.change(before.view.Seq, "") // an error is kept, and told to whoever asks
	}
	f.now.Store(m)
	f.wake()
	return nil
}

// showsAll reports whether some reader shows more than one paragraph.
func (f *feed) showsAll() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.conns {
		if c.only == "" {
			return true
		}
	}
	return false
}

// wake tells all readers that there is something newer.
func (f *feed) wake() {
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.conns {
		c.poke()
	}
}

// join takes a reader in, whose goroutines do not run yet.
func (f *feed) join(c *conn, a ask) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.conns[c] = struct{}{}
	// The feed may be about to show what the reader's page was made from already.
	seq := max(f.now.Load().view.Seq, a.newest)
	c.feed, c.last, c.only = f, a.from(f.epoch, seq), a.only
	c.hello = helloMessage{Type: "hello", Epoch: f.epoch, Seq: seq}
}

// leave lets a reader go and gives how many are left.
func (f *feed) leave(c *conn) int {
	f.mu.Lock()
	defer f.mu.Unlock()
	delete(f.conns, c)
	return len(f.conns)
}

// stop ends all connections with a close code.
func (f *feed) stop(code int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for c := range f.conns {
		c.stop(code)
	}
}
