package fanout

import (
	"math/rand/v2"
	"net"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	// turns is how many instants there are to be pinged at.
	turns = 25
	// Clients are sent away in waves of at least leastWave, one each wavePause,
	// and in no more than waves: enough that the farewells of thousands are no burst,
	// and not so long that the first are back before the next server is there.
	waves     = 20
	leastWave = 100
	wavePause = 75 * time.Millisecond
)

// Hub serves the clients of many topics. It is used by many goroutines.
type Hub struct {
	due func(owner any) int
	// work counts the goroutines of the hub, clients those that have not left.
	work    sync.WaitGroup
	clients sync.WaitGroup
	next    atomic.Uint32

	mu       sync.Mutex // guards what follows
	shards   []*shard   // not changed once there
	over     chan struct{}
	turns    [turns]map[*Client]struct{}
	stopping bool
}

// New gives a hub, which starts with its first topic and is ended by Stop.
//
// Each time before a client is pinged, due is asked with its owner for a close
// code; with 0 it stays. It may take its time: pings wait for it, and nothing
// else.
func New(due func(owner any) int) *Hub { return &Hub{due: due} }

// Topic begins a sequence at seq. With catch, which gives a frame that leads from
// since, or before, to the newest there is, clients that are behind skip; it is
// called in a goroutine of the client that needs it, also after the frame it gives
// has not been published yet. An error of it closes the client with Fault.
func (h *Hub) Topic(seq uint64, catch func(since uint64) (*Frame, error)) *Topic {
	h.start()
	t := &Topic{hub: h, catch: catch}
	t.ring.newest = seq
	return t
}

// start starts the goroutines, which Stop ends.
func (h *Hub) start() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.over != nil || h.stopping {
		return
	}
	h.over = make(chan struct{})
	for range runtime.GOMAXPROCS(0) {
		s := newShard()
		h.shards = append(h.shards, s)
		h.work.Go(func() { s.run(h.over) })
	}
	h.work.Go(h.ping)
}

func (h *Hub) shardOf() *shard {
	return h.shards[int(h.next.Add(1))%len(h.shards)]
}

// Client takes a connection over for writing, and sets its deadlines for reading.
// The owner is what the hub calls it. Whoever reads from the connection calls
// Heard when the other side says something, and Leave when it is over, which
// closes it: also if it never joins a topic, but is closed with a code.
func (h *Hub) Client(conn net.Conn, wire *Wire, owner any) *Client {
	if tcp, ok := conn.(interface{ SetWriteBuffer(int) error }); ok {
		_ = tcp.SetWriteBuffer(socketBuffer) // one that fails has gone, which its reader finds
	}
	c := &Client{hub: h, conn: conn, socket: socketOf(conn), wire: wire, owner: owner, place: -1, turn: uint8(rand.N(turns))}
	c.Heard()
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.stopping {
		return c // whoever opens one now closes it
	}
	h.clients.Add(1)
	if h.turns[c.turn] == nil {
		h.turns[c.turn] = map[*Client]struct{}{}
	}
	h.turns[c.turn][c] = struct{}{}
	return c
}

// forget lets a client go.
func (h *Hub) forget(c *Client) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if _, there := h.turns[c.turn][c]; there {
		delete(h.turns[c.turn], c)
		h.clients.Done()
	}
}

// ping pings all clients in turn until the hub is over.
func (h *Hub) ping() {
	tick := time.NewTicker(Every / turns)
	defer tick.Stop()
	for turn := 0; ; turn = (turn + 1) % turns {
		select {
		case <-h.over:
			return
		case <-tick.C:
		}
		for _, c := range h.turnOf(turn) {
			if code := h.due(c.owner); code != 0 {
				c.Close(code)
				continue
			}
			c.ping()
		}
	}
}

func (h *Hub) turnOf(turn int) []*Client {
	h.mu.Lock()
	defer h.mu.Unlock()
	list := make([]*Client, 0, len(h.turns[turn]))
	for c := range h.turns[turn] {
		list = append(list, c)
	}
	return list
}

// Stop closes all clients with a code, in waves where they are many, and waits
// until they have left and nothing of the hub runs. That takes a second and a half, and
// what a reader needs to leave. It may be called again, and waits again.
func (h *Hub) Stop(code int) {
	h.mu.Lock()
	first := !h.stopping
	h.stopping = true
	h.mu.Unlock()
	if first {
		h.sendAway(code)
	}
	h.clients.Wait()
	if first && h.over != nil {
		close(h.over)
	}
	h.work.Wait()
}

func (h *Hub) sendAway(code int) {
	var all []*Client
	for turn := range turns {
		all = append(all, h.turnOf(turn)...)
	}
	wave := max(leastWave, (len(all)+waves-1)/waves)
	for i, c := range all {
		if i > 0 && i%wave == 0 {
			time.Sleep(wavePause)
		}
		c.Close(code)
	}
}
