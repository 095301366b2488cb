package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"plenary/negotiation"
)

const problemMedia = "application/problem+json"

// problem is how the API says that something was not done [RFC 9457]. Its type
// is the default, about:blank; scripts go by the code.
type problem struct {
	Title  string `json:"title" doc:"The name of the status." example:"Conflict"`
	Status int    `json:"status" doc:"The HTTP status." example:"409"`
	Detail string `json:"detail" doc:"What happened and what can be done, for people, in the language asked for with Accept-Language." example:"Paragraph 7.b has changed since you read it."`
	Code   string `json:"code" doc:"Why, for scripts: the code of a refusal (stale, not-allowed, ...), or one of not-found, not-signed-in, expired, malformed, method, too-large, too-fast, other-site, not-recorded, broken. Codes are added and never change their meaning." example:"stale"`
	// Details carry among others the newer text of a stale paragraph.
	Details map[string]string `json:"details,omitempty" doc:"What the detail speaks of, by name; which names there are depends on the code." example:"{\"paragraph\":\"7.b\",\"base\":\"1\",\"current\":\"2\",\"text\":\"The newer words.\"}"`
	Errors  []problemAt       `json:"errors,omitempty" nullable:"false" doc:"Where a request is not as described here, for whoever writes the script."`
}

// problemAt is one place where a request is not as the API describes it.
type problemAt struct {
	Location string `json:"location" doc:"Where." example:"body.changes[0].kind"`
	Message  string `json:"message" doc:"What was expected, in English." example:"expected value to be one of \"amend, insert\""`
}

// Error and the next two make problem an error that huma sends as it is.
func (p *problem) Error() string             { return p.Code + ": " + p.Detail }
func (p *problem) GetStatus() int            { return p.Status }
func (p *problem) ContentType(string) string { return problemMedia }

// newProblem is a problem of a code that is not a refusal's.
func newProblem(status int, code, detail string) *problem {
	return &problem{Title: http.StatusText(status), Status: status, Detail: detail, Code: code}
}

// problem makes a problem of what an operation returned. As for pages, a fault
// is logged here and nothing of its inside is told.
func (s *Server) problem(ctx context.Context, err error) *problem {
	return s.problemOf(ctx, negotiation.Seat{}, err)
}

// problemOf is problem for one whose seat is known, where a page asked for it.
func (s *Server) problemOf(ctx context.Context, seat negotiation.Seat, err error) *problem {
	b := Base{Tongue: visitorOf(ctx).tongue, Seat: seat}
	code := status(err)
	if refusal, ok := negotiation.Refused(err); ok {
		p := newProblem(code, string(refusal.Code), b.Refusal(refusal))
		p.Details = refusal.Details
		return p
	}
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return tooLarge(b, large.Limit)
	}
	id := rand.Text()[:8]
	p := newProblem(code, codeOf(code), b.Sentence(err, id))
	if code >= http.StatusInternalServerError {
		s.log.ErrorContext(ctx, "request failed", "id", id, "api", true, "error", err)
		p.Details = map[string]string{"id": id}
	}
	return p
}

// codeOf names what went wrong where no law refused.
func codeOf(status int) string {
	switch status {
	case http.StatusNotFound:
		return "not-found"
	case http.StatusForbidden:
		return "not-signed-in"
	case http.StatusGone:
		return "expired"
	case http.StatusMethodNotAllowed:
		return "method"
	case http.StatusTooManyRequests:
		return "too-fast"
	case http.StatusInsufficientStorage:
		return "not-recorded"
	}
	return "broken"
}

func tooLarge(b Base, limit int64) *problem {
	p := newProblem(http.StatusRequestEntityTooLarge, "too-large", b.T("error.too-large", "limit", limit))
	p.Details = map[string]string{"limit": fmt.Sprint(limit)}
	return p
}

// malformed is the problem of a request that is not as the API describes it.
func malformed(b Base, status int, at ...problemAt) *problem {
	p := newProblem(status, "malformed", b.T("error.malformed"))
	p.Errors = at
	return p
}

// translated turns what huma found wrong with a request into a problem of ours.
func (s *Server) translated(ctx huma.Context, _ string, v any) (any, error) {
	found, ok := v.(*huma.ErrorModel)
	if !ok {
		return v, nil
	}
	b := Base{Tongue: visitorOf(ctx.Context()).tongue}
	p := malformed(b, found.Status)
	for _, e := range found.Errors {
		p.Errors = append(p.Errors, problemAt{Location: e.Location, Message: e.Message})
	}
	if len(p.Errors) == 0 {
		p.Errors = []problemAt{{Location: "body", Message: found.Detail}}
	}
	if r := badValue(found); r != nil {
		p.Code, p.Detail, p.Details = string(r.Code), b.Refusal(r), r.Details
	}
	return p, nil
}

// badValue is the refusal that the law would give for a value that is not one of
// those described: scripts need not know which of the two looked first. It is
// nil where the form is wrong and not a value.
func badValue(found *huma.ErrorModel) *negotiation.Refusal {
	if found.Status != http.StatusUnprocessableEntity || len(found.Errors) == 0 {
		return nil
	}
	first := found.Errors[0]
	value, ok := first.Value.(string)
	if !ok || !strings.Contains(first.Message, "one of") {
		return nil
	}
	field := first.Location[strings.LastIndex(first.Location, ".")+1:]
	return negotiation.Refuse(negotiation.BadValue, "field", field, "value", shortened(value))
}

// shortened gives the beginning of what came from outside and goes back into a
// sentence.
func shortened(s string) string {
	const most = 100
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// writeProblem answers with p where huma has no hand in it.
func writeProblem(w http.ResponseWriter, p *problem) {
	w.Header().Set("Content-Type", problemMedia)
	w.WriteHeader(p.Status)
	_ = huma.DefaultJSONFormat.Marshal(w, p) // the reader has gone: nobody is left to tell
}
