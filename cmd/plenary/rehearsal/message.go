package rehearsal

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"time"
)

// keepOfMessage is how much of a message a viewer looks at: what stands before its
// paragraphs.
const keepOfMessage = 512

// message is what a viewer looks at in a message of the live channel. Messages of
// other kinds than hello and change have only their kind.
type message struct {
	kind  string
	epoch string
	since uint64
	seq   uint64
	// at is when the newest entry of a change was journalled.
	at time.Time
	// rest is where in the payload what follows `at` begins.
	rest int
}

// readMessage reads the members with which a message begins, up to the first that is
// no text or number: the payload need not be whole.
func readMessage(payload []byte) (m message, err error) {
	s := scan{b: payload}
	if !s.skip('{') {
		return m, errors.New("message that is no object")
	}
	for {
		name, value, ok := s.member()
		if !ok {
			return m, m.check()
		}
		switch string(name) {
		case "type":
			m.kind = kindOf(value)
		case "epoch":
			m.epoch = string(value)
		case "since":
			m.since, err = strconv.ParseUint(string(value), 10, 64)
		case "seq":
			m.seq, err = strconv.ParseUint(string(value), 10, 64)
		case "at":
			m.at, err = time.Parse(time.RFC3339Nano, string(value))
			m.rest = s.at
		}
		if err != nil {
			return m, fmt.Errorf("message with a bad %s: %w", name, err)
		}
		if !s.skip(',') {
			return m, m.check()
		}
	}
}

// kindOf is string(value) without memory of its own for what comes often.
func kindOf(value []byte) string {
	switch string(value) {
	case "change":
		return "change"
	case "hello":
		return "hello"
	}
	return string(value)
}

// check refuses a message that lacks what its kind must have.
func (m message) check() error {
	switch {
	case m.kind == "":
		return errors.New("message without a type")
	case m.kind == "hello" && m.epoch == "":
		return errors.New("hello without an epoch")
	case m.kind == "change" && (m.epoch == "" || m.seq == 0 || m.since >= m.seq || m.at.IsZero()):
		return errors.New("change without its epoch, its place in the record or its instant")
	}
	return nil
}

// scan reads JSON from the left [RFC 8259], as far as members with texts and numbers go.
type scan struct {
	b  []byte
	at int
}

// skip steps over c, if it comes next.
func (s *scan) skip(c byte) bool {
	for s.at < len(s.b) && (s.b[s.at] == ' ' || s.b[s.at] == '\n') {
		s.at++
	}
	if s.at == len(s.b) || s.b[s.at] != c {
		return false
	}
	s.at++
	return true
}

// member reads a name and its value, the text without its quotes. It gives false
// where there is none, or it is cut off, or the value is of another kind.
func (s *scan) member() (name, value []byte, ok bool) {
	name, ok = s.text()
	if !ok || !s.skip(':') {
		return nil, nil, false
	}
	if value, ok = s.text(); ok {
		return name, value, true
	}
	digits := bytes.IndexFunc(s.b[s.at:], func(r rune) bool { return r < '0' || r > '9' })
	if digits <= 0 {
		return nil, nil, false
	}
	value = s.b[s.at : s.at+digits]
	s.at += digits
	return name, value, true
}

// text reads a text. What is escaped in it stays so: no member looked at has such.
func (s *scan) text() ([]byte, bool) {
	if !s.skip('"') {
		return nil, false
	}
	for i := s.at; i < len(s.b); i++ {
		switch s.b[i] {
		case '\\':
			i++
		case '"':
			text := s.b[s.at:i]
			s.at = i + 1
			return text, true
		}
	}
	return nil, false
}
