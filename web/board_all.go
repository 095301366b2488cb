package web

import (
	"context"
	"sync"

	"plenary/negotiation"
)

// lobby has the boards of all negotiations. Each is kept from the first look at it, so
// that it knows who has left; there are no more of them than negotiations.
type lobby struct {
	server *Server

	mu     sync.Mutex // guards what follows
	byID   map[negotiation.NegotiationID]*board
	closed bool
}

func newLobby(s *Server) *lobby {
	return &lobby{server: s, byID: map[negotiation.NegotiationID]*board{}}
}

// board gives the board of a negotiation, which must exist: whoever asks has seen it.
func (s *Server) board(id negotiation.NegotiationID) *board { return s.lobby.of(id) }

func (all *lobby) of(id negotiation.NegotiationID) *board {
	all.mu.Lock()
	defer all.mu.Unlock()
	if b := all.byID[id]; b != nil {
		return b
	}
	b := newBoard(all.server, id)
	ctx, end := context.WithTimeout(context.Background(), keepWithin)
	defer end()
	if err := b.load(ctx); err != nil {
		all.server.log.Error("what was drafted is not offered again", "negotiation", id, "error", err)
	}
	all.byID[id] = b
	if all.closed {
		b.close()
	}
	return b
}

// close keeps what is typed and not kept yet, and ends the boards.
func (all *lobby) close() {
	all.mu.Lock()
	all.closed = true
	list := make([]*board, 0, len(all.byID))
	for _, b := range all.byID {
		list = append(list, b)
	}
	all.mu.Unlock()
	for _, b := range list {
		b.close()
	}
}
