package negotiationtest

import (
	"time"

	"plenary/negotiation"
)

func (w *World) gavel(v negotiation.View) negotiation.Command {
	f := v.Session.Floor
	c := negotiation.LetGavelFall{Outcome: w.outcome(), Floor: w.mark(f.Seq), Present: delegations()[:w.rng.IntN(4)]}
	if f.Frozen != nil && !w.chance(15) {
		c.Hash = f.Frozen.Hash
	}
	if w.chance(3) {
		c.Absent = append(delegations()[2:], "ATLANTIS")
		if !w.chance(3) {
			c.Told = c.Absent
		}
	}
	if !w.chance(6) {
		c.Outcome.Kind = pick(w, []negotiation.OutcomeKind{negotiation.Agreed, negotiation.AgreedAdRef})
	}
	return c
}

func (w *World) outcome() negotiation.Outcome {
	o := negotiation.Outcome{Kind: pick(w, append(negotiation.OutcomeKinds(), "adopted")), Note: w.text()}
	o.To, o.Until = pick(w, []string{"", w.text()}), pick(w, []time.Time{{}, w.now.Add(time.Hour)})
	if w.chance(2) {
		o.Asked = []negotiation.Delegation{pick(w, delegations())}
	}
	return o
}

func (w *World) ruling(v negotiation.View) negotiation.Command {
	return negotiation.RuleOn{Outcome: w.outcome(), Floor: w.mark(v.Session.Floor.Seq)}
}

func (w *World) objection(v negotiation.View) negotiation.Command {
	c := negotiation.Object{Reason: w.text(), For: w.other()}
	if f := v.Session.Floor.Frozen; f != nil && !w.chance(15) {
		c.Hash = f.Hash
	}
	if w.chance(2) {
		c.Sent = w.now.Add(-time.Duration(w.rng.IntN(20)-2) * time.Second)
	}
	return c
}

// frozen thinks of what is done with a text that is frozen.
func (w *World) frozen(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	switch n := w.rng.IntN(12); {
	case n < 7:
		return w.decider(), w.gavel(v)
	case n < 8:
		return w.seatFor(), w.objection(v)
	case n < 9:
		return w.decider(), negotiation.ThawText{Floor: w.mark(v.Session.Floor.Seq)}
	case n < 10:
		return w.decider(), w.ruling(v)
	}
	// Somebody reaches for what is held.
	t := pick(w, v.Session.Floor.Frozen.Texts)
	p, ok := v.Paragraph(string(t.Paragraph))
	if !ok {
		return w.decider(), w.accept(v)
	}
	kind := pick(w, []negotiation.ChangeKind{negotiation.Amend, negotiation.Delete, negotiation.Move, negotiation.Insert})
	return w.seatFor(), negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{
		{Kind: kind, Paragraph: p.ID, Base: p.Version, Text: w.text(), After: w.placeFor(p, v)}}}}
}

// fallen thinks of what is done while a gavel falls: mostly it takes effect.
func (w *World) fallen(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	switch n := w.rng.IntN(12); {
	case n < 5:
		return negotiation.SystemSeat, negotiation.TakeEffect{}
	case n < 9:
		return w.seatFor(), w.objection(v)
	case n < 10:
		return negotiation.SystemSeat, negotiation.InterruptGavel{}
	}
	return w.decider(), negotiation.ThawText{Floor: w.mark(v.Session.Floor.Seq)}
}

// objected thinks of what is done with an objection: mostly it is taken back, now and
// then after the words have moved.
func (w *World) objected(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	switch n := w.rng.IntN(10); {
	case n < 4:
		return "office", negotiation.WithdrawObjection{For: pick(w, v.Session.Floor.Objections).Delegation}
	case n < 5:
		return w.seatFor(), w.objection(v)
	case n < 7:
		return w.decider(), negotiation.AcceptProposal{Proposal: w.onFloor(v)}
	case n < 8:
		return w.decider(), w.freeze(v)
	case n < 9:
		return w.decider(), w.penTaking(v)
	}
	return w.decider(), w.ruling(v)
}
