package rehearsal

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/websocket"
)

// The example of RFC 7692 7.2.3.1, and the same in a block without compression.
func TestDeflatedMessageIsInflated(t *testing.T) {
	for _, deflated := range []string{"\xf2\x48\xcd\xc9\xc9\x07\x00", "\x00\x05\x00\xfa\xff\x48\x65\x6c\x6c\x6f\x00"} {
		got, err := inflate([]byte(deflated))
		if string(got) != "Hello" || err != nil {
			t.Errorf("%x: got %q, %v; want Hello", deflated, got, err)
		}
	}
	if got, err := inflate([]byte("\xff\xff\xff")); err == nil {
		t.Errorf("got %q of what is not deflated, want an error", got)
	}
}

func TestDeflatedFramesAreTakenWholeWhereThatWasAgreed(t *testing.T) {
	long := strings.Repeat("z", 300)
	data := bytes.Join([][]byte{serverFrame(0xc1, long), serverFrame(0x41, "in "), serverFrame(0x80, "parts"), serverFrame(0x81, long)}, nil)
	want := []string{"deflated " + long, "deflated in parts", "plain " + long[:10]}
	for _, size := range []int{1, 7, 64, len(data)} {
		f, rest, got := &frames{keep: 10, deflates: true}, data, []string(nil)
		for len(rest) > 0 {
			n := min(size, len(rest))
			err := f.read(rest[:n], func(t taken) error {
				kind := "plain "
				if t.deflated {
					kind = "deflated "
				}
				got = append(got, kind+string(t.payload))
				return nil
			})
			if err != nil {
				t.Fatalf("in pieces of %d: %v", size, err)
			}
			rest = rest[n:]
		}
		if strings.Join(got, "|") != strings.Join(want, "|") {
			t.Errorf("in pieces of %d: got %.40q, want %.40q", size, got, want)
		}
	}
	for name, data := range map[string][]byte{"a deflated ping": {0xc9, 0}, "a deflated rest": {0x41, 1, 'x', 0xc0, 1, 'x'}, "another extension": {0xa1, 1, 'x'}} {
		if got, _, err := readIn(&frames{keep: 10, deflates: true}, data, len(data)); err == nil {
			t.Errorf("%s: got %q, want an error", name, got)
		}
	}
}

func TestServerAgreesToNothingButWhatWasAsked(t *testing.T) {
	for _, c := range []struct {
		line     string
		deflates bool
		fails    bool
	}{
		{"", false, false},
		{"permessage-deflate; server_no_context_takeover; client_no_context_takeover", true, false},
		{"permessage-deflate;server_no_context_takeover", true, false},
		{"permessage-deflate", false, true}, // it would lean on what came before
		{"x-other", false, true},
		{" ", false, true},
	} {
		var lines []string
		if c.line != "" {
			lines = []string{c.line}
		}
		got, err := agreed(lines)
		if got != c.deflates || (err != nil) != c.fails {
			t.Errorf("%q: got %t, %v; want %t, and an error %t", c.line, got, err, c.deflates, c.fails)
		}
	}
}

// deflatingServer is one that tells whoever comes a few changes, deflated.
func deflatingServer(t *testing.T, changes int) *httptest.Server {
	up := websocket.Upgrader{EnableCompression: true}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ws, err := up.Upgrade(w, r, nil)
		if err != nil {
			return // it has been answered
		}
		defer ws.Close()
		say := func(message string) { _ = ws.WriteMessage(websocket.TextMessage, []byte(message)) } // the viewers say what they missed
		say(`{"type":"hello","epoch":"e","seq":0}`)
		for n := range changes {
			say(fmt.Sprintf(`{"type":"change","epoch":"e","since":%d,"seq":%d,"at":"2026-03-04T05:06:07Z","html":[%q]}`, n, n+1, strings.Repeat("word ", 1000)))
		}
		_, _, _ = ws.ReadMessage() // until the viewer leaves
	}))
	t.Cleanup(s.Close)
	return s
}

func TestCrowdReadsWhatIsDeflated(t *testing.T) {
	eachKindOfLines(t, func(t *testing.T, gather func(aim, int) *crowd) {
		const viewers, changes = 20, 2 * mostInflated
		s := deflatingServer(t, changes)
		c := gather(aim{server: address(t, s.URL), path: "/"}, viewers)
		var witnessed []string
		c.watchedBy(func(m message, payload []byte) { witnessed = append(witnessed, string(payload[m.rest:])) })
		c.come()
		<-c.whenAll(changes)
		got := c.measured(changes)
		if got.deliveries != viewers*changes || c.tally().missing() != 0 || c.tally().garbled != 0 {
			t.Errorf("got %d deliveries, %+v; want %d and nothing amiss", got.deliveries, c.tally(), viewers*changes)
		}
		if each := got.bytes / got.deliveries; each > 500 {
			t.Errorf("a delivery is of %d bytes, want what came over the wire", each)
		}
		c.watchedBy(nil)
		if len(witnessed) != changes || len(witnessed[0]) < 5000 {
			t.Errorf("the witness was shown %d changes, want %d and whole", len(witnessed), changes)
		}
	})
}
