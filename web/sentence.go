package web

import (
	"errors"
	"maps"
	"net/http"
	"time"

	"plenary/negotiation"
)

// Sentence says what went wrong in the reader's language. It tells a refusal in
// full, and of a fault only that there was one, with the id under which the log
// has it.
func (b Base) Sentence(err error, id string) string {
	if own := (told{}); errors.As(err, &own) {
		return b.T(own.key, own.pairs...)
	}
	if refusal, ok := negotiation.Refused(err); ok {
		return b.Refusal(refusal)
	}
	if errors.Is(err, errUnknownLink) {
		return b.T("join.unknown")
	}
	switch status(err) {
	case http.StatusNotFound:
		return b.T("error.not-found")
	case http.StatusForbidden:
		return b.T("error.not-signed-in")
	case http.StatusGone:
		return b.T("join.expired")
	case http.StatusTooManyRequests:
		return b.T("error.too-fast")
	case http.StatusInsufficientStorage:
		return b.T("error.not-recorded", "id", id)
	case http.StatusRequestEntityTooLarge:
		return b.T("error.too-large", "limit", maxForm)
	}
	return b.T("error.broken", "id", id)
}

// Refusal says a refusal in the reader's language, an instant in its zone.
func (b Base) Refusal(r *negotiation.Refusal) string {
	details := maps.Clone(r.Details)
	if at, ok := details["cutoff"]; ok {
		details["cutoff"] = b.cutoff(at, details["zone"])
	}
	if until, ok := details["until"]; ok {
		details["until"] = b.cutoff(until, "")
	}
	if stage, ok := details["stage"]; ok && stage == "" {
		details["stage"] = "none"
	}
	code := string(r.Code)
	if r.Code == negotiation.PenHeld && b.typesElsewhere(details) {
		code = "pen-held-yours"
	}
	return b.Tongue.Refusal(code, details)
}

// typesElsewhere reports whether the pen is held by the reader's own seat. With the
// newer words is answered who has the pen and types on older ones: see [board.write].
func (b Base) typesElsewhere(details map[string]string) bool {
	_, newer := details["text"]
	return newer || b.Seat.ID != "" && details["seat"] == string(b.Seat.ID)
}

// cutoff gives the instant of a refusal as a reader reads it, in its zone.
func (b Base) cutoff(value, zone string) string {
	at, err := time.Parse(time.RFC3339, value)
	if err != nil {
		return value
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		loc = b.zone()
	}
	return b.Tongue.DateTime(at, loc)
}
