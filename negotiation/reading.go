package negotiation

import (
	"slices"
	"time"
)

// Reading is a way in which a proposal can be read whose marks do not give the draft.
type Reading string

// The readings.
const (
	// Literal takes the marks at their word.
	Literal Reading = "literal"
	// Probable repairs them so that what is kept and struck is the draft.
	Probable Reading = "probable"
	// Edited is neither: its author gives the words anew.
	Edited Reading = "edited"
)

// Confirmation is the word of its author, or a written one that the Secretariat
// holds, on how a proposal is to be read.
type Confirmation struct {
	Reading Reading   `json:"reading"`
	Seq     Seq       `json:"seq"`
	At      time.Time `json:"at"`
	Seat    SeatID    `json:"seat"`
	// Own says that the seat speaks for the delegation; else the Secretariat did, on
	// Word, the written word that it holds.
	Own  bool   `json:"own,omitempty"`
	Word string `json:"word,omitempty"`
	// Changes are the indices of those that read otherwise since.
	Changes []int `json:"changes,omitempty"`
}

// Import is a file of amendments that was read after the draft.
type Import struct {
	Source  Source
	Notices []Notice
	Seq     Seq
	At      time.Time
}

// Unconfirmed reports whether p is open and can be read in two ways, of which its
// author has confirmed none: what the marks probably mean is the machine's reading,
// and is applied to nothing.
func (p Standing) Unconfirmed() bool { return p.Status().Open() && p.unread() }

// unread reports whether p can be read in two ways of which none was ever confirmed.
// One that has left the table so is still shown as it was marked: the probable words
// were never its author's.
func (p Standing) unread() bool {
	return p.Confirmed == nil && p.Received != nil && len(p.Received.Doubts) > 0
}

// Unplaced reports whether p is open and waits to be put on its paragraph by hand.
func (p Standing) Unplaced() bool {
	return p.Status().Open() && p.Placed == 0 && p.Received != nil && p.Received.Unplaced != ""
}

// Doubt gives what is in doubt about a change of p, where something is.
func (p Standing) Doubt(change int) (Doubt, bool) {
	if !p.Status().Open() {
		return Doubt{}, false
	}
	return p.Unread(change)
}

// Unread gives what is in doubt about a change of p, or was when p left the table:
// its words are shown as they were marked.
func (p Standing) Unread(change int) (Doubt, bool) {
	if !p.unread() {
		return Doubt{}, false
	}
	return p.Received.doubt(change)
}

// doubt gives what is in doubt about a change.
func (r Received) doubt(change int) (Doubt, bool) {
	i := slices.IndexFunc(r.Doubts, func(d Doubt) bool { return d.Change == change })
	if i < 0 {
		return Doubt{}, false
	}
	return r.Doubts[i], true
}

// readingConfirmed applies a confirmation.
func (s State) readingConfirmed(e Entry, ev ReadingConfirmed) State {
	n := ev.Proposal.number()
	p := s.proposals.at(n)
	p.Confirmed = &Confirmation{Reading: ev.Reading, Seq: e.Seq, At: e.At, Seat: e.Seat, Own: s.seats[e.Seat].Role == Delegate, Word: ev.Word}
	p.Changes = slices.Clone(p.Changes)
	for _, c := range ev.Changes {
		change := &p.Changes[c.Change]
		*change = c.of(*change)
		p.Confirmed.Changes = append(p.Confirmed.Changes, c.Change)
		p.reworded = e.Seq
	}
	p.touched = e.Seq
	s.proposals = s.proposals.with(n, p)
	return s
}

// of gives a change in the words that were confirmed: where there are none, the marks
// strike the paragraph.
func (c ConfirmedChange) of(change Change) Change {
	change.Base, change.Text, change.Redline, change.Algorithm = c.Base, c.Text, c.Redline, c.Algorithm
	if c.Text == "" {
		change.Kind = Delete
	}
	return change
}

// proposalPlaced puts a proposal on its paragraph.
func (s State) proposalPlaced(e Entry, ev ProposalPlaced) State {
	n := ev.Proposal.number()
	p := s.proposals.at(n)
	received := *p.Received
	received.Doubts = ev.Doubts
	p.Changes, p.Received, p.touched, p.reworded = ev.Changes, &received, e.Seq, e.Seq
	p.Placed, p.PlacedAt, p.PlacedFor = e.Seq, e.At, ev.Reason
	s.proposals = s.proposals.with(n, p)
	return s
}
