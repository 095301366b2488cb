package web

import (
	"slices"

	"plenary/negotiation"
)

// Unread are the open proposals of which the reader has to say how they are to be
// read.
func (p minePage) Unread() []mineProposal {
	return p.having(func(m mineProposal) bool { return m.own() && m.Unconfirmed() })
}

// Waiting are the open proposals that wait for the answer of their author.
func (p minePage) Waiting() []mineProposal {
	return p.having(func(m mineProposal) bool { return m.own() && m.Status().Open() && !m.Unconfirmed() && m.AwaitsAnswer() })
}

// Open are the others that wait for a decision.
func (p minePage) Open() []mineProposal {
	return p.having(func(m mineProposal) bool {
		return m.own() && m.Status().Open() && !m.Unconfirmed() && !m.AwaitsAnswer()
	})
}

// Decided are those with their last fate.
func (p minePage) Decided() []mineProposal {
	return p.having(func(m mineProposal) bool { return m.own() && !m.Status().Open() })
}

// Named are those of others with the name of the delegation on them: it sponsors
// them, or they hold words of it, combined with those of others.
func (p minePage) Named() []mineProposal {
	return p.having(func(m mineProposal) bool { return !m.own() })
}

func (p minePage) having(is func(mineProposal) bool) []mineProposal {
	var list []mineProposal
	for _, m := range p.Proposals {
		if is(m) {
			list = append(list, m)
		}
	}
	return list
}

// isMine reports whether a proposal is of the seat's delegation or, for a seat
// that holds the pen, was typed there.
func isMine(seat negotiation.Seat, p negotiation.ProposalView) bool {
	if seat.Delegation != "" {
		return p.Delegation == seat.Delegation
	}
	return seat.Role.HoldsPen() && p.Tabled().Seat == seat.ID
}

// namesSeat reports whether a proposal has the name of the seat's delegation on it
// without being its own.
func namesSeat(seat negotiation.Seat, p negotiation.ProposalView) bool {
	return seat.Delegation != "" && slices.Contains(p.Sponsors, seat.Delegation)
}

// MayConfirm reports whether the reader may say how it is to be read.
func (m mineProposal) MayConfirm() bool { return m.mayConfirm(m.ProposalView) }

// own reports whether it is the reader's to answer for. What was combined is of no
// delegation alone.
func (m mineProposal) own() bool {
	return isMine(m.Seat, m.ProposalView) && (m.Seat.Delegation == "" || !m.Combined())
}

// Whose says by whom a proposal of others is.
func (m mineProposal) Whose() string {
	switch {
	case m.own():
		return ""
	case m.Combined():
		return m.combinedOf(m.ProposalView, historyOf(m.View, m.ProposalView)[0].Role)
	}
	return m.T("mine.tabled-by", "delegation", m.Delegation)
}
