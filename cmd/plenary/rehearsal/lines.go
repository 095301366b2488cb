package rehearsal

import (
	"context"
	"crypto/tls"
	"net"
	"net/url"
	"sync"
	"time"
)

// hostPort is the address of a server with its port.
func hostPort(u *url.URL) string {
	if u.Port() != "" {
		return u.Host
	}
	if u.Scheme == "https" {
		return net.JoinHostPort(u.Hostname(), "443")
	}
	return net.JoinHostPort(u.Hostname(), "80")
}

// conns are lines with a goroutine each, for TLS and for systems without epoll. They
// come from whatever address the system chooses.
type conns struct {
	c     *crowd
	talks []talk
	ctx   context.Context
	end   context.CancelFunc
	work  sync.WaitGroup
}

// talk is a viewer's connection, nil while it is being made. The era tells it from
// one that the viewer had before.
type talk struct {
	conn net.Conn
	era  int
}

// newConns starts the goroutine that looks after the crowd; stop ends it.
func newConns(c *crowd) *conns {
	l := &conns{c: c, talks: make([]talk, len(c.viewers))}
	l.ctx, l.end = context.WithCancel(context.Background())
	l.work.Go(l.tick)
	return l
}

func (l *conns) tick() {
	ticks := time.NewTicker(tickEvery)
	defer ticks.Stop()
	for {
		select {
		case <-l.ctx.Done():
			return
		case now := <-ticks.C:
			l.c.mu.Lock()
			if l.ctx.Err() == nil {
				l.c.tick(now)
			}
			l.c.mu.Unlock()
		}
	}
}

// open implements lines. The goroutine that it starts ends with the connection.
func (l *conns) open(i int) error {
	l.talks[i] = talk{era: l.talks[i].era + 1}
	era := l.talks[i].era
	l.work.Go(func() { l.talk(i, era) })
	return nil
}

// talk connects and reads until the connection ends or is hung up.
func (l *conns) talk(i, era int) {
	conn, err := l.dial()
	buffer := make([]byte, 4<<10)
	n := 0
	for first := true; ; first = false {
		now := time.Now()
		l.c.mu.Lock()
		switch {
		case l.talks[i].era != era: // hung up
			err = net.ErrClosed
		case err != nil:
			l.c.lost(i, err)
		case first:
			l.talks[i].conn = conn
			l.c.opened(i)
		default:
			l.c.received(i, buffer[:n], now)
		}
		l.c.mu.Unlock()
		if err != nil {
			break
		}
		n, err = conn.Read(buffer)
	}
	if conn != nil {
		_ = conn.Close() // it may be closed already
	}
}

func (l *conns) dial() (net.Conn, error) {
	ctx, cancel := context.WithTimeout(l.ctx, handshakeTime)
	defer cancel()
	if l.c.aim.server.Scheme == "https" {
		return new(tls.Dialer).DialContext(ctx, "tcp", hostPort(l.c.aim.server))
	}
	return new(net.Dialer).DialContext(ctx, "tcp", hostPort(l.c.aim.server))
}

// write implements lines. What viewers say is short: a server that does not take it
// within a second is not there.
func (l *conns) write(i int, b []byte) error {
	conn := l.talks[i].conn
	if err := conn.SetWriteDeadline(time.Now().Add(time.Second)); err != nil {
		return err
	}
	_, err := conn.Write(b)
	return err
}

// hang implements lines.
func (l *conns) hang(i int) {
	t := &l.talks[i]
	if t.conn != nil {
		_ = t.conn.Close() // nobody is left to tell
	}
	*t = talk{era: t.era + 1}
}

// stop implements lines.
func (l *conns) stop() (wait func()) {
	l.end()
	for i := range l.c.viewers {
		l.c.leave(i)
	}
	return l.work.Wait
}
