package negotiation

import (
	"slices"

	"plenary/diff"
)

// confirmReading takes the author's word on how a proposal is to be read. Neither
// window nor cut-off bind it: the proposal came in its time.
func (s State) confirmReading(seat Seat, c ConfirmReading) ([]Event, *Refusal) {
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !seat.SpeaksFor(p.Delegation) {
		return nil, Refuse(NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	if !p.Unconfirmed() {
		return nil, Refuse(NotInDoubt, "proposal", p.ID)
	}
	word, r := readProse("word", c.Word, MaxReason)
	if r == nil && seat.Role.HoldsPen() && blank(word) {
		// What is not the author's own word has to say where that stands.
		r = Refuse(Empty, "field", "word")
	}
	if r != nil {
		return nil, r
	}
	changes, r := s.confirmed(p, c)
	if r != nil {
		return nil, r
	}
	ev := ReadingConfirmed{Proposal: p.ID, Reading: c.Reading, Changes: changes, Word: word}
	return append([]Event{ev}, s.carriedOver(p, ev)...), nil
}

// confirmed gives the changes that read otherwise once a reading is confirmed.
func (s State) confirmed(p proposalState, c ConfirmReading) ([]ConfirmedChange, *Refusal) {
	if c.Reading != Edited && len(c.Words) > 0 {
		return nil, Refuse(BadValue, "field", "words", "value", c.Reading)
	}
	switch c.Reading {
	case Probable:
		return s.reread(p, func(d Doubt) string { return d.Probable })
	case Literal:
		return s.reread(p, func(d Doubt) string { return d.Literal })
	case Edited:
		return s.reworded(p, c.Words)
	}
	return nil, Refuse(BadValue, "field", "reading", "value", c.Reading)
}

// reread gives the changes whose text is not yet the one that a reading has. Doubts
// are about the version that the document was read against.
func (s State) reread(p proposalState, text func(Doubt) string) ([]ConfirmedChange, *Refusal) {
	var list []ConfirmedChange
	for _, d := range p.Received.Doubts {
		as := p.asReceived(d.Change)
		if text(d) == as.Text {
			continue
		}
		para, _ := s.paragraph(as.Paragraph)
		before := para.versions[as.Base-1].Text
		if visible(text(d)) == visible(before) {
			return nil, Refuse(NoChange, "paragraph", s.address(para.ID))
		}
		list = append(list, confirmedChange(d.Change, as.Base, before, text(d)))
	}
	return list, nil
}

// asReceived is a change as it was when the document was read, before any
// acceptance of another carried it over.
func (p proposalState) asReceived(change int) Change {
	for _, r := range p.Rebases {
		if r.Change == change {
			return r.Was
		}
	}
	return p.Changes[change]
}

// reworded gives the changes in the words that their author has now written.
func (s State) reworded(p proposalState, words []ConfirmedWords) ([]ConfirmedChange, *Refusal) {
	var list []ConfirmedChange
	for _, w := range words {
		if _, doubted := p.Doubt(w.Change); !doubted || slices.ContainsFunc(list, func(c ConfirmedChange) bool { return c.Change == w.Change }) {
			return nil, Refuse(BadValue, "field", "change", "value", w.Change)
		}
		para, _ := s.paragraph(p.Changes[w.Change].Paragraph)
		if r := s.fresh(para, w.Base); r != nil {
			return nil, r
		}
		c, r := s.readAmend(Change{Kind: Amend, Paragraph: para.ID, Base: w.Base, Text: w.Text}, para)
		if r != nil {
			return nil, r
		}
		list = append(list, ConfirmedChange{Change: w.Change, Base: c.Base, Text: c.Text, Redline: c.Redline, Algorithm: c.Algorithm})
	}
	if len(list) < len(p.Received.Doubts) {
		return nil, Refuse(Empty, "field", "words")
	}
	return list, nil
}

func confirmedChange(change, base int, before, text string) ConfirmedChange {
	return ConfirmedChange{Change: change, Base: base, Text: text, Redline: diff.Words(before, text), Algorithm: diff.Algorithm}
}

// carriedOver rebases what was confirmed on words that are no longer the newest, as
// it would have been when they changed.
func (s State) carriedOver(p proposalState, ev ReadingConfirmed) []Event {
	var events []Event
	for _, c := range ev.Changes {
		change := c.of(p.Changes[c.Change])
		para, _ := s.paragraph(change.Paragraph)
		if c.Base == para.Version {
			continue
		}
		a := wake{before: s, after: s}
		rebased := a.rebase(change, para)
		rebased.Proposal, rebased.Change, rebased.Because = p.ID, c.Change, para.versions[para.Version-1].Proposal
		events = append(events, rebased)
	}
	return events
}
