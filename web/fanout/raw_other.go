//go:build !unix

package fanout

import (
	"errors"
	"net"
	"syscall"
)

// rawOf gives nil: here every connection is written by a goroutine.
func rawOf(net.Conn) syscall.RawConn { return nil }

// socketOf says the same.
func socketOf(net.Conn) int { return -1 }

// writeNow is never called, because there is no socket.
func writeNow(int, []byte) (int, error) { return 0, errors.ErrUnsupported }

// readable is not called either.
func readable(uintptr) bool { return true }
