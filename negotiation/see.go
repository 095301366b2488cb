package negotiation

import (
	"slices"
	"sync"
)

// Sight is a [State] as it is looked at. What is alike for several audiences is made
// when the first of them looks and is shared by their Views, so that a State that many
// look at is looked at through one Sight. It may be used by many goroutines.
type Sight struct {
	state  State
	layout func() *layout
	// whole is what is seen by those who decide, and open what everybody sees who may
	// read. Insiders are the delegations that see more than that.
	whole, open func() *scene
	insiders    func() map[Delegation]bool

	mu sync.Mutex // guards own
	// own are the scenes of insiders that have looked.
	own map[Delegation]func() *scene
}

// Sight gives s as it is looked at.
func (s State) Sight() *Sight {
	t := &Sight{state: s, layout: sync.OnceValue(s.layOut), insiders: sync.OnceValue(s.insiders), own: map[Delegation]func() *scene{}}
	t.whole = sync.OnceValue(func() *scene { return s.scene(Audience{Role: System}, t.layout(), nil) })
	t.open = sync.OnceValue(func() *scene { return s.scene(Audience{Role: Observer}, t.layout(), nil) })
	return t
}

// For gives what audience a may see of s. Whoever asks for several audiences asks
// [State.Sight].
func (s State) For(a Audience) View { return s.Sight().For(a) }

// For gives what audience a may see. The rules stand above View.
func (t *Sight) For(a Audience) View {
	s := t.state
	v := View{ID: s.id, Title: s.title, Audience: a}
	v.Readable = s.Exists() && (s.public || a.Role == System || a.Role.Seatable())
	if !v.Readable {
		return v
	}
	v.Language, v.Public = s.language, s.public
	v.Seq, v.At = s.seq, s.at
	v.Source, v.Cover, v.Window, v.Issued = s.source, s.cover, s.window, s.issued
	seen := t.scene(a)
	v.Paragraphs, v.Proposals, v.Parties, v.Groups = seen.paragraphs, seen.proposals, seen.parties, seen.groups
	if a.Role.Decides() {
		v.Seats, v.Notices, v.Imports = seen.seats, s.notices, s.imports
	}
	v.Session, v.Acts = s.sessionFor(a), s.acts.all()
	return v
}

// scene gives the scene of an audience, its own only where it sees more than everybody.
func (t *Sight) scene(a Audience) *scene {
	switch {
	case a.Role.Decides():
		return t.whole()
	case a.Delegation == "", !t.insiders()[a.Delegation] && !t.open().hidden[a.Delegation]:
		return t.open()
	}
	t.mu.Lock()
	own := t.own[a.Delegation]
	if own == nil {
		own = sync.OnceValue(func() *scene { return t.state.scene(a, t.layout(), t.open()) })
		t.own[a.Delegation] = own
	}
	t.mu.Unlock()
	return own()
}

// insiders are the delegations that see something which everybody does not: a late
// proposal of theirs, or what was told to the Chair in their name.
func (s State) insiders() map[Delegation]bool {
	in := map[Delegation]bool{}
	hear := func(list []Taken) {
		for _, t := range list {
			if t.ToChair {
				in[t.By], in[s.groups[t.By].Speaker] = true, true
			}
		}
	}
	for _, p := range s.proposals.all() {
		hear(p.positions)
		if !p.WasOnTable() {
			for _, d := range p.Authors() {
				in[d] = true
			}
		}
	}
	for _, p := range s.paragraphs.all() {
		hear(p.positions)
	}
	return in
}

// sees is the rule for proposals: one that was never more than late is shown to
// those who decide on it and to those who sent it.
func (a Audience) sees(p proposalState) bool {
	if a.Role.Decides() || p.WasOnTable() {
		return true
	}
	return a.Delegation != "" && (a.Delegation == p.Delegation || slices.Contains(p.Sponsors, a.Delegation))
}
