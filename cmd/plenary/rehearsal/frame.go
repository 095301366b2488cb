package rehearsal

import (
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
// holds is small and no length from outside is ever allocated; and of one that is
// deflated what has come.
type frames struct {
	// keep is how much of a message is given on; the rest is counted. One that is
	// deflated, where that was agreed, is given on whole.
	keep     int
	deflates bool

	head    []byte // of a header that has not come whole
	in      header // of the frame under way
	left    uint64 // of its payload, still to come; it is under way while within
	within  bool
	control []byte // payload of the control frame under way
	message []byte // the first bytes of the message under way
	size    int    // of that message so far
	kind    opcode // of that message; opContinue while there is none
	// deflated is of that message, while there is one.
	deflated bool
}

// taken is a whole message or control frame. The payload is good until the next
// call, and holds at most the first bytes of a message of this size.
type taken struct {
	op       opcode
	deflated bool
	payload  []byte
	size     int
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
	t := taken{f.in.op, f.in.deflated, payload, len(payload)}
	if !t.op.control() && !t.deflated {
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
	if h.deflated && !f.deflates {
		return 0, errNotAgreed
	}
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
		f.kind, f.deflated = h.op, h.deflated
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
		f.kind, f.deflated = f.in.op, f.in.deflated // a message in one frame that did not come whole
	}
	f.size += len(piece)
	if !f.deflated {
		piece = piece[:min(len(piece), max(0, f.keep-len(f.message)))]
	}
	f.message = append(f.message, piece...)
}

// end ends the frame under way, and with the last one its message.
func (f *frames) end(give func(taken) error) error {
	f.within = false
	if f.in.op.control() {
		t := taken{f.in.op, false, f.control, len(f.control)}
		f.control = f.control[:0]
		return give(t)
	}
	if !f.in.last {
		return nil
	}
	t := taken{f.kind, f.deflated, f.message, f.size}
	f.message, f.size, f.kind, f.deflated = f.message[:0], 0, opContinue, false
	return give(t)
}
