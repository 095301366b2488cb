package web

import (
	"context"
	"crypto/rand"
	"net/http"
	"sync"

	"plenary/negotiation"
)

// live is the live channel: GET /n/{id}/live?since=SEQ, a websocket on which a
// reader is told what has changed; with &paragraph=ID only of that one, which is
// all that a page of one paragraph shows. It promises:
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
//   - Nothing is queued: a connection holds the message that it is writing and
//     the knowledge that there is a newer state. No reader delays another.
//
// Each class of readers that may share bytes has a feed, whose one goroutine
// asks the room for what is next; each connection has one that reads and one
// that writes. A feed ends with its last connection, and all end with close.
type live struct {
	server *Server
	tally  *tally

	mu     sync.Mutex // guards what follows
	feeds  map[feedKey]*feed
	closed bool
	// work counts the goroutines; it grows under mu only, while not closed.
	work sync.WaitGroup
}

func newLive(s *Server) *live {
	return &live{server: s, tally: newTally(), feeds: map[feedKey]*feed{}}
}

// serve makes a websocket of a request and returns; goroutines of its own carry
// on. What a browser should know of a refusal is told with a close code after
// the handshake, because it hides the status of a handshake from scripts.
func (l *live) serve(w http.ResponseWriter, r *http.Request) {
	b := Base{Tongue: visitorOf(r.Context()).tongue}
	ask, ok := readAsk(r)
	if !ok {
		http.Error(w, b.T("error.malformed"), http.StatusBadRequest)
		return
	}
	if !l.server.sameOrigin(r) {
		http.Error(w, b.T("error.other-site"), http.StatusForbidden)
		return
	}
	f, seat, err := l.find(r, &ask)
	if err != nil && closeCode(err) == closeFault {
		id := rand.Text()[:8]
		l.server.log.ErrorContext(r.Context(), "live channel not opened", "id", id, "path", r.URL.Path, "error", err)
		http.Error(w, b.T("error.broken", "id", id), http.StatusInternalServerError)
		return
	}
	leave, ok := l.tally.enter(negotiation.NegotiationID(r.PathValue("id")), seat.ID, addressOf(r))
	if !ok {
		w.Header().Set("Retry-After", "30")
		http.Error(w, b.T("error.too-many-live"), http.StatusServiceUnavailable)
		return
	}
	ws, line, failed := upgrade(w, r)
	switch {
	case failed != nil: // it has been answered
	case err != nil:
		line.farewell(closeCode(err))
		line.linger()
	case l.admit(newConn(l, ws, line, seat, passOf(l.server, r), leave), f, ask):
		return // it leaves when it ends
	default:
		line.farewell(closeGoingAway)
		line.linger()
	}
	leave()
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
	return newFeed(l, key, tongue, v, epoch), seat, err
}

func (l *live) running(key feedKey) *feed {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.feeds[key]
}

// admit joins c to the feed that has the key of f, or to f, and starts what is
// not running: the goroutines end when the connection does, and that of the
// feed with its last connection. All of them end with close, after which nobody
// is admitted.
func (l *live) admit(c *conn, f *feed, a ask) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return false
	}
	if there := l.feeds[f.key]; there != nil {
		f = there
	} else {
		if f.end != nil { // it ran when it was found, and has ended since
			f = newFeed(l, f.key, f.tongue, f.now.Load().view, f.epoch)
		}
		ctx, cancel := context.WithCancel(context.Background())
		f.end = cancel
		l.feeds[f.key] = f
		l.work.Go(func() { f.run(ctx) })
	}
	f.join(c, a)
	l.work.Go(c.write)
	l.work.Go(func() {
		defer l.forget(c)
		c.read()
	})
	return true
}

// forget takes c out of its feed, and ends the feed if it was the last.
func (l *live) forget(c *conn) {
	defer c.leave()
	l.mu.Lock()
	defer l.mu.Unlock()
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
}

// close sends everybody away with "come back" and waits until they have gone,
// which takes no longer than the patience for a last word. It may be called
// again, and waits again.
func (l *live) close() {
	l.mu.Lock()
	l.closed = true
	for _, f := range l.feeds {
		f.stop(closeGoingAway)
	}
	l.mu.Unlock()
	l.work.Wait()
}

// count is how many connections are open.
func (l *live) count() int { return l.tally.count() }

// Close ends all live connections with "come back", and waits until they have
// gone. Serve begins it when it ends; whoever serves by other means calls it.
func (s *Server) Close() { s.live.close() }
