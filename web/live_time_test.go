package web_test

import (
	"context"
	"net"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web/webtest"
)

// What takes time is tested over pipes, where time is virtual and a writer
// waits for its reader from the first byte on.

// pipes is a listener whose connections are pipes.
type pipes struct {
	ends chan net.Conn
	done chan struct{}
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.ends:
		return c, nil
	case <-p.done:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error   { close(p.done); return nil }
func (p *pipes) Addr() net.Addr { return nowhere{} }

type nowhere struct{}

func (nowhere) Network() string { return "pipe" }
func (nowhere) String() string  { return "pipe" }

// timedHouse is a house in a bubble of virtual time.
type timedHouse struct {
	t     *testing.T
	room  *room.Room
	store *store.Memory
	line  *pipes
	stop  func()
	// deflated lets readers agree to deflating; newest is what came to the last of them.
	deflated bool
	newest   *overheard
}

// inTime runs a test in a bubble, on a house that is stopped at its end.
func inTime(t *testing.T, test func(t *testing.T, h *timedHouse)) {
	t.Helper()
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	// The keeper of sessions has a goroutine that no bubble would see the end of.
	s := newServer(t, r, kept, time.Now)
	synctest.Test(t, func(t *testing.T) {
		h := &timedHouse{t: t, room: r, store: kept, line: &pipes{ends: make(chan net.Conn), done: make(chan struct{})}}
		h.stop = serveOn(t, h.line, s)
		defer h.stop()
		furnish(t, r, webtest.Draft(), false)
		test(t, h)
	})
}

func (h *timedHouse) do(seat negotiation.SeatID, c negotiation.Command) negotiation.Seq {
	h.t.Helper()
	return do(h.t, h.room, seat, c)
}

// table tables a proposal on 2.a and gives its Seq.
func (h *timedHouse) table() negotiation.Seq {
	h.t.Helper()
	return h.do(webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{amend("p5", "examine work;")}}})
}

// invites gives the secret of an invitation for a seat.
func (h *timedHouse) invites(seat negotiation.SeatID) string {
	h.t.Helper()
	secret := store.NewSecret()
	inv := negotiation.Invitation{Negotiation: webtest.ID, Seat: seat, Created: time.Now(), Expires: time.Now().Add(24 * time.Hour)}
	if err := h.store.AddInvitation(h.t.Context(), secret, inv); err != nil {
		h.t.Fatal(err)
	}
	return secret
}

// as opens the live channel for a seat.
func (h *timedHouse) as(seat negotiation.SeatID) *reader {
	h.t.Helper()
	return h.asking(seat, "as=json")
}

// asking is as with a query.
func (h *timedHouse) asking(seat negotiation.SeatID, query string) *reader {
	h.t.Helper()
	ws, res, err := h.dial("/n/"+string(webtest.ID)+"/live?"+query, bearer(h.invites(seat)))
	if err != nil {
		h.t.Fatalf("handshake of %s: %v (%v)", seat, err, res)
	}
	return newReader(h.t, ws)
}

// dial opens a websocket at a path.
func (h *timedHouse) dial(path string, header http.Header) (*websocket.Conn, *http.Response, error) {
	d := websocket.Dialer{EnableCompression: h.deflated, NetDialContext: func(context.Context, string, string) (net.Conn, error) {
		here, there := net.Pipe()
		h.line.ends <- there
		h.newest = &overheard{Conn: here}
		return h.newest, nil
	}}
	return d.Dial("ws://pipe"+path, header)
}

func TestAReaderWhoIsStuckDelaysNobodyAndIsCutOff(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		stuck, well := h.as(webtest.Peru), h.as(webtest.Peru)
		stuck.hello()
		well.hello()
		begin := time.Now()
		for range 5 {
			seq := h.table()
			if m := well.next(); m.Seq != seq {
				t.Fatalf("the other reader got seq %d, want %d", m.Seq, seq)
			}
		}
		if waited := time.Since(begin); waited != 0 {
			t.Errorf("the other reader waited %s for one who is stuck", waited)
		}
		time.Sleep(10*time.Second + time.Millisecond)
		if got := stuck.closing(); got != 4008 {
			t.Errorf("the stuck reader was closed with %d, want 4008", got)
		}
	})
}

func TestAReaderWhoIsSlowSkipsToTheNewest(t *testing.T) {
	for _, deflated := range []bool{false, true} {
		inTime(t, func(t *testing.T, h *timedHouse) {
			h.deflated = deflated
			r := h.as(webtest.Peru)
			begin := r.hello().Seq
			for range 20 {
				h.table()
				synctest.Wait() // the first change waits to be read, and each other behind it
			}
			last := h.table()
			time.Sleep(9 * time.Second) // slow, but not stuck
			// One that had begun to be written, and one for all that came behind it.
			if changes, _ := r.upTo(begin, last); changes > 2 {
				t.Errorf("deflated: %t: 21 entries came in %d changes, want two at most", deflated, changes)
			}
		})
	}
}

