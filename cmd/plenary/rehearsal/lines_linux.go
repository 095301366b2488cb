package rehearsal

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"syscall"
	"time"
)

// newLines gives lines that cost next to nothing, because they usually share the
// machine with the server that is measured. TLS has to be done in this process, and
// takes the other kind.
func newLines(c *crowd) (lines, error) {
	if c.aim.server.Scheme == "https" {
		return newConns(c), nil
	}
	return newPoll(c)
}

// poll reads all sockets from one goroutine [epoll(7)].
type poll struct {
	c       *crowd
	fd      int
	address netip.AddrPort
	sockets []socket
	over    bool
	done    chan struct{}
}

// socket is a viewer's. The era tells events of the socket that it has from those
// of one that it had, whose number may be the same.
type socket struct {
	fd      int
	era     int32
	waiting []byte // what could not be sent yet
}

// bufferSize is how much is read from one socket before the next has its turn.
const bufferSize = 256 << 10

// newPoll starts the goroutine that reads; stop ends it.
func newPoll(c *crowd) (*poll, error) {
	resolved, err := net.ResolveTCPAddr("tcp", hostPort(c.aim.server))
	if err != nil {
		return nil, fmt.Errorf("look up the server: %w", err)
	}
	fd, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
	if err != nil {
		return nil, os.NewSyscallError("epoll_create1", err)
	}
	address := resolved.AddrPort()
	p := &poll{c: c, fd: fd, address: netip.AddrPortFrom(address.Addr().Unmap(), address.Port()),
		sockets: make([]socket, len(c.viewers)), done: make(chan struct{})}
	for i := range p.sockets {
		p.sockets[i].fd = -1
	}
	go p.run()
	return p, nil
}

func (p *poll) run() {
	defer close(p.done)
	events, buffer := make([]syscall.EpollEvent, 512), make([]byte, bufferSize)
	for p.turn(events, buffer) {
	}
	_ = syscall.Close(p.fd)
}

// turn waits for events and answers them. It reports whether to go on.
func (p *poll) turn(events []syscall.EpollEvent, buffer []byte) bool {
	n, err := syscall.EpollWait(p.fd, events, int(tickEvery.Milliseconds()))
	if err != nil && err != syscall.EINTR {
		panic(fmt.Sprintf("rehearsal: epoll_wait: %v", err)) // the arguments are ours
	}
	p.c.mu.Lock()
	defer p.c.mu.Unlock()
	if p.over {
		return false
	}
	for _, e := range events[:max(n, 0)] {
		i := int(e.Fd)
		if p.sockets[i].era != e.Pad {
			continue // it was hung up meanwhile
		}
		if e.Events&syscall.EPOLLOUT != 0 {
			p.writable(i)
		}
		if p.sockets[i].era == e.Pad && e.Events&^syscall.EPOLLOUT != 0 {
			p.readable(i, buffer)
		}
	}
	p.c.tick(time.Now())
	return true
}

// writable goes on with connecting, or with what could not be sent.
func (p *poll) writable(i int) {
	s := &p.sockets[i]
	if p.c.viewers[i].standing == opening {
		errno, err := syscall.GetsockoptInt(s.fd, syscall.SOL_SOCKET, syscall.SO_ERROR)
		if err == nil && errno != 0 {
			err = syscall.Errno(errno)
		}
		if err != nil {
			p.c.lost(i, os.NewSyscallError("connect", err))
			return
		}
		era := s.era
		if p.c.opened(i); s.era == era && len(s.waiting) == 0 {
			p.check(i, p.watch(i, syscall.EPOLL_CTL_MOD, syscall.EPOLLIN))
		}
		return
	}
	waiting := s.waiting
	s.waiting = nil
	p.check(i, p.write(i, waiting))
	if p.c.viewers[i].standing >= asking && len(s.waiting) == 0 {
		p.check(i, p.watch(i, syscall.EPOLL_CTL_MOD, syscall.EPOLLIN))
	}
}

func (p *poll) check(i int, err error) {
	if err != nil {
		p.c.lost(i, err)
	}
}

// readable reads once: what is left makes the next event.
func (p *poll) readable(i int, buffer []byte) {
	n, err := syscall.Read(p.sockets[i].fd, buffer)
	switch {
	case err == syscall.EAGAIN || err == syscall.EINTR:
	case err != nil:
		p.c.lost(i, os.NewSyscallError("read", err))
	case n == 0:
		p.c.lost(i, io.EOF)
	default:
		p.c.received(i, buffer[:n], time.Now())
	}
}

// stop implements lines.
func (p *poll) stop() (wait func()) {
	p.over = true
	for i := range p.c.viewers {
		p.c.leave(i)
	}
	return func() { <-p.done }
}
