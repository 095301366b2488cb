//go:build unix

package fanout

import (
	"net"
	"syscall"
)

// rawOf gives what a connection is made of where that is a socket alone, or nil.
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

// socketOf gives the descriptor of a connection that can be written without blocking,
// or -1. It is that of the connection until this one is closed.
func socketOf(conn net.Conn) int {
	socket := -1
	if raw := rawOf(conn); raw != nil {
		_ = raw.Control(func(fd uintptr) { socket = int(fd) }) // as above
	}
	return socket
}
