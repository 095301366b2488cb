//go:build linux && (amd64 || arm64)

package fanout

import (
	"syscall"
	"unsafe"
)

// writeNow writes what the socket takes now, which may be nothing. It is called for each
// client and each change: send(2) has less to look at than write(2), and a call that
// never waits [MSG_DONTWAIT] need not let the scheduler know, which together is a tenth
// of what a delivery takes.
func writeNow(fd int, b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	for {
		n, _, errno := syscall.RawSyscall6(syscall.SYS_SENDTO, uintptr(fd), uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)),
			syscall.MSG_DONTWAIT|syscall.MSG_NOSIGNAL, 0, 0)
		switch errno {
		case 0:
			return int(n), nil
		case syscall.EINTR:
		case syscall.EAGAIN:
			return 0, nil
		default:
			return 0, errno
		}
	}
}

// readable reports whether a socket has something to read, which may be its end. It takes
// no more of the stack than recv(2) does: the goroutine that has asked waits on it.
func readable(fd uintptr) bool {
	var b byte
	_, _, errno := syscall.RawSyscall6(syscall.SYS_RECVFROM, fd, uintptr(unsafe.Pointer(&b)), 1, syscall.MSG_PEEK|syscall.MSG_DONTWAIT, 0, 0)
	return errno != syscall.EAGAIN
}
