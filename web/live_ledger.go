package web

import (
	"log/slog"
	"net/http"
	"sync/atomic"

	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

// ledger logs what readers can bring about at will, so that no flood of theirs is
// one of the log: what is too much is counted, and told with the next line.
type ledger struct {
	log    *slog.Logger
	few    *rate.Limiter
	untold atomic.Int64
}

// newLedger gives a ledger for so many lines a second, and at once.
func newLedger(log *slog.Logger, perSecond rate.Limit, atOnce int) *ledger {
	return &ledger{log: log, few: rate.NewLimiter(perSecond, atOnce)}
}

func (l *ledger) note(what string, about ...any) {
	if !l.few.Allow() {
		l.untold.Add(1)
		return
	}
	if n := l.untold.Swap(0); n > 0 {
		about = append(about, "untold", n)
	}
	l.log.Warn(what, about...)
}

// refused notes that a reader was not let in, with the status of the answer.
func (l *ledger) refused(r *http.Request, status int) {
	l.note("live connection refused", "path", pathOf(r), "address", addressOf(r), "status", status)
}

// misuse reports whether a connection was closed for what its reader did.
func misuse(code int) bool {
	switch code {
	case closeStuck, closeTooMuch, closeGarbled, websocket.CloseMessageTooBig, websocket.CloseProtocolError,
		websocket.CloseInvalidFramePayloadData:
		return true
	}
	return false
}
