//go:build unix

package fanout

import (
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
