package web

import (
	"slices"
	"sync"
)

// finishedChange is a change as a wire carries it, made when the first feed sends it.
type finishedChange struct {
	message changeMessage
	on      wire
	bytes   func() ([]byte, error)
}

// mostFinished bounds the changes that one state keeps for other feeds than the one
// that made them.
const mostFinished = 32

// finish makes a change ready to be sent, or gives what was made for another feed whose
// readers are told the very same: most are, because audiences differ in little. What
// the server's clock said is that of the one who came first.
func (v *vista) finish(m changeMessage, on wire, encode func() ([]byte, error)) ([]byte, error) {
	v.mu.Lock()
	i := slices.IndexFunc(v.finished, func(f finishedChange) bool { return f.on == on && f.message.says(m) })
	if i < 0 {
		if len(v.finished) >= mostFinished {
			v.mu.Unlock()
			return encode()
		}
		i = len(v.finished)
		v.finished = append(v.finished, finishedChange{m, on, sync.OnceValues(encode)})
	}
	bytes := v.finished[i].bytes
	v.mu.Unlock()
	return bytes()
}

// says reports whether two changes say the same, but for when they were made. Of what
// is for programs it is not known.
func (m changeMessage) says(other changeMessage) bool {
	return m.Epoch == other.Epoch && m.Since == other.Since && m.Seq == other.Seq && m.At == other.At && m.Said == other.Said &&
		m.Session == nil && other.Session == nil && slices.Equal(m.Regions, other.Regions) &&
		slices.EqualFunc(m.Paragraphs, other.Paragraphs, func(a, b paragraphMessage) bool {
			return a.Data == nil && b.Data == nil && a == b
		})
}
