package negotiation

import "plenary/diff"

// acceptProposal takes the textual changes of a proposal into the draft. A late
// proposal must be admitted first, so that nobody finds words in the draft that
// they were never shown.
func (s State) acceptProposal(seat Seat, c AcceptProposal) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if p.Status() != OnTable {
		return nil, Refuse(NotOnTable, "proposal", p.ID, "status", p.Status())
	}
	if p.Unconfirmed() {
		return nil, Refuse(Unconfirmed, "proposal", p.ID, "delegation", p.Delegation)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	if r != nil {
		return nil, r
	}
	amended, r := readAmended(p.Proposal, c.Amended)
	if r != nil {
		return nil, r
	}
	if r := s.seenBy(c.Looked, p.Proposal); r != nil {
		return nil, r
	}
	if r := s.changeable(p.Changes); r != nil {
		return nil, r
	}
	changes, after, r := s.carryOut(p.Standing, amended)
	if r != nil {
		return nil, r
	}
	if len(changes) == 0 {
		return nil, Refuse(NothingToApply, "proposal", p.ID)
	}
	events := []Event{ProposalAccepted{Proposal: p.ID, Amended: len(amended) > 0, Reason: reason}}
	events = append(events, changes...)
	var remains map[ProposalID]Change
	if len(amended) == 0 {
		remains = s.remains(p.Proposal)
	}
	return append(events, s.aftermath(p.Proposal, remains, after)...), nil
}

// seenBy refuses a decision on words that have come since the decider looked.
func (s State) seenBy(looked Seq, p Proposal) *Refusal {
	for _, c := range p.Changes {
		para, ok := s.paragraph(c.Paragraph)
		if !ok || looked == 0 || c.Kind != Amend && c.Kind != Delete {
			continue
		}
		r := s.unread(para, looked)
		if r == nil && c.Kind == Delete {
			r = s.unreadBelow(para, looked)
		}
		if r != nil {
			return r
		}
	}
	return nil
}

// unreadBelow refuses a list of which an item that stands has changed, or come,
// since somebody looked.
func (s State) unreadBelow(chapeau paragraphState, looked Seq) *Refusal {
	for _, id := range s.below(chapeau.ID) {
		item, _ := s.paragraph(id)
		if r := s.unread(item, looked); r != nil && !item.Deleted {
			return r
		}
	}
	return nil
}

// unread refuses a paragraph that has changed since somebody looked.
func (s State) unread(p paragraphState, looked Seq) *Refusal {
	seen := p.Version
	for seen > 0 && p.versions[seen-1].Seq > looked {
		seen--
	}
	if seen == p.Version {
		return nil
	}
	return Refuse(Stale, "paragraph", s.address(p.ID), "base", seen, "current", p.Version, "text", p.Text)
}

// readAmended gives the amended texts by the index of their change.
func readAmended(p Proposal, list []AmendedText) (map[int]AmendedText, *Refusal) {
	amended := make(map[int]AmendedText, len(list))
	for _, a := range list {
		if _, twice := amended[a.Change]; twice || a.Change < 0 || a.Change >= len(p.Changes) || !p.Changes[a.Change].Kind.worded() {
			return nil, Refuse(BadValue, "field", "change", "value", a.Change)
		}
		text, r := readWords(a.Text)
		if r != nil {
			return nil, r
		}
		a.Text = text
		amended[a.Change] = a
	}
	return amended, nil
}

// carryOut gives the Paragraph events of an accepted proposal, and the state after
// them. Bases are looked at as the draft stands before; places on the draft as each
// change leaves it. A change that the draft holds already is left out, unless it is
// all that there is.
func (s State) carryOut(p Standing, amended map[int]AmendedText) ([]Event, State, *Refusal) {
	var events []Event
	now := s
	last := map[insertPlace]ParagraphID{}
	var once rewrites
	for i := range p.Changes {
		c, take, r := s.decided(p, i, amended)
		if r != nil {
			return nil, s, r
		}
		if !take {
			continue
		}
		if !once.add(c) {
			return nil, s, Refuse(BadValue, "field", "changes", "value", s.address(c.Paragraph))
		}
		evs, r := now.changeEvents(p.ID, c, last)
		if r != nil {
			return nil, s, r
		}
		now, events = now.foresee(evs), append(events, evs...)
	}
	return events, now, nil
}

// decided gives a change as it is to be carried out, and whether it is to be.
func (s State) decided(p Standing, i int, amended map[int]AmendedText) (c Change, take bool, r *Refusal) {
	c = p.Changes[i]
	if a, ok := amended[i]; ok {
		c.Base, c.Text = a.Base, a.Text
		if c.Kind == RequestText {
			c.Kind = Amend
		}
		return c, true, s.acceptable(c)
	}
	waiting, waits := p.Waits(i)
	_, nothingNew := p.Satisfied()
	switch {
	case !c.Kind.Textual(), waits && waiting.Outcome == diff.Satisfied && !nothingNew:
		return c, false, nil
	case waits && c.Kind == Delete:
		r = s.unseen(c, waiting)
		return c, r == nil, r
	}
	return c, true, s.acceptable(c)
}

// unseen refuses a deletion that would strike what its author has not seen: words of
// the paragraph itself, or an item of its list.
func (s State) unseen(c Change, waiting Rebase) *Refusal {
	p, _ := s.paragraph(c.Paragraph)
	if r := s.fresh(p, c.Base); r != nil {
		return r
	}
	return s.unreadBelow(p, waiting.Seq-1)
}

// acceptable refuses words decided on a version that is no longer the newest.
// An insertion or a move replaces no words: it needs its place only, and what
// is moved must still stand.
func (s State) acceptable(c Change) *Refusal {
	p, _ := s.paragraph(c.Paragraph)
	switch c.Kind {
	case Amend, Delete:
		return s.fresh(p, c.Base)
	case Move:
		return s.fresh(p, p.Version)
	}
	return nil
}
