package web

import (
	"reflect"
	"sync"
)

// sharedChanges are the changes from the state before to one, as they are sent: most
// audiences are told the very same, and what was finished for one is given to others.
// What readers who come back have missed is not among them.
type sharedChanges struct {
	mu   sync.Mutex // guards what follows
	all  int
	said map[sharedKey][]sharedChange
}

// sharedKey is what feeds have in common that may send the same change.
type sharedKey struct {
	line
	form form
	tag  string
}

type sharedChange struct {
	message changeMessage
	bytes   func() ([]byte, error)
}

// mostShared bounds the changes that are kept of one state. What is beyond is finished
// for each feed.
const mostShared = 256

// share gives the bytes of a change. They may have been finished for another audience:
// then it was told the same to the letter, but for what the server's clock said.
func (s *sharedChanges) share(key sharedKey, m changeMessage, finish func() ([]byte, error)) ([]byte, error) {
	return s.find(key, m, finish)()
}

func (s *sharedChanges) find(key sharedKey, m changeMessage, finish func() ([]byte, error)) func() ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, said := range s.said[key] {
		if said.message.says(m) {
			return said.bytes
		}
	}
	if s.all >= mostShared {
		return finish
	}
	if s.said == nil {
		s.said = map[sharedKey][]sharedChange{}
	}
	bytes := sync.OnceValues(finish)
	s.all++
	s.said[key] = append(s.said[key], sharedChange{m, bytes})
	return bytes
}

// says reports whether two changes say the same: everything in them is, but for when
// they were made.
func (m changeMessage) says(other changeMessage) bool {
	m.Now, other.Now = "", ""
	return reflect.DeepEqual(m, other)
}
