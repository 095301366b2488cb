package web

import (
	"log/slog"
	"net/http"
	"strings"

	"plenary/negotiation"
)

// everySecond is a ledger for one cause of refusals: a line a second says enough.
func everySecond(log *slog.Logger) *ledger { return newLedger(log, 1, 1) }

// pathOf is the path of r for the log: without the secret of a sign-in link.
func pathOf(r *http.Request) string {
	if strings.HasPrefix(r.URL.Path, "/join/") {
		return "/join/"
	}
	return shortened(r.URL.Path)
}

// loggedSeat is the seat that a request is sent from, looked for when a line is written:
// a flood must not cost a look each.
type loggedSeat struct {
	server *Server
	r      *http.Request
}

// LogValue implements slog.LogValuer.
func (l loggedSeat) LogValue() slog.Value { return slog.StringValue(string(l.server.seatOf(l.r))) }

// seatOf is the seat that r is sent from, for the log; empty where it is none, or of
// no negotiation.
func (s *Server) seatOf(r *http.Request) negotiation.SeatID {
	for _, root := range []string{"/n/", apiRoot + "/negotiations/"} {
		if rest, ok := strings.CutPrefix(r.URL.Path, root); ok {
			id, _, _ := strings.Cut(rest, "/")
			seat, err := s.seatIn(r.Context(), negotiation.NegotiationID(id))
			if err == nil {
				return seat.ID
			}
		}
	}
	return ""
}
