package fanout_test

import (
	"sync/atomic"
	"testing"

	"plenary/web/fanout"
)

// One that never reads fills what the kernel keeps for it, then its backlog.
func TestAClientThatNeverReadsIsClosedAndDelaysNobody(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(0, nil)
	never, well := overTCP(t, h), overTCP(t, h)
	topic.Join(never.here, 0, nil, nil)
	topic.Join(well.here, 0, nil, nil)
	const most = 100_000
	last := uint64(0)
	for ; last < most; last++ {
		select {
		case <-never.left:
		default:
			topic.Publish(frame(last, last+1, 16<<10))
			if _, err := well.until(last, last+1); err != nil {
				t.Fatalf("the other client: %v", err)
			}
			continue
		}
		break
	}
	if last == most {
		t.Fatalf("the client is still there after %d frames", last)
	}
	if got := never.gone(); got != fanout.Stuck {
		t.Errorf("the client left with %d, want %d", got, fanout.Stuck)
	}
	// What it got is whole, in order, and if the last is torn nothing follows.
	for since := uint64(0); ; since++ {
		n, err := never.until(since, since+1)
		if err == nil {
			continue
		}
		if n != 0 || since == 0 {
			t.Errorf("after frame %d: %v", since, err)
		}
		if rest, err := never.line(); err == nil || rest != "" {
			t.Errorf("after the end came %.40q", rest)
		}
		return
	}
}

// full publishes frames until a client's socket takes no more: only then is the
// topic asked to catch up when it reads again.
func TestAClientThatIsBehindSkipsToTheNewest(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	var newest atomic.Uint64
	caught := make(chan uint64, 100)
	topic := h.Topic(0, func(since uint64) (*fanout.Frame, error) {
		caught <- since
		return frame(since, newest.Load(), 0), nil
	})
	slow, well := overTCP(t, h), overTCP(t, h)
	topic.Join(slow.here, 0, nil, nil)
	topic.Join(well.here, 0, nil, nil)
	publish := func(padding int) {
		seq := newest.Add(1)
		topic.Publish(frame(seq-1, seq, padding))
		if _, err := well.until(seq-1, seq); err != nil {
			t.Fatal(err)
		}
	}
	// One that is larger than all buffers on the way, then many small ones.
	publish(16 << 20)
	for range 100 {
		publish(10)
	}
	frames, err := slow.until(0, newest.Load())
	if err != nil {
		t.Fatal(err)
	}
	if frames != 2 {
		t.Errorf("101 changes came in %d frames, want the one that had begun and one more", frames)
	}
	if got := <-caught; got != 1 {
		t.Errorf("it was caught up from %d, want 1", got)
	}
	publish(10)
	if _, err := slow.until(newest.Load()-1, newest.Load()); err != nil {
		t.Errorf("then: %v", err)
	}
}

func TestSignalsAreFirstToGoUnderPressureAndNoLoss(t *testing.T) {
	h := fanout.New(stay)
	stopped(t, h)
	topic := h.Topic(0, nil)
	slow, well := overTCP(t, h), overTCP(t, h)
	topic.Join(slow.here, 0, nil, nil)
	topic.Join(well.here, 0, nil, nil)
	topic.Publish(frame(0, 1, 16<<20))
	if _, err := well.until(0, 1); err != nil {
		t.Fatal(err)
	}
	for range 2 * fanout.MaxFrames {
		topic.Signal("typing", []byte("typing\n"))
		topic.Signal("presence", []byte("presence\n"))
	}
	topic.Signal("typing", []byte("the last typing\n"))
	topic.Publish(frame(1, 2, 0))
	for line := ""; line != "1 2 "; {
		var err error
		if line, err = well.line(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := slow.until(0, 2); err != nil {
		t.Fatalf("signals came before frames, or closed the client: %v", err)
	}
	slow.want("the last typing", "presence")
}
