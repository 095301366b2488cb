package web

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// takeStream makes a stream of events of a request. Its answer ends with the
// connection [RFC 9112 6.3], so that no part of it has a length, and no proxy
// should keep or hold back any of it. Where it cannot, it has answered.
func takeStream(w http.ResponseWriter, r *http.Request) (net.Conn, error) {
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", http.MethodGet)
		http.Error(w, http.StatusText(http.StatusMethodNotAllowed), http.StatusMethodNotAllowed)
		return nil, fmt.Errorf("stream asked for by %s", r.Method)
	}
	c, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, http.StatusText(http.StatusNotImplemented), http.StatusNotImplemented)
		return nil, fmt.Errorf("take over a stream: %w", err)
	}
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	h.Set("Connection", "close")
	if err := writeHead(c, h); err != nil {
		_ = c.Close() // there is nobody to tell
		return nil, fmt.Errorf("begin a stream: %w", err)
	}
	return c, nil
}

func writeHead(c net.Conn, h http.Header) error {
	if err := c.SetWriteDeadline(time.Now().Add(lastWord)); err != nil {
		return err
	}
	if _, err := io.WriteString(c, "HTTP/1.1 200 OK\r\n"); err != nil {
		return err
	}
	if err := h.Write(c); err != nil {
		return err
	}
	if _, err := io.WriteString(c, "\r\n"); err != nil {
		return err
	}
	return c.SetWriteDeadline(time.Time{})
}

// listenToStream waits until the other side is gone, or a farewell ends it: there
// is nothing to be said on a stream.
func (c *conn) listenToStream(line net.Conn) (ended bool) {
	buf := make([]byte, 64)
	for all := 0; ; {
		n, err := line.Read(buf)
		if err != nil {
			return err == io.EOF
		}
		if all += n; all > maxMessage {
			c.client.Close(closeTooMuch)
			return false
		}
	}
}
