package negotiationtest

import "plenary/negotiation"

// parseFrozen reads the acts by which the meeting comes to an outcome. It is nil where
// the words are none.
func (p *play) parseFrozen(seat negotiation.SeatID, w *words) negotiation.Command {
	switch {
	case w.has("freezes list"):
		list := p.paragraphs(w)
		return negotiation.FreezeList{Paragraphs: list, Floor: p.seen(seat, w).floor}
	case w.has("freezes text"):
		return negotiation.FreezeText{Floor: p.seen(seat, w).floor}
	case w.has("freezes"):
		id := proposalOf(w)
		return negotiation.FreezeText{Proposal: id, Floor: p.seen(seat, w).floor}
	case w.has("thaws"):
		return negotiation.ThawText{Floor: p.seen(seat, w).floor}
	case w.has("gavels"):
		return p.parseGavel(seat, w)
	case w.has("objects"):
		return p.parseObjection(seat, w)
	case w.has("takes objection back"):
		return negotiation.WithdrawObjection{For: sayingFor(w)}
	case w.has("lets the gavel take effect"):
		return negotiation.TakeEffect{}
	case w.has("interrupts the gavel"):
		return negotiation.InterruptGavel{}
	case w.has("rules"):
		out := outcomeOf(w)
		return negotiation.RuleOn{Outcome: out, Floor: p.seen(seat, w).floor}
	case w.has("reopens"):
		id, _ := w.place(p.find)
		return negotiation.ReopenParagraph{Paragraph: id, Reason: because(w)}
	}
	return nil
}

// parseGavel reads `agreed because "at last" present MEXICO absent PERU told PERU`.
func (p *play) parseGavel(seat negotiation.SeatID, w *words) negotiation.Command {
	c := negotiation.LetGavelFall{Outcome: outcomeOf(w)}
	stop := []string{"present", "absent", "told", "as", "hash", "key"}
	if w.has("present") {
		c.Present = delegationsOf(w.names(stop...))
	}
	if w.has("absent") {
		c.Absent = delegationsOf(w.names(stop...))
	}
	if w.has("told") {
		c.Told = delegationsOf(w.names(stop...))
	}
	seen := p.seen(seat, w)
	c.Hash, c.Floor = seen.hash, seen.floor
	return c
}

// outcomeOf reads "agreed", "bracketed asked PERU", `parked to "Friends of the Chair"
// until 2017-10-17T12:00:00Z` or "deferred", each with its note.
func outcomeOf(w *words) negotiation.Outcome {
	o := negotiation.Outcome{Kind: negotiation.OutcomeKind(w.word("an outcome"))}
	if w.has("asked") {
		o.Asked = delegationsOf(w.names("because", "as"))
	}
	if w.has("to") {
		o.To = w.quote("to whom")
	}
	if w.has("until") {
		o.Until = parseTime(w)
	}
	o.Note = because(w)
	return o
}

// parseObjection reads `because "too weak" sent 2017-10-16T14:00:09Z for PERU`.
func (p *play) parseObjection(seat negotiation.SeatID, w *words) negotiation.Command {
	c := negotiation.Object{Reason: because(w)}
	if w.has("sent") {
		c.Sent = parseTime(w)
	}
	c.For = sayingFor(w)
	c.Hash = p.seen(seat, w).hash
	return c
}
