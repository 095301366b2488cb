package rehearsal

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// opcode says what a frame is [RFC 6455 5.2].
type opcode byte

const (
	opContinue opcode = 0
	opText     opcode = 1
	opBinary   opcode = 2
	opClose    opcode = 8
	opPing     opcode = 9
	opPong     opcode = 10
)

func (o opcode) control() bool { return o&8 != 0 }

const (
	// maxMessage bounds a message of the server: a whole text in one change.
	maxMessage = 64 << 20
	// maxControl bounds what a control frame carries [RFC 6455 5.5].
	maxControl = 125
)

// frames takes apart what a server sends [RFC 6455 5.2]. It keeps no more of a
// message than its first bytes, however the message arrives, so that what a viewer
// holds is small and no length from outside is ever allocated.
type frames struct {
	// keep is how much of a message is given on; the rest is counted.
	keep int

	head    []byte // of a header that has not come whole
	in      header // of the frame under way
	left    uint64 // of its payload, still to come; it is under way while within
	within  bool
	control []byte // payload of the control frame under way
	message []byte // the first bytes of the message under way
	size    int    // of that message so far
	kind    opcode // of that message; opContinue while there is none
}

// taken is a whole message or control frame. The payload is good until the next
// call, and holds at most the first bytes of a message of this size.
type taken struct {
	op      opcode
	payload []byte
	size    int
}

// read takes data, and hands on each message and control frame that it ends. A
// message that came whole is handed on in place. After an error nothing more can be
// read: it is one that the server made, or that give returned.
func (f *frames) read(data []byte, give func(taken) error) error {
	for len(data) > 0 {
		if !f.within {
			n, err := f.begin(data)
			if err != nil || !f.within {
				return err
			}
			data = data[n:]
			if f.in.whole() && uint64(len(data)) >= f.left {
				payload := data[:f.left]
				data, f.within = data[f.left:], false
				if err := give(f.taken(payload)); err != nil {
					return err
				}
				continue
			}
		}
		n := min(f.left, uint64(len(data)))
		f.gather(data[:n])
		data, f.left = data[n:], f.left-n
		if f.left > 0 {
			continue
		}
		if err := f.end(give); err != nil {
			return err
		}
	}
	return nil
}

// taken is the frame under way, which came whole.
func (f *frames) taken(payload []byte) taken {
	t := taken{f.in.op, payload, len(payload)}
	if !t.op.control() {
		t.payload = payload[:min(f.keep, len(payload))]
	}
	return t
}

// begin reads a header, of which a part may have come before, and gives how much of
// data belongs to it. Where it has not come whole, no frame is under way after.
func (f *frames) begin(data []byte) (used int, err error) {
	before := len(f.head)
	joined := data
	if before > 0 {
		f.head = append(f.head, data[:min(len(data), maxHeader-before)]...)
		joined = f.head
	}
	h, n, err := parseHeader(joined)
	if err != nil {
		return 0, err
	}
	if n == 0 {
		if before == 0 {
			f.head = append(f.head, data...)
		}
		return len(data), nil
	}
	f.head = f.head[:0]
	if !h.op.control() {
		switch {
		case (h.op == opContinue) != (f.kind != opContinue):
			return 0, errors.New("fragments of a message out of order")
		case h.size > maxMessage || uint64(f.size)+h.size > maxMessage:
			return 0, fmt.Errorf("message of more than %d bytes", maxMessage)
		}
	}
	f.in, f.left, f.within = h, h.size, true
	if !f.in.whole() && h.op != opContinue && !h.op.control() {
		f.kind = h.op
	}
	return n - before, nil
}

// gather keeps what is wanted of a piece of the payload.
func (f *frames) gather(piece []byte) {
	if f.in.op.control() {
		f.control = append(f.control, piece...)
		return
	}
	if f.kind == opContinue {
		f.kind = f.in.op // a message in one frame that did not come whole
	}
	f.size += len(piece)
	f.message = append(f.message, piece[:min(len(piece), max(0, f.keep-len(f.message)))]...)
}

// end ends the frame under way, and with the last one its message.
func (f *frames) end(give func(taken) error) error {
	f.within = false
	if f.in.op.control() {
		t := taken{f.in.op, f.control, len(f.control)}
		f.control = f.control[:0]
		return give(t)
	}
	if !f.in.last {
		return nil
	}
	t := taken{f.kind, f.message, f.size}
	f.message, f.size, f.kind = f.message[:0], 0, opContinue
	return give(t)
}

// header is the header of a frame from a server, which masks nothing.
type header struct {
	op   opcode
	last bool // of its message
	size uint64
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
	h = header{op: opcode(b[0] & 0x0f), last: b[0]&0x80 != 0, size: uint64(b[1] & 0x7f)}
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

// checkStart refuses what no server may send, as soon as two bytes tell.
func checkStart(h header, b []byte) error {
	switch {
	case b[0]&0x70 != 0:
		return errors.New("frame with bits of an extension that was not agreed")
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
