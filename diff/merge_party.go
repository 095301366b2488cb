package diff

import (
	"math/bits"
	"slices"
)

// partySet is a set of parties by index; it has room for MaxParties.
type partySet [(MaxParties + 63) / 64]uint64

// add puts a party in; what is no index of a party is left out.
func (s *partySet) add(p int) {
	if p >= 0 && p < MaxParties {
		s[p/64] |= 1 << (p % 64)
	}
}

func (s *partySet) join(other partySet) {
	for x := range s {
		s[x] |= other[x]
	}
}

func (s partySet) meets(other partySet) bool {
	for x := range s {
		if s[x]&other[x] != 0 {
			return true
		}
	}
	return false
}

// all yields the parties in order.
func (s partySet) all(yield func(p int) bool) {
	for x, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(64*x + bits.TrailingZeros64(word)) {
				return
			}
		}
	}
}

// list returns the parties in order, nil if there are none.
func (s partySet) list() []int { return slices.Collect(s.all) }

// first returns the first party, or one behind all if there is none.
func (s partySet) first() int {
	for p := range s.all {
		return p
	}
	return MaxParties
}

func (s partySet) has(p int) bool { return s[p/64]>>(p%64)&1 != 0 }
