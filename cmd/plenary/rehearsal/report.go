package rehearsal

import "time"

// Report is what a rehearsal found out. What could not be measured is missing.
type Report struct {
	Version int     `json:"version"` // of this form
	Viewers int     `json:"viewers"`
	Rate    float64 `json:"rate"`    // changes asked for a second
	Seconds float64 `json:"seconds"` // for which they were asked
	Plenary Side    `json:"plenary"`
	// Plain is the plain broadcast to compare with.
	Plain *Side `json:"plain,omitempty"`
	// Storm tells of all viewers dropped at once, Restart of a server stopped and
	// started again.
	Storm   *Return `json:"storm,omitempty"`
	Restart *Return `json:"restart,omitempty"`
	// Notes say what was left out, and why.
	Notes []string `json:"notes"`
}

// Side is what was measured of one server.
type Side struct {
	Changes int64 `json:"changes"`
	// Deliveries counts changes seen by viewers, Lost those that a viewer never saw
	// and Twice those that came again, in the whole rehearsal.
	Deliveries int64 `json:"deliveries"`
	Lost       int64 `json:"lost"`
	Twice      int64 `json:"twice"`
	// Each is the time from the record to each viewer who saw a change, Last to the
	// last of them; in milliseconds.
	Each Spread `json:"each_ms"`
	Last Spread `json:"last_ms"`
	// Bytes are those of a delivery, Micros its processor time on the server in µs.
	Bytes  float64  `json:"bytes_a_delivery"`
	Micros *float64 `json:"us_cpu_a_delivery,omitempty"`
	// Millis is the processor time on the server of a change with hardly a viewer, at
	// the same pace, in ms: the command, the record, and showing it to each kind of reader.
	Millis *float64 `json:"ms_cpu_a_change,omitempty"`
	// Kilobytes is the server's memory for a connection.
	Kilobytes *float64 `json:"kb_a_connection,omitempty"`
	// Overload is how many deliveries a second there were as fast as possible.
	Overload *float64 `json:"overload_deliveries_a_second,omitempty"`
}

// Spread is how a time varies, in milliseconds.
type Spread struct {
	P50 float64 `json:"p50"`
	P99 float64 `json:"p99"`
	Max float64 `json:"max"`
}

func spreadOf(h *histogram) Spread {
	return Spread{P50: millis(h.quantile(.5)), P99: millis(h.quantile(.99)), Max: millis(h.max)}
}

// sending is the processor time of a delivery in µs without the share of Millis in it:
// what it takes to send what is ready, which is all that a plain broadcast does.
func (s Side) sending() *float64 {
	if s.Micros == nil || s.Millis == nil || s.Deliveries == 0 {
		return nil
	}
	us := *s.Micros - *s.Millis*1000*float64(s.Changes)/float64(s.Deliveries)
	return &us
}

// Return is how viewers came back.
type Return struct {
	// Missed is how many changes each had missed.
	Missed uint64 `json:"missed"`
	// Away is how many seconds it took from the end of the old server's service to
	// the new one's begin, Seconds how long from then, or from when they were let
	// back, until all were there and had what they missed.
	Away    float64 `json:"away_seconds"`
	Seconds float64 `json:"seconds"`
	Lost    int64   `json:"lost"`
	Twice   int64   `json:"twice"`
}

// Whole reports whether every viewer saw every change exactly once.
func (r Report) Whole() bool {
	whole := r.Plenary.Lost == 0 && r.Plenary.Twice == 0
	for _, back := range []*Return{r.Storm, r.Restart} {
		whole = whole && (back == nil || back.Lost == 0 && back.Twice == 0)
	}
	return whole
}

func millis(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
