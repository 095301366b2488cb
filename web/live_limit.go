package web

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"plenary/negotiation"
)

// The limits of the live channel.
const (
	// maxLive bounds the connections in all; maxOfSeat those of one seat, which
	// a delegation shares; maxOfAddress those from one address, behind which a
	// whole conference may sit.
	maxLive      = 20_000
	maxOfSeat    = 64
	maxOfAddress = 5_000

	// maxAtDoor bounds the handshakes at work; whoever comes meanwhile waits for
	// atDoor at most.
	maxAtDoor = 512
	atDoor    = 3 * time.Second

	// silence is how long a reader on a websocket may say nothing: it is pinged
	// every 25 s. One that is silent for so long has gone.
	silence = 60 * time.Second
	// lastWord is how long the head of a stream may take to be taken.
	lastWord = 2 * time.Second

	// maxMessage bounds a message from a reader, in bytes. Pings count: perSecond
	// of both are borne, burst at once.
	maxMessage = 64 << 10
	perSecond  = rate.Limit(20)
	burst      = 40
	// typingEvery is how long a feed rests between signals of what is typed, which
	// people watch appear, and signalEvery between those of another kind.
	typingEvery = 75 * time.Millisecond
	signalEvery = 200 * time.Millisecond

	// linesPerSecond and linesAtOnce bound what readers can bring into the log.
	linesPerSecond = rate.Limit(5)
	linesAtOnce    = 50

	// maxTails bounds the changes that one state keeps ready for readers that
	// are behind, of the whole draft and of each paragraph. Readers beyond share
	// one that begins earlier than they need.
	maxTails = 16
)

// tally counts connections against the limits.
type tally struct {
	mu        sync.Mutex // guards what follows
	all       int
	bySeat    map[string]int
	byAddress map[string]int
}

func newTally() *tally {
	return &tally{bySeat: map[string]int{}, byAddress: map[string]int{}}
}

// enter counts a connection in, unless it is one too many; readers without a
// seat count by their address only, which is that of addressOf. The function
// that it gives counts it out.
func (t *tally) enter(id negotiation.NegotiationID, seat negotiation.SeatID, address string) (leave func(), ok bool) {
	place := string(id) + "/" + string(seat)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.all >= maxLive || t.byAddress[address] >= maxOfAddress || seat != "" && t.bySeat[place] >= maxOfSeat {
		return nil, false
	}
	t.add(place, address, 1)
	return sync.OnceFunc(func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		t.add(place, address, -1)
	}), true
}

func (t *tally) add(place, address string, n int) {
	t.all += n
	if t.byAddress[address] += n; t.byAddress[address] == 0 {
		delete(t.byAddress, address)
	}
	if t.bySeat[place] += n; t.bySeat[place] == 0 {
		delete(t.bySeat, place)
	}
}

func (t *tally) count() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.all
}

// door bounds the handshakes at work.
type door struct {
	places chan struct{}
	wait   time.Duration
}

func newDoor() *door { return &door{places: make(chan struct{}, maxAtDoor), wait: atDoor} }

// enter waits for a place, and reports whether there was one in time.
func (d *door) enter(ctx context.Context) bool {
	select {
	case d.places <- struct{}{}:
		return true
	default:
	}
	late := time.NewTimer(d.wait)
	defer late.Stop()
	select {
	case d.places <- struct{}{}:
		return true
	case <-late.C:
	case <-ctx.Done():
	}
	return false
}

func (d *door) leave() { <-d.places }
