package web

import (
	"slices"
	"sync"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// vista is what is made of a draft and what is on the table, once, when the first
// reader needs it. All audiences share it that see the same of both.
type vista struct {
	of     negotiation.View
	placed func() placed
	sides  func() sides
	// superseded is as supersededBy gives it.
	superseded func() map[negotiation.ProposalID]negotiation.Seq

	// changes are those from the state before.
	changes sharedChanges

	mu sync.Mutex // guards made
	// made are parts of pages, by their name and language.
	made map[madeKey]func() (string, error)
}

type madeKey struct {
	name   string
	tongue lang.Tongue
}

func newVista(v negotiation.View) *vista {
	made := &vista{of: v, made: map[madeKey]func() (string, error){}}
	made.placed = sync.OnceValue(func() placed { return place(v) })
	made.sides = sync.OnceValue(func() sides { return newSides(made.placed()) })
	made.superseded = sync.OnceValue(func() map[negotiation.ProposalID]negotiation.Seq { return supersededBy(v) })
	return made
}

// shows reports whether another View has the very same paragraphs and proposals, of the same state.
func (v *vista) shows(other negotiation.View) bool {
	return v.of.ID == other.ID && v.of.Seq == other.Seq && same(v.of.Paragraphs, other.Paragraphs) && same(v.of.Proposals, other.Proposals)
}

func same[T any](a, b []T) bool { return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0]) }

// once gives a part of a page in a language, which the first who asks renders. Nothing
// in it may be of one audience.
func (v *vista) once(name string, t lang.Tongue, render func() (string, error)) (string, error) {
	v.mu.Lock()
	key := madeKey{name, t}
	get := v.made[key]
	if get == nil {
		get = sync.OnceValues(render)
		v.made[key] = get
	}
	v.mu.Unlock()
	return get()
}

// gallery has the vistas of the state that was looked at last, those that were asked
// for last first.
type gallery struct {
	mu     sync.Mutex // guards what follows
	seq    negotiation.Seq
	vistas []*vista
}

// mostVistas bounds those of one state: most audiences share two, and each that sees
// more than others has one.
const mostVistas = 16

// forget lets all of it go.
func (g *gallery) forget() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.vistas = nil
}

// sight gives v with the vista of its kind.
func (g *gallery) sight(v negotiation.View) *sight {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case v.Seq < g.seq:
		return sightOf(v) // whoever is late
	case v.Seq > g.seq:
		g.seq, g.vistas = v.Seq, nil
	}
	at := slices.IndexFunc(g.vistas, func(there *vista) bool { return there.shows(v) })
	if at < 0 {
		at = min(len(g.vistas), mostVistas-1)
		g.vistas = append(g.vistas[:at], newVista(v))
	}
	found := g.vistas[at]
	copy(g.vistas[1:at+1], g.vistas[:at])
	g.vistas[0] = found
	return &sight{v, found}
}
