package negotiation

import (
	"slices"
	"time"
)

// tableProposal tables p, or a new version of a proposal of the same
// delegation (Replaces), or again one that was withdrawn (Again).
func (s State) tableProposal(seat Seat, at time.Time, p Proposal) ([]Event, *Refusal) {
	if !s.HasDraft() {
		return nil, Refuse(NoDraft)
	}
	if p.Delegation == "" {
		p.Delegation = seat.Delegation
	}
	p, r := s.readProposal(p)
	if r != nil {
		return nil, r
	}
	if !seat.SpeaksFor(p.Delegation) {
		return nil, Refuse(NotYours, "delegation", p.Delegation, "proposal", "")
	}
	events, r := s.namedAll(seat.Audience(), p)
	if r != nil {
		return nil, r
	}
	if r := s.follows(seat, p); r != nil {
		return nil, r
	}
	if r := s.changeable(p.Changes); r != nil {
		return nil, r
	}
	p.Received = nil
	tabled, r := s.onTime(at, p)
	if r != nil {
		return nil, r
	}
	events = append(events, tabled)
	if s.supersedes(tabled) {
		events = append(events, ProposalSuperseded{Proposal: p.Replaces, By: p.ID})
		old, _ := s.proposal(p.Replaces)
		events = append(events, s.orphaned(old.Proposal)...)
	}
	if s.fromFloor(p) {
		events = append(events, ProposalRaised{Proposal: p.ID, Session: s.session.Number})
	}
	return events, nil
}

// fromFloor reports whether a proposal is on the paragraph that the meeting is on, and
// on nothing else: then it is put forward on the floor, which is in time whatever the
// window for comments says. What was written in a file was not.
func (s State) fromFloor(p Proposal) bool {
	f := s.session.Floor
	return s.session.Running() && f.Paragraph != "" && p.Received == nil &&
		!slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Paragraph != f.Paragraph })
}

// supersedes reports whether a proposal takes the place of the one it replaces
// at once. One that is held leaves what is on the table there until it is
// admitted: being late must not cost a delegation what it sent in time, nor show
// others a number that they cannot look up.
func (s State) supersedes(ev ProposalTabled) bool {
	old, ok := s.proposal(ev.Proposal.Replaces)
	return ok && (!ev.Held || old.Status() == Late)
}

// namedAll makes the delegation of p known. Its sponsors must be known already:
// a typing error there would put a state's name under words it never saw. Known
// means to the seat: another answer would betray who has sent a late proposal.
func (s State) namedAll(a Audience, p Proposal) ([]Event, *Refusal) {
	for _, d := range p.Sponsors {
		if !s.knows(a, d) {
			return nil, Refuse(BadValue, "field", "sponsors", "value", d)
		}
	}
	return s.named(Party{Name: p.Delegation})
}

// onTime applies the window and the cut-off to p. They do not bind the answer of a
// delegation whose proposal waits since another was accepted: others have changed the
// text under it, and it would have no way to go on.
func (s State) onTime(at time.Time, p Proposal) (ProposalTabled, *Refusal) {
	if old, ok := s.proposal(p.Replaces); ok && old.answeredBy(p) {
		p.Late = old.Late
		return ProposalTabled{Proposal: p}, nil
	}
	if s.fromFloor(p) {
		return ProposalTabled{Proposal: p}, nil
	}
	w := s.window
	if !w.Open {
		return ProposalTabled{}, Refuse(WindowClosed)
	}
	p.Late = !w.CutOff.IsZero() && at.After(w.CutOff)
	if p.Late && w.Late == RefuseLate {
		return ProposalTabled{}, Refuse(CutOffPassed, "cutoff", w.CutOff.Format(time.RFC3339), "zone", w.Zone)
	}
	return ProposalTabled{Proposal: p, Held: p.Late && w.Late == MarkLate}, nil
}

