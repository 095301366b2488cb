package web_test

import (
	"bufio"
	"bytes"
	"compress/flate"
	"context"
	"fmt"
	"net"
	"net/http"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// overheard is a connection of which is kept what goes over it.
type overheard struct {
	net.Conn
	mu       sync.Mutex // guards what follows
	in, said bytes.Buffer
}

func (o *overheard) Read(b []byte) (int, error) {
	n, err := o.Conn.Read(b)
	o.mu.Lock()
	defer o.mu.Unlock()
	o.in.Write(b[:n])
	return n, err
}

func (o *overheard) Write(b []byte) (int, error) {
	o.mu.Lock()
	o.said.Write(b)
	o.mu.Unlock()
	return o.Conn.Write(b)
}

// frames are those that came whole, behind the answer to the handshake: the first
// byte of each and its length.
func (o *overheard) frames(t testing.TB) (list []sentFrame) {
	t.Helper()
	o.mu.Lock()
	defer o.mu.Unlock()
	_, frames, found := bytes.Cut(o.in.Bytes(), []byte("\r\n\r\n"))
	if !found {
		t.Fatalf("no answer to the handshake: %.200q", o.in.Bytes())
	}
	for in := bufio.NewReader(bytes.NewReader(frames)); ; {
		first, err := in.Peek(1)
		if err != nil {
			return list
		}
		payload, err := frame(in)
		if err != nil {
			return list
		}
		list = append(list, sentFrame{first[0], len(payload)})
	}
}

// sentFrame is what can be seen of a frame from outside.
type sentFrame struct {
	first byte
	size  int
}

// agreed opens the live channel for a seat as a browser does, which has messages
// deflated.
func (h *liveHouse) agreed(t testing.TB, seat negotiation.SeatID, query string) (*reader, *overheard) {
	t.Helper()
	o := &overheard{}
	d := websocket.Dialer{EnableCompression: true, NetDialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
		var err error
		o.Conn, err = (&net.Dialer{}).DialContext(ctx, network, address)
		return o, err
	}}
	ws, res, err := d.Dial("ws://"+h.address+"/n/"+string(webtest.ID)+"/live?"+query, bearer(h.Bearer(seat)))
	if err != nil {
		t.Fatalf("handshake of %s: %v (%v)", seat, err, res)
	}
	if got, want := res.Header.Get("Sec-WebSocket-Extensions"), "permessage-deflate; server_no_context_takeover; client_no_context_takeover"; got != want {
		t.Errorf("the answer to the offer is %q, want %q", got, want)
	}
	return newReader(t, ws), o
}

// timeless is a message without the instant at which it was made for its wire.
func timeless(m liveMessage) liveMessage {
	m.Now = ""
	return m
}

func TestWhoAgreesToDeflatingIsSentTheSameInFewerBytes(t *testing.T) {
	h := openLive(t)
	plain := h.as(t, webtest.Peru, "part=side")
	deflated, wire := h.agreed(t, webtest.Peru, "part=side")
	if want, got := timeless(plain.hello()), timeless(deflated.hello()); !reflect.DeepEqual(got, want) {
		t.Errorf("hello is %+v deflated, want %+v", got, want)
	}
	size := 0
	for i := range 4 { // of the last one not every byte may have been looked at
		h.Table(webtest.Mexico, amend("p5", fmt.Sprintf("examine the present and future of work %d;", i)))
		want, got := timeless(plain.next()), timeless(deflated.next())
		if !reflect.DeepEqual(got, want) || got.addresses() == "" {
			t.Errorf("change %d is %.500v deflated, want %.500v", i, got, want)
		}
		for _, p := range want.Paragraphs {
			size += len(p.HTML)
		}
	}
	sent, changes := 0, 0
	for _, f := range wire.frames(t) {
		if f.first == 0xc1 {
			sent, changes = sent+f.size, changes+1
		}
	}
	if changes < 3 || sent > size/2 {
		t.Errorf("%d bytes of HTML came in %d deflated frames of %d bytes, want in 3 of half of it at most", size, changes, sent)
	}
}

