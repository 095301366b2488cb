package webtest

import (
	"io"
	"net/http"
	"net/url"
	"strings"
)

// Tell posts a form of a page of the negotiation as a script of that page does: it
// accepts JSON.
func (h *House) Tell(client *http.Client, path string, fields url.Values) Answer {
	h.t.Helper()
	req, err := http.NewRequestWithContext(h.t.Context(), http.MethodPost, h.URL(path), strings.NewReader(fields.Encode()))
	if err != nil {
		h.t.Fatalf("post %s: %v", path, err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Accept", "application/json")
	res, err := client.Do(req)
	if err != nil {
		h.t.Fatalf("post %s: %v", path, err)
	}
	defer func() { _ = res.Body.Close() }() // it was read to its end
	body, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatalf("post %s: read the answer: %v", path, err)
	}
	return Answer{Status: res.StatusCode, Header: res.Header, Body: body, t: h.t}
}
