package web

import (
	"encoding/hex"
	"maps"
	"slices"
	"time"

	"plenary/negotiation"
)

// present are the delegations that are connected, by name.
func (b *board) present() []negotiation.Delegation {
	b.mu.Lock()
	defer b.mu.Unlock()
	return slices.Sorted(maps.Keys(b.delegations))
}

// gone are the delegations that were connected at since or later and are not now,
// by name. A server that was started after since knows of those only that it has
// seen itself.
func (b *board) gone(since time.Time) []negotiation.Delegation {
	b.mu.Lock()
	defer b.mu.Unlock()
	var list []negotiation.Delegation
	for _, d := range slices.Sorted(maps.Keys(b.left)) {
		if b.delegations[d] == 0 && !b.left[d].Before(since) {
			list = append(list, d)
		}
	}
	return list
}

// attendance says who is connected, and who was since the session was first opened
// and is not now.
func (b *board) attendance(v negotiation.View) (present, absent []negotiation.Delegation) {
	if opened := openedAt(v); !opened.IsZero() {
		absent = b.gone(opened)
	}
	return b.present(), absent
}

// openedAt is when the session was first opened; zero where none is under way.
func openedAt(v negotiation.View) time.Time {
	if v.Session.Ended() {
		return time.Time{}
	}
	for _, act := range v.Acts {
		if act.Kind == negotiation.ActOpened && act.Session == v.Session.Number {
			return act.At
		}
	}
	return time.Time{}
}

// see takes which frozen text is on the screen of the connection.
func (p *presence) see(hash string) *negotiation.Refusal {
	if raw, err := hex.DecodeString(hash); err != nil || len(raw) != 32 && hash != "" {
		return negotiation.Refuse(negotiation.BadValue, "field", "hash", "value", extract(hash))
	}
	p.board.mu.Lock()
	defer p.board.mu.Unlock()
	if p.hash != hash {
		p.show(hash)
		p.board.touch()
	}
	return nil
}

// show notes what is on the screen. The board's lock is held.
func (p *presence) show(hash string) {
	b, d := p.board, p.delegation()
	if of := b.screens[p.hash]; of != nil {
		if of[d]--; of[d] == 0 {
			delete(of, d)
		}
		if len(of) == 0 {
			delete(b.screens, p.hash)
		}
	}
	p.hash = hash
	if hash == "" {
		return
	}
	if b.screens[hash] == nil {
		b.screens[hash] = map[negotiation.Delegation]int{}
	}
	b.screens[hash][d]++
}

// seen says on how many screens a frozen text is, and of which delegations, by name.
func (b *board) seen(hash string) (screens int, by []negotiation.Delegation) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, d := range slices.Sorted(maps.Keys(b.screens[hash])) {
		screens += b.screens[hash][d]
		if d != "" {
			by = append(by, d)
		}
	}
	return screens, by
}
