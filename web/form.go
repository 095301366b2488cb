package web

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"

	"plenary/negotiation"
)

// readForm reads the body of a form, or refuses one that cannot be read.
func readForm(r *http.Request) error {
	if r.Method != http.MethodPost {
		return nil
	}
	if err := r.ParseForm(); err != nil {
		if status(err) == http.StatusRequestEntityTooLarge {
			return err
		}
		return negotiation.Refuse(negotiation.BadText, "field", "changes")
	}
	return nil
}

// refusedForm gives the sentence and the status with which a form comes back. A
// fault is logged here: its form answers it, and not fail.
func (s *Server) refusedForm(r *http.Request, b Base, err error) (string, int) {
	if m := (mistake{}); errors.As(err, &m) {
		return b.T(m.key), http.StatusUnprocessableEntity
	}
	code, id := status(err), rand.Text()[:8]
	if code >= http.StatusInternalServerError {
		s.log.ErrorContext(r.Context(), "request failed", "id", id, "method", r.Method, "path", pathOf(r), "error", err)
	}
	return b.Sentence(err, id), code
}

// receiptPath is where the receipt of a proposal is shown.
func receiptPath(id negotiation.NegotiationID, proposal negotiation.ProposalID) string {
	return fmt.Sprintf("/n/%s/mine?receipt=%s", id, proposal)
}

// mistake is something typed that cannot be understood, before the law is asked.
// Its key names the sentence of package lang that says what to do.
type mistake struct{ key string }

func (m mistake) Error() string { return m.key }
