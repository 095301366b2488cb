package web

import (
	"sync"

	"plenary/negotiation"
)

type lobby struct {
	mu   sync.Mutex
	byID map[negotiation.NegotiationID]*board
}

func newLobby(*Server) *lobby { return &lobby{byID: map[negotiation.NegotiationID]*board{}} }

func (all *lobby) close() {}

func (s *Server) board(id negotiation.NegotiationID) *board {
	s.lobby.mu.Lock()
	defer s.lobby.mu.Unlock()
	if s.lobby.byID[id] == nil {
		s.lobby.byID[id] = newBoard()
	}
	return s.lobby.byID[id]
}
