package rehearsal

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

const (
	// maxReply bounds what the API answers: a negotiation with its text.
	maxReply = 64 << 20
	// callTime is how long a call may take.
	callTime = 30 * time.Second
)

// caller calls the API of a server as one seat.
type caller struct {
	http   *http.Client
	server *url.URL
	bearer string
}

// as gives the caller for another seat of the same server.
func (c caller) as(bearer string) caller {
	c.bearer = bearer
	return c
}

// problem is the answer of a server that did not do what it was asked [RFC 9457].
type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"`
	Code   string `json:"code"`
}

func (p *problem) Error() string { return fmt.Sprintf("%s [%s]", p.Detail, p.Code) }

// tooFast reports whether the server asked for patience.
func tooFast(err error) bool {
	var p *problem
	return errors.As(err, &p) && p.Status == http.StatusTooManyRequests
}

// get reads what is at path into out.
func (c caller) get(ctx context.Context, path string, out any) error {
	return c.call(ctx, http.MethodGet, path, nil, out)
}

// post sends in to path and reads the answer into out.
func (c caller) post(ctx context.Context, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	return c.call(ctx, http.MethodPost, path, body, out)
}

func (c caller) call(ctx context.Context, method, path string, body []byte, out any) error {
	ctx, cancel := context.WithTimeout(ctx, callTime)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, c.server.String()+"/api/v1"+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.bearer)
	req.Header.Set("Content-Type", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close() // read only
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxReply))
	if err != nil {
		return fmt.Errorf("%s %s: %w", method, path, err)
	}
	if resp.StatusCode >= http.StatusMultipleChoices {
		return problemOf(resp, data)
	}
	if err := json.Unmarshal(data, out); err != nil {
		return fmt.Errorf("%s %s: read the answer: %w", method, path, err)
	}
	return nil
}

// problemOf reads a problem, or makes one where something else answered.
func problemOf(resp *http.Response, data []byte) *problem {
	p := &problem{}
	if json.Unmarshal(data, p) != nil || p.Code == "" {
		p.Code, p.Detail = "http", resp.Status
	}
	p.Status = resp.StatusCode
	return p
}

// matter is a negotiation as its API tells it.
type matter struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Seq        uint64      `json:"seq"`
	Seat       *seat       `json:"seat"`
	Paragraphs []paragraph `json:"paragraphs"`
}

type seat struct {
	ID         string `json:"id"`
	Role       string `json:"role"`
	Delegation string `json:"delegation"`
	MayTable   bool   `json:"may_table"`
	Closed     bool   `json:"closed"`
}

type paragraph struct {
	ID      string `json:"id"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	Version int    `json:"version"`
	Deleted bool   `json:"deleted"`
}

// receipt is the answer to a command.
type receipt struct {
	Seq      uint64 `json:"seq"`
	Proposal string `json:"proposal"`
}

// secretOf gives the server and the secret in a sign-in link.
func secretOf(link string) (server *url.URL, secret string, err error) {
	u, err := url.Parse(link)
	if err != nil {
		return nil, "", fmt.Errorf("sign-in link: %w", err)
	}
	path, secret, ok := strings.Cut(u.Path, "/join/")
	if !ok || u.Host == "" || secret == "" || path != "" {
		return nil, "", errors.New("that is no sign-in link: it ends in /join/ and a secret")
	}
	return &url.URL{Scheme: u.Scheme, Host: u.Host}, secret, nil
}
