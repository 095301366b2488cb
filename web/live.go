package web

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"

	"golang.org/x/time/rate"

	"plenary/negotiation"
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
	outs    map[lookoutKey]*lookout
	streams map[string]*conn // by name
	closed  bool
	// work counts the goroutines; it grows under mu only, while not closed.
	work sync.WaitGroup
}

func newLive(s *Server) *live {
	l := &live{server: s, ways: ways(), tally: newTally(), ledger: newLedger(s.log, linesPerSecond, linesAtOnce), door: newDoor(),
		feeds: map[feedKey]*feed{}, outs: map[lookoutKey]*lookout{}, streams: map[string]*conn{}}
	l.hub = fanout.New(l.due)
	return l
}

// serve makes a websocket of a request and returns; goroutines of its own carry
// on. What a browser should know of a refusal is told with a close code after
// the handshake, because it hides the status of a handshake from scripts.
func (l *live) serve(w http.ResponseWriter, r *http.Request) { l.open(w, r, socketOf(r)) }

// stream is serve for where a proxy lets no websocket through.
func (l *live) stream(w http.ResponseWriter, r *http.Request) { l.open(w, r, streamWire) }

func (l *live) open(w http.ResponseWriter, r *http.Request, on wire) {
	b := Base{Tongue: visitorOf(r.Context()).tongue}
	a, ok := readAsk(r)
	if !ok {
		http.Error(w, b.T("error.malformed"), http.StatusBadRequest)
		return
	}
	a.wire = on
	if !l.server.sameOrigin(r) {
		l.ledger.refused(r, http.StatusForbidden)
		http.Error(w, b.T("error.other-site"), http.StatusForbidden)
		return
	}
	if !l.door.enter(r.Context()) {
		l.full(w, r)
		return
	}
	pass := sync.OnceFunc(l.door.leave)
	defer pass()
	f, seat, err := l.find(r, &a)
	if err != nil && closeCode(err) == closeFault {
		id := rand.Text()[:8]
		l.server.log.ErrorContext(r.Context(), "live channel not opened", "id", id, "path", pathOf(r), "error", err)
		http.Error(w, b.T("error.broken", "id", id), http.StatusInternalServerError)
		return
	}
	if err == nil && !f.has(r.Context(), &a) {
		l.ledger.refused(r, http.StatusNotFound)
		writeProblem(w, l.server.problem(r.Context(), negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", a.only)))
		return
	}
	id, address := negotiation.NegotiationID(r.PathValue("id")), addressOf(r)
	leave, ok := l.tally.enter(id, seat.ID, address)
	if !ok {
		l.full(w, r)
		return
	}
	c := &conn{live: l, id: id, seat: seat, pass: passOf(l.server, r), address: address, line: line{a.only, on},
		few: rate.NewLimiter(perSecond, burst), leave: leave}
	switch failed := c.take(w, r, on); {
	case failed != nil: // it has been answered
		leave()
	case err != nil:
		pass() // whoever takes their time to leave keeps nobody else out
		c.dismiss(closeCode(err))
	case !l.admit(c, f, l.server.board(id), on):
		pass()
		c.dismiss(closeGoingAway)
	default:
		if err := safely(func() error { return c.begin(r.Context(), a) }); err != nil {
			l.ledger.note("live connection not begun", "negotiation", id, "error", err)
			c.client.Close(closeFault)
		}
		go c.wait() // which admit has counted
	}
}

// full answers one too many.
func (l *live) full(w http.ResponseWriter, r *http.Request) {
	l.ledger.refused(r, http.StatusServiceUnavailable)
	w.Header().Set("Retry-After", "30")
	http.Error(w, Base{Tongue: visitorOf(r.Context()).tongue}.T("error.too-many-live"), http.StatusServiceUnavailable)
}

// find gives the seat of whoever asks and the feed for them: one that runs, so
// that a thousand who come back at once cost one look at the room, or a new one.
func (l *live) find(r *http.Request, a *ask) (*feed, negotiation.Seat, error) {
	ctx, id := r.Context(), negotiation.NegotiationID(r.PathValue("id"))
	seat, err := l.server.seatIn(ctx, id)
	if err != nil {
		return nil, seat, err
	}
	if a.newest, err = l.server.room.Seq(ctx, id); err != nil {
		return nil, seat, err
	}
	tongue := visitorOf(ctx).tongue
	key := feedKey{negotiation: id, audience: seat.Audience(), mayTable: seat.MayTable, tag: tongue.Tag(), form: a.form}
	if f := l.running(key); f != nil {
		return f, seat, nil
	}
	v, err := l.server.room.View(ctx, id, seat.Audience())
	if err != nil {
		return nil, seat, err
	}
	if !v.Readable {
		return nil, seat, errNotSignedIn
	}
	epoch, err := l.server.room.Epoch(ctx, id)
	return newFeed(l, key, tongue, l.server.board(id).looks.sight(v), epoch), seat, err
}

func (l *live) running(key feedKey) *feed {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.feeds[key]
}

// admit takes c into the feed that has the key of f, or into f, which it starts;
// what it starts ends with the last connection of the feed, and that of c with
// its read. All of them end with close, after which nobody is admitted.
func (l *live) admit(c *conn, f *feed, b *board, on wire) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return false
	}
	if there := l.feeds[f.key]; there != nil {
		f = there
	} else {
		if f.end != nil { // it ran when it was found, and has ended since
			f = newFeed(l, f.key, f.tongue, f.now.Load().sight, f.epoch)
		}
		l.run(f, b)
	}
	if on == streamWire {
		c.name = rand.Text()
		l.streams[c.name] = c
	}
	l.work.Add(1)
	c.presence = b.enter(c.seat)
	f.join(c)
	return true
}

// run starts a feed. l.mu is held.
func (l *live) run(f *feed, b *board) {
	ctx, cancel := context.WithCancel(context.Background())
	f.end, f.over, f.board, f.out = cancel, ctx.Done(), b, l.lookoutFor(f.key)
	l.feeds[f.key] = f
	l.work.Go(func() { f.run(ctx) })
	l.work.Go(func() { f.listen(ctx) })
}

// lookoutFor gives the lookout of a feed. l.mu is held.
func (l *live) lookoutFor(key feedKey) *lookout {
	o := l.outs[key.lookoutKey()]
	if o == nil {
		o = &lookout{}
		l.outs[key.lookoutKey()] = o
	}
	return o
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

// remove ends f. l.mu is held.
func (l *live) remove(f *feed) {
	f.end()
	if l.feeds[f.key] == f {
		delete(l.feeds, f.key)
	}
	for other := range l.feeds {
		if other.lookoutKey() == f.key.lookoutKey() {
			return
		}
	}
	delete(l.outs, f.key.lookoutKey())
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
