package web

import (
	"context"
	"crypto/rand"
	"net/http"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// submit is the one door in: every form and every call of the API comes through
// here to the room, as the seat that the visitor has.
func (s *Server) submit(ctx context.Context, id negotiation.NegotiationID, seat negotiation.Seat, key string, c negotiation.Command) (room.Receipt, error) {
	if seat.ID == "" {
		return room.Receipt{}, errNotSignedIn
	}
	return s.room.Submit(ctx, id, negotiation.Request{Seat: seat.ID, Key: key, Do: c})
}

// newKey gives an idempotency key for a form about to be shown: a form sent
// twice, by a double click or a retry, happens once.
func newKey() string { return rand.Text() }

// done sends the reader on to a page after a command, with a sentence on what
// was recorded [RFC 9110 15.4.4: see other], so that a reload repeats nothing.
func (s *Server) done(w http.ResponseWriter, r *http.Request, to, sentence string) error {
	s.sessions.Put(r.Context(), "done", sentence)
	http.Redirect(w, r, to, http.StatusSeeOther)
	return nil
}
