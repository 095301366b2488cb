package web

import (
	"hash/fnv"
	"strconv"

	"plenary/negotiation"
)

// chips is how many colours the palette of delegations has (css/chip.css).
const chips = 12

// chip is the style class of a delegation's name. A name keeps its colour on
// every page; colour is never the only sign, so two names may share one.
func chip(d negotiation.Delegation) string {
	h := fnv.New32a()
	_, _ = h.Write([]byte(d)) // a hash takes everything
	return "chip chip-" + strconv.Itoa(int(h.Sum32()%chips))
}