func TestWhoComesBackDeflatedResumesFromWhatItHas(t *testing.T) {
	h := openLive(t)
	seen := h.View(webtest.Peru).Seq
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	h.Table(webtest.Cosate, amend("p12", "in all meetings; and"))
	for range 2 { // the second is sent what was made for the first
		r, _ := h.agreed(t, webtest.Peru, fmt.Sprintf("since=%d", seen))
		r.hello()
		if m := r.next(); m.Since != seen || m.Seq != seen+2 || m.addresses() != "2.a 4.i" {
			t.Errorf("change from %d to %d of %q, want from %d to %d of 2.a 4.i", m.Since, m.Seq, m.addresses(), seen, seen+2)
		}
	}
}

func TestAnOfferThatWeCannotAnswerIsDeclined(t *testing.T) {
	h := openLive(t)
	conn, err := net.Dial("tcp", h.address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_, err = fmt.Fprintf(conn, "GET /n/%s/live HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nAuthorization: Bearer %s\r\n"+
		"Sec-WebSocket-Extensions: permessage-deflate; server_max_window_bits=10\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
		webtest.ID, h.address, h.Bearer(webtest.Peru))
	if err != nil {
		t.Fatal(err)
	}
	in := bufio.NewReader(conn)
	res, err := http.ReadResponse(in, nil)
	if err != nil || res.StatusCode != http.StatusSwitchingProtocols || len(res.Header.Values("Sec-WebSocket-Extensions")) > 0 {
		t.Fatalf("%v, %v: want a websocket without extensions", res, err)
	}
	for range 2 { // hello and a change
		for {
			first, err := in.Peek(1)
			if err != nil {
				t.Fatal(err)
			}
			if first[0]&0x40 != 0 {
				t.Errorf("a frame begins with %#x", first[0])
			}
			if data, err := frame(in); err != nil {
				t.Fatal(err)
			} else if !bytes.Contains(data, []byte(`"type":"signal"`)) && first[0] == 0x81 {
				break
			}
		}
		h.Table(webtest.Mexico, amend("p5", "examine the present and future of work;"))
	}
}

func TestWhoAgreesToDeflatingMayDeflateAndMisuseIsRefused(t *testing.T) {
	h := openLive(t)
	for _, tt := range []struct {
		name string
		kind int
		data string
		want int
	}{
		{"text that is no JSON", websocket.TextMessage, strings.Repeat("hello ", 100), 4103},
		{"just too much when it is inflated", websocket.TextMessage, strings.Repeat(" ", 64<<10+1), websocket.CloseMessageTooBig},
		{"far too much", websocket.TextMessage, strings.Repeat(" ", 20<<20), websocket.CloseMessageTooBig},
		{"no UTF-8", websocket.TextMessage, strings.Repeat("\xff", 100), websocket.CloseInvalidFramePayloadData},
		{"bytes", websocket.BinaryMessage, strings.Repeat("\xff", 100), 4103},
	} {
		t.Run(tt.name, func(t *testing.T) {
			well, _ := h.agreed(t, webtest.Peru, "")
			r, wire := h.agreed(t, webtest.Mexico, "")
			well.hello()
			r.hello()
			if err := well.ws.WriteMessage(websocket.TextMessage, []byte(`{"type":"nod","why":"`+strings.Repeat("x", 60<<10)+`"}`)); err != nil {
				t.Fatal(err)
			}
			_ = r.ws.WriteMessage(tt.kind, []byte(tt.data)) // it may be closed before all is written
			if got := r.closing(); got != tt.want {
				t.Errorf("closed with %d, want %d", got, tt.want)
			}
			if wire.said.Len() > 60<<10 {
				t.Errorf("%d bytes were sent: too much before they were inflated", wire.said.Len())
			}
			h.Table(webtest.Mexico, amend("p5", "examine work;"))
			if got := well.next().addresses(); got != "2.a" {
				t.Errorf("another who deflates is told of %q, want 2.a", got)
			}
		})
	}
}

// A deflated message may end before its frame does; what is left of the frame is no frame.
func TestWhatIsLeftOfAFrameIsNoAnswerToAPing(t *testing.T) {
	h := openLive(t)
	for _, first := range []string{"", "\x00"} { // so that one of them looks like it, wherever it is looked at
		r, _ := h.agreed(t, webtest.Mexico, "")
		r.hello()
		var payload bytes.Buffer
		w, err := flate.NewWriter(&payload, flate.BestSpeed)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(`{"type":"nod"}`)) // a buffer takes everything
		_ = w.Close()                            // the last block says that it is the last
		payload.WriteString(first + strings.Repeat("\x8a\x80", 500))
		sent := append([]byte{0xc1, 0x80 | 126, byte(payload.Len() >> 8), byte(payload.Len()), 0, 0, 0, 0}, payload.Bytes()...)
		sent = slices.Concat(sent, masked(0x81, `{"type":"nod"}`), masked(0x8a, ""), masked(0x81, "hello"))
		if _, err := r.ws.NetConn().Write(sent); err != nil {
			t.Fatal(err)
		}
		if got := r.closing(); got != 4103 {
			t.Errorf("closed with %d, want 4103 for the last message", got)
		}
	}
}

