package web

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"

	"github.com/gorilla/websocket"
)

// Messages are deflated where a websocket has agreed to it [RFC 7692], each by
// itself: without what is taken over from the one before, one deflated message is
// for all, costs nothing a delivery, and no connection keeps tables. There is no
// secret in what is deflated that one could guess by the length of it: what is of one
// reader alone is in no change.

const (
	// extension is the name under which deflating is offered.
	extension = "permessage-deflate"
	// deflatedText is the kind of a text message that is deflated: RSV1 [RFC 7692 6].
	deflatedText = 0x40 | websocket.TextMessage
	// worthDeflating is the size from which a message is deflated; what is smaller
	// fits into one packet anyway.
	worthDeflating = 200
	// deflateLevel is where a change of the room has become about as small as it gets:
	// of 10.8 kB 1.9 are left in a tenth of a millisecond. See BenchmarkLiveDeflate.
	deflateLevel = 4
	// mostScratch bounds what is kept to deflate into.
	mostScratch = 1 << 20
)

// flushed is what ends a flushed stream; it is not sent [RFC 7692 7.2.1].
var flushed = []byte{0x00, 0x00, 0xff, 0xff}

// deflater deflates, with tables of most of a megabyte that it keeps for the next
// message. It may be used by many goroutines.
type deflater struct{ idle sync.Pool }

// scratch is what a message is deflated with.
type scratch struct {
	out bytes.Buffer
	w   *flate.Writer
}

// frame makes a whole frame of a message, deflated where that is worth it.
func (d *deflater) frame(data []byte) []byte {
	if len(data) < worthDeflating {
		return frameOf(websocket.TextMessage, data)
	}
	s := d.get()
	defer d.put(s)
	small := s.deflate(data)
	if len(small) >= len(data) {
		return frameOf(websocket.TextMessage, data)
	}
	return frameOf(deflatedText, small)
}

func (d *deflater) get() *scratch {
	if s, ok := d.idle.Get().(*scratch); ok {
		return s
	}
	s := &scratch{}
	var err error
	if s.w, err = flate.NewWriter(&s.out, deflateLevel); err != nil {
		panic(fmt.Sprintf("web: no level of deflating: %v", err))
	}
	return s
}

func (d *deflater) put(s *scratch) {
	if s.out.Cap() <= mostScratch {
		d.idle.Put(s)
	}
}

// deflate gives a message as it is sent [RFC 7692 7.2.1], until the next one.
func (s *scratch) deflate(data []byte) []byte {
	s.out.Reset()
	s.w.Reset(&s.out)
	_, _ = s.w.Write(data) // a buffer takes everything
	_ = s.w.Flush()
	return bytes.TrimSuffix(s.out.Bytes(), flushed)
}

// socketOf is the wire of a websocket that a request asks for.
func socketOf(r *http.Request) wire {
	for _, line := range r.Header.Values("Sec-WebSocket-Extensions") {
		for offer := range strings.SplitSeq(line, ",") {
			if deflates(offer) {
				return deflatedWire
			}
		}
	}
	return socketWire
}

// deflates reports whether an offer is of deflating as we do it: each message by
// itself, and with a window of 32 KiB, which is the only one that compress/flate has.
// What we do not know is declined [RFC 7692 5.1 and 7.1].
func deflates(offer string) bool {
	name, rest, _ := strings.Cut(offer, ";")
	if strings.TrimSpace(name) != extension {
		return false
	}
	seen := map[string]bool{}
	for rest != "" {
		var parameter string
		parameter, rest, _ = strings.Cut(rest, ";")
		key, value, has := strings.Cut(strings.TrimSpace(parameter), "=")
		if seen[key] || !known(key, value, has) {
			return false
		}
		seen[key] = true
	}
	return true
}

// known reports whether a parameter of an offer is one that we can answer. How large
// a window the client can use is of no interest: it uses what it likes.
func known(key, value string, has bool) bool {
	switch key {
	case "server_no_context_takeover", "client_no_context_takeover":
		return !has
	case "client_max_window_bits":
		switch strings.Trim(value, `"`) {
		case "8", "9", "10", "11", "12", "13", "14", "15":
			return true
		}
		return !has
	}
	return false
}

// answerOffer lets the websocket library agree to deflating or not: it would to any
// offer, also one that its answer does not fit.
func answerOffer(h http.Header, deflated bool) {
	h.Del("Sec-WebSocket-Extensions")
	if deflated {
		h.Set("Sec-WebSocket-Extensions", extension)
	}
}

// bounded reads what may be inflated to much more than came: a byte of it can be a
// thousand.
func bounded(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMessage+1))
	if err == nil && len(data) > maxMessage {
		err = errTooLarge
	}
	return data, err
}
