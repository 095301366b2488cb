package fanout_test

import (
	"net"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"plenary/web/fanout"
)

// What takes time is tested over pipes, where time is virtual and a writer waits
// for its reader from the first byte on.

func overPipe(t testing.TB, h *fanout.Hub) *peer {
	t.Helper()
	here, there := net.Pipe()
	return meet(t, h, here, there)
}

func TestAClientThatTakesNothingIsClosedInTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := fanout.New(stay)
		topic := h.Topic(0, nil)
		defer h.Stop(4001)
		whole, torn := overPipe(t, h), overPipe(t, h)
		for _, p := range []*peer{whole, torn} {
			topic.Join(p.here, 0, []byte("hello\n"), nil)
			p.want("hello")
		}
		begin := time.Now()
		topic.Publish(frame(0, 1, 5000))
		if _, err := torn.in.Peek(1); err != nil { // its buffer takes the beginning of the frame
			t.Fatal(err)
		}
		synctest.Wait()
		time.Sleep(fanout.Patience + time.Millisecond)
		whole.want("bye 4008")
		for _, p := range []*peer{whole, torn} {
			if got := p.gone(); got != fanout.Stuck {
				t.Errorf("closed with %d, want %d", got, fanout.Stuck)
			}
		}
		if line, err := torn.line(); err == nil {
			t.Errorf("what was torn was followed: %.40q", line)
		}
		if took, most := time.Since(begin), fanout.Patience+2*fanout.LastWord; took > 2*most {
			t.Errorf("closed after %s, want at most %s", took, most)
		}
	})
}

func TestEveryClientIsAskedForAndPingedInItsTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var revoked atomic.Bool
		h := fanout.New(func(owner any) int {
			if owner != nil && revoked.Load() {
				return 4100
			}
			return 0
		})
		topic := h.Topic(0, nil)
		defer h.Stop(4001)
		p := overPipe(t, h)
		topic.Join(p.here, 0, []byte("hello\n"), nil)
		p.want("hello", "ping")
		for range 3 {
			begin := time.Now()
			p.want("ping")
			if took := time.Since(begin); took != fanout.Every {
				t.Errorf("the next ping came after %s, want %s", took, fanout.Every)
			}
		}
		revoked.Store(true)
		begin := time.Now()
		p.want("bye 4100")
		if took := time.Since(begin); took > fanout.Every {
			t.Errorf("closed after %s, want within %s", took, fanout.Every)
		}
	})
}

func TestASilentClientIsGoneAfterItsWiresSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := fanout.New(stay)
		topic := h.Topic(0, nil)
		defer h.Stop(4001)
		here, there := net.Pipe()
		wire := lines()
		wire.Silence = time.Minute
		c := h.Client(here, wire, nil)
		topic.Join(c, 0, nil, nil)
		defer func() { _ = there.Close() }()
		go func() {
			for buf, err := make([]byte, 64), error(nil); err == nil; {
				_, err = there.Read(buf)
			}
		}()
		begin := time.Now()
		time.Sleep(30 * time.Second)
		c.Heard()
		if _, err := here.Read(make([]byte, 1)); err == nil {
			t.Error("something was heard of who is silent")
		}
		if took := time.Since(begin); took != 90*time.Second {
			t.Errorf("given up after %s, want 90s", took)
		}
		if code := c.Leave(true); code != 0 {
			t.Errorf("left with %d, want 0", code)
		}
	})
}

func TestAHubThatStopsSendsEverybodyAwayInWaves(t *testing.T) {
	for _, tt := range []struct {
		clients int
		least   time.Duration
		most    time.Duration
	}{
		{0, 0, 0},
		{1, 0, 0},
		{100, 0, 0},
		{3000, time.Second, 2 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			h := fanout.New(stay)
			topic := h.Topic(0, nil)
			var told sync.WaitGroup
			for range tt.clients {
				p := overPipe(t, h)
				topic.Join(p.here, 0, []byte("hello\n"), nil)
				told.Go(func() {
					p.want("hello", "bye 4001")
					_ = p.conn.Close()
				})
			}
			synctest.Wait()
			begin := time.Now()
			h.Stop(4001)
			if took := time.Since(begin); took < tt.least || took > tt.most {
				t.Errorf("%d clients were sent away in %s, want from %s to %s", tt.clients, took, tt.least, tt.most)
			}
			told.Wait()
			h.Stop(4001)
		})
	}
}

// Who asks on and on, and takes an answer now and then, would be kept the others for
// ever.
func TestAnswersThatAreNotTakenCountAsBeingBehind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := fanout.New(stay)
		here, there := net.Pipe()
		p := meet(t, h, here, there)
		var reads sync.WaitGroup
		reads.Go(func() {
			buf := make([]byte, 1)
			for { // a byte now and then is being there
				if _, err := there.Read(buf); err != nil {
					return
				}
				time.Sleep(fanout.Patience / 2)
			}
		})
		for range 2 * fanout.MaxFrames {
			p.here.Send([]byte("an answer\n"))
			synctest.Wait()
		}
		if code := p.gone(); code != fanout.Stuck {
			t.Errorf("closed with %d, want %d", code, fanout.Stuck)
		}
		_ = there.Close()
		reads.Wait()
		h.Stop(4001)
	})
}
