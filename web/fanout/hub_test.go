package fanout_test

import (
	"fmt"
	"sync"
	"testing"

	"plenary/web/fanout"
)

func TestAClientGetsWhatItMissedThenWhatFollowsAndTheLatestSignals(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(3, nil)
	early, late := overTCP(t, h), overTCP(t, h)
	topic.Join(early.here, 3, []byte("hello\n"), nil)
	early.want("hello")
	for seq := uint64(4); seq < 7; seq++ {
		topic.Publish(frame(seq-1, seq, 10))
	}
	early.want("3 4", "4 5", "5 6")
	topic.Signal("typing", []byte("typing 1\n"))
	early.want("typing 1")
	topic.Signal("presence", []byte("presence 1\n"))
	early.want("presence 1")
	topic.Signal("typing", []byte("typing 2\n"))
	early.want("typing 2")

	topic.Join(late.here, 1, []byte("hello\n"), frame(1, 5, 0))
	late.want("hello", "1 5", "5 6", "typing 2", "presence 1")
	topic.Publish(frame(6, 9, 0))
	for _, p := range []*peer{early, late} {
		p.want("6 9")
	}
}

func TestWhatTheRingNoLongerHasIsCaughtUpOrRefused(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	bare := h.Topic(7, nil)
	able := h.Topic(7, func(since uint64) (*fanout.Frame, error) { return frame(since, 8, 0), nil })
	broken := h.Topic(7, func(uint64) (*fanout.Frame, error) { return nil, fmt.Errorf("no paper") })
	refused, caught, faulty := overTCP(t, h), overTCP(t, h), overTCP(t, h)
	able.Publish(frame(7, 8, 0))
	bare.Join(refused.here, 2, []byte("hello\n"), nil)
	able.Join(caught.here, 2, []byte("hello\n"), nil)
	broken.Join(faulty.here, 2, []byte("hello\n"), nil)
	refused.want("hello", "bye 4008")
	caught.want("hello", "2 8")
	faulty.want("hello", "bye 4002")
	_ = refused.conn.Close()
	if got := refused.gone(); got != fanout.Stuck {
		t.Errorf("the client left with %d, want %d", got, fanout.Stuck)
	}
	able.Publish(frame(8, 9, 0))
	caught.want("8 9")
}

func TestAFrameOutOfOrderIsAMistake(t *testing.T) {
	for _, f := range []*fanout.Frame{frame(1, 4, 0), frame(4, 5, 0), frame(3, 3, 0)} {
		t.Run(fmt.Sprintf("%d to %d after 3", f.Since, f.Seq), func(t *testing.T) {
			h := fanout.New(stay)
			stopped(t, h)
			topic := h.Topic(3, nil)
			defer func() {
				if recover() == nil {
					t.Error("it was published")
				}
			}()
			topic.Publish(f)
		})
	}
}

// Nobody misses a frame, or gets one twice, whenever they join and however many
// come and go meanwhile.
func TestClientsWhoComeAndGoMissNothing(t *testing.T) {
	const last = 3000
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(0, nil)
	stays := overTCP(t, h)
	topic.Join(stays.here, 0, nil, nil)

	var coming sync.WaitGroup
	for range 4 {
		coming.Go(func() {
			for since := uint64(0); since < last; {
				p := overTCP(t, h)
				topic.Join(p.here, since, nil, nil)
				to := min(since+100, last)
				if _, err := p.until(since, to); err != nil {
					t.Errorf("from %d to %d: %v", since, to, err)
				}
				since = to
				_ = p.conn.Close() // without a word, as a lost connection
			}
		})
	}
	for seq := uint64(1); seq <= last; seq++ {
		topic.Publish(frame(seq-1, seq, 20))
	}
	coming.Wait()
	if frames, err := stays.until(0, last); err != nil || frames != last {
		t.Errorf("who stays got %d frames, %v, want %d", frames, err, last)
	}
}

func TestWhoIsClosedGetsNothingThatIsPublishedAfter(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(0, nil)
	p := overTCP(t, h)
	topic.Join(p.here, 0, []byte("hello\n"), nil)
	topic.Publish(frame(0, 1, 0))
	p.want("hello", "0 1")
	p.here.Send([]byte("an answer\n"))
	p.here.Close(4100)
	p.here.Close(4102)
	topic.Publish(frame(1, 2, 0))
	topic.Signal("typing", []byte("typing\n"))
	p.here.Send([]byte("another answer\n"))
	p.want("an answer", "bye 4100")
	if line, err := p.line(); err == nil || line != "" {
		t.Errorf("after the farewell came %q", line)
	}
	_ = p.conn.Close()
	if got := p.gone(); got != 4100 {
		t.Errorf("the client left with %d, want 4100", got)
	}
}

func TestWhoIsClosedBeforeItJoinsGetsTheFarewellOnly(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(0, nil)
	p := overTCP(t, h)
	p.here.Last(4101, []byte("no\n"))
	topic.Join(p.here, 0, []byte("hello\n"), nil)
	topic.Publish(frame(0, 1, 0))
	p.want("no")
	if line, err := p.line(); err == nil || line != "" {
		t.Errorf("after the last word came %q", line)
	}
}
