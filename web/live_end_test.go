package web_test

import (
	"bytes"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/webtest"
)

func TestAReaderWhoSaysTooMuchOrNonsenseIsSentAway(t *testing.T) {
	h := openLive(t)
	say := func(kind int, data string, times int) func(*websocket.Conn) error {
		return func(ws *websocket.Conn) error {
			for range times {
				if err := ws.WriteMessage(kind, []byte(data)); err != nil {
					return nil // it has been closed meanwhile, which is what the test wants
				}
			}
			return nil
		}
	}
	tests := []struct {
		name string
		do   func(*websocket.Conn) error
		want int
	}{
		{"a flood of messages", say(websocket.TextMessage, `{"type":"typing"}`, 200), 4102},
		{"a flood of pings", say(websocket.PingMessage, "", 200), 4102},
		{"a flood of pongs", say(websocket.PongMessage, "", 200), 4102},
		{"text that is no JSON", say(websocket.TextMessage, "hello", 1), 4103},
		{"JSON without a type", say(websocket.TextMessage, "[]", 1), 4103},
		{"bytes", say(websocket.BinaryMessage, "\x00\x01", 1), 4103},
		{"a message that is too large", say(websocket.TextMessage, strings.Repeat(" ", 65<<10), 1), websocket.CloseMessageTooBig},
		{"no websocket frames", func(ws *websocket.Conn) error {
			_, err := ws.NetConn().Write([]byte("GET / HTTP/1.1\r\n\r\n"))
			return err
		}, websocket.CloseProtocolError},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := h.as(t, webtest.Mexico, "")
			r.hello()
			if err := tt.do(r.ws); err != nil {
				t.Fatal(err)
			}
			if got := r.closing(); got != tt.want {
				t.Errorf("closed with %d, want %d", got, tt.want)
			}
		})
	}
}

// Answers to pings are taken without the websocket, where nothing else is being read.
func TestAnswersToPingsMayComeAnywhereAndInPieces(t *testing.T) {
	h := openLive(t)
	nod, garbled := masked(0x81, `{"type":"nod"}`), masked(0x81, "hello")
	pong, long := masked(0x8a, ""), masked(0x8a, "still here")
	begun, ended := masked(0x01, `{"type":`), masked(0x80, `"nod"}`)
	well := slices.Concat(pong, nod, pong, pong, long, begun, pong, ended, pong, nod)
	tests := []struct {
		name  string
		sent  []byte
		piece int
		want  int
	}{
		{"in one piece", slices.Concat(well, garbled), 1000, 4103},
		{"byte by byte", slices.Concat(well, garbled), 1, 4103},
		{"a farewell behind them", slices.Concat(well, masked(0x88, "\x03\xe8")), 5, websocket.CloseNormalClosure},
		{"one that is not masked", slices.Concat(well, []byte{0x8a, 0}), 1000, websocket.CloseProtocolError},
		{"one in two parts", slices.Concat(well, masked(0x0a, "")), 1000, websocket.CloseProtocolError},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := h.as(t, webtest.Mexico, "")
			r.hello()
			for piece := range slices.Chunk(tt.sent, tt.piece) {
				if _, err := r.ws.NetConn().Write(piece); err != nil {
					t.Fatal(err)
				}
			}
			if got := r.closing(); got != tt.want {
				t.Errorf("closed with %d, want %d", got, tt.want)
			}
		})
	}
}

func TestAReaderMaySayWhatWeDoNotKnowYet(t *testing.T) {
	h := openLive(t)
	r := h.as(t, webtest.Mexico, "")
	r.hello()
	if err := r.ws.WriteMessage(websocket.TextMessage, []byte(`{"type":"nod","paragraph":"p5"}`)); err != nil {
		t.Fatal(err)
	}
	h.Table(webtest.Peru, amend("p5", "examine work;"))
	if got := r.next().addresses(); got != "2.a" {
		t.Errorf("next message is on %q, want 2.a", got)
	}
}

