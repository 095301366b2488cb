package negotiationtest

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// note keeps by its own means which proposals are held, so that the law is not
// asked whether it obeys itself.
func (s *simulation) note(req negotiation.Request, events []negotiation.Event) {
	switch c := req.Do.(type) {
	case negotiation.OpenComments:
		s.window = c
	case negotiation.AdmitProposal:
		delete(s.hidden, c.Proposal)
	case negotiation.TableProposal:
		if !s.answers(c.Proposal) {
			s.hide(req, events)
		}
	case negotiation.ImportProposals:
		s.hide(req, events)
	case negotiation.ConfirmReading:
		s.hideMore(c.Proposal, c)
	case negotiation.PlaceProposal:
		s.hideMore(c.Proposal, c)
	}
}

// hide keeps what was tabled too late, where that waits to be admitted.
func (s *simulation) hide(req negotiation.Request, events []negotiation.Event) {
	late := !s.window.CutOff.IsZero() && req.At.After(s.window.CutOff)
	if !late || s.window.Late != "" && s.window.Late != negotiation.MarkLate {
		return
	}
	for _, ev := range events {
		if t, ok := ev.(negotiation.ProposalTabled); ok && !s.fromFloor(t.Proposal) {
			s.hidden[t.Proposal.ID] = hidden{authors: t.Proposal.Authors()}
			s.hideMore(t.Proposal.ID, asSaid(t.Proposal))
		}
	}
}

// fromFloor reports whether p is on the paragraph on the floor of an open session, and
// on nothing else: that is never late.
func (s *simulation) fromFloor(p negotiation.Proposal) bool {
	now := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Session
	return now.Running() && now.Floor.Paragraph != "" &&
		!slices.ContainsFunc(p.Changes, func(c negotiation.Change) bool { return c.Paragraph != now.Floor.Paragraph })
}

// asSaid is p without the words of the draft that it keeps.
func asSaid(p negotiation.Proposal) any {
	return []any{p.Delegation, p.Reason, p.Received, texts(p)}
}

// hideMore keeps the words of what is said of a hidden proposal, those that nobody
// else has used in the open.
func (s *simulation) hideMore(id negotiation.ProposalID, said any) {
	h, ok := s.hidden[id]
	if !ok {
		return
	}
	known := shown(s.state.For(negotiation.Audience{Role: negotiation.Observer}))
	for word := range rare(marshal(said)) {
		if !known[word] {
			h.words = append(h.words, word)
		}
	}
	s.hidden[id] = h
}

// answers reports whether p is the new version of a proposal whose words clash with
// what was accepted since: such a one is never late.
func (s *simulation) answers(p negotiation.Proposal) bool {
	old, _ := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Proposal(p.Replaces)
	conflict := slices.ContainsFunc(old.Rebases, func(r negotiation.Rebase) bool { return r.Outcome == diff.Conflict })
	return conflict && len(old.Steps) > 1 && old.Status() == negotiation.Superseded && old.Last().Seq == s.state.Seq()
}

// texts are the words that a proposal brings; those that it keeps are the draft's.
func texts(p negotiation.Proposal) []string {
	var list []string
	for _, c := range p.Changes {
		if c.Kind != negotiation.Amend {
			list = append(list, c.Text)
			continue
		}
		for _, span := range c.Redline {
			if span.Op == diff.Insert {
				list = append(list, span.Text)
			}
		}
	}
	return list
}
