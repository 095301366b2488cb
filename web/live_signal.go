package web

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"sync"
	"time"

	"plenary/negotiation"
)

// beside is what stands beside the record: a board, to a feed.
type beside interface {
	// changed gives the channel that is closed when anything on it changes.
	changed() <-chan struct{}
	// signals are the signals as readers of a state are shown them now.
	signals(*moment) []signalMessage
}

// listen sends what changes beside the record until ctx ends: at once after a
// while of quiet, then each kind no more often than it may. It never keeps the
// record waiting.
func (f *feed) listen(ctx context.Context) {
	for {
		changed := f.board.changed()
		owes := false
		if err := safely(func() (err error) { owes, err = f.tell(); return err }); err != nil {
			f.live.ledger.note("signals not made", "negotiation", f.key.negotiation, "error", err)
		}
		rest := time.NewTimer(typingEvery)
		select {
		case <-ctx.Done():
			rest.Stop()
			return
		case <-rest.C:
		}
		if owes {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-changed:
		case <-f.news:
		}
	}
}

// tell sends the signals that are not as they were sent last. It owes those of a kind
// that was sent too short a while ago.
func (f *feed) tell() (owes bool, err error) {
	for _, s := range f.board.signals(f.now.Load()) {
		s.Type, s.Now = "signal", ""
		plain, err := json.Marshal(s)
		if err != nil {
			return owes, err
		}
		last := f.said[s.Kind]
		if bytes.Equal(plain, last.plain) {
			continue
		}
		if s.Kind != typingSignal && time.Since(last.at) < signalEvery {
			owes = true
			continue
		}
		s.Now = f.live.now()
		b, err := f.finished(s)
		if err != nil {
			return owes, err
		}
		f.said[s.Kind] = saidSignal{plain, time.Now()}
		f.signal(s.Kind, b)
	}
	return owes, nil
}

// saidSignal is a signal as it was sent, and when.
type saidSignal struct {
	plain []byte
	at    time.Time
}

// finished is a signal as each wire carries it, made when the first reader on one
// needs it.
type finished map[wire]func() []byte

func (f *feed) finished(s signalMessage) (finished, error) {
	data, err := dataOf(s)
	if err != nil {
		return nil, err
	}
	b := finished{}
	for on := range f.live.ways {
		b[on] = sync.OnceValue(func() []byte { return f.live.finish(on, 0, data) })
	}
	return b, nil
}

// signal sends a finished signal to all readers. What most of them need is made before
// anybody waits for it.
func (f *feed) signal(kind string, b finished) {
	for on := range f.followed() {
		b[on.wire]()
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.signals[kind] = b
	for on, t := range f.topics {
		t.Signal(kind, b[on.wire]())
	}
}

// hear is POST /n/{id}/signals?connection=NAME: one message, as it would have been
// sent over a websocket, from the reader of the stream whose hello has that name.
// A refusal is told on the stream. What ends a websocket ends the stream.
func (l *live) hear(w http.ResponseWriter, r *http.Request) {
	b := Base{Tongue: visitorOf(r.Context()).tongue}
	answer := func(status int, sentence string) {
		writeProblem(w, newProblem(status, codeOf(status), sentence))
	}
	if !l.server.sameOrigin(r) {
		l.ledger.refused(r, http.StatusForbidden)
		answer(http.StatusForbidden, b.T("error.other-site"))
		return
	}
	c := l.streamOf(r)
	if c == nil {
		answer(http.StatusNotFound, b.T("error.not-found"))
		return
	}
	data, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxMessage))
	if err != nil {
		answer(http.StatusRequestEntityTooLarge, b.T("error.too-large", "limit", maxMessage))
		return
	}
	switch err := c.understood(data); {
	case errors.Is(err, errTooMuch):
		answer(http.StatusTooManyRequests, b.T("error.too-fast"))
	case err != nil:
		answer(http.StatusBadRequest, b.T("error.malformed"))
	default:
		w.WriteHeader(http.StatusNoContent)
	}
}

// streamOf gives the stream that r names, if it is of the negotiation and of the
// seat of whoever asks; else nil.
func (l *live) streamOf(r *http.Request) *conn {
	id := negotiation.NegotiationID(r.PathValue("id"))
	l.mu.Lock()
	c := l.streams[r.URL.Query().Get("connection")]
	l.mu.Unlock()
	if c == nil || c.id != id {
		return nil
	}
	seat, err := l.server.seatIn(r.Context(), id)
	if err != nil || seat != c.seat {
		l.ledger.refused(r, http.StatusNotFound) // a name is not guessed
		return nil
	}
	return c
}
