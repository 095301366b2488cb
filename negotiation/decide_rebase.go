package negotiation

import (
	"slices"

	"plenary/diff"
)

// aftermath gives what follows for the other open proposals from the acceptance of
// p, which led from s to after: combined proposals on words that have changed are
// moot, parents of p of which nothing remains are merged into it, and every other
// change of a changed paragraph is rebased. None disappears.
func (s State) aftermath(p Proposal, remains map[ProposalID]Change, after State) []Event {
	a := wake{before: s, after: after, because: p.ID, remains: remains, ended: map[ProposalID]bool{p.ID: true}}
	for _, id := range after.order {
		para := after.paragraphs.at(id.number())
		was, stood := s.paragraph(id)
		if stood && para.Version == was.Version {
			continue
		}
		for _, id := range para.proposals {
			a.reach(id, para, stood && para.Text == was.Text && para.Deleted == was.Deleted)
		}
		if para.Kind.Sub() && !para.Deleted && !(stood && para.Text == was.Text && para.Parent == was.Parent) {
			a.reachChapeau(para)
		}
	}
	return a.events
}

// wake is what an acceptance leaves behind it.
type wake struct {
	before, after State
	because       ProposalID
	remains       map[ProposalID]Change
	ended         map[ProposalID]bool
	// carried is how many bytes of text and of redlines have been rebased.
	carried int
	events  []Event
}

// maxCarried bounds the work of an acceptance and the length of its entry in the
// record: what a hundred delegations write on one paragraph, many times over. A
// change beyond it waits for its author, and is tried again at the next acceptance.
const maxCarried = 8 << 20

// reach carries a proposal over to the present version of a paragraph.
func (a *wake) reach(id ProposalID, para paragraphState, sameWords bool) {
	p := a.before.proposals.at(id.number())
	c, parent := a.remains[id]
	switch {
	case a.ended[id] || !p.Status().Open():
	case p.Combined() && !sameWords:
		a.ended[id] = true
		a.events = append(a.events, ProposalMoot{Proposal: id, Because: a.because})
	case parent && !c.Redline.Changed():
		a.ended[id] = true
		a.events = append(a.events, ProposalMerged{Proposal: id, Into: a.because})
	default:
		for i, own := range p.Changes {
			if own.Paragraph != para.ID {
				continue
			}
			if parent && own.Kind == Amend {
				own = c
			}
			a.note(p, i, a.rebase(own, para))
		}
	}
}

// reachChapeau lets the open deletions of the paragraph wait below which para says
// something that their authors have not seen: they would strike it as well.
func (a *wake) reachChapeau(para paragraphState) {
	chapeau := a.after.paragraphs.at(para.Parent.number())
	for _, id := range chapeau.proposals {
		p := a.before.proposals.at(id.number())
		for i, c := range p.Changes {
			if !a.ended[id] && p.mayReturn() && c.Kind == Delete && c.Paragraph == chapeau.ID && !chapeau.Deleted {
				a.note(p, i, ProposalRebased{Version: chapeau.Version, Outcome: diff.Conflict,
					Clashes: []diff.Clash{{Kind: diff.InsideDeleted, Theirs: para.Text}}})
			}
		}
	}
}

// mayReturn reports whether p is open, or would be if its paragraph were reopened.
func (p proposalState) mayReturn() bool { return p.Status().Open() || p.Status() == Lapsed }

// note records what became of a change, unless it waits for the same already: then
// what it first waited for still counts.
func (a *wake) note(p proposalState, change int, ev ProposalRebased) {
	r, waits := p.Waits(change)
	if ev.Outcome == "" || waits && r.Outcome == ev.Outcome && slices.Equal(r.Clashes, ev.Clashes) {
		return
	}
	ev.Proposal, ev.Change, ev.Because = p.ID, change, a.because
	a.events = append(a.events, ev)
}

// rebase carries one change over to the present version of its paragraph. It has no
// outcome where the change needs none: an insertion replaces no words.
func (a *wake) rebase(c Change, para paragraphState) ProposalRebased {
	ev := ProposalRebased{Version: para.Version}
	switch {
	case c.Kind == Delete && para.Deleted:
		ev.Outcome = diff.Satisfied
	case para.Deleted && (c.Kind == Amend || c.Kind == Move || c.Kind == Insert && !a.after.takes(c, para)):
		ev.Outcome, ev.Clashes = diff.Conflict, []diff.Clash{{Kind: diff.InsideDeleted, Mine: c.Text}}
	case c.Kind != Amend && c.Kind != Delete:
	case a.carried > maxCarried:
		ev.Outcome = diff.Conflict
	default:
		a.carry(c, para, &ev)
	}
	return ev
}

// takes reports whether the paragraph that c inserts can stand behind para.
func (s State) takes(c Change, para paragraphState) bool {
	parent, fits := s.parentAt(para.Paragraph, c.As)
	above, ok := s.paragraph(parent)
	return fits && !(ok && above.Deleted)
}

func (a *wake) carry(c Change, para paragraphState, ev *ProposalRebased) {
	moved := diff.Rebase(c.Redline, para.Text)
	ev.Outcome, ev.Clashes = moved.Outcome, moved.Clashes
	if ev.Outcome == diff.Clean && !c.carries(moved.Text) {
		// What is left cannot be said as this kind of change.
		ev.Outcome = diff.Conflict
	}
	if ev.Outcome == diff.Clean {
		ev.Redline, ev.Algorithm = moved.Script, diff.Algorithm
	}
	const spanInRecord = 48 // bytes, besides its text
	a.carried += len(c.Text) + len(para.Text) + (len(c.Redline)+len(ev.Redline))*spanInRecord
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
	p, r := s.loose(seat, c.Proposal)
	if r != nil {
		return nil, r
	}
	if !seat.SpeaksFor(p.Delegation) {
		return nil, Refuse(NotYours, "proposal", p.ID, "delegation", p.Delegation)
	}
	if p.Unconfirmed() && seat.Role.HoldsPen() {
		// That the text says it already is so of the probable words only.
		return nil, Refuse(Unconfirmed, "proposal", p.ID, "delegation", p.Delegation)
	}
	by, all := p.Satisfied()
	if !all {
		return nil, Refuse(NotSatisfied, "proposal", p.ID)
	}
	reason, r := readProse("reason", c.Reason, MaxReason)
	return []Event{ProposalSatisfied{Proposal: p.ID, By: by, Reason: reason}}, r
}