// answeredBy reports whether p is the answer that old waits for: it gives other words
// where a change waits, or takes that back, and leaves everything else as it was.
func (old proposalState) answeredBy(p Proposal) bool {
	if old.Status() != OnTable || !old.AwaitsAnswer() {
		return false
	}
	return !slices.ContainsFunc(p.Changes, func(c Change) bool { return !old.answersOrKeeps(c) })
}

func (old proposalState) answersOrKeeps(c Change) bool {
	for i, o := range old.Changes {
		if o.Paragraph != c.Paragraph {
			continue
		}
		_, waits := old.Waits(i)
		rewords := c.Kind == Amend || c.Kind == Delete
		same := o.Kind == c.Kind && o.Text == c.Text && o.As == c.As && o.After == c.After
		if same || waits && rewords && (o.Kind == Amend || o.Kind == Delete) {
			return true
		}
	}
	return false
}

// follows checks that p may be the new version of Replaces and table Again
// again. What the seat may not see is unknown to it.
func (s State) follows(seat Seat, p Proposal) *Refusal {
	if p.Replaces != "" {
		old, ok := s.proposal(p.Replaces)
		switch {
		case !ok, !seat.Audience().sees(old):
			return Refuse(UnknownProposal, "proposal", p.Replaces)
		case old.Delegation != p.Delegation || old.Combined():
			return Refuse(NotYours, "proposal", p.Replaces, "delegation", old.Delegation)
		case !old.Status().Open():
			return Refuse(NotOnTable, "proposal", p.Replaces, "status", old.Status())
		case s.unfrozen(old.ID) != nil:
			return s.unfrozen(old.ID)
		case old.Unconfirmed() && seat.Role.HoldsPen():
			// Its author's own words can be given by ConfirmReading, which records where
			// they stand; a new version would do without.
			return Refuse(Unconfirmed, "proposal", p.Replaces, "delegation", old.Delegation)
		}
	}
	if p.Again != "" {
		old, ok := s.proposal(p.Again)
		switch {
		case !ok, !seat.Audience().sees(old):
			return Refuse(UnknownProposal, "proposal", p.Again)
		case old.Status() != Withdrawn:
			return Refuse(NotOnTable, "proposal", p.Again, "status", old.Status())
		}
	}
	return nil
}

// readProposal gives p in normal form, numbered and with its redlines, or refuses.
func (s State) readProposal(p Proposal) (Proposal, *Refusal) {
	if s.proposals.len() >= MaxProposals {
		return p, Refuse(TooMany, "field", "proposals", "limit", MaxProposals, "count", s.proposals.len()+1)
	}
	p.ID = proposalID(s.proposals.len() + 1)
	p.Late, p.Parents = false, nil
	var r *Refusal
	if p.Delegation, r = readDelegation(p.Delegation); r != nil {
		return p, r
	}
	if p.Sponsors, r = readSponsors(p.Delegation, p.Sponsors); r != nil {
		return p, r
	}
	if p.Reason, r = readProse("reason", p.Reason, MaxReason); r != nil {
		return p, r
	}
	if p.Language == "" {
		p.Language = s.language
	}
	if !slices.Contains(Languages(), p.Language) {
		return p, Refuse(BadValue, "field", "language", "value", p.Language)
	}
	if p.Category == "" {
		p.Category = Substantive
	}
	if !p.Category.Known() {
		return p, Refuse(BadValue, "field", "category", "value", p.Category)
	}
	p.Changes, r = s.readChanges(p.Changes)
	return p, r
}

func readSponsors(own Delegation, sponsors []Delegation) ([]Delegation, *Refusal) {
	if len(sponsors) > MaxSponsors {
		return nil, Refuse(TooMany, "field", "sponsors", "limit", MaxSponsors, "count", len(sponsors))
	}
	var list []Delegation
	for _, d := range sponsors {
		name, r := readDelegation(d)
		if r != nil {
			return nil, r
		}
		if name != own && !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	slices.Sort(list)
	return list, nil
}
