//go:build !unix

package fanout

import (
	"errors"
	"net"
	"syscall"
)

// rawOf gives nil: here every connection is written by a goroutine.
func rawOf(net.Conn) syscall.RawConn { return nil }

// writeNow is never called, because there is no raw connection.
func writeNow(uintptr, []byte) (int, error) { return 0, errors.ErrUnsupported }

// readable is not called either.
func readable(uintptr) bool { return true }
