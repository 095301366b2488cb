package web

import "time"

// clockPart is what parts "since" and "until" show: an instant as a clock has it,
// which a script makes count on the server's time.
type clockPart struct {
	// Exact is the instant [RFC 3339], Said the time of day in the meeting's zone.
	Exact, Said string
}

func clockOf(b Base, t time.Time) clockPart {
	return clockPart{t.UTC().Format(time.RFC3339Nano), t.In(b.zone()).Format(time.TimeOnly)}
}