// Of thousands of readers nearly all are silent, also those who have said something.
func TestWhoHasSaidSomethingWaitsOnASmallStackAgain(t *testing.T) {
	h := openLive(t)
	plain := h.as(t, webtest.Mexico, "")
	deflated, _ := h.agreed(t, webtest.Mexico, "")
	for _, r := range []*reader{plain, deflated} {
		r.hello()
		long := `{"type":"typing","paragraph":"` + strings.Repeat("x", 300) + `"}`
		for _, said := range []string{long, `{"type":"typing"}`} {
			if err := r.ws.WriteMessage(websocket.TextMessage, []byte(said)); err != nil {
				t.Fatal(err)
			}
			if _, err := r.ws.NetConn().Write(masked(0x8a, "")); err != nil {
				t.Fatal(err)
			}
		}
		for refused := 0; refused < 2; {
			m, err := r.read()
			if err != nil {
				t.Fatal(err)
			}
			if m.Type == "refused" {
				refused++
			}
		}
	}
	late := time.After(10 * time.Second)
	for {
		stacks := make([]byte, 1<<20)
		stacks = stacks[:runtime.Stack(stacks, true)]
		if n := bytes.Count(stacks, []byte("fanout.(*Client).Await(")); n == 2 {
			return
		}
		select {
		case <-late:
			t.Fatalf("they do not wait:\n%s", stacks)
		default:
			runtime.Gosched()
		}
	}
}

// masked is a frame of a client [RFC 6455 5.2], with a mask that changes nothing.
func masked(first byte, data string) []byte {
	return append([]byte{first, 0x80 | byte(len(data)), 0, 0, 0, 0}, data...)
}

func TestFramesThatBreakTheProtocolCloseTheirConnection(t *testing.T) {
	h := openLive(t)
	for _, tt := range []struct {
		name   string
		agreed bool
		frame  []byte
		want   int
	}{
		{"deflated without agreement", false, masked(0xc1, "\xf2\x48\xcd\xc9\xc9\x07\x00"), websocket.CloseProtocolError},
		{"deflated by agreement", true, masked(0xc1, "\xf2\x48\xcd\xc9\xc9\x07\x00"), 4103}, // Hello
		{"a block that there is not", true, masked(0xc1, "\x07nonsense"), websocket.CloseInvalidFramePayloadData},
		{"a block that is not whole", true, masked(0xc1, "\xf2\x48"), websocket.CloseInvalidFramePayloadData},
		{"RSV2", true, masked(0xa1, "{}"), websocket.CloseProtocolError},
		{"text that is no UTF-8", false, masked(0x81, "{\"type\":\"\xff\"}"), websocket.CloseInvalidFramePayloadData},
		{"half a surrogate pair", false, masked(0x81, "{\"type\":\"\xed\xa0\x80\"}"), websocket.CloseInvalidFramePayloadData},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var r *reader
			if tt.agreed {
				r, _ = h.agreed(t, webtest.Mexico, "")
			} else {
				r = h.as(t, webtest.Mexico, "")
			}
			r.hello()
			if _, err := r.ws.NetConn().Write(tt.frame); err != nil {
				t.Fatal(err)
			}
			if got := r.closing(); got != tt.want {
				t.Errorf("closed with %d, want %d", got, tt.want)
			}
		})
	}
}
