package negotiation

import (
	"maps"
	"slices"
)

// scene is what audiences see alike of the draft, its proposals and who takes part.
type scene struct {
	paragraphs []ParagraphView
	proposals  []ProposalView
	parties    []Party
	groups     []DelegationGroup
	seats      []Seat // for those who decide
	// hidden are the delegations that are not known of; see [State.hidden].
	hidden map[Delegation]bool
}

// onlooker makes the scene of an audience.
type onlooker struct {
	state    State
	audience Audience
	at       *layout
	seen     scene
	// open is the scene of everybody, of which is taken what is no different; nil where
	// there is none to take from.
	open *scene
	// touched are the newest Seqs of the proposals that are seen, by number less one, and
	// 0 of the others; printed are those of what is printed below a paragraph, and struck
	// those of the proposals to delete it.
	touched         []Seq
	printed, struck map[ParagraphID]Seq
}

func (s State) scene(a Audience, at *layout, open *scene) *scene {
	o := &onlooker{state: s, audience: a, at: at, open: open, touched: make([]Seq, s.proposals.len()),
		printed: maps.Clone(at.lists), struck: map[ParagraphID]Seq{}}
	o.seen.hidden = s.hidden(a)
	if open != nil && len(open.hidden) != len(o.seen.hidden) {
		o.open = nil // members of groups are known here of whom others have not heard
	}
	o.seen.proposals = slices.Grow(o.seen.proposals, s.proposals.len())
	for n, p := range s.proposals.all() {
		if a.sees(p) {
			o.seeProposal(n, p)
		}
	}
	o.seen.proposals = slices.Clip(o.seen.proposals)
	o.seen.paragraphs = slices.Grow(o.seen.paragraphs, len(s.order))
	for i, id := range s.order {
		o.seeParagraph(i, s.paragraphs.at(id.number()))
	}
	o.seen.parties, o.seen.groups = s.knownTo(a, o.seen.proposals), s.groupsBut(o.seen.hidden)
	if a.Role.Decides() {
		o.seen.seats = s.Seats()
	}
	return &o.seen
}

func (o *onlooker) seeProposal(n int, p proposalState) {
	here := o.at.proposals[n-1]
	v := ProposalView{Standing: p.Standing, Addresses: here.addresses, Target: here.target}
	if o.open != nil && p.WasOnTable() && !o.state.toldOn(p, o.audience) {
		known, _ := View{Proposals: o.open.proposals}.Proposal(p.ID)
		v.Positions = known.Positions
	} else {
		v.Positions = hide(o.state.positionsOn(p, o.audience), o.seen.hidden)
	}
	o.seen.proposals = append(o.seen.proposals, v)
	touched := max(p.touched, o.state.toldTo(o.audience, p.positions))
	o.touched[n-1] = touched
	o.printed[v.Target] = max(o.printed[v.Target], touched, here.with)
	for _, c := range p.Changes {
		if c.Kind == Delete {
			o.struck[c.Paragraph] = max(o.struck[c.Paragraph], touched)
		}
	}
}

// seeParagraph sees the i-th paragraph, when all proposals have been seen.
func (o *onlooker) seeParagraph(i int, p paragraphState) {
	told := o.state.toldTo(o.audience, p.positions)
	v := ParagraphView{Paragraph: p.Paragraph, Address: o.at.addresses[p.ID], Versions: p.versions, Owners: p.owners,
		Settlements: p.settlements, Touched: max(p.touched, told)}
	if o.open != nil && told == 0 {
		v.Positions = o.open.paragraphs[i].Positions
	} else {
		v.Positions = hide(o.state.positionsOf(p.positions, o.audience, p.restated), o.seen.hidden)
	}
	v.Proposals = o.seenOf(p.proposals)
	for _, id := range v.Proposals {
		v.Touched = max(v.Touched, o.touched[id.number()-1])
	}
	// What is printed below a paragraph is shown of it: the proposals there, written out
	// with lines of its list and of other paragraphs.
	v.Touched = max(v.Touched, o.printed[p.ID])
	if p.Kind.Sub() {
		// It is told that it would be deleted with its chapeau.
		v.Touched = max(v.Touched, o.struck[p.Parent])
	}
	o.seen.paragraphs = append(o.seen.paragraphs, v)
}

// seenOf gives those of list that are seen, which are most often all.
func (o *onlooker) seenOf(list []ProposalID) []ProposalID {
	// No entry has the Seq 0.
	seen := func(id ProposalID) bool { return o.touched[id.number()-1] > 0 }
	if !slices.ContainsFunc(list, func(id ProposalID) bool { return !seen(id) }) {
		return slices.Clip(list)
	}
	var some []ProposalID
	for _, id := range list {
		if seen(id) {
			some = append(some, id)
		}
	}
	return some
}
