package web

import (
	"errors"

	"github.com/gorilla/websocket"

	"plenary/negotiation"
	"plenary/web/fanout"
)

// The codes with which the live channel is closed [RFC 6455 7.4.2, private
// use]. After 4000-4099, and after a connection lost without a code, a reader
// comes back and resumes; after 4100-4199 it does not.
const (
	// closeGoingAway: this server stops; another may be there.
	closeGoingAway = 4001
	// closeFault: something broke on our side.
	closeFault = fanout.Fault
	// closeStuck: the reader took too little for too long.
	closeStuck = fanout.Stuck

	// closeNotAllowed: no seat, or no longer one, that may read this.
	closeNotAllowed = 4100
	// closeUnknown: there is no such negotiation.
	closeUnknown = 4101
	// closeTooMuch: more messages came from the reader than are borne.
	closeTooMuch = 4102
	// closeGarbled: a message that is no JSON object with a type.
	closeGarbled = 4103
)

// closeReason is what a code means, for programs and logs. Browsers show their
// readers words of the catalogue instead.
func closeReason(code int) string {
	switch code {
	case closeGoingAway:
		return "going away, come back"
	case closeFault:
		return "something broke, come back"
	case closeStuck:
		return "too little taken for too long, resume from your sequence"
	case closeNotAllowed:
		return "no seat that may read this"
	case closeUnknown:
		return "no such negotiation"
	case closeTooMuch:
		return "too many messages"
	case closeGarbled:
		return "message not understood"
	case websocket.CloseInvalidFramePayloadData:
		return "message is no text in UTF-8, or not deflated as agreed"
	case websocket.CloseMessageTooBig:
		return "message too large"
	}
	return ""
}

// closeFrame is the finished frame that closes a connection [RFC 6455 5.5.1].
func closeFrame(code int) []byte {
	return frameOf(websocket.CloseMessage, websocket.FormatCloseMessage(code, closeReason(code)))
}

// closeCode gives the code for whoever may not be let in, and closeFault for
// what is no answer but a fault.
func closeCode(err error) int {
	if refusal, ok := negotiation.Refused(err); ok && refusal.Code == negotiation.UnknownNegotiation {
		return closeUnknown
	}
	if errors.Is(err, errNotSignedIn) || errors.Is(err, negotiation.ErrNotFound) || errors.Is(err, negotiation.ErrExpired) {
		return closeNotAllowed
	}
	return closeFault
}
