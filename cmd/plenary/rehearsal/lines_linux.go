package rehearsal

import (
	"errors"
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

// open implements lines.
func (p *poll) open(i int) error {
	family := syscall.AF_INET
	if p.address.Addr().Is6() {
		family = syscall.AF_INET6
	}
	fd, err := syscall.Socket(family, syscall.SOCK_STREAM|syscall.SOCK_NONBLOCK|syscall.SOCK_CLOEXEC, 0)
	if err != nil {
		return os.NewSyscallError("socket", err)
	}
	s := &p.sockets[i]
	s.fd, s.waiting = fd, nil
	s.era++
	if err := p.bind(i); err != nil {
		return err
	}
	if err := syscall.Connect(fd, sockaddr(p.address)); err != nil && err != syscall.EINPROGRESS {
		return os.NewSyscallError("connect", err)
	}
	return p.watch(i, syscall.EPOLL_CTL_ADD, syscall.EPOLLIN|syscall.EPOLLOUT)
}

// bindAddressNoPort lets the system choose the port only with the connection, so
// that there are enough of them [ip(7), IP_BIND_ADDRESS_NO_PORT].
const bindAddressNoPort = 24

// bind gives a viewer one of the addresses of this machine, if it is to have one.
func (p *poll) bind(i int) error {
	if p.c.aim.sources == 0 {
		return nil
	}
	fd := p.sockets[i].fd
	if err := syscall.SetsockoptInt(fd, syscall.IPPROTO_IP, bindAddressNoPort, 1); err != nil {
		return os.NewSyscallError("setsockopt", err)
	}
	from := &syscall.SockaddrInet4{Addr: [4]byte{127, 0, 0, byte(1 + i%p.c.aim.sources)}}
	return os.NewSyscallError("bind", syscall.Bind(fd, from))
}

func sockaddr(a netip.AddrPort) syscall.Sockaddr {
	if a.Addr().Is6() {
		return &syscall.SockaddrInet6{Addr: a.Addr().As16(), Port: int(a.Port())}
	}
	return &syscall.SockaddrInet4{Addr: a.Addr().As4(), Port: int(a.Port())}
}

// watch says which events of a socket are wanted.
func (p *poll) watch(i, op int, events uint32) error {
	s := &p.sockets[i]
	return os.NewSyscallError("epoll_ctl", syscall.EpollCtl(p.fd, op, s.fd, &syscall.EpollEvent{Events: events, Fd: int32(i), Pad: s.era}))
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

// write implements lines.
func (p *poll) write(i int, b []byte) error {
	s := &p.sockets[i]
	if len(s.waiting) == 0 {
		n, err := syscall.Write(s.fd, b)
		if err != nil && err != syscall.EAGAIN {
			return os.NewSyscallError("write", err)
		}
		if b = b[max(n, 0):]; len(b) == 0 {
			return nil
		}
	}
	if len(s.waiting)+len(b) > maxAnswer {
		return errors.New("server that does not read")
	}
	s.waiting = append(s.waiting, b...)
	return p.watch(i, syscall.EPOLL_CTL_MOD, syscall.EPOLLIN|syscall.EPOLLOUT)
}

// hang implements lines. The other side is reset: nothing lingers on this one.
func (p *poll) hang(i int) {
	s := &p.sockets[i]
	_ = syscall.SetsockoptLinger(s.fd, syscall.SOL_SOCKET, syscall.SO_LINGER, &syscall.Linger{Onoff: 1})
	_ = syscall.Close(s.fd) // it may not have been opened: nothing to lose
	s.fd, s.waiting = -1, nil
	s.era++
}

// stop implements lines.
func (p *poll) stop() (wait func()) {
	p.over = true
	for i := range p.c.viewers {
		p.c.leave(i)
	}
	return func() { <-p.done }
}
