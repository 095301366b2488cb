package web

import (
	"maps"
	"net"
	"net/http"
	"slices"
	"sync"
)

// unasked are the connections on which nothing was asked yet. Browsers open some ahead,
// and [http.Server.Shutdown] would wait for them: five seconds, in which nobody is
// served.
type unasked struct {
	mu    sync.Mutex // guards conns
	conns map[net.Conn]struct{}
}

// note is called with each connection that comes, and whenever something happens on it.
func (u *unasked) note(c net.Conn, state http.ConnState) {
	u.mu.Lock()
	defer u.mu.Unlock()
	if state != http.StateNew {
		delete(u.conns, c)
		return
	}
	if u.conns == nil {
		u.conns = map[net.Conn]struct{}{}
	}
	u.conns[c] = struct{}{}
}

// end closes them.
func (u *unasked) end() {
	u.mu.Lock()
	conns := slices.Collect(maps.Keys(u.conns))
	u.mu.Unlock()
	for _, c := range conns {
		_ = c.Close() // nobody has said anything on it
	}
}
