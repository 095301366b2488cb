package fanout

import "syscall"

// pen writes to one socket after the other without blocking. It is made once for
// each goroutine that writes, so that a write allocates nothing.
type pen struct {
	bytes []byte
	n     int
	err   error
	do    func(fd uintptr) bool
}

func newPen() *pen {
	p := &pen{}
	p.do = func(fd uintptr) bool {
		p.n, p.err = writeNow(fd, p.bytes)
		return true // never wait until the socket is ready
	}
	return p
}

// write gives how much of b the socket took.
func (p *pen) write(raw syscall.RawConn, b []byte) (int, error) {
	p.bytes, p.n, p.err = b, 0, nil
	err := raw.Write(p.do)
	p.bytes = nil
	if err != nil {
		return 0, err
	}
	return p.n, p.err
}
