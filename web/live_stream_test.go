package web_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"plenary/negotiation"
	"plenary/web/webtest"
)

// events is one client of the live channel without websockets.
type events struct {
	t   testing.TB
	res *http.Response
	in  *bufio.Reader
}

// event is one of a stream, as a browser takes it [HTML 9.2.6].
type event struct {
	id, name, data string
	liveMessage
}

// streamAs opens a stream for a seat.
func (h *liveHouse) streamAs(t testing.TB, seat negotiation.SeatID, query string, header http.Header) *events {
	t.Helper()
	if header == nil {
		header = http.Header{}
	}
	if seat != "" {
		header.Set("Authorization", "Bearer "+h.Bearer(seat))
	}
	res := h.request(t, http.MethodGet, "/events?"+query, header, "")
	t.Cleanup(func() { _ = res.Body.Close() })
	if res.StatusCode != http.StatusOK {
		t.Fatalf("stream of %s: %s", seat, res.Status)
	}
	return &events{t: t, res: res, in: bufio.NewReader(res.Body)}
}

// request asks for something of the negotiation.
func (h *liveHouse) request(t testing.TB, method, path string, header http.Header, body string) *http.Response {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, "http://"+h.address+"/n/"+string(webtest.ID)+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for name, values := range header {
		req.Header[name] = values
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return res
}

// next reads the next event that is not beside the record.
func (e *events) next() event {
	e.t.Helper()
	var ev event
	for {
		line, err := e.in.ReadString('\n')
		if err != nil {
			e.t.Fatalf("next event: %v", err)
		}
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		switch {
		case line == "\n" && ev.beside():
			ev = event{}
		case line == "\n":
			return ev
		case name == "id":
			ev.id = value
		case name == "event":
			ev.name = value
		case name == "data":
			ev.data = value
			if err := json.Unmarshal([]byte(value), &ev.liveMessage); err != nil {
				e.t.Fatalf("event %q: %v", value, err)
			}
		}
	}
}

// closing reads the event that ends the stream, and its end, and gives the code.
func (e *events) closing() (code int) {
	e.t.Helper()
	ev := e.next()
	if _, err := fmt.Sscanf(ev.data, `{"code":%d}`, &code); err != nil || ev.name != "close" {
		e.t.Fatalf("got %q of %q, want close with a code", ev.data, ev.name)
	}
	if rest, err := io.ReadAll(e.in); err != nil || len(rest) > 0 {
		e.t.Errorf("after the close came %q, %v", rest, err)
	}
	return code
}

func TestAStreamTellsWhatAWebsocketTells(t *testing.T) {
	h := openLive(t)
	page, socket := h.streamAs(t, webtest.Peru, "", nil), h.as(t, webtest.Peru, "")
	for name, want := range map[string]string{"Content-Type": "text/event-stream", "Cache-Control": "no-store",
		"X-Accel-Buffering": "no", "X-Content-Type-Options": "nosniff"} {
		if got := page.res.Header.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	hello := page.next()
	if at := socket.hello().Seq; hello.Type != "hello" || hello.Seq != at || hello.id != "" || hello.Epoch == "" {
		t.Fatalf("first event %+v, want a hello with seq %d that does not move the id", hello, at)
	}
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	got, want := page.next(), socket.next()
	if got.addresses() != "2.a" || got.Since != want.Since || got.Seq != want.Seq || got.Said != want.Said ||
		got.Paragraphs[0].HTML != want.Paragraphs[0].HTML || got.id != fmt.Sprint(want.Seq) || got.name != "" {
		t.Errorf("event %+v, want what the websocket has: %+v", got, want)
	}
}

func TestAStreamThatComesBackByItselfGoesOnWhereItWas(t *testing.T) {
	h := openLive(t)
	seen := h.View(webtest.Peru).Seq
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	h.Table(webtest.Mexico, amend("p12", "in all meetings; and"))
	header := http.Header{"Last-Event-Id": {fmt.Sprint(seen + 1)}}
	r := h.streamAs(t, webtest.Peru, fmt.Sprintf("since=%d", seen), header)
	r.next()
	if m := r.next(); m.Since != seen+1 || m.Seq != seen+2 || m.addresses() != "4.i" {
		t.Errorf("change from %d to %d of %q, want from %d of 4.i", m.Since, m.Seq, m.addresses(), seen+1)
	}
}

func TestAStreamIsEndedWithACode(t *testing.T) {
	h := openLive(t)
	if got := h.streamAs(t, "", "", nil).closing(); got != 4100 {
		t.Errorf("the public was sent away with %d, want 4100", got)
	}
	mexico, peru := h.streamAs(t, webtest.Mexico, "", nil), h.streamAs(t, webtest.Peru, "", nil)
	mexico.next()
	peru.next()
	h.Do(webtest.Secretariat, negotiation.CloseSeat{Seat: webtest.Mexico})
	if got := mexico.closing(); got != 4100 {
		t.Errorf("a closed seat was sent away with %d, want 4100", got)
	}
	if m := peru.next(); m.Type != "change" {
		t.Errorf("the other got %+v, want a change", m)
	}
	h.stop()
	if got := peru.closing(); got != 4001 {
		t.Errorf("a server that stops sends away with %d, want 4001", got)
	}
}

func TestWhatAStreamIsNotOpenedFor(t *testing.T) {
	h := openLive(t)
	for _, tt := range []struct {
		name, method, query string
		header              http.Header
		want                int
	}{
		{"an unknown form", http.MethodGet, "part=desk", nil, http.StatusBadRequest},
		{"an id that is no number", http.MethodGet, "", http.Header{"Last-Event-Id": {"x"}}, http.StatusBadRequest},
		{"a page of another site", http.MethodGet, "", http.Header{"Origin": {"https://evil.example"}}, http.StatusForbidden},
		{"who wants the head only", http.MethodHead, "", nil, http.StatusMethodNotAllowed},
	} {
		res := h.request(t, tt.method, "/events?"+tt.query, tt.header, "")
		_ = res.Body.Close()
		if res.StatusCode != tt.want {
			t.Errorf("%s: status %d, want %d", tt.name, res.StatusCode, tt.want)
		}
	}
}

func TestWhatIsPostedIsHeardOfTheStreamThatItNames(t *testing.T) {
	h := openLive(t)
	r := h.streamAs(t, webtest.Peru, "", nil)
	name := r.next().Connection
	peru, mexico := h.Bearer(webtest.Peru), h.Bearer(webtest.Mexico)
	for _, tt := range []struct {
		name, secret, connection, origin, body string
		want                                   int
	}{
		{"its reader", peru, name, "", `{"type":"seen","hash":""}`, http.StatusNoContent},
		{"what a newer page says", peru, name, "", `{"type":"nod"}`, http.StatusNoContent},
		{"no name", peru, "", "", `{"type":"nod"}`, http.StatusNotFound},
		{"another name", peru, "nobody", "", `{"type":"nod"}`, http.StatusNotFound},
		{"another seat", mexico, name, "", `{"type":"nod"}`, http.StatusNotFound},
		{"another site", peru, name, "https://evil.example", `{"type":"nod"}`, http.StatusForbidden},
		{"more than a message holds", peru, name, "", strings.Repeat(" ", 65<<10), http.StatusRequestEntityTooLarge},
	} {
		header := bearer(tt.secret)
		if tt.origin != "" {
			header.Set("Origin", tt.origin)
		}
		res := h.request(t, http.MethodPost, "/signals?connection="+tt.connection, header, tt.body)
		_ = res.Body.Close()
		if res.StatusCode != tt.want {
			t.Errorf("%s: status %d, want %d", tt.name, res.StatusCode, tt.want)
		}
	}
	h.Table(webtest.Mexico, amend("p5", "examine work;"))
	if m := r.next(); m.Type != "change" {
		t.Fatalf("after all that the stream has %+v, want a change", m)
	}
	res := h.request(t, http.MethodPost, "/signals?connection="+name, bearer(peru), "hello")
	_ = res.Body.Close()
	if res.StatusCode != http.StatusBadRequest {
		t.Errorf("nonsense: status %d, want 400", res.StatusCode)
	}
	if got := r.closing(); got != 4103 {
		t.Errorf("after nonsense the stream was closed with %d, want 4103", got)
	}
}
