package rehearsal

import (
	"errors"
	"math/rand/v2"
	"sync"
	"time"
)

const (
	// maxOpening is how many viewers are on their way in at once: as many
	// handshakes as a server has at work.
	maxOpening = 512
	// tickEvery is how often viewers who rest are looked after.
	tickEvery = 20 * time.Millisecond
	// handshakeTime is how long a viewer may be on its way in.
	handshakeTime = 20 * time.Second
)

// lines are the connections of a crowd, each known by the number of its viewer. They
// call back opened, received and lost. All methods are called with the crowd's lock held,
// and callbacks too.
type lines interface {
	// open begins to connect.
	open(i int) error
	// write sends b, or keeps it until it can be sent.
	write(i int, b []byte) error
	// hang hangs up, as a network does that fails. Nothing is called back.
	hang(i int)
	// stop hangs all up and lets nothing be called back any more. The lock need
	// not be held when wait, which it gives, is called.
	stop() (wait func())
}

// standing is how far a viewer has got.
type standing byte

const (
	away    standing = iota // and nobody is waiting for it
	resting                 // until it is due
	queued
	opening  // connecting
	asking   // the handshake is sent
	greeting // waiting for hello
	ready
)

// viewer is one reader of the live channel. Everything is checked that it is sent.
type viewer struct {
	standing standing
	attempts int
	soon     int       // how many attempts are to come soon
	due      time.Time // when it comes back, or has been on its way for too long
	answer   []byte    // to the handshake, as far as it has come
	in       frames
	last     uint64 // the Seq that it has
	met      bool   // it has been greeted once, and has a Seq
}

// crowd is a number of viewers of one server.
type crowd struct {
	aim   aim
	nonce nonce
	rest  func(v *viewer) time.Duration // before a viewer comes back

	mu       sync.Mutex // guards what follows
	lines    lines
	viewers  []viewer
	queue    []int // those queued, and some that are so no more
	busy     int   // opening, asking or greeting
	here     int   // ready
	absent   bool  // nobody comes back
	epoch    string
	seen     *measure
	faults   faults
	waits    []*wait
	deflated inflated
	// witness is shown what the first viewer is, whole.
	witness func(m message, payload []byte)
}

// newCrowd gives n viewers who are not there yet. Somebody must call stop.
func newCrowd(a aim, n int) (*crowd, error) {
	c := &crowd{aim: a, nonce: newNonce(), rest: pageRest, viewers: make([]viewer, n), seen: &measure{}}
	for i := range c.viewers {
		c.viewers[i].in.keep = keepOfMessage
	}
	c.viewers[0].in.keep = maxMessage
	var err error
	c.lines, err = newLines(c)
	return c, err
}

// stop sends all viewers home for good.
func (c *crowd) stop() {
	c.mu.Lock()
	c.absent = true
	wait := c.lines.stop()
	c.mu.Unlock()
	wait()
}

// come lets all viewers who are away come in.
func (c *crowd) come() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.absent = false
	for i := range c.viewers {
		if c.viewers[i].standing == away {
			c.enqueue(i)
		}
	}
	c.fill()
}

// drop hangs up on all at once. They stay away until they are asked to come.
func (c *crowd) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.absent = true
	for i := range c.viewers {
		c.leave(i)
	}
}

func (c *crowd) enqueue(i int) {
	c.viewers[i].standing = queued
	c.queue = append(c.queue, i)
}

// fill opens connections while there is room.
func (c *crowd) fill() {
	for c.busy < maxOpening && len(c.queue) > 0 {
		i := c.queue[0]
		c.queue = c.queue[1:]
		v := &c.viewers[i]
		if v.standing != queued {
			continue
		}
		v.standing, v.due = opening, time.Now().Add(handshakeTime)
		c.busy++
		if err := c.lines.open(i); err != nil {
			c.lost(i, err)
		}
	}
}

// leave takes a viewer out, whose connection is over or never was.
func (c *crowd) leave(i int) {
	v := &c.viewers[i]
	switch v.standing {
	case opening, asking, greeting:
		c.busy--
	case ready:
		c.here--
	}
	if v.standing >= opening {
		c.lines.hang(i)
	}
	v.standing, v.answer, v.in = away, nil, frames{keep: v.in.keep}
}

const (
	// goingAway is the code of a server that stops and lets another take its place.
	goingAway = 4001
	// soonest is how often a page that was sent away with it tries soon.
	soonest = 6
)

// pageRest is the rest that a page takes (soon and delay in web/static/js/channel.js).
func pageRest(v *viewer) time.Duration {
	if v.soon > 0 {
		v.soon--
		return 300*time.Millisecond + rand.N(1200*time.Millisecond)
	}
	most := min(time.Second<<min(v.attempts, 5), 30*time.Second)
	v.attempts++
	return most/2 + rand.N(most/2)
}

// lost is called when a connection ends that was not hung up. The viewer comes back
// after a rest.
func (c *crowd) lost(i int, why error) {
	v := &c.viewers[i]
	if v.standing == ready {
		c.faults.cut++
	}
	c.faults.why = why
	c.leave(i)
	if c.absent {
		return
	}
	var over closed
	if errors.As(why, &over) && over.code == goingAway {
		v.soon = soonest
	}
	v.standing, v.due = resting, time.Now().Add(c.rest(v))
}

// tick looks after viewers who are due.
func (c *crowd) tick(now time.Time) {
	for i := range c.viewers {
		v := &c.viewers[i]
		if v.standing == away || v.standing == ready || now.Before(v.due) {
			continue
		}
		switch v.standing {
		case resting:
			c.enqueue(i)
		case opening, asking, greeting:
			c.lost(i, errors.New("no answer to a handshake"))
		}
	}
	c.fill()
}
