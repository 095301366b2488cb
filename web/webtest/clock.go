package webtest

import (
	"bytes"
	"sync"
	"time"
)

// opening is the instant at which the clock of a house starts.
func opening() time.Time { return time.Date(2017, 10, 16, 14, 0, 0, 0, time.UTC) }

// Clock is a clock that stands until it is turned.
type Clock struct {
	mu  sync.Mutex // guards now
	now time.Time
}

func newClock() *Clock { return &Clock{now: opening()} }

// Now tells the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance turns the clock on.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// Set turns the clock to an instant.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Logbook keeps what a server logs, for tests to read while it serves.
type Logbook struct {
	mu   sync.Mutex // guards text
	text bytes.Buffer
}

// Write adds to it.
func (l *Logbook) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

// String gives all of it.
func (l *Logbook) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
