package negotiationtest

import (
	"slices"
	"time"

	"plenary/negotiation"
)

// sitting thinks of what is done in a session, mostly what can be done where it stands.
func (w *World) sitting(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	s := v.Session
	switch {
	case w.chance(12):
		return w.decider(), w.unruly(v)
	case s.Ended():
		return w.decider(), w.schedule()
	case s.Status != negotiation.SessionOpen:
		if w.chance(10) {
			return w.decider(), negotiation.CloseSession{}
		}
		return w.decider(), negotiation.OpenSession{}
	case w.chance(3):
		return w.beside(v)
	}
	switch s.Floor.Stage {
	case negotiation.AtNone:
		return w.decider(), w.opened(v)
	case negotiation.AtDrafting:
		return w.drafted(v)
	case negotiation.AtFrozen:
		return w.frozen(v)
	case negotiation.AtGavel:
		return w.fallen(v)
	case negotiation.AtObjection:
		return w.objected(v)
	}
	return w.called(v)
}

// pace is how long it takes until somebody does something: seconds, where a gavel falls.
func (w *World) pace(v negotiation.View) time.Duration {
	if v.Session.Floor.Stage == negotiation.AtGavel && !w.chance(10) {
		return time.Duration(w.rng.IntN(9000)) * time.Millisecond
	}
	return time.Duration(w.rng.IntN(3)) * time.Hour
}

func (w *World) schedule() negotiation.Command {
	c := negotiation.ArrangeSession{Title: w.text(), Starts: w.now.Add(time.Hour)}
	c.Settings.ObjectWithin = pick(w, []int{0, 0, 5, 20, -1, 4000})
	c.Settings.SpeakFor = pick(w, []int{0, 120, 120, -1})
	if w.chance(6) {
		return c
	}
	return negotiation.ScheduleSession(c)
}

// unruly does anything, whatever stands on the floor.
func (w *World) unruly(v negotiation.View) negotiation.Command {
	switch w.rng.IntN(16) {
	case 0:
		return w.schedule()
	case 1:
		return negotiation.SuspendSession{Until: w.now.Add(time.Hour), Reason: w.text()}
	case 2:
		return negotiation.CloseSession{}
	case 3:
		return negotiation.OpenSession{}
	case 4:
		return negotiation.TakeEffect{}
	case 5:
		return negotiation.InterruptGavel{}
	case 6:
		return w.gavel(v)
	case 7:
		return w.ruling(v)
	case 8:
		return negotiation.LayPen{}
	case 9:
		return negotiation.PutDrafted{Text: w.text()}
	case 10:
		return negotiation.ThawText{Floor: w.mark(v.Session.Floor.Seq)}
	case 11:
		return w.objection(v)
	case 12:
		return negotiation.WithdrawObjection{For: pick(w, delegations())}
	case 13:
		return w.freeze(v)
	case 14:
		return w.penTaking(v)
	}
	return w.call(v)
}

// mark is a Seq that was seen, now and then one that is no longer the newest.
func (w *World) mark(seq negotiation.Seq) negotiation.Seq {
	switch w.rng.IntN(12) {
	case 0:
		return seq - 1
	case 1, 2, 3:
		return seq
	}
	return 0
}

// beside thinks of what goes on beside the paragraph on the floor.
func (w *World) beside(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	switch w.rng.IntN(20) {
	case 0:
		var list []negotiation.ParagraphID
		for range w.rng.IntN(4) {
			list = append(list, pick(w, v.Paragraphs).ID)
		}
		return w.decider(), negotiation.SetAgenda{Paragraphs: list, Looked: w.mark(v.Session.AgendaSeq)}
	case 1:
		seat := pick(w, []negotiation.SeatID{"", "", "peru", "nobody"})
		return w.seatFor(), negotiation.Attend{Seat: seat, Place: pick(w, []negotiation.Attending{negotiation.InRoom, negotiation.Remote, negotiation.Away, "upstairs"})}
	case 2, 3:
		return w.seatFor(), negotiation.AskFloor{Order: w.chance(3), For: w.other()}
	case 4:
		return w.seatFor(), negotiation.LeaveSpeakers{Order: w.chance(3), For: w.other()}
	case 5, 6:
		return w.decider(), negotiation.GiveFloor{Delegation: w.other()}
	case 7:
		return w.seatFor(), negotiation.YieldFloor{}
	case 8:
		return w.decider(), negotiation.ListSpeakers{Closed: w.chance(2)}
	case 9:
		return w.decider(), w.reopening(v)
	}
	return w.said(v)
}

// other is mostly nobody else than the own delegation.
func (w *World) other() negotiation.Delegation {
	return pick(w, append(delegations(), "", "", "", "", "", "", "ILO", "ATLANTIS"))
}

func (w *World) call(v negotiation.View) negotiation.Command {
	return negotiation.CallParagraph{Paragraph: w.favourite(v.Paragraphs).ID, Floor: w.mark(v.Session.Floor.Seq)}
}

