package rehearsal

import (
	"context"
	"fmt"
	"time"
)

const (
	// warmUp is how many changes are made before anything is measured, and how many
	// viewers see them.
	warmUp = 16
	// overloadTime is how long changes are made as fast as possible, at most.
	overloadTime = 2 * time.Second
	// drainTime is how long the last deliveries are waited for.
	drainTime = 30 * time.Second
)

// trial is the measuring of one server, step by step.
type trial struct {
	pid     int     // 0 where it is not ours to look at
	rate    float64 // changes a second; 0 for a trial that makes none
	changes source
	crowd   *crowd
	last    uint64 // the Seq that all viewers have
	side    Side
	// witness is shown each change of the steady part, whole; it may be nil.
	witness func(m message, payload []byte)
}

// gather seats n viewers, and measures what they cost before anything happens. What a
// server does the first time is done before, for a few.
func (t *trial) gather(ctx context.Context, a aim, n int) (err error) {
	before, known := usage{}, false
	for _, size := range []int{min(warmUp, n), n} {
		if t.crowd != nil {
			t.crowd.stop()
		}
		if t.crowd, err = newCrowd(a, size); err != nil {
			return err
		}
		before, known = usageOf(t.pid)
		t.crowd.come()
		limit := 15*time.Second + time.Duration(size)*5*time.Millisecond
		if err := await(ctx, t.crowd.whenAll(0), limit); err != nil {
			return fmt.Errorf("let the viewers in: %w%s", err, t.crowd.state(0))
		}
		if after, ok := usageOf(t.pid); ok && known {
			kb := float64(after.memory-before.memory) / 1024 / float64(size)
			t.side.Kilobytes = &kb
		}
		if err := t.begin(ctx, size); err != nil {
			return err
		}
	}
	return nil
}

// begin makes the first changes. After them, with the few who come first, it measures
// what a change costs however many look on.
func (t *trial) begin(ctx context.Context, viewers int) (err error) {
	if t.last, err = t.changes.few(ctx, warmUp); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	if err := t.drained(ctx); err != nil || viewers > warmUp || t.rate == 0 {
		return err
	}
	before, known := usageOf(t.pid)
	if t.last, err = atPace(ctx, t.changes, t.rate, warmUp); err != nil {
		return fmt.Errorf("make changes for a few viewers: %w", err)
	}
	if err := t.drained(ctx); err != nil {
		return err
	}
	if after, ok := usageOf(t.pid); ok && known {
		ms := millis(after.cpu-before.cpu) / warmUp
		t.side.Millis = &ms
	}
	return nil
}

// await waits until done is closed, no longer than limit.
func await(ctx context.Context, done <-chan struct{}, limit time.Duration) error {
	ctx, cancel := context.WithTimeoutCause(ctx, limit, fmt.Errorf("it took more than %v", limit))
	defer cancel()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

// drained waits until all viewers have what was recorded.
func (t *trial) drained(ctx context.Context) error {
	if err := await(ctx, t.crowd.whenAll(t.last), drainTime); err != nil {
		return fmt.Errorf("wait for the last viewer: %w%s", err, t.crowd.state(t.last))
	}
	return nil
}

// steady makes changes at the pace of the rehearsal and measures their way.
func (t *trial) steady(ctx context.Context) error {
	begin := t.last
	t.crowd.measured(begin)
	t.crowd.watchedBy(t.witness)
	defer t.crowd.watchedBy(nil)
	before, known := usageOf(t.pid)
	last, err := t.changes.steady(ctx)
	if err != nil {
		return fmt.Errorf("play the story: %w", err)
	}
	t.last = max(t.last, last)
	if err := t.drained(ctx); err != nil {
		return err
	}
	after, _ := usageOf(t.pid)
	m := t.crowd.measured(t.last)
	t.side.Changes, t.side.Deliveries = int64(t.last-begin), m.deliveries
	t.side.Each, t.side.Last = spreadOf(&m.each), spreadOf(m.lastViewer())
	if m.deliveries > 0 {
		t.side.Bytes = float64(m.bytes) / float64(m.deliveries)
	}
	if known && m.deliveries > 0 {
		us := float64((after.cpu - before.cpu).Microseconds()) / float64(m.deliveries)
		t.side.Micros = &us
	}
	return nil
}

// overload makes changes as fast as it can for d, and counts what is delivered meanwhile.
// The channel that it gives tells what was recorded last, once no more is made.
func (t *trial) overload(ctx context.Context, d time.Duration) <-chan ended {
	over := make(chan ended, 1)
	t.crowd.measured(t.last)
	begin := time.Now()
	go func() { // ends after d, or when the source breaks
		last, err := t.changes.burst(ctx, d)
		over <- ended{last, err}
	}()
	if pause(ctx, d) == nil {
		m := t.crowd.measured(t.last)
		perSecond := float64(m.deliveries) / time.Since(begin).Seconds()
		t.side.Overload = &perSecond
	}
	return over
}

// ended is how a burst ended.
type ended struct {
	last uint64
	err  error
}

// back measures from begin until all viewers are back and have what they missed. What
// was lost and came twice is counted from the faults before.
func (t *trial) back(ctx context.Context, missed uint64, begin time.Time, before faults) (*Return, error) {
	if err := t.drained(ctx); err != nil {
		return nil, err
	}
	back := &Return{Missed: missed, Seconds: time.Since(begin).Seconds()}
	now := t.crowd.tally()
	back.Lost, back.Twice = now.missing()-before.missing(), now.twice-before.twice
	return back, nil
}

// storm drops all viewers at once, makes changes while they are away, and lets them
// come back, all together.
func (t *trial) storm(ctx context.Context) (*Return, error) {
	begin, before := t.last, t.crowd.tally()
	t.crowd.drop()
	var err error
	if t.last, err = t.changes.few(ctx, warmUp); err != nil {
		return nil, fmt.Errorf("go on without viewers: %w", err)
	}
	come := time.Now()
	t.crowd.come()
	return t.back(ctx, t.last-begin, come, before)
}

// end sends the viewers home and gives what was measured.
func (t *trial) end() Side {
	if t.crowd != nil {
		t.crowd.stop()
		f := t.crowd.tally()
		t.side.Lost, t.side.Twice = f.missing(), f.twice
	}
	return t.side
}
