package web

import (
	"sync"

	"plenary/negotiation"
)

// mostBurndowns is how many histories are kept: one for each audience of each
// negotiation, and those are few.
const mostBurndowns = 1000

// burndowns keeps the newest history of each audience. The text page is asked for
// far more often than the record grows, and a history is a merge of every
// contested paragraph. It may be used by many goroutines.
type burndowns struct {
	mu   sync.Mutex
	kept map[burndownKey]burndownKept
}

type burndownKey struct {
	id       negotiation.NegotiationID
	audience negotiation.Audience
}

type burndownKept struct {
	epoch  string
	seq    negotiation.Seq
	counts []negotiation.Count
}

// of gives the history of v, which is what an audience sees in an epoch. The
// caller does not change it.
func (b *burndowns) of(v negotiation.View, a negotiation.Audience, epoch string) []negotiation.Count {
	key := burndownKey{v.ID, a}
	b.mu.Lock()
	kept, ok := b.kept[key]
	b.mu.Unlock()
	if ok && kept.epoch == epoch && kept.seq == v.Seq {
		return kept.counts
	}
	// Two who ask at once both count: better than one who waits for another's sum.
	counts := negotiation.BurnDown(v, textHistory)
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.kept == nil || len(b.kept) >= mostBurndowns {
		b.kept = map[burndownKey]burndownKept{}
	}
	b.kept[key] = burndownKept{epoch, v.Seq, counts}
	return counts
}
