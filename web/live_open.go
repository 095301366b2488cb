package web

import (
	"crypto/rand"
	"net/http"
	"sync"

	"golang.org/x/time/rate"

	"plenary/negotiation"
)

// open lets whoever asks in, or answers why not. It returns when that is done.
func (l *live) open(w http.ResponseWriter, r *http.Request, on wire) {
	a, ok := l.asked(w, r)
	if !ok {
		return
	}
	a.wire = on
	if !l.door.enter(r.Context()) {
		l.full(w, r)
		return
	}
	leaveDoor := sync.OnceFunc(l.door.leave)
	defer leaveDoor()
	f, seat, err := l.find(r, &a)
	if l.answered(w, r, f, &a, err) {
		return
	}
	c, ok := l.connection(w, r, seat, a)
	if !ok {
		return
	}
	switch {
	case err != nil:
		leaveDoor() // whoever takes their time to leave keeps nobody else out
		c.dismiss(closeCode(err))
	case !l.admit(c, f, l.server.board(c.id), on):
		leaveDoor()
		c.dismiss(closeGoingAway)
	default:
		if err := safely(func() error { return c.begin(r.Context(), a) }); err != nil {
			l.ledger.note("live connection not begun", "negotiation", c.id, "error", err)
			c.client.Close(closeFault)
		}
		go c.wait() // which admit has counted
	}
}

// asked reads what is asked for. What is malformed, or comes from another site, is
// answered.
func (l *live) asked(w http.ResponseWriter, r *http.Request) (a ask, ok bool) {
	b := Base{Tongue: visitorOf(r.Context()).tongue}
	if a, ok = readAsk(r); !ok {
		http.Error(w, b.T("error.malformed"), http.StatusBadRequest)
		return a, false
	}
	if !l.server.sameOrigin(r) {
		l.ledger.refused(r, http.StatusForbidden)
		http.Error(w, b.T("error.other-site"), http.StatusForbidden)
		return a, false
	}
	return a, true
}

// answered answers where there is nothing to connect to: what failed is at fault, or
// the paragraph that is asked for is not there. Of other errors the connection is told
// with a close code.
func (l *live) answered(w http.ResponseWriter, r *http.Request, f *feed, a *ask, err error) bool {
	switch {
	case err != nil && closeCode(err) == closeFault:
		id := rand.Text()[:8]
		l.server.log.ErrorContext(r.Context(), "live channel not opened", "id", id, "path", pathOf(r), "error", err)
		http.Error(w, Base{Tongue: visitorOf(r.Context()).tongue}.T("error.broken", "id", id), http.StatusInternalServerError)
		return true
	case err == nil && !f.has(r.Context(), a):
		l.ledger.refused(r, http.StatusNotFound)
		writeProblem(w, l.server.problem(r.Context(), negotiation.Refuse(negotiation.UnknownParagraph, "paragraph", a.only)))
		return true
	}
	return false
}

// connection makes one of a request, and counts it in. Where it cannot, it has answered.
func (l *live) connection(w http.ResponseWriter, r *http.Request, seat negotiation.Seat, a ask) (*conn, bool) {
	id, address := negotiation.NegotiationID(r.PathValue("id")), addressOf(r)
	leave, ok := l.tally.enter(id, seat.ID, address)
	if !ok {
		l.full(w, r)
		return nil, false
	}
	c := &conn{live: l, id: id, seat: seat, pass: passOf(l.server, r), address: address, line: line{a.only, a.wire},
		few: rate.NewLimiter(perSecond, burst), leave: leave}
	if c.take(w, r, a.wire) != nil { // it has been answered
		leave()
		return nil, false
	}
	return c, true
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
