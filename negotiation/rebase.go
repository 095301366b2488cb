package negotiation

import (
	"slices"
	"time"

	"plenary/diff"
)

// Rebase is what became of one change of an open proposal when another was
// accepted and its paragraph got a new version. Nothing that its author wrote is
// altered: what cannot be carried over cleanly waits for the author.
type Rebase struct {
	Seq Seq       `json:"seq"`
	At  time.Time `json:"at"`
	// Because names the accepted proposal.
	Because ProposalID `json:"because"`
	// Change is the index of the change in the proposal.
	Change int `json:"change"`
	// Version is the new version of the paragraph. After a clean rebase the
	// change stands on it; else the change stays as it was.
	Version int          `json:"version"`
	Outcome diff.Outcome `json:"outcome"`
	// Clashes are the words of both sides that cannot both stand.
	Clashes []diff.Clash `json:"clashes,omitempty"`
	// Was is the change as it stood before.
	Was Change `json:"was"`
}

// Waits gives what a change waits for: its newest rebase, where that was not
// clean. Its author may table a new version, withdraw it, or confirm that the
// text says it already.
func (p Standing) Waits(change int) (Rebase, bool) {
	for i := len(p.Rebases) - 1; i >= 0; i-- {
		if r := p.Rebases[i]; r.Change == change {
			return r, p.Status().Open() && r.Outcome != diff.Clean && !p.rewordedSince(r)
		}
	}
	return Rebase{}, false
}

// rewordedSince reports whether the author of p has confirmed other words for a
// change since it was rebased so.
func (p Standing) rewordedSince(r Rebase) bool {
	return p.Confirmed != nil && p.Confirmed.Seq > r.Seq && slices.Contains(p.Confirmed.Changes, r.Change)
}

// AwaitsAnswer reports whether a change of p waits for its author: then a new version
// of it is never too late.
func (p Standing) AwaitsAnswer() bool {
	for i := range p.Changes {
		if _, waits := p.Waits(i); waits {
			return true
		}
	}
	return false
}

// Satisfied reports whether the draft holds all that p asks for, and names the
// accepted proposal that brought it there, of several one. A request for text is not
// satisfied before somebody has drafted it.
func (p Standing) Satisfied() (by ProposalID, all bool) {
	for i, c := range p.Changes {
		if c.Kind == Comment {
			continue
		}
		r, waits := p.Waits(i)
		if !waits || r.Outcome != diff.Satisfied {
			return "", false
		}
		by = r.Because
	}
	return by, by != ""
}

// proposalRebased applies the outcome to the change.
func (s State) proposalRebased(e Entry, ev ProposalRebased) State {
	n := ev.Proposal.number()
	p := s.proposals.at(n)
	p.Rebases = append(slices.Clip(p.Rebases), Rebase{Seq: e.Seq, At: e.At, Because: ev.Because, Change: ev.Change,
		Version: ev.Version, Outcome: ev.Outcome, Clashes: ev.Clashes, Was: p.Changes[ev.Change]})
	if ev.Outcome == diff.Clean {
		p.Changes = slices.Clone(p.Changes)
		c := &p.Changes[ev.Change]
		c.Base, c.Redline, c.Algorithm = ev.Version, ev.Redline, ev.Algorithm
		if c.Kind == Amend && c.Text != ev.Redline.After() {
			c.Text, p.reworded = ev.Redline.After(), e.Seq
		}
	}
	p.touched = e.Seq
	s.proposals = s.proposals.with(n, p)
	return s
}
