package web

import (
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

	// pingEvery is how often a connection is asked whether it is there, from an
	// instant of its own so that not all are asked at once. One that is silent
	// for silence has gone.
	pingEvery = 25 * time.Second
	silence   = 60 * time.Second
	// patience is how long a reader may take nothing of what is written to it.
	patience = 10 * time.Second
	// lastWord is how long a connection that ends has to take leave.
	lastWord = 2 * time.Second

	// maxMessage bounds a message from a reader, in bytes. None is expected
	// today, and pings count: perSecond of them are borne, burst at once.
	maxMessage = 64 << 10
	perSecond  = rate.Limit(2)
	burst      = 20

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
