package negotiation

func (s State) withdrawProposal(seat Seat, c WithdrawProposal) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !seat.TakesBack(p.Proposal) {
		return nil, Refuse(NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return append([]Event{ProposalWithdrawn{Proposal: p.ID, Reason: reason}}, s.orphaned(p.Proposal)...), r
}

// admitProposal puts a late proposal on the table, where it could be tabled now. Only
// then does it take the place of the one on the table that it replaces; see supersedes.
func (s State) admitProposal(seat Seat, c AdmitProposal) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if p.Status() != Late {
		return nil, Refuse(NotLate, "proposal", p.ID, "status", p.Status())
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	events := []Event{ProposalAdmitted{Proposal: p.ID, Reason: reason}}
	if r := s.unfrozen(p.Replaces); r != nil {
		return nil, r
	}
	if r := s.changeable(p.Changes); r != nil {
		return nil, r
	}
	if old, ok := s.proposal(p.Replaces); ok && old.Status().Open() {
		events = append(events, ProposalSuperseded{Proposal: old.ID, By: p.ID})
		events = append(events, s.orphaned(old.Proposal)...)
	}
	return events, r
}

func (s State) notRetainProposal(seat Seat, c NotRetainProposal) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return append([]Event{ProposalNotRetained{Proposal: p.ID, Reason: reason}}, s.orphaned(p.Proposal)...), r
}

// open gives a proposal that still waits for a decision. What the seat may not
// see is unknown to it, also after it has gone.
func (s State) open(seat Seat, id ProposalID) (proposalState, *Refusal) {
	p, ok := s.proposal(id)
	if !ok || !seat.Audience().sees(p) {
		return p, Refuse(UnknownProposal, "proposal", id)
	}
	if !p.Status().Open() {
		return p, Refuse(NotOnTable, "proposal", id, "status", p.Status())
	}
	return p, nil
}

// loose is open for a proposal that is to leave the table, or to change: not while
// the meeting is asked to agree to it.
func (s State) loose(seat Seat, id ProposalID) (proposalState, *Refusal) {
	p, r := s.open(seat, id)
	if r != nil {
		return p, r
	}
	return p, s.unfrozen(id)
}
