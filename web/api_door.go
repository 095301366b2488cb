package web

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"plenary/negotiation"
)

// bodyTime is how long a body may take to arrive.
const bodyTime = 60 * time.Second

// apiDoor stands before all operations: it reads the body within its limit,
// refuses JSON that a decoder would repair in silence, and answers for
// addresses and methods that are no operation.
func (s *Server) apiDoor(inner *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b := Base{Tongue: visitorOf(r.Context()).tongue}
		w.Header().Set("Cache-Control", "no-store")
		w.Header().Set("Content-Language", b.Tongue.Tag())
		if _, pattern := inner.Handler(r); pattern == "" {
			writeProblem(w, noOperation(b, w, inner, r))
			return
		}
		err := checkKey(r.Header.Get("Idempotency-Key"))
		var body []byte
		if err == nil {
			body, err = readBody(r)
		}
		if err != nil {
			writeProblem(w, s.bodyProblem(r.Context(), b, err))
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		inner.ServeHTTP(w, r)
	})
}

// checkKey refuses a key that could not be found again: the record keeps texts,
// and bytes that are none would not come back as they went in.
func checkKey(key string) error {
	if len(key) > negotiation.MaxKey {
		return negotiation.Refuse(negotiation.TooLong, "field", "key", "limit", negotiation.MaxKey, "length", len(key))
	}
	if strings.ContainsFunc(key, func(r rune) bool { return r < ' ' || r > '~' }) {
		return negotiation.Refuse(negotiation.BadText, "field", "key")
	}
	return nil
}

// errUnread says that the body did not arrive whole: that is not a fault of ours.
var errUnread = errors.New("the body did not arrive whole")

func readBody(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(r.Body)
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return nil, err
	case err != nil:
		return nil, errUnread
	case len(body) == 0, !isJSON(r):
		return body, nil
	}
	return body, checkJSON(body)
}

// isJSON reports whether the body of r will be read as JSON. What has another
// type goes on, to be refused by the operation or read as a document.
func isJSON(r *http.Request) bool {
	media := r.Header.Get("Content-Type")
	return !strings.HasSuffix(r.URL.Path, "/import") && (media == "" || strings.Contains(media, "json"))
}

func (s *Server) bodyProblem(ctx context.Context, b Base, err error) *problem {
	if _, refused := negotiation.Refused(err); refused {
		return s.problem(ctx, err)
	}
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return tooLarge(b, large.Limit)
	}
	return malformed(b, http.StatusBadRequest, problemAt{Location: "body", Message: err.Error()})
}

// noOperation is the answer to an address that is none, or is none for this
// method: the mux knows which, and says so only in an answer of its own.
func noOperation(b Base, w http.ResponseWriter, inner *http.ServeMux, r *http.Request) *problem {
	seen := statusSeen{header: http.Header{}}
	inner.ServeHTTP(&seen, r)
	if seen.status == http.StatusMethodNotAllowed {
		w.Header()["Allow"] = seen.header["Allow"]
		return newProblem(seen.status, "method", b.T("error.method"))
	}
	return newProblem(http.StatusNotFound, "not-found", b.T("error.not-found"))
}

// statusSeen is a ResponseWriter that keeps the status and nothing else.
type statusSeen struct {
	header http.Header
	status int
}

func (s *statusSeen) Header() http.Header { return s.header }

func (s *statusSeen) WriteHeader(status int) { s.status = status }

func (s *statusSeen) Write(p []byte) (int, error) { return len(p), nil }
