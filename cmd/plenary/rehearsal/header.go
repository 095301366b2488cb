package rehearsal

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// header is the header of a frame from a server, which masks nothing.
type header struct {
	op       opcode
	last     bool // of its message
	deflated bool // the message that it begins [RFC 7692 6]
	size     uint64
}

// whole reports whether the frame is all of what it begins.
func (h header) whole() bool { return h.last && h.op != opContinue }

// maxHeader is the length of the longest header without a mask.
const maxHeader = 10

// parseHeader reads a header from the beginning of b and gives its length, 0 where
// it has not come whole.
func parseHeader(b []byte) (h header, n int, err error) {
	if len(b) < 2 {
		return h, 0, nil
	}
	h = header{op: opcode(b[0] & 0x0f), last: b[0]&0x80 != 0, deflated: b[0]&0x40 != 0, size: uint64(b[1] & 0x7f)}
	n = 2
	switch h.size {
	case 126:
		n = 4
	case 127:
		n = maxHeader
	}
	if len(b) < n {
		return h, 0, checkStart(h, b)
	}
	switch n {
	case 4:
		h.size = uint64(binary.BigEndian.Uint16(b[2:]))
	case maxHeader:
		h.size = binary.BigEndian.Uint64(b[2:])
	}
	return h, n, checkStart(h, b)
}

var errNotAgreed = errors.New("frame with bits of an extension that was not agreed")

// checkStart refuses what no server may send, as soon as two bytes tell.
func checkStart(h header, b []byte) error {
	switch {
	case b[0]&0x30 != 0, h.deflated && (h.op.control() || h.op == opContinue):
		return errNotAgreed
	case b[1]&0x80 != 0:
		return errors.New("masked frame from a server")
	case h.op > opPong || h.op > opBinary && h.op < opClose:
		return fmt.Errorf("frame of unknown kind %d", h.op)
	case h.op.control() && (!h.last || b[1] > maxControl):
		return errors.New("control frame in fragments, or too long")
	}
	return nil
}

// clientFrame makes a frame of payload, up to maxControl bytes, for a server. Its
// mask is zero, so that the payload goes as it is: there is no proxy to protect
// between a rehearsal and its server [RFC 6455 10.3].
func clientFrame(op opcode, payload []byte) []byte {
	b := []byte{0x80 | byte(op), 0x80 | byte(len(payload)), 0, 0, 0, 0}
	return append(b, payload...)
}
