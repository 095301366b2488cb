package web_test

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
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

// viewers is how many clients look at one negotiation in BenchmarkLiveFanout.
const viewers = 1000

// BenchmarkLiveFanout lets a thousand clients on loopback see a change, and
// reports from `at`, when it was journalled, until it was seen:
//
//	p50-ms, p99-ms  of all clients and changes
//	B/message       the size of one change
//	kB/conn         memory of the server for a connection, before the first change
//	goroutines/conn
//
// "plenary" tables proposals in a room over a store in memory. "gorilla" is the
// plain way to compare with, in the same run: messages of the same size, made
// without any work, with a channel and two goroutines for each client. Clients
// and server share the processors, so only the proportions mean something.
func BenchmarkLiveFanout(b *testing.B) {
	size := 2 << 10 // what gorilla sends where plenary has not been asked
	b.Run("plenary", func(b *testing.B) { size = benchPlenary(b) })
	b.Run("gorilla", func(b *testing.B) { benchGorilla(b, size) })
}

func benchPlenary(b *testing.B) int {
	kept := store.NewMemory()
	r := room.New(kept, time.Now)
	furnish(b, r, manyParagraphs(), true)
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	stop := serveOn(b, l, newServer(b, r, kept, time.Now))
	defer stop()
	next := 0
	return fanOut(b, l.Addr().String(), "/n/"+string(webtest.ID)+"/live", func() {
		next = next%paragraphs + 1
		id := negotiation.ParagraphID("p" + strconv.Itoa(next))
		do(b, r, webtest.Mexico, negotiation.TableProposal{Proposal: negotiation.Proposal{
			Reason: "It is shorter.", Changes: []negotiation.Change{amend(id, "Establish three working groups.")}}})
	})
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

// benchGorilla is the plain broadcast.
func benchGorilla(b *testing.B, size int) {
	hub := &plainHub{conns: map[chan *websocket.PreparedMessage]bool{}}
	s := httptest.NewServer(hub)
	defer s.Close()
	padding := strings.Repeat("x", max(0, size-100))
	fanOut(b, s.Listener.Addr().String(), "/", func() {
		data := fmt.Appendf(nil, `{"type":"change","at":%q,"html":%q}`, time.Now().Format(time.RFC3339Nano), padding)
		m, err := websocket.NewPreparedMessage(websocket.TextMessage, data)
		if err != nil {
			b.Fatal(err)
		}
		hub.broadcast(m)
	})
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

// fanOut connects the viewers and lets publish happen b.N times, each time
// waiting until all have seen it. It gives the size of a message.
func fanOut(b *testing.B, address, path string, publish func()) int {
	b.Helper()
	goroutines, memory := runtime.NumGoroutine(), inUse()
	clients := make([]*viewer, viewers)
	for i := range clients {
		clients[i] = look(b, address, path, "")
		defer func() { _ = clients[i].conn.Close() }()
	}
	perGoroutine := float64(runtime.NumGoroutine()-goroutines) / viewers
	perMemory := float64(inUse()-memory) / viewers / 1024

	var seen sync.WaitGroup
	for _, v := range clients {
		go v.watch(&seen)
	}
	b.ResetTimer()
	for range b.N {
		seen.Add(viewers)
		publish()
		seen.Wait()
	}
	b.StopTimer()
	var all []time.Duration
	for _, v := range clients {
		all = append(all, v.waited...)
	}
	slices.Sort(all)
	b.ReportMetric(all[len(all)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(all[len(all)*99/100].Seconds()*1000, "p99-ms")
	b.ReportMetric(float64(clients[0].size), "B/message")
	b.ReportMetric(perGoroutine, "goroutines/conn")
	b.ReportMetric(perMemory, "kB/conn")
	return clients[0].size
}

func inUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapInuse + m.StackInuse)
}

// viewer is a client that costs as little as possible, so that what is measured
// is the server.
type viewer struct {
	conn   net.Conn
	waited []time.Duration
	size   int
}

// look makes the handshake [RFC 6455 4.1], with what offers deflating, or nothing.
func look(b testing.TB, address, path, offer string) *viewer {
	b.Helper()
	conn, err := net.Dial("tcp", address)
	if err != nil {
		b.Fatal(err)
	}
	_, err = fmt.Fprintf(conn, "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"%sSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n", path, address, offer)
	if err != nil {
		b.Fatal(err)
	}
	// Byte by byte: what follows the answer is not for us.
	var answer []byte
	for !bytes.HasSuffix(answer, []byte("\r\n\r\n")) {
		one := []byte{0}
		if _, err := conn.Read(one); err != nil {
			b.Fatalf("handshake: %v", err)
		}
		answer = append(answer, one[0])
	}
	if !bytes.HasPrefix(answer, []byte("HTTP/1.1 101 ")) {
		b.Fatalf("handshake: %s", answer)
	}
	return &viewer{conn: conn}
}

// watch notes for each change how long it was on the way, until the connection ends.
func (v *viewer) watch(seen *sync.WaitGroup) {
	r := bufio.NewReaderSize(v.conn, 4<<10)
	for {
		payload, err := frame(r)
		if err != nil {
			return
		}
		_, rest, found := bytes.Cut(payload, []byte(`"at":"`))
		if !found {
			continue // hello, or a ping, which may go unanswered for a minute
		}
		at, _, _ := bytes.Cut(rest, []byte(`"`))
		t, err := time.Parse(time.RFC3339Nano, string(at))
		if err != nil {
			panic(fmt.Sprintf("the time of a change: %v", err))
		}
		v.waited = append(v.waited, time.Since(t))
		v.size = len(payload)
		seen.Done()
	}
}

// frame reads one frame of a server [RFC 6455 5.2].
func frame(r *bufio.Reader) ([]byte, error) {
	head := make([]byte, 2, 10)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, err
	}
	n := uint64(head[1])
	if long := map[uint64]int{126: 2, 127: 8}[n]; long > 0 {
		head = head[:8]
		clear(head)
		if _, err := io.ReadFull(r, head[8-long:]); err != nil {
			return nil, err
		}
		n = binary.BigEndian.Uint64(head)
	}
	payload := make([]byte, n)
	_, err := io.ReadFull(r, payload)
	return payload, err
}
