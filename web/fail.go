package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/room"
)

// errNoPage is the answer to an address where nothing is.
var errNoPage = errors.New("no such page")

// errUnknownLink is the answer to a sign-in link that is none.
var errUnknownLink = fmt.Errorf("sign-in link: %w", negotiation.ErrNotFound)

// errNotSignedIn is the answer to whoever needs a seat and has none.
var errNotSignedIn = errors.New("not signed in")

// status gives the HTTP status for what went wrong [RFC 9110 15].
func status(err error) int {
	var large *http.MaxBytesError
	refusal, refused := negotiation.Refused(err)
	switch {
	case refused:
		return refusalStatus(refusal.Code)
	case errors.Is(err, errNoPage), errors.Is(err, negotiation.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, errNotSignedIn):
		return http.StatusForbidden
	case errors.Is(err, negotiation.ErrExpired):
		return http.StatusGone
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge
	case errors.Is(err, room.ErrNotRecorded):
		return http.StatusInsufficientStorage
	case errors.Is(err, errTooFast):
		return http.StatusTooManyRequests
	case errors.Is(err, context.Canceled):
		return 499 // the reader has gone, and nobody sees this: it is below what is logged
	}
	return http.StatusInternalServerError
}

func refusalStatus(code negotiation.Code) int {
	switch code {
	case negotiation.UnknownNegotiation, negotiation.UnknownParagraph, negotiation.UnknownProposal, negotiation.UnknownSeat:
		return http.StatusNotFound
	case negotiation.NotAllowed, negotiation.NotYours:
		return http.StatusForbidden
	case negotiation.Stale, negotiation.AlreadyDraft, negotiation.NoDraft, negotiation.AlreadyExists, negotiation.SameKey,
		negotiation.NotOnTable, negotiation.NotLate, negotiation.WindowClosed, negotiation.CutOffPassed, negotiation.ParagraphGone,
		negotiation.Unconfirmed, negotiation.NotInDoubt,
		negotiation.NoSession, negotiation.WrongStage, negotiation.FloorMoved, negotiation.HeldFrozen, negotiation.IsSettled,
		negotiation.IsContested, negotiation.PenHeld, negotiation.ListClosed, negotiation.NotConnected, negotiation.TooLateToObject,
		negotiation.OtherText:
		return http.StatusConflict
	case negotiation.TooLong, negotiation.TooMany:
		return http.StatusRequestEntityTooLarge
	case negotiation.Busy:
		return http.StatusServiceUnavailable
	}
	return http.StatusUnprocessableEntity
}

// errorPage tells what went wrong where there is no form to tell it on.
type errorPage struct {
	Base
	Status   int
	Heading  string
	Sentence string
	// Back leads to the text of the negotiation that the reader was in, or is empty.
	Back string
	// Code is that of a refusal, for whoever reports it.
	Code string
}

// page makes a handler of one that may fail. What it gets is a form that could
// be read; an upload it reads itself.
func (s *Server) page(handle func(http.ResponseWriter, *http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		err := readForm(r)
		if err == nil {
			err = handle(w, r)
		}
		if err != nil {
			s.fail(w, r, err)
		}
	})
}

// fail answers with a page that says what happened. A fault is logged once, where
// it is answered: here, in refusedForm where a form comes back with it, in problem
// for scripts, and in broken where no page can be made. The reader is told under
// which number, and nothing of its inside.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	code := status(err)
	id := rand.Text()[:8]
	if code >= 500 {
		s.log.ErrorContext(r.Context(), "request failed", "id", id, "method", r.Method, "path", pathOf(r), "error", err)
	}
	b := s.base(r)
	p := errorPage{Base: b, Status: code, Sentence: b.Sentence(err, id)}
	if refusal, ok := negotiation.Refused(err); ok {
		p.Code = string(refusal.Code)
		if n := negotiation.NegotiationID(r.PathValue("id")); n.Valid() && refusal.Code != negotiation.UnknownNegotiation {
			p.Back = "/n/" + string(n)
		}
	}
	if r.Method != http.MethodGet {
		p.Path = "/" // there is no page at the address of a form
	}
	p.Heading = b.T(headingKey(err))
	p.Title = p.Heading
	s.pages.render(w, r, code, "error", p, s.log)
}

// broken answers a fault where no page can be made, in one sentence.
func broken(log *slog.Logger, w http.ResponseWriter, r *http.Request, what string, about ...any) {
	id := rand.Text()[:8]
	log.ErrorContext(r.Context(), what, append([]any{"id", id, "method", r.Method, "path", pathOf(r)}, about...)...)
	sentence := Base{Tongue: tongueOf(r)}.T("error.broken", "id", id)
	if strings.HasPrefix(r.URL.Path, apiRoot+"/") {
		p := newProblem(http.StatusInternalServerError, codeOf(http.StatusInternalServerError), sentence)
		p.Details = map[string]string{"id": id}
		writeProblem(w, p)
		return
	}
	http.Error(w, sentence, http.StatusInternalServerError)
}

// headingKey names what went wrong in a few words.
func headingKey(err error) string {
	code := status(err)
	refusal, refused := negotiation.Refused(err)
	switch {
	case code == http.StatusNotFound:
		return "error.not-found-title"
	case refused && refusal.Code == negotiation.NotAllowed:
		return "error.forbidden-title"
	case refused:
		return "error.refused"
	case code == http.StatusForbidden:
		return "error.not-signed-in-title"
	case code == http.StatusRequestEntityTooLarge:
		return "error.too-large-title"
	case code == http.StatusTooManyRequests:
		return "error.too-fast-title"
	case code == http.StatusInternalServerError:
		return "error.broken-title"
	}
	return "error.title"
}
