package negotiation

import "slices"

// noted adds what an event says to the record of sessions.
func (s State) noted(e Entry, event Event) State {
	a := Act{Seq: e.Seq, At: e.At, Session: s.session.Number, Paragraph: s.session.Floor.about()}
	switch ev := event.(type) {
	case SessionScheduled:
		a.Kind, a.Text = ActScheduled, ev.Title
	case SessionOpened:
		a.Kind = ActOpened
	case SessionEnded:
		a.Kind, a.Text, a.Until = ActClosed, ev.Reason, ev.Until
		if ev.Status == SessionSuspended {
			a.Kind = ActSuspended
		}
	case ParagraphCalled:
		a.Kind = ActCalled
	case FloorGiven:
		a.Kind, a.Delegation, a.Order = ActSpoke, ev.Delegation, ev.Order
	case PenTaken:
		a.Kind, a.Delegation, a.Proposal = ActDrafted, ev.For, ev.From
	case ProposalRaised:
		p, _ := s.proposal(ev.Proposal)
		a.Kind, a.Proposal, a.Delegation = ActRaised, ev.Proposal, p.Delegation
	case TextFrozen:
		a.Kind, a.Proposal, a.Text, a.Many = ActFrozen, ev.Frozen.Proposal, ev.Frozen.Hash, len(ev.Frozen.Texts)
		if s.session.Floor.ListFrozen() {
			for _, t := range ev.Frozen.Texts {
				a.Paragraphs = append(a.Paragraphs, t.Paragraph)
			}
		}
	case TextThawed:
		a.Kind = ActThawed
		for _, was := range slices.Backward(s.acts.all()) {
			if was.Kind == ActFrozen {
				a.Paragraph, a.Proposal, a.Many, a.Paragraphs = was.Paragraph, was.Proposal, was.Many, was.Paragraphs
				break
			}
		}
	default:
		return s.notedDecision(a, e.Seat, event)
	}
	s.acts = s.acts.with(a)
	return s
}

func (s State) notedDecision(a Act, by SeatID, event Event) State {
	switch ev := event.(type) {
	case GavelFell:
		a.Kind, a.Outcome = ActGavel, &Settlement{Outcome: ev.Gavel.Outcome, Present: ev.Gavel.Present, Absent: ev.Gavel.Absent}
	case GavelVoid:
		a.Kind, a.Text = ActVoid, ev.Why
	case ObjectionRaised:
		a.Kind, a.Delegation, a.Text, a.Sent = ActObjected, ev.Objection.Delegation, ev.Objection.Reason, ev.Objection.Sent
		a.Relayed = s.relayed(by, a.Delegation)
	case ObjectionWithdrawn:
		a.Kind, a.Delegation, a.Relayed = ActTookBack, ev.Delegation, s.relayed(by, ev.Delegation)
	case ParagraphSettled:
		p := s.paragraphs.at(ev.Paragraph.number())
		last := p.settlements[len(p.settlements)-1]
		a.Kind, a.Paragraph, a.Proposal, a.Outcome = ActSettled, ev.Paragraph, ev.Proposal, &last
	case ParagraphReopened:
		a.Kind, a.Paragraph, a.Text = ActReopened, ev.Paragraph, ev.Reason
	default:
		return s
	}
	s.acts = s.acts.with(a)
	return s
}
