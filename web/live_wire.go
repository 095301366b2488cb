package web

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/fanout"
)

// wire is a way on which messages come. All ways carry the same messages.
type wire string

const (
	socketWire   wire = "socket"   // a websocket [RFC 6455]
	deflatedWire wire = "deflated" // one that has agreed to deflating [RFC 7692]
	streamWire   wire = "stream"   // server-sent events [HTML 9.2]
)

// beat is a message that comes with every ping: a page is not told of pings, and
// would not know a connection that is dead from one on which nothing happens.
const beat = `{"type":"beat"}`

// ways are what the wires have besides their messages.
func ways() map[wire]*fanout.Wire {
	socket := &fanout.Wire{
		Ping:     append(frameOf(websocket.PingMessage, nil), frameOf(websocket.TextMessage, []byte(beat))...),
		Farewell: closeFrame,
		Silence:  silence,
	}
	return map[wire]*fanout.Wire{
		socketWire:   socket,
		deflatedWire: socket, // pings and farewells are never deflated [RFC 7692 5]
		streamWire: {
			Ping:     append([]byte(": ping\n"), eventOf(0, []byte(beat))...),
			Farewell: closeEvent,
		},
	}
}

// encode makes a finished message. With a seq, which a change has, a stream that
// is lost resumes from there.
func (l *live) encode(on wire, seq negotiation.Seq, message any) ([]byte, error) {
	data, err := dataOf(message)
	if err != nil {
		return nil, err
	}
	return l.finish(on, seq, data), nil
}

// dataOf is a message as every wire carries it: one line of JSON.
func dataOf(message any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // it is parsed as JSON, never as part of a page
	if err := e.Encode(message); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// finish makes of the data of a message what is sent.
func (l *live) finish(on wire, seq negotiation.Seq, data []byte) []byte {
	switch on {
	case streamWire:
		return eventOf(seq, data)
	case deflatedWire:
		return l.deflater.frame(data)
	}
	return frameOf(websocket.TextMessage, data)
}

// frameOf is a whole frame of a server [RFC 6455 5.2]; the kind has its RSV bits.
func frameOf(kind int, data []byte) []byte {
	b := make([]byte, 0, len(data)+10)
	b = append(b, 0x80|byte(kind))
	switch n := len(data); {
	case n < 126:
		b = append(b, byte(n))
	case n <= math.MaxUint16:
		b = binary.BigEndian.AppendUint16(append(b, 126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, 127), uint64(n))
	}
	return append(b, data...)
}

// eventOf is an event whose data is one line of JSON.
func eventOf(seq negotiation.Seq, data []byte) []byte {
	b := make([]byte, 0, len(data)+40)
	if seq > 0 {
		b = append(strconv.AppendUint(append(b, "id: "...), uint64(seq), 10), '\n')
	}
	b = append(append(b, "data: "...), data...)
	return append(b, "\n\n"...)
}

// closeEvent is what closeFrame is, on a stream.
func closeEvent(code int) []byte {
	return fmt.Appendf(nil, "event: close\ndata: {\"code\":%d}\n\n", code)
}