func TestPingsAndFarewellsAreNeverDeflated(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		h.deflated = true
		r := h.as(webtest.Peru)
		r.hello()
		h.table()
		r.next()
		go func() {
			time.Sleep(30 * time.Second) // one ping at least
			h.do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Peru})
		}()
		if got := r.closing(); got != 4100 {
			t.Errorf("closed with %d, want 4100", got)
		}
		came := map[byte]int{}
		for _, f := range h.newest.frames(t) {
			came[f.first]++
		}
		if came[0x89] == 0 || came[0x88] != 1 || came[0xc1] == 0 || came[0xc9]+came[0xc8] != 0 {
			t.Errorf("frames by their first byte: %x; want pings (89), deflated text (c1), and one farewell (88)", came)
		}
	})
}

func TestAClosedSeatThatIsBehindGetsNothingThatFollows(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		r := h.as(webtest.Peru)
		r.hello()
		for range 3 {
			h.table()
			synctest.Wait() // the first waits to be read, the others behind it
		}
		closed := h.do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Peru})
		h.table()
		synctest.Wait()
		for {
			m, err := r.read()
			if websocket.IsCloseError(err, 4100) {
				return
			}
			if err != nil || m.Seq >= closed {
				t.Fatalf("got a change to %d, %v; the seat was closed with %d", m.Seq, err, closed)
			}
		}
	})
}

func TestAReaderWhoAnswersPingsStaysAndOneWhoDoesNotGoes(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		silent, well := h.as(webtest.Peru), h.as(webtest.Peru)
		silent.hello()
		well.hello()
		pings, asked := 0, time.Now()
		silent.ws.SetPingHandler(func(string) error { return nil })
		answer := well.ws.PingHandler()
		well.ws.SetPingHandler(func(data string) error {
			if pings++; pings > 1 && time.Since(asked) != 25*time.Second {
				t.Errorf("ping %d came %s after the one before, want 25s", pings, time.Since(asked))
			}
			asked = time.Now()
			return answer(data)
		})
		gone := make(chan time.Duration, 1)
		go func() {
			begin := time.Now()
			for err := error(nil); err == nil; {
				_, _, err = silent.ws.ReadMessage() // it listens and says nothing
			}
			gone <- time.Since(begin)
		}()
		go func() {
			for range 3 {
				time.Sleep(50 * time.Second)
				h.do(webtest.Secretariat, negotiation.OpenComments{})
			}
		}()
		for range 3 {
			well.next()
		}
		if pings < 5 || pings > 6 {
			t.Errorf("%d pings in 150 s, want one every 25 s", pings)
		}
		if got := <-gone; got < 60*time.Second || got > 62*time.Second {
			t.Errorf("the silent reader was kept for %s, want a minute", got)
		}
	})
}

func TestARevokedBearerLosesTheConnection(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		r := h.as(webtest.Peru)
		r.hello()
		if err := h.store.RevokeInvitations(t.Context(), webtest.ID, webtest.Peru); err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		if got := r.closing(); got != 4100 {
			t.Errorf("closed with %d, want 4100", got)
		}
		if waited := time.Since(begin); waited > 25*time.Second {
			t.Errorf("closed after %s, want within one ping", waited)
		}
	})
}

func TestAServerThatStopsDoesNotWaitLongForOneWhoIsStuck(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		h.as(webtest.Peru).hello()
		h.table()
		synctest.Wait() // the change waits to be read, for ever
		begin := time.Now()
		h.stop()
		if waited := time.Since(begin); waited > 4*time.Second {
			t.Errorf("the server took %s to stop", waited)
		}
	})
}

// Whoever is told that there is no such negotiation, and does not listen, takes two
// seconds to send away: as many as are let in at a time must not be waited for.
func TestWhoIsNotLetInKeepsNobodyElseOut(t *testing.T) {
	inTime(t, func(t *testing.T, h *timedHouse) {
		for range 512 {
			ws, _, err := h.dial("/n/nosuch/live", nil)
			if err != nil {
				t.Fatal(err)
			}
			newReader(t, ws)
		}
		begin := time.Now()
		h.as(webtest.Peru).hello()
		if waited := time.Since(begin); waited != 0 {
			t.Errorf("a reader waited %s for those who are not let in", waited)
		}
	})
}
