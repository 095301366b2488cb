package negotiation

import "plenary/diff"

// authored reports whether p is this seat's own to take back. What was combined is
// of nobody's delegation alone: those it names take back the proposals that it was
// made of.
func (seat Seat) authored(p Proposal) bool {
	return seat.SpeaksFor(p.Delegation) && (!p.Combined() || seat.Role.HoldsPen())
}

func (s State) withdrawProposal(seat Seat, c WithdrawProposal) ([]Event, *Refusal) {
	p, r := s.open(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !seat.authored(p.Proposal) {
		return nil, Refuse(NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return append([]Event{ProposalWithdrawn{Proposal: p.ID, Reason: reason}}, s.orphaned(p.Proposal)...), r
}

// admitProposal puts a late proposal on the table. Only now does it take the
// place of the one on the table that it replaces; see supersedes.
func (s State) admitProposal(seat Seat, c AdmitProposal) ([]Event, *Refusal) {
	p, r := s.open(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if p.Status() != Late {
		return nil, Refuse(NotLate, "proposal", p.ID, "status", p.Status())
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	events := []Event{ProposalAdmitted{Proposal: p.ID, Reason: reason}}
	if old, ok := s.proposal(p.Replaces); ok && old.Status().Open() {
		events = append(events, ProposalSuperseded{Proposal: old.ID, By: p.ID})
		events = append(events, s.orphaned(old.Proposal)...)
	}
	return events, r
}

func (s State) notRetainProposal(seat Seat, c NotRetainProposal) ([]Event, *Refusal) {
	p, r := s.open(seat, c.Proposal)
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

// acceptProposal takes the textual changes of a proposal into the draft. A late
// proposal must be admitted first, so that nobody finds words in the draft that
// they were never shown.
func (s State) acceptProposal(seat Seat, c AcceptProposal) ([]Event, *Refusal) {
	p, r := s.open(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if p.Status() != OnTable {
		return nil, Refuse(NotOnTable, "proposal", p.ID, "status", p.Status())
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
	changes, after, r := s.carryOut(p.Proposal, amended)
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
		seen := para.Version
		for seen > 1 && para.versions[seen-1].Seq > looked {
			seen--
		}
		if r := s.fresh(para, seen); r != nil {
			return r
		}
	}
	return nil
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
// change leaves it.
func (s State) carryOut(p Proposal, amended map[int]AmendedText) ([]Event, State, *Refusal) {
	var events []Event
	now := s
	last := map[insertPlace]ParagraphID{}
	var once rewrites
	for i, c := range p.Changes {
		if a, ok := amended[i]; ok {
			c.Base, c.Text = a.Base, a.Text
			if c.Kind == RequestText {
				c.Kind = Amend
			}
		}
		if !c.Kind.Textual() {
			continue
		}
		if r := s.acceptable(c); r != nil {
			return nil, s, r
		}
		if !once.add(c) {
			return nil, s, Refuse(BadValue, "field", "changes", "value", s.address(c.Paragraph))
		}
		evs, r := now.changeEvents(p.ID, c, last)
		if r != nil {
			return nil, s, r
		}
		for _, ev := range evs {
			now = now.apply(Entry{}, ev)
		}
		events = append(events, evs...)
	}
	return events, now, nil
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

// insertPlace is where a proposal inserts paragraphs, in a list or outside:
// several there stand in the order in which the proposal has them.
type insertPlace struct {
	after ParagraphID
	sub   bool
}

// changeEvents are the events that carry out one change on s.
func (s State) changeEvents(by ProposalID, c Change, last map[insertPlace]ParagraphID) ([]Event, *Refusal) {
	p, _ := s.paragraph(c.Paragraph)
	switch c.Kind {
	case Amend, Move:
		// An earlier change of the same proposal may have struck it.
		if r := s.fresh(p, p.Version); r != nil {
			return nil, r
		}
	}
	switch c.Kind {
	case Amend:
		if c.Text == p.Text {
			return nil, Refuse(NoChange, "paragraph", s.address(p.ID))
		}
		return []Event{ParagraphAmended{Paragraph: p.ID, Version: p.Version + 1, Text: c.Text,
			Redline: diff.Words(p.Text, c.Text), Algorithm: diff.Algorithm, Proposal: by}}, nil
	case Delete:
		return s.deleteEvents(by, p), nil
	case Move:
		ev, r := s.moveEvent(by, c, p)
		return []Event{ev}, r
	}
	place := insertPlace{after: c.Paragraph, sub: c.As.Sub()}
	if id, ok := last[place]; ok {
		p, _ = s.paragraph(id)
	}
	ev, r := s.insertEvent(by, c, p)
	last[place] = ev.Paragraph.ID
	return []Event{ev}, r
}

// deleteEvents strike a paragraph and what hangs below it: a list without its
// chapeau would say something else.
func (s State) deleteEvents(by ProposalID, p paragraphState) []Event {
	var events []Event
	for _, id := range append([]ParagraphID{p.ID}, s.below(p.ID)...) {
		if sub := s.paragraphs.at(id.number()); !sub.Deleted {
			events = append(events, ParagraphDeleted{Paragraph: id, Version: sub.Version + 1, Proposal: by})
		}
	}
	return events
}

func (s State) moveEvent(by ProposalID, c Change, p paragraphState) (Event, *Refusal) {
	if r := s.movable(p, c.After); r != nil {
		return nil, r
	}
	after, _ := s.paragraph(c.After)
	parent, _ := s.parentAt(after.Paragraph, p.Kind)
	label := p.Label
	if parent != p.Parent {
		label = s.freeLabel(after.Paragraph, p.Kind, parent)
	}
	return ParagraphMoved{Paragraph: p.ID, Version: p.Version + 1, After: after.ID, Label: label, Parent: parent, Proposal: by}, nil
}

func (s State) insertEvent(by ProposalID, c Change, after paragraphState) (ParagraphInserted, *Refusal) {
	parent, ok := s.parentAt(after.Paragraph, c.As)
	if !ok {
		return ParagraphInserted{}, Refuse(BadPlace, "paragraph", c.As, "after", s.address(after.ID))
	}
	if above, ok := s.paragraph(parent); ok && above.Deleted {
		return ParagraphInserted{}, Refuse(ParagraphGone, "paragraph", s.address(parent))
	}
	if s.paragraphs.len() >= MaxParagraphs {
		return ParagraphInserted{}, Refuse(TooMany, "field", "paragraphs", "limit", MaxParagraphs, "count", s.paragraphs.len()+1)
	}
	return ParagraphInserted{
		Paragraph: Paragraph{ID: paragraphID(s.paragraphs.len() + 1), Kind: c.As, Parent: parent, Version: 1,
			Label: s.freeLabel(after.Paragraph, c.As, parent), Text: c.Text},
		After: after.ID, Proposal: by,
	}, nil
}
