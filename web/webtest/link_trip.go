package webtest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"
)

// segment is the most that is sent at once, in bytes, as on an Ethernet.
const segment = 1400

// window is how many segments of one direction may be on their way: about 64 kB,
// as a sender has that was told of no larger window [RFC 9293 3.8.6].
const window = 48

// maxHead bounds the head of a request that is looked at, in bytes.
const maxHead = 64 << 10

// trip is one connection over a link: two streams, one each way.
type trip struct {
	link   *Link
	reader net.Conn
	number uint64
	// upgraded says that it asked for a websocket, and got it. The lock of the
	// link guards it.
	upgraded bool

	hush  sync.Once
	muted chan struct{} // closed when it carries nothing any more
	end   sync.Once
	over  chan struct{} // closed when it has ended

	mu     sync.Mutex // guards server
	server net.Conn   // nil until it is dialled
}

func newTrip(l *Link, reader net.Conn, number uint64) *trip {
	return &trip{link: l, reader: reader, number: number, muted: make(chan struct{}), over: make(chan struct{})}
}

// mute lets the trip stand without carrying anything. It never waits.
func (t *trip) mute() { t.hush.Do(func() { close(t.muted) }) }

// abort ends the trip without a farewell to either side. It never waits.
func (t *trip) abort() {
	t.end.Do(func() { close(t.over) })
	t.mu.Lock()
	defer t.mu.Unlock()
	reset(t.reader)
	if t.server != nil {
		reset(t.server)
	}
}

// reset closes a connection so that the other side sees it broken.
func reset(c net.Conn) {
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.SetLinger(0) // it has been closed already
	}
	_ = c.Close() // likewise
}

// run carries until both sides have said all, or the trip is aborted.
func (t *trip) run() {
	select {
	case <-t.muted: // nobody on the other side hears of it
		_, _ = io.Copy(io.Discard, t.reader) // until the reader gives up
		return
	default:
	}
	head, refused := t.look()
	if refused || !t.connect() {
		return
	}
	var both sync.WaitGroup
	both.Go(func() { t.carry(t.server, io.MultiReader(bytes.NewReader(head), t.reader), &t.link.up, 1) })
	both.Go(func() { t.carry(t.reader, t.server, &t.link.down, 2) })
	both.Wait()
	// All has been said: a reset would take along what has not been read yet.
	_ = errors.Join(t.server.Close(), t.reader.Close()) // one of them may have gone
}

// connect dials the server; false means that there is none, or no use.
func (t *trip) connect() bool {
	c, err := t.link.dial()
	if err != nil {
		return false
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.server = c
	select {
	case <-t.over:
		reset(c)
		return false
	default:
		return true
	}
}

// look reads the head of the first request and answers it where it asks for a
// websocket that is refused.
func (t *trip) look() (head []byte, refused bool) {
	b := make([]byte, segment)
	for !bytes.Contains(head, []byte("\r\n\r\n")) && len(head) < maxHead {
		n, err := t.reader.Read(b)
		head = append(head, b[:n]...)
		if err != nil {
			return head, false
		}
	}
	if !bytes.Contains(bytes.ToLower(head), []byte("\r\nupgrade: websocket\r\n")) {
		return head, false
	}
	status := t.link.refuses(t)
	if status == 0 {
		return head, false
	}
	// Whoever does not wait for the answer need not have it.
	_, _ = fmt.Fprintf(t.reader, "HTTP/1.1 %d %s\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", status, http.StatusText(status))
	_ = t.reader.Close() // and not reset, which would take the answer along
	return nil, true
}

// parcel is a segment on its way, or the end of a stream.
type parcel struct {
	bytes []byte
	at    time.Time // when it arrives
}

// carry takes one stream from its source to its end. What reads ahead ends with
// the source, which ends with the trip.
func (t *trip) carry(to net.Conn, from io.Reader, way *lane, direction uint64) {
	parcels := make(chan parcel, window)
	t.link.work.Go(func() {
		defer close(parcels)
		t.load(parcels, from, way, direction)
	})
	if err := t.deliver(parcels, to); err != nil {
		t.abort()
	}
}

// load sends what it reads on its way, until there is no more.
func (t *trip) load(parcels chan<- parcel, from io.Reader, way *lane, direction uint64) {
	// Reproducible, and not for secrets.
	chance := rand.New(rand.NewPCG(t.link.now().Seed, t.number<<2|direction))
	var last time.Time
	for {
		b := make([]byte, segment)
		n, err := from.Read(b)
		q := t.link.now()
		p := parcel{bytes: b[:n], at: way.arrival(n, q)}
		for n > 0 && q.Loss > 0 && chance.Float64() < q.Loss {
			p.at = p.at.Add(q.retransmission())
		}
		if p.at.Before(last) {
			p.at = last // a stream stays in order
		}
		last = p.at
		select {
		case parcels <- p:
		case <-t.over:
			return
		}
		if err != nil {
			return
		}
	}
}

// retransmission is after how long a sender sends again what was not
// acknowledged: the round trip, and the least variance that systems assume
// [RFC 6298 2, with the 200 ms of Linux instead of a second].
func (q Quality) retransmission() time.Duration { return 2*q.Delay + 200*time.Millisecond }

var errMuted = errors.New("link is silent")

// deliver writes each parcel when it arrives, and closes the stream after the
// last.
func (t *trip) deliver(parcels <-chan parcel, to net.Conn) error {
	for p := range parcels {
		if err := t.await(p.at); err != nil {
			return nil // there is nobody to tell
		}
		if _, err := to.Write(p.bytes); err != nil {
			return err
		}
	}
	if half, ok := to.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return to.Close()
}

// await waits for an instant. Of a muted trip it never comes.
func (t *trip) await(at time.Time) error {
	timer := time.NewTimer(time.Until(at))
	defer timer.Stop()
	arrived := timer.C
	for {
		select {
		case <-t.over:
			return net.ErrClosed
		case <-t.muted:
			<-t.over
			return errMuted
		case <-arrived:
			select {
			case <-t.muted: // both are so: it was not in time
				arrived = nil
			default:
				return nil
			}
		}
	}
}

// lane is one direction of a link, which all connections share.
type lane struct {
	mu   sync.Mutex // guards free
	free time.Time  // when what was sent so far has left
}

// arrival is when n bytes that are sent now arrive.
func (w *lane) arrival(n int, q Quality) time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	if now := time.Now(); w.free.Before(now) {
		w.free = now
	}
	if q.Rate > 0 {
		w.free = w.free.Add(time.Duration(n) * 8 * time.Second / time.Duration(q.Rate))
	}
	return w.free.Add(q.Delay)
}