func (w *World) opened(v negotiation.View) negotiation.Command {
	if !w.chance(5) {
		return w.call(v)
	}
	c := negotiation.FreezeList{Floor: w.mark(v.Session.Floor.Seq)}
	for _, p := range v.Paragraphs {
		_, settled := p.Settled()
		free := !p.Kind.IsHeading() && !p.Deleted && !settled && len(p.Proposals) == 0
		if (free || w.chance(20)) && w.chance(2) {
			c.Paragraphs = append(c.Paragraphs, p.ID)
		}
	}
	return c
}

// called thinks of what is done with a paragraph that nobody drafts or has frozen.
func (w *World) called(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	p, _ := v.Paragraph(string(v.Session.Floor.Paragraph))
	switch n := w.rng.IntN(12); {
	case closed(p) && n < 6:
		return w.decider(), negotiation.ReopenParagraph{Paragraph: p.ID, Reason: w.text()}
	case n < 2:
		return w.seatFor(), negotiation.TableProposal{Proposal: negotiation.Proposal{Changes: []negotiation.Change{
			{Kind: negotiation.Amend, Paragraph: p.ID, Base: p.Version, Text: w.reworded(p)}}}}
	case n < 4:
		return pick(w, []negotiation.SeatID{"office", "office", "system", "chair"}), w.penTaking(v)
	case n < 5:
		return w.decider(), w.ruling(v)
	case n < 6:
		return w.decider(), w.call(v)
	}
	return w.decider(), w.freeze(v)
}

func (w *World) penTaking(v negotiation.View) negotiation.Command {
	f := v.Session.Floor
	c := negotiation.TakePen{For: pick(w, delegations()), Floor: w.mark(f.Seq)}
	if !w.chance(3) {
		c.Over = f.Pen.Seat
	}
	if w.chance(2) {
		c.From = w.onFloor(v)
	}
	return c
}

// onFloor is a proposal on the paragraph on the floor, if there is one.
func (w *World) onFloor(v negotiation.View) negotiation.ProposalID {
	p, _ := v.Paragraph(string(v.Session.Floor.Paragraph))
	open := slices.DeleteFunc(slices.Clone(p.Proposals), func(id negotiation.ProposalID) bool {
		prop, _ := v.Proposal(id)
		return !prop.Status().Open()
	})
	if w.chance(15) {
		return w.number(v)
	}
	return pick(w, open)
}

func (w *World) freeze(v negotiation.View) negotiation.Command {
	c := negotiation.FreezeText{Floor: w.mark(v.Session.Floor.Seq)}
	if !w.chance(4) {
		c.Proposal = w.onFloor(v)
	}
	return c
}

func (w *World) drafted(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	pen := v.Session.Floor.Pen
	p, _ := v.Paragraph(string(pen.Paragraph))
	seat := pen.Seat
	if w.chance(6) {
		seat = w.decider()
	}
	switch w.rng.IntN(8) {
	case 0:
		return seat, negotiation.LayPen{}
	case 1:
		return w.decider(), w.penTaking(v)
	case 2:
		return w.decider(), w.freeze(v)
	}
	return seat, negotiation.PutDrafted{Text: w.reworded(p), Reason: w.text(), Looked: w.mark(pen.Seq)}
}

// reopening reopens a paragraph, mostly one that was agreed.
func (w *World) reopening(v negotiation.View) negotiation.Command {
	c := negotiation.ReopenParagraph{Paragraph: pick(w, v.Paragraphs).ID, Reason: w.text()}
	for _, p := range v.Paragraphs {
		if _, closed := p.Closed(); closed && !w.chance(3) {
			c.Paragraph = p.ID
		}
	}
	return c
}

// said thinks of positions, and of the groups that have them.
func (w *World) said(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	groups := []negotiation.Delegation{"GRULAC", "PACIFIC"}
	if w.chance(6) {
		g := negotiation.DelegationGroup{Name: pick(w, groups), Members: delegations()[w.rng.IntN(2):][:w.rng.IntN(4)]}
		g.Speaker = pick(w, append(g.Members, ""))
		return pick(w, []negotiation.SeatID{"office", "office", "office", "chair"}), negotiation.NameGroup{Group: g}
	}
	c := negotiation.TakePosition{Looked: w.mark(v.Seq)}
	c.Position = negotiation.Position{Kind: pick(w, append(negotiation.PositionKinds(), negotiation.NoPosition)), ToChair: w.chance(3)}
	if c.Position.Kind.Worded() || w.chance(10) {
		c.Position.Text = w.text()
	}
	if w.chance(3) {
		p := w.favourite(v.Paragraphs)
		c.Position.Paragraph, c.Position.Version = p.ID, p.Version-w.rng.IntN(10)/9
	} else {
		c.Position.Proposal = w.number(v)
	}
	seat := w.seatFor()
	if w.chance(3) {
		c.Position.By = pick(w, groups)
		seat = pick(w, []negotiation.SeatID{seat, "office", "mexico", "peru"})
	}
	return seat, c
}
