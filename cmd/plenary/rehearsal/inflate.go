package rehearsal

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"strings"
)

// inflated keeps the last messages that came deflated: they come to thousands of
// viewers, byte by byte the same, and are inflated for the first.
type inflated struct {
	known map[string]told
	order []string // of those known, the oldest first
}

// told is a message and its payload.
type told struct {
	message
	payload []byte
}

// mostInflated is how many are kept: as many as are on their way at a time, with room.
const mostInflated = 64

// flushEnd is what a flushed stream ends with, which is not sent, and an empty last block
// [RFC 7692 7.2.2].
const flushEnd = "\x00\x00\xff\xff\x01\x00\x00\xff\xff"

// read reads a deflated message, of which the whole payload is given.
func (f *inflated) read(deflated []byte) (message, []byte, error) {
	if t, ok := f.known[string(deflated)]; ok {
		return t.message, t.payload, nil
	}
	payload, err := inflate(deflated)
	if err != nil {
		return message{}, nil, err
	}
	m, err := readMessage(payload)
	if err != nil {
		return m, nil, err
	}
	f.keep(string(deflated), told{m, payload})
	return m, payload, nil
}

func (f *inflated) keep(deflated string, t told) {
	if f.known == nil {
		f.known = map[string]told{}
	}
	if len(f.order) == mostInflated {
		delete(f.known, f.order[0])
		f.order = f.order[1:]
	}
	f.known[deflated] = t
	f.order = append(f.order, deflated)
}

// readPlain reads a message of which the first bytes are given.
func readPlain(payload []byte) (message, []byte, error) {
	m, err := readMessage(payload)
	return m, payload, err
}

// inflate gives the payload of a deflated message, no longer than maxMessage.
func inflate(deflated []byte) ([]byte, error) {
	r := flate.NewReader(io.MultiReader(bytes.NewReader(deflated), strings.NewReader(flushEnd)))
	payload, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	if err != nil {
		return nil, fmt.Errorf("inflate a message: %w", err)
	}
	if len(payload) > maxMessage {
		return nil, fmt.Errorf("message of more than %d bytes", maxMessage)
	}
	return payload, nil
}
