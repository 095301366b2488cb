package web_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/negotiation/room"
	"plenary/store"
	"plenary/web/webtest"
)

// hall is what the viewers of a benchmark look at: publish makes a change.
type hall struct {
	address, path string
	publish       func()
}

// plenaryHall serves a negotiation on a long draft until the benchmark ends, in which
// proposals are tabled.
func plenaryHall(b *testing.B) hall {
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	furnish(b, r, manyParagraphs(), true)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(serveOn(b, l, newServer(b, r, kept, time.Now)))
	next := 0
	return hall{l.Addr().String(), "/n/" + string(webtest.ID) + "/live", func() {
		next = next%paragraphs + 1
		do(b, r, webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{Reason: "It is shorter.",
			Changes: []negotiation.Change{amend(negotiation.ParagraphID("p"+strconv.Itoa(next)), "Establish three working groups.")}}})
	}}
}

const paragraphs = 500

// manyParagraphs is a draft so long that no paragraph gets many proposals: the
// changes of a run are all of one size.
func manyParagraphs() negotiation.Draft {
	d := webtest.Draft()
	d.Paragraphs = nil
	for i := range paragraphs {
		n := strconv.Itoa(i + 1)
		d.Paragraphs = append(d.Paragraphs, negotiation.Paragraph{ID: negotiation.ParagraphID("p" + n), Kind: negotiation.Numbered,
			Label: n, Text: strings.Repeat("Establish two working groups that meet between conferences. ", 5) + n, Version: 1})
	}
	return d
}

// gorillaHall is the plain way, until the benchmark ends: messages of a size, made
// without any work.
func gorillaHall(b *testing.B, size int) hall {
	hub := &plainHub{conns: map[chan *websocket.PreparedMessage]bool{}}
	s := httptest.NewServer(hub)
	b.Cleanup(s.Close)
	padding := strings.Repeat("x", max(0, size-100))
	return hall{s.Listener.Addr().String(), "/", func() {
		data := fmt.Appendf(nil, `{"type":"change","at":%q,"html":%q}`, time.Now().Format(time.RFC3339Nano), padding)
		m, err := websocket.NewPreparedMessage(websocket.TextMessage, data)
		if err != nil {
			b.Fatal(err)
		}
		hub.broadcast(m)
	}}
}

// plainHub gives each client a channel, a goroutine that reads and one that writes.
type plainHub struct {
	mu    sync.Mutex // guards conns
	conns map[chan *websocket.PreparedMessage]bool
}

func (h *plainHub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	ws, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		return // it has been answered
	}
	queue := make(chan *websocket.PreparedMessage, 16)
	h.mu.Lock()
	h.conns[queue] = true
	h.mu.Unlock()
	go func() {
		for m := range queue {
			if ws.SetWriteDeadline(time.Now().Add(time.Minute)) != nil || ws.WritePreparedMessage(m) != nil {
				break
			}
		}
		_ = ws.Close()
	}()
	for err == nil {
		_, _, err = ws.ReadMessage()
	}
	h.mu.Lock()
	delete(h.conns, queue)
	h.mu.Unlock()
	close(queue)
}

func (h *plainHub) broadcast(m *websocket.PreparedMessage) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for queue := range h.conns {
		queue <- m
	}
}
