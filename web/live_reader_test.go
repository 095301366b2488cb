package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web"
	"plenary/web/webtest"
)

// liveHouse is a house that is served as a process serves it, so that it can be
// stopped while readers are connected.
type liveHouse struct {
	*webtest.House
	address string
	// stop ends the server and waits until it has.
	stop func()
}

func openLive(t testing.TB, options ...webtest.Option) *liveHouse {
	t.Helper()
	h := webtest.New(t, options...)
	return serveLive(t, h, h.Clock.Now)
}

// serveLive serves a house by a clock.
func serveLive(t testing.TB, h *webtest.House, clock func() time.Time) *liveHouse {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop := serveOn(t, l, newServer(t, h.Room, h.Store, clock))
	t.Cleanup(stop)
	return &liveHouse{House: h, address: l.Addr().String(), stop: stop}
}

// newServer makes a server for a room.
func newServer(t testing.TB, r *room.Room, kept *store.Memory, clock func() time.Time) *web.Server {
	t.Helper()
	s, err := web.New(web.Config{Room: r, Secrets: kept, Sessions: kept.Sessions(), Log: slog.New(slog.DiscardHandler), Clock: clock})
	if err != nil {
		t.Fatalf("open the server: %v", err)
	}
	return s
}

// serveOn serves on l until the function that it gives is called.
func serveOn(t testing.TB, l net.Listener, s *web.Server) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	return sync.OnceFunc(func() {
		cancel()
		if err := <-served; err != nil {
			t.Errorf("serve: %v", err)
		}
		s.Close()
	})
}

// furnish creates a negotiation in a room, with seats, draft and open window.
func furnish(t testing.TB, r *room.Room, d negotiation.Draft, public bool) {
	t.Helper()
	do(t, r, negotiation.SystemSeat, negotiation.CreateNegotiation{Title: webtest.Title, Language: "en", Public: public})
	for _, seat := range webtest.Seats() {
		do(t, r, negotiation.SystemSeat, seat)
	}
	do(t, r, webtest.Secretariat, negotiation.ImportDraft{Draft: d})
	do(t, r, webtest.Secretariat, negotiation.OpenComments{})
}

// do gives a command to a room and gives the Seq of its entry.
func do(t testing.TB, r *room.Room, seat negotiation.SeatID, c negotiation.Command) negotiation.Seq {
	t.Helper()
	receipt, err := r.Submit(t.Context(), webtest.ID, negotiation.Request{Seat: seat, Do: c})
	if err != nil {
		t.Fatalf("%s: %T: %v", seat, c, err)
	}
	return receipt.Seq
}

// reader is one client of the live channel.
type reader struct {
	t  testing.TB
	ws *websocket.Conn
}

// liveMessage is any message of the server, as a program sees it.
type liveMessage struct {
	Type       string          `json:"type"`
	Epoch      string          `json:"epoch"`
	Since      negotiation.Seq `json:"since"`
	Seq        negotiation.Seq `json:"seq"`
	At         string          `json:"at"`
	Said       string          `json:"said"`
	Now        string          `json:"now"`
	Connection string          `json:"connection"`
	Paragraphs []struct {
		ID, Address, HTML, After, Said string
		Data                           json.RawMessage
	} `json:"paragraphs"`
}

// addresses lists the paragraphs of a message.
func (m liveMessage) addresses() string {
	var list []string
	for _, p := range m.Paragraphs {
		list = append(list, p.Address)
	}
	return strings.Join(list, " ")
}

// tried is what a handshake is made with.
type tried struct {
	query  string
	header http.Header
	client *http.Client // whose cookies to show; nil for none
	path   string       // instead of that of the negotiation
}

func (h *liveHouse) try(a tried) (*websocket.Conn, *http.Response, error) {
	d := websocket.Dialer{}
	if a.client != nil {
		d.Jar = a.client.Jar
	}
	if a.path == "" {
		a.path = "/n/" + string(webtest.ID) + "/live"
	}
	return d.Dial("ws://"+h.address+a.path+"?"+a.query, a.header)
}

// as opens the live channel for a seat, by bearer.
func (h *liveHouse) as(t testing.TB, seat negotiation.SeatID, query string) *reader {
	t.Helper()
	return h.open(t, tried{query: query, header: bearer(h.Bearer(seat))})
}

func (h *liveHouse) open(t testing.TB, a tried) *reader {
	t.Helper()
	ws, res, err := h.try(a)
	if err != nil {
		t.Fatalf("handshake %+v: %v (%v)", a, err, res)
	}
	return newReader(t, ws)
}

func bearer(secret string) http.Header {
	return http.Header{"Authorization": {"Bearer " + secret}}
}

func newReader(t testing.TB, ws *websocket.Conn) *reader {
	t.Helper()
	t.Cleanup(func() { _ = ws.Close() })
	return &reader{t: t, ws: ws}
}

// tooLong ends a test that waits for what does not come. Nothing else depends
// on it.
const tooLong = time.Minute

// next gives the next message.
func (r *reader) next() liveMessage {
	r.t.Helper()
	m, err := r.read()
	if err != nil {
		r.t.Fatalf("next message: %v", err)
	}
	return m
}

// beside reports whether a message is of what is beside the record, which may come
// at any time.
func (m liveMessage) beside() bool { return m.Type == "beat" || m.Type == "signal" }

// read reads the next message on the record, or on the reader.
func (r *reader) read() (m liveMessage, err error) {
	if err := r.ws.SetReadDeadline(time.Now().Add(tooLong)); err != nil {
		return m, err
	}
	for m.Type == "" || m.beside() {
		m = liveMessage{}
		if err := r.ws.ReadJSON(&m); err != nil {
			return m, err
		}
	}
	return m, nil
}

// hello reads the first message and gives its seq.
func (r *reader) hello() liveMessage {
	r.t.Helper()
	m := r.next()
	if m.Type != "hello" || m.Epoch == "" {
		r.t.Fatalf("first message %+v, want a hello with an epoch", m)
	}
	return m
}

// closing reads what is left, until the server closes, and gives the code.
func (r *reader) closing() int {
	r.t.Helper()
	for {
		_, err := r.read()
		var c *websocket.CloseError
		switch {
		case errors.As(err, &c):
			return c.Code
		case err != nil:
			r.t.Fatalf("connection ended without a close code: %v", err)
		}
	}
}

// amend is a proposal on paragraph id.
func amend(id negotiation.ParagraphID, text string) negotiation.Change {
	return negotiation.Change{Kind: negotiation.Amend, Paragraph: id, Base: 1, Text: text}
}
