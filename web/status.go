package web

import "plenary/negotiation"

// statusPart is what part "status" shows: where a proposal stands, in words.
type statusPart struct {
	Base
	Status negotiation.Status
}

func statusOf(b Base, s negotiation.Status) statusPart { return statusPart{Base: b, Status: s} }
