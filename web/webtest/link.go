package webtest

import (
	"errors"
	"net"
	"sync"
	"testing"
	"time"
)

// Quality is what a link does to what passes over it, each way alike. The zero
// Quality passes everything on at once.
type Quality struct {
	// Delay is how long a byte is on its way, in one direction.
	Delay time.Duration
	// Loss is the share of segments that are lost. Nothing is missing after it,
	// as over TCP: a lost segment, and all behind it, come one time of
	// retransmission later.
	Loss float64
	// Rate is what the link carries in bits a second, all connections together;
	// 0 is without limit.
	Rate int
	// Seed decides which segments are lost: the same ones of each connection in
	// every run.
	Seed uint64
}

// BadQuality is the link of a delegation that has the worst hotel of the
// conference: 400 ms each way, 2 % loss, 64 kbit/s.
func BadQuality() Quality {
	return Quality{Delay: 400 * time.Millisecond, Loss: 0.02, Rate: 64_000, Seed: 1}
}

// Link stands between readers and a server, as the network does: it passes bytes
// on, late, slowly, or not at all. It knows nothing of what it carries, but for
// the first request of a connection where it is told to refuse websockets. It
// paces itself with timers on goroutines of its own, which end with the test;
// over pipes in a bubble of testing/synctest its time is virtual.
type Link struct {
	listener net.Listener
	dial     func() (net.Conn, error)
	up, down lane

	mu      sync.Mutex // guards what follows
	quality Quality
	passes  bool // false while cut
	silent  bool
	refusal int // the status that answers websockets; 0 for none
	made    uint64
	trips   map[*trip]struct{}
	closed  bool
	// work counts the goroutines; it grows under mu only, while not closed.
	work sync.WaitGroup
}

// OpenLink opens a link to the server at address, "127.0.0.1:8080". It is good
// until it is told otherwise, and closes with the test.
func OpenLink(t testing.TB, address string) *Link {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatalf("open a link: %v", err)
	}
	return LinkBetween(t, l, func() (net.Conn, error) { return net.Dial("tcp", address) })
}

// LinkBetween opens a link between those who come to a listener and the server
// that dial leads to.
func LinkBetween(t testing.TB, l net.Listener, dial func() (net.Conn, error)) *Link {
	link := &Link{listener: l, dial: dial, passes: true, trips: map[*trip]struct{}{}}
	link.work.Go(link.accept)
	t.Cleanup(link.close)
	return link
}

// URL is where readers find the server behind the link.
func (l *Link) URL() string { return "http://" + l.Address() }

// Address is the host and port of URL.
func (l *Link) Address() string { return l.listener.Addr().String() }

// Set gives the link another quality, for what is sent from now on.
func (l *Link) Set(q Quality) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.quality = q
}

// Cut breaks all connections off, with what is on its way, and refuses new ones.
func (l *Link) Cut() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.passes, l.silent = false, false
	for t := range l.trips {
		t.abort()
	}
}

// Silence lets connections stand and carries nothing over them, as between
// machines of which one sleeps: nobody is told. New ones are taken likewise.
// None of them ever speaks again, also after Restore: what stood between has
// forgotten them overnight.
func (l *Link) Silence() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.passes, l.silent = true, true
	for t := range l.trips {
		t.mute()
	}
}

// Restore lets new connections pass again.
func (l *Link) Restore() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.passes, l.silent = true, false
}

// RefuseWebsockets answers each new connection that asks for a websocket with an
// HTTP status, as proxies do that do not know them; 0 lets them pass again.
// Websockets that are open break off.
func (l *Link) RefuseWebsockets(status int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.refusal = status
	for t := range l.trips {
		if status != 0 && t.upgraded {
			t.abort()
		}
	}
}

// accept takes connections until the listener closes.
func (l *Link) accept() {
	for {
		c, err := l.listener.Accept()
		if err != nil {
			return // it has been closed
		}
		l.take(c)
	}
}

// take begins a trip with a reader's connection. Its goroutines end with it, and
// all trips end with close.
func (l *Link) take(c net.Conn) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made++
	t := newTrip(l, c, l.made)
	switch {
	case l.closed || !l.passes:
		t.abort()
		return
	case l.silent:
		t.mute()
	}
	l.trips[t] = struct{}{}
	l.work.Go(func() {
		defer l.forget(t)
		t.run()
	})
}

func (l *Link) forget(t *trip) {
	t.abort()
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.trips, t)
}

// now gives the quality for what is sent now.
func (l *Link) now() Quality {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.quality
}

// refuses reports with which status websockets are answered; 0 lets t upgrade.
func (l *Link) refuses(t *trip) int {
	l.mu.Lock()
	defer l.mu.Unlock()
	t.upgraded = l.refusal == 0
	return l.refusal
}

// close ends the link and waits until nothing of it runs.
func (l *Link) close() {
	l.mu.Lock()
	l.closed = true
	for t := range l.trips {
		t.abort()
	}
	l.mu.Unlock()
	if err := l.listener.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
		panic("webtest: close the listener of a link: " + err.Error()) // ours alone
	}
	l.work.Wait()
}
