package negotiation

import (
	"slices"

	"plenary/diff"
)

// aftermath gives what follows for the other open proposals from the acceptance of
// p, which led from s to after: combined proposals on what has changed are moot,
// parents of p of which nothing remains are merged into it, and every other change of
// a changed paragraph is rebased. None disappears.
func (s State) aftermath(p Proposal, remains map[ProposalID]Change, after State) []Event {
	var events []Event
	ended := map[ProposalID]bool{p.ID: true}
	rebased := 0
	for _, para := range after.changedSince(s) {
		for _, id := range para.proposals {
			other := s.proposals.at(id.number())
			switch {
			case ended[id] || !other.Status().Open():
			case other.Combined():
				ended[id] = true
				events = append(events, ProposalMoot{Proposal: id, Because: p.ID})
			case mergedBy(remains, id):
				ended[id] = true
				events = append(events, ProposalMerged{Proposal: id, Into: p.ID})
			case rebased < maxRebased:
				evs := after.rebases(other, para, p.ID, remains)
				rebased += len(evs)
				events = append(events, evs...)
			}
		}
	}
	return events
}

// changedSince gives the paragraphs that had another version, in the order of the
// draft as it was.
func (s State) changedSince(before State) []paragraphState {
	var list []paragraphState
	for _, id := range before.order {
		if p := s.paragraphs.at(id.number()); p.Version != before.paragraphs.at(id.number()).Version {
			list = append(list, p)
		}
	}
	return list
}

// mergedBy reports whether nothing remains of a parent.
func mergedBy(remains map[ProposalID]Change, id ProposalID) bool {
	c, parent := remains[id]
	return parent && !c.Redline.Changed()
}

// rebases carries the changes that p makes to the words of a paragraph over to its
// present version: of a parent, what remains.
func (s State) rebases(p proposalState, para paragraphState, because ProposalID, remains map[ProposalID]Change) []Event {
	var events []Event
	for i, c := range p.Changes {
		if c.Paragraph == para.ID && (c.Kind == Amend || c.Kind == Delete) {
			if rest, parent := remains[p.ID]; parent {
				c = rest
			}
			ev := rebase(c, para)
			ev.Proposal, ev.Change, ev.Because = p.ID, i, because
			events = append(events, ev)
		}
	}
	return events
}

// rebase carries one change over to the present version of its paragraph.
func rebase(c Change, para paragraphState) ProposalRebased {
	ev := ProposalRebased{Version: para.Version}
	if para.Deleted {
		ev.Outcome = diff.Satisfied
		if c.Kind == Amend {
			ev.Outcome, ev.Clashes = diff.Conflict, []diff.Clash{{Kind: diff.InsideDeleted, Theirs: para.Text}}
		}
		return ev
	}
	moved := diff.Rebase(c.Redline, para.Text)
	ev.Outcome, ev.Clashes = moved.Outcome, moved.Clashes
	if ev.Outcome == diff.Clean && !c.carries(moved.Text) {
		// What is left cannot be said as this kind of change.
		ev.Outcome = diff.Conflict
	}
	if ev.Outcome == diff.Clean {
		ev.Redline, ev.Algorithm = moved.Script, diff.Algorithm
	}
	return ev
}

// carries reports whether a change of this kind can have text as its new wording:
// a deletion none, and an amendment one that could be tabled.
func (c Change) carries(text string) bool {
	if c.Kind == Delete {
		return text == ""
	}
	words, r := readWords(text)
	return r == nil && words == text
}

// orphaned gives the end of every open combined proposal that was made of p, which
// leaves the table: its words would speak for somebody who has taken them back.
func (s State) orphaned(p Proposal) []Event {
	var events []Event
	for _, c := range p.Changes {
		para, ok := s.paragraph(c.Paragraph)
		if !ok || c.Kind != Amend {
			continue
		}
		for _, id := range para.proposals {
			if other := s.proposals.at(id.number()); other.Status().Open() && slices.Contains(other.Parents, p.ID) {
				events = append(events, ProposalMoot{Proposal: id, Because: p.ID})
			}
		}
	}
	return events
}

// confirmSatisfied takes the author's word that the text says it already.
func (s State) confirmSatisfied(seat Seat, c ConfirmSatisfied) ([]Event, *Refusal) {
	p, r := s.open(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !seat.SpeaksFor(p.Delegation) {
		return nil, Refuse(NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	by, all := p.satisfied()
	if !all {
		return nil, Refuse(NotSatisfied, "proposal", p.ID)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return []Event{ProposalSatisfied{Proposal: p.ID, By: by, Reason: reason}}, r
}
