package rehearsal

import (
	"errors"
	"net/netip"
	"os"
	"syscall"
)

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
