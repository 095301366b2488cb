package web

import (
	"bytes"
	"compress/flate"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"testing"
)

func TestAMessageIsDeflatedAsTheStandardShows(t *testing.T) {
	want := []byte{0xf2, 0x48, 0xcd, 0xc9, 0xc9, 0x07, 0x00} // RFC 7692 7.2.3.1
	var d deflater
	s := d.get()
	for range 2 { // nothing is taken over from the one before
		if got := s.deflate([]byte("Hello")); !bytes.Equal(got, want) {
			t.Errorf("Hello is deflated to % x, want % x", got, want)
		}
	}
}

// inflated gives the data of a frame and whether it was deflated.
func inflated(t testing.TB, frame []byte) (data []byte, deflated bool) {
	t.Helper()
	data = frame[2:]
	switch frame[1] {
	case 126:
		data = frame[4:]
	case 127:
		data = frame[10:]
	}
	if frame[0] == 0x81 {
		return data, false
	}
	if frame[0] != 0xc1 {
		t.Fatalf("a frame that begins with %#x", frame[0])
	}
	whole := io.MultiReader(bytes.NewReader(data), strings.NewReader("\x00\x00\xff\xff\x01\x00\x00\xff\xff"))
	data, err := io.ReadAll(flate.NewReader(whole))
	if err != nil {
		t.Fatalf("inflate %d bytes: %v", len(frame), err)
	}
	return data, true
}

func TestAFrameIsDeflatedWhereThatIsWorthIt(t *testing.T) {
	noise := make([]byte, 5000)
	for i, r := 0, rand.New(rand.NewPCG(1, 2)); i < len(noise); i++ {
		noise[i] = byte(r.Uint32())
	}
	var d deflater
	for _, tt := range []struct {
		name string
		data []byte
		want bool
	}{
		{"nothing", nil, false},
		{"a small message", []byte(strings.Repeat("x", worthDeflating-1)), false},
		{"one that is large enough", []byte(strings.Repeat("x", worthDeflating)), true},
		{"one of several kB", []byte(strings.Repeat("<li>The Governments</li>", 400)), true},
		{"one of several MB", []byte(strings.Repeat("<li>The Governments</li>", 200_000)), true},
		{"noise", noise, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			frame := d.frame(tt.data)
			data, deflated := inflated(t, frame)
			if deflated != tt.want || !bytes.Equal(data, tt.data) {
				t.Errorf("deflated: %t, to %d bytes that are the same: %t; want %t", deflated, len(frame), bytes.Equal(data, tt.data), tt.want)
			}
		})
	}
}

func TestManyDeflateAtOnce(t *testing.T) {
	var d deflater
	var work sync.WaitGroup
	for i := range 8 {
		work.Go(func() {
			want := []byte(strings.Repeat(strings.Repeat("x", i+1)+" ", 200))
			for range 50 {
				if got, _ := inflated(t, d.frame(want)); !bytes.Equal(got, want) {
					t.Errorf("message %d came out as another", i)
				}
			}
		})
	}
	work.Wait()
}

func TestOffersOfDeflatingThatWeCannotAnswerAreDeclined(t *testing.T) {
	for _, tt := range []struct {
		offers []string
		want   wire
	}{
		{nil, socketWire},
		{[]string{"permessage-deflate"}, deflatedWire},
		{[]string{"permessage-deflate; client_max_window_bits"}, deflatedWire}, // of browsers
		{[]string{`permessage-deflate; client_max_window_bits="12"; server_no_context_takeover`}, deflatedWire},
		{[]string{"permessage-deflate ;server_no_context_takeover;client_no_context_takeover"}, deflatedWire},
		{[]string{"permessage-bzip2, x-webkit-deflate-frame"}, socketWire},
		{[]string{"permessage-deflate; server_max_window_bits=10"}, socketWire},
		{[]string{"permessage-deflate; server_max_window_bits=10, permessage-deflate"}, deflatedWire},
		{[]string{"permessage-bzip2", "permessage-deflate"}, deflatedWire},
		{[]string{"permessage-deflate; client_max_window_bits=7"}, socketWire},
		{[]string{"permessage-deflate; client_no_context_takeover=1"}, socketWire},
		{[]string{"permessage-deflate; client_no_context_takeover; client_no_context_takeover"}, socketWire},
		{[]string{"permessage-deflate; something_new"}, socketWire},
	} {
		r := &http.Request{Header: http.Header{"Sec-Websocket-Extensions": tt.offers}}
		if got := socketOf(r); got != tt.want {
			t.Errorf("%q: wire %s, want %s", tt.offers, got, tt.want)
		}
	}
}

// What is sent over all wires is the same, and made once.
func TestChangesAndSignalsAreTheSameDeflated(t *testing.T) {
	f := someFeed(t, atTheDoor(t), rowForm, longView(40))
	plain, err := f.now.Load().change(0, line{wire: socketWire})
	if err != nil {
		t.Fatal(err)
	}
	deflated, err := f.now.Load().change(0, line{wire: deflatedWire})
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.now.Load().change(0, line{wire: deflatedWire})
	if err != nil || again != deflated {
		t.Errorf("the same change was deflated twice, %v", err)
	}
	want, _ := inflated(t, plain.Bytes)
	if got, yes := inflated(t, deflated.Bytes); !yes || stripNow(got) != stripNow(want) {
		t.Errorf("deflated: %t, the change is\n%.200s\nwant\n%.200s", yes, got, want)
	}

	b, err := f.finished(signalMessage{Type: "signal", Kind: typingSignal, Regions: []region{{ID: "room-typing", HTML: strings.Repeat("<p>PERU</p>", 50)}}})
	if err != nil {
		t.Fatal(err)
	}
	want, _ = inflated(t, b[socketWire]())
	if got, yes := inflated(t, b[deflatedWire]()); !yes || !bytes.Equal(got, want) {
		t.Errorf("deflated: %t, the signal is\n%.200s\nwant\n%.200s", yes, got, want)
	}
}

// stripNow is a change without the instant at which it was made.
func stripNow(data []byte) string {
	before, rest, _ := strings.Cut(string(data), `"now":"`)
	_, after, _ := strings.Cut(rest, `"`)
	return before + after
}
