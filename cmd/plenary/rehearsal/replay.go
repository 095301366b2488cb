package rehearsal

import (
	"context"
	"io"
	"time"
)

// replay sends a plain broadcast what a witness saw of a server, at the same
// distances of time.
type replay struct {
	to   io.Writer
	seen []scripted
	sent uint64
}

// scripted is a change: what of it follows its instant, and when it was journalled.
type scripted struct {
	at   time.Time
	rest []byte
}

func (r *replay) send(i int) error {
	r.sent++
	return sendPlain(r.to, r.seen[i%len(r.seen)].rest)
}

// few implements source.
func (r *replay) few(ctx context.Context, n int) (last uint64, err error) {
	for i := range n {
		if err := r.send(i); err != nil {
			return r.sent, err
		}
	}
	return r.sent, ctx.Err()
}

// steady implements source.
func (r *replay) steady(ctx context.Context) (last uint64, err error) {
	begin := time.Now()
	for i := range r.seen {
		if err := pause(ctx, time.Until(begin.Add(r.seen[i].at.Sub(r.seen[0].at)))); err != nil {
			return r.sent, err
		}
		if err := r.send(i); err != nil {
			return r.sent, err
		}
	}
	return r.sent, nil
}

// burst implements source. What is sent is taken at the speed of the broadcast.
func (r *replay) burst(ctx context.Context, d time.Duration) (last uint64, err error) {
	begin := time.Now()
	for i := 0; time.Since(begin) < d; i++ {
		if err := r.send(i); err != nil {
			return r.sent, err
		}
	}
	return r.sent, ctx.Err()
}

// end implements source.
func (r *replay) end(context.Context) error { return nil }
