package web

import (
	"context"
	"net/http"
	"sync"

	"plenary/web/fanout"
)

// live is the live channel: GET /n/{id}/live?since=SEQ, a websocket on which a
// reader is told what has changed, or GET /n/{id}/events, the same as server-sent
// events; with &paragraph=ID only of that one, which is all that a page of one
// paragraph shows. It promises:
//
//   - hello comes first, with the epoch and the Seq that the server has; then one
//     change with exactly what was missed since `since`; then one change for
//     each that follows. A reader that is behind skips to the newest: its next
//     change is made from the Seq that it has, so `since` of a change is never
//     after the last `seq` that was sent. It is before it only where so many
//     are behind, each by something else, that they have to share.
//   - Where the reader's epoch is another or its since is in the future, there
//     is no such change: the hello tells, and the reader loads anew.
//   - Nobody is sent what their View does not hold. A closed seat, an ended
//     session and a revoked bearer lose their connection, at
//     the latest with the next ping.
//   - No reader delays another, and none keeps more than the backlog of package
//     fanout: one beyond it is closed with 4008, and comes back to one change.
//   - A websocket that agrees to permessage-deflate gets the same messages, deflated
//     once for all who do [RFC 7692].
//   - Signals, of what is beside the record, come after the changes: of each kind
//     the newest, five times a second at most.
//
// Each class of readers that may share bytes has a feed, which asks the room for
// what is next and renders it once; the hub sends it. Each connection has a
// goroutine that waits until there is something to read. A feed ends with its last connection, and all end with
// close.
type live struct {
	server *Server
	hub    *fanout.Hub
	ways   map[wire]*fanout.Wire
	tally  *tally
	ledger *ledger
	door   *door
	// deflater serves all feeds.
	deflater deflater
	buffers  sync.Pool // for handshakes

	mu      sync.Mutex // guards what follows
	feeds   map[feedKey]*feed
	streams map[string]*conn // by name
	closed  bool
	// work counts the goroutines; it grows under mu only, while not closed.
	work sync.WaitGroup
}

func newLive(s *Server) *live {
	l := &live{server: s, ways: ways(), tally: newTally(), ledger: newLedger(s.log, linesPerSecond, linesAtOnce), door: newDoor(),
		feeds: map[feedKey]*feed{}, streams: map[string]*conn{}}
	l.hub = fanout.New(l.due)
	return l
}

// serve makes a websocket of a request and returns; goroutines of its own carry
// on. What a browser should know of a refusal is told with a close code after
// the handshake, because it hides the status of a handshake from scripts.
func (l *live) serve(w http.ResponseWriter, r *http.Request) { l.open(w, r, socketOf(r)) }

// stream is serve for where a proxy lets no websocket through.
func (l *live) stream(w http.ResponseWriter, r *http.Request) { l.open(w, r, streamWire) }

// run starts a feed. l.mu is held.
func (l *live) run(f *feed, b *board) {
	ctx, cancel := context.WithCancel(context.Background())
	f.end, f.over, f.board = cancel, ctx.Done(), b
	l.feeds[f.key] = f
	l.work.Go(func() {
		f.run(ctx)
		l.tidy(b)
	})
	l.work.Go(func() { f.listen(ctx) })
}

// forget takes c out of its feed, and ends the feed if it was the last.
func (l *live) forget(c *conn) {
	defer l.work.Done()
	defer c.leave()
	c.presence.leave()
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.streams, c.name)
	if c.feed.leave(c) == 0 {
		l.remove(c.feed)
	}
}

// abandon ends a feed that cannot go on: its readers come back to a new one.
func (l *live) abandon(f *feed, code int) {
	l.mu.Lock()
	l.remove(f)
	l.mu.Unlock()
	f.stop(code)
}

// tidy lets go of what was made for feeds of a negotiation that nobody follows any more.
func (l *live) tidy(b *board) {
	l.mu.Lock()
	followed := false
	for key := range l.feeds {
		followed = followed || key.negotiation == b.id
	}
	l.mu.Unlock()
	if !followed {
		b.looks.forget()
	}
}

// remove ends f. l.mu is held.
func (l *live) remove(f *feed) {
	f.end()
	if l.feeds[f.key] == f {
		delete(l.feeds, f.key)
	}
}

// close sends everybody away with "come back", in waves where they are many, and
// waits until they have gone: for a second and a half, and the patience for a last word.
// It may be called again, and waits again.
func (l *live) close() {
	l.mu.Lock()
	l.closed = true
	l.mu.Unlock()
	l.hub.Stop(closeGoingAway)
	l.work.Wait()
}

// count is how many connections are open.
func (l *live) count() int { return l.tally.count() }

// Close ends all live connections with "come back", and waits until they have
// gone; what is being drafted is kept. Serve begins it when it ends; whoever serves
// by other means calls it.
func (s *Server) Close() {
	s.live.close()
	s.lobby.close()
}
