package web

import (
	"slices"
	"strings"

	"plenary/negotiation"
)

// positionsPart is what part "positions" shows: what was said of a text, in a
// sentence, and word for word where a position says more. Who has said nothing is
// not in it.
type positionsPart struct {
	Base
	// Now is on the present words, Stale on earlier ones, and ToChair what the
	// audience knows and others do not; each empty for none.
	Now, Stale, ToChair string
	Worded              []wordedPosition
}

// wordedPosition is a condition or a footnote.
type wordedPosition struct {
	negotiation.Taken
	Says string
}

// positionsSaid makes the part of the positions on one text.
func positionsSaid(b Base, list []negotiation.Taken) positionsPart {
	var now, stale, toChair []negotiation.Taken
	p := positionsPart{Base: b}
	for _, t := range spoken(list) {
		switch {
		case t.Stale:
			stale = append(stale, t)
		case t.ToChair:
			toChair = append(toChair, t)
		default:
			now = append(now, t)
		}
		if t.Text != "" {
			p.Worded = append(p.Worded, wordedPosition{t, b.verb(t.Kind, string(t.By))})
		}
	}
	p.Now, p.Stale, p.ToChair = b.positionsSentence(now), b.positionsSentence(stale), b.positionsSentence(toChair)
	return p
}

// Any reports whether anybody has said anything.
func (p positionsPart) Any() bool { return p.Now != "" || p.Stale != "" || p.ToChair != "" }

// spoken leaves groups out that speak through their members: nobody counts twice.
func spoken(list []negotiation.Taken) []negotiation.Taken {
	through := map[negotiation.Delegation]bool{}
	for _, t := range list {
		for _, g := range t.Via {
			through[g] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(t negotiation.Taken) bool { return through[t.By] })
}

// positionsSentence says who holds what: "12 support, CEATAL opposes".
func (b Base) positionsSentence(list []negotiation.Taken) string {
	var clauses []string
	for _, kind := range negotiation.PositionKinds() {
		var who []negotiation.Taken
		for _, t := range list {
			if t.Kind == kind {
				who = append(who, t)
			}
		}
		if len(who) > 0 {
			clauses = append(clauses, b.positionClause(kind, who)+b.viaGroups(who)+b.saidInRoom(who))
		}
	}
	return strings.Join(clauses, b.T("list.comma"))
}

// positionClause says one thing of several: of few by name, of many their number.
func (b Base) positionClause(kind negotiation.PositionKind, who []negotiation.Taken) string {
	if len(who) > maxNamed {
		return b.N("positions.count-"+string(kind), len(who))
	}
	names := make([]negotiation.Delegation, len(who))
	for i, t := range who {
		names[i] = t.By
	}
	return b.N("positions."+string(kind), len(who), "delegations", b.Names(names))
}

// verb says one thing of one delegation.
func (b Base) verb(kind negotiation.PositionKind, name string) string {
	return b.N("positions."+string(kind), 1, "delegations", name)
}

// viaGroups says how many of those who hold a position have it of their groups.
func (b Base) viaGroups(who []negotiation.Taken) string {
	var groups []negotiation.Delegation
	n := 0
	for _, t := range who {
		if len(t.Via) > 0 {
			n++
		}
		for _, g := range t.Via {
			if !slices.Contains(groups, g) {
				groups = append(groups, g)
			}
		}
	}
	switch n {
	case 0:
		return ""
	case len(who):
		return b.T("positions.via-all", "groups", b.Names(groups))
	}
	return b.T("positions.via-some", "n", n, "groups", b.Names(groups))
}

// saidInRoom says how many of those who hold a position have only said it in the room,
// where the Secretariat or the Chair took it down.
func (b Base) saidInRoom(who []negotiation.Taken) string {
	n := 0
	for _, t := range who {
		if t.Relayed {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(who):
		return b.T("positions.room-all")
	}
	return b.T("positions.room-some", "n", n)
}