// Feeds end and begin again all the time where single readers come and go.
func TestReadersWhoComeAndGoMissNothing(t *testing.T) {
	h := openLive(t, webtest.Public())
	seen := h.View(webtest.Peru).Seq
	var coming sync.WaitGroup
	for range 4 {
		coming.Go(func() {
			for since := seen; since < seen+10; {
				ws, _, err := h.try(tried{query: fmt.Sprintf("as=json&since=%d", since)})
				if err != nil {
					t.Errorf("handshake: %v", err)
					return
				}
				r := &reader{t: t, ws: ws}
				m, err := r.read() // hello
				for err == nil && (m.Type == "hello" || m.Seq <= since) {
					m, err = r.read()
				}
				if err != nil || m.Since != since {
					t.Errorf("with since %d: change from %d to %d, %v", since, m.Since, m.Seq, err)
				}
				since = max(m.Seq, since+1)
				_ = ws.Close() // without a word, as a lost connection
			}
		})
	}
	for range 10 {
		h.Table(webtest.Mexico, amend("p5", "examine work;"))
	}
	coming.Wait()
}

func TestTwoHundredReadersAllSeeAChange(t *testing.T) {
	h := openLive(t, webtest.Public())
	var readers []*reader
	for range 200 {
		r := h.open(t, tried{query: "as=json"})
		r.hello()
		readers = append(readers, r)
	}
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	last := h.Table(webtest.Peru, amend("p12", "in all meetings; and"))
	seq := h.View(webtest.Peru).Seq
	for i, r := range readers {
		// One who was behind sees both in one change; nobody misses any.
		seen := map[string]bool{}
		for m := r.next(); ; m = r.next() {
			for _, p := range m.Paragraphs {
				seen[p.Address] = true
			}
			if m.Seq == seq {
				break
			}
		}
		if !seen["2.a"] || !seen["4.i"] {
			t.Fatalf("reader %d saw %v up to proposal %s, want 2.a and 4.i", i, seen, last)
		}
	}
}

func TestASeatHasABoundedNumberOfConnections(t *testing.T) {
	h := openLive(t)
	header := bearer(h.Bearer(webtest.Mexico))
	for range 64 {
		h.open(t, tried{header: header}).hello()
	}
	_, res, err := h.try(tried{header: header})
	if err == nil || res == nil || res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
		t.Errorf("connection 65 of a seat: %v (%v), want 503 with Retry-After", err, res)
	}
	h.as(t, webtest.Peru, "").hello()
}

func TestOpenConnectionsAreCounted(t *testing.T) {
	h := openLive(t)
	for range 3 {
		h.as(t, webtest.Mexico, "").hello()
	}
	res, err := http.Get("http://" + h.address + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var b bytes.Buffer
	if _, err := b.ReadFrom(res.Body); err != nil {
		t.Fatal(err)
	}
	if want := "plenary_live_connections 3\n"; !strings.Contains(b.String(), want) {
		t.Errorf("metrics do not say %q", want)
	}
}

func TestReadersWithAndWithoutTheRightToTableShareNoFeed(t *testing.T) {
	h := openLive(t)
	h.Do(webtest.Secretariat, negotiation.OpenSeat{Seat: negotiation.Seat{ID: "adviser", Role: negotiation.Delegate, Delegation: "MEXICO"}})
	may, mayNot := h.as(t, webtest.Mexico, "part=side"), h.as(t, "adviser", "part=side")
	may.hello()
	mayNot.hello()
	h.Table(webtest.Peru, amend("p5", "examine work;"))
	offer := fmt.Sprintf("/n/%s/p/2.a/propose", webtest.ID)
	html := func(r *reader) string {
		for _, p := range r.next().Paragraphs {
			if p.Address == "2.a" {
				return p.HTML
			}
		}
		return ""
	}
	if a, b := html(may), html(mayNot); !strings.Contains(a, offer) || b == "" || strings.Contains(b, offer) {
		t.Errorf("who may table is offered to:\n%s\nwho may not:\n%s", a, b)
	}
}
