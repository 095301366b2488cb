package web

import "plenary/negotiation"

// presentIn are the delegations that are connected to a negotiation, by name.
func (s *Server) presentIn(id negotiation.NegotiationID) []negotiation.Delegation {
	return s.board(id).present()
}

// goneFrom are the delegations that were connected since its session was first
// opened and are not now, by name. Where the record cannot be read it is none: that
// is told to whoever acts on it.
func (s *Server) goneFrom(id negotiation.NegotiationID) []negotiation.Delegation {
	b := s.board(id)
	now, err := b.recordNow()
	if err != nil || now.opened.IsZero() {
		return nil
	}
	return b.gone(now.opened)
}
