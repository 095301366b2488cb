package webtest

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation"
)

// API is the root of the API in a house.
const API = "/api/v1"

// Script calls the API as a program does, with a bearer token.
type Script struct {
	// Header is sent with each call.
	Header http.Header

	t      testing.TB
	client *http.Client
	root   string
}

// Script gives a script that holds an invitation to a seat.
func (h *House) Script(seat negotiation.SeatID) *Script {
	h.t.Helper()
	s := h.Stranger()
	s.Header.Set("Authorization", "Bearer "+h.Bearer(seat))
	return s
}

// Stranger gives a script without a seat.
func (h *House) Stranger() *Script {
	return &Script{Header: http.Header{}, t: h.t, client: h.Server.Client(), root: h.Server.URL + API}
}

// With gives the same script with one more header.
func (s *Script) With(name, value string) *Script {
	other := *s
	other.Header = s.Header.Clone()
	other.Header.Set(name, value)
	return &other
}

// Answer is what the server answered.
type Answer struct {
	Status int
	Header http.Header
	Body   []byte

	t testing.TB
}

// Get reads path under the root of the API, or under the negotiation of the
// house where path does not begin with a slash.
func (s *Script) Get(path string) Answer {
	s.t.Helper()
	return s.send(http.MethodGet, path, nil, "")
}

// Post sends body as JSON: a string or bytes as they are, nil as no body,
// anything else encoded.
func (s *Script) Post(path string, body any) Answer {
	s.t.Helper()
	switch b := body.(type) {
	case nil:
		return s.send(http.MethodPost, path, nil, "")
	case string:
		return s.send(http.MethodPost, path, []byte(b), "application/json")
	case []byte:
		return s.send(http.MethodPost, path, b, "application/json")
	}
	encoded, err := json.Marshal(body)
	if err != nil {
		s.t.Fatalf("encode %v: %v", body, err)
	}
	return s.send(http.MethodPost, path, encoded, "application/json")
}

// Send sends body as what media says it is.
func (s *Script) Send(path string, body []byte, media string) Answer {
	s.t.Helper()
	return s.send(http.MethodPost, path, body, media)
}

func (s *Script) send(method, path string, body []byte, media string) Answer {
	s.t.Helper()
	if !strings.HasPrefix(path, "/") {
		path = "/negotiations/" + string(ID) + "/" + path
	}
	req, err := http.NewRequestWithContext(s.t.Context(), method, s.root+path, bytes.NewReader(body))
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	req.Header = s.Header.Clone()
	if media != "" {
		req.Header.Set("Content-Type", media)
	}
	res, err := s.client.Do(req)
	if err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
	defer func() { _ = res.Body.Close() }() // it was read to its end
	answered, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatalf("%s %s: read the answer: %v", method, path, err)
	}
	return Answer{Status: res.StatusCode, Header: res.Header, Body: answered, t: s.t}
}

// Into decodes the answer, whose status must be want.
func (a Answer) Into(want int, to any) {
	a.t.Helper()
	if a.Status != want {
		a.t.Fatalf("answered %d %s, want %d", a.Status, a.Body, want)
	}
	if err := json.Unmarshal(a.Body, to); err != nil {
		a.t.Fatalf("decode %s: %v", a.Body, err)
	}
}

// Problem is what the API says when it did not do something.
type Problem struct {
	Title   string            `json:"title"`
	Status  int               `json:"status"`
	Detail  string            `json:"detail"`
	Code    string            `json:"code"`
	Details map[string]string `json:"details"`
	Errors  []struct{ Location, Message string }
}

// Problem gives the problem in the answer, which must be one.
func (a Answer) Problem() Problem {
	a.t.Helper()
	if media := a.Header.Get("Content-Type"); media != "application/problem+json" {
		a.t.Fatalf("answered %d %q %.300s, want a problem", a.Status, media, a.Body)
	}
	var p Problem
	if err := json.Unmarshal(a.Body, &p); err != nil {
		a.t.Fatalf("decode %s: %v", a.Body, err)
	}
	if p.Status != a.Status || p.Detail == "" || p.Title == "" || strings.ContainsRune(p.Detail, '⟦') {
		a.t.Errorf("problem %+v with status %d does not say what it must", p, a.Status)
	}
	return p
}

// Receipt is the answer to a command that has happened.
type Receipt struct {
	Seq      uint64 `json:"seq"`
	Proposal string `json:"proposal"`
	Hash     string `json:"hash"`
	Repeated bool   `json:"repeated"`
}
