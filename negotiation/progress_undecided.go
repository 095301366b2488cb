package negotiation

import "slices"

// Undecided is a paragraph, or the whole draft, that still needs a decision.
type Undecided struct {
	// Paragraph and its Address are empty for the whole draft.
	Paragraph ParagraphID
	Address   string
	// Outcome is the one that holds and leaves it open, or the one that was reopened.
	Outcome *Settlement
	// Proposals wait for a decision; Held are those that are late and wait to be
	// admitted; of Unconfirmed it is not known yet how they are to be read.
	Proposals, Held, Unconfirmed []Attributed
	// Unheard are those that came too late to be decided with the paragraph; see
	// [View.Unheard].
	Unheard []Attributed
	// Awaiting are those who await instructions on it or on one of its proposals, in
	// the words of now.
	Awaiting []Delegation
}

// undecided tells why p needs a decision, if it does. Open are the proposals on it
// that wait for one.
func (v View) undecided(p ParagraphView, open []*ProposalView) (Undecided, bool) {
	u := Undecided{Paragraph: p.ID, Address: p.Address}
	_, closed := p.Closed()
	if n := len(p.Settlements); n > 0 && !closed {
		last := p.Settlements[n-1]
		u.Outcome = &last
	}
	if !closed {
		u.await(p.Positions)
	}
	u.take(open)
	for _, id := range v.Unheard(p) {
		q, _ := v.Proposal(id)
		u.Unheard = append(u.Unheard, Attributed{id, q.Authors()})
	}
	return u, u.Outcome != nil || len(open) > 0 || len(u.Awaiting) > 0
}

func (u *Undecided) take(open []*ProposalView) {
	for _, p := range open {
		by := Attributed{p.ID, p.Authors()}
		if p.Status() == Late {
			u.Held = append(u.Held, by)
		} else {
			u.Proposals = append(u.Proposals, by)
		}
		if p.Unconfirmed() {
			u.Unconfirmed = append(u.Unconfirmed, by)
		}
		u.await(p.Positions)
	}
}

func (u *Undecided) await(list []Taken) {
	for _, t := range Told(list) {
		if t.Kind == AwaitsInstructions && !t.Stale && !slices.Contains(u.Awaiting, t.By) {
			u.Awaiting = append(u.Awaiting, t.By)
		}
	}
}

// Told are the positions of a list that stand in a document: those that delegations
// and groups have taken themselves and that are told to all. So it says the same to
// whoever reads it.
func Told(list []Taken) []Taken {
	return slices.DeleteFunc(slices.Clone(list), func(t Taken) bool { return t.ToChair || len(t.Via) > 0 })
}
