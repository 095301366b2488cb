//go:build unix

package fanout

import (
	"errors"
	"net"
	"syscall"
)

// rawOf gives the socket of a connection that can be written without blocking,
// or nil.
func rawOf(conn net.Conn) syscall.RawConn {
	var raw syscall.RawConn
	var err error
	switch c := conn.(type) {
	case *net.TCPConn:
		raw, err = c.SyscallConn()
	case *net.UnixConn:
		raw, err = c.SyscallConn()
	}
	if err != nil {
		return nil // it has been closed: whoever writes to it is told
	}
	return raw
}

// writeNow writes what the socket takes now, which may be nothing.
func writeNow(fd uintptr, b []byte) (int, error) {
	for {
		n, err := syscall.Write(int(fd), b)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EAGAIN):
			return 0, nil
		}
		return max(n, 0), err
	}
}
