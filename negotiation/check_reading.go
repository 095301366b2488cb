package negotiation

import (
	"fmt"
	"slices"
)

// checkReceived holds a proposal to how it came: what could be read in two ways,
// what was confirmed of that, and where it was put.
func (s State) checkReceived(p proposalState) error {
	var doubts []Doubt
	unplaced := false
	if p.Received != nil {
		doubts, unplaced = p.Received.Doubts, p.Received.Unplaced != ""
	}
	if p.Placed > 0 && !unplaced {
		return fmt.Errorf("proposal %s was placed and had its place", p.ID)
	}
	if unplaced && p.Placed == 0 && slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Kind != Comment || c.Paragraph != "" }) {
		return fmt.Errorf("proposal %s has a place and was not placed", p.ID)
	}
	for i, d := range doubts {
		if d.Change < 0 || d.Change >= len(p.Changes) || i > 0 && d.Change <= doubts[i-1].Change {
			return fmt.Errorf("proposal %s has its change %d in doubt, there are %d", p.ID, d.Change, len(p.Changes))
		}
		kind := p.Changes[d.Change].Kind
		if kind != Amend && (kind != Delete || p.Confirmed == nil || d.Literal != "") || d.Literal == d.Probable {
			return fmt.Errorf("proposal %s, change %d: there is nothing in doubt", p.ID, d.Change)
		}
	}
	if p.Confirmed != nil {
		return s.checkConfirmed(p, doubts)
	}
	if took := p.Status(); len(doubts) > 0 && (took == Accepted || took == AcceptedAmended || took == Merged) {
		return fmt.Errorf("proposal %s is %s and its reading not confirmed", p.ID, took)
	}
	return nil
}

// checkConfirmed holds what was confirmed to what was in doubt, to who may say so,
// and to the time before the end of p.
func (s State) checkConfirmed(p proposalState, doubts []Doubt) error {
	c := p.Confirmed
	if len(doubts) == 0 || !slices.Contains([]Reading{Literal, Probable, Edited}, c.Reading) {
		return fmt.Errorf("proposal %s is confirmed as %q, with %d changes in doubt", p.ID, c.Reading, len(doubts))
	}
	for _, change := range c.Changes {
		if !slices.ContainsFunc(doubts, func(d Doubt) bool { return d.Change == change }) {
			return fmt.Errorf("proposal %s has its change %d confirmed, which was in no doubt", p.ID, change)
		}
	}
	if c.Seq < p.Tabled().Seq || c.Seq < p.Placed || !p.Status().Open() && c.Seq > p.Last().Seq {
		return fmt.Errorf("proposal %s was confirmed by entry %d, when it was not there", p.ID, c.Seq)
	}
	seat, opened := s.seats[c.Seat] // also one that was closed since
	author := opened && !seat.Role.HoldsPen()
	if !author && (c.Word == "" || !opened && c.Seat != SystemSeat) {
		return fmt.Errorf("proposal %s was confirmed by %q, on the word %q", p.ID, c.Seat, c.Word)
	}
	return nil
}

// checkIssued holds the documents of the meeting to one symbol each, and to what
// there was when they were issued.
func (s State) checkIssued() error {
	for n, i := range s.issued {
		if s.issue(i.Symbol) != n {
			return fmt.Errorf("two documents have the symbol %q", i.Symbol)
		}
		if of := s.issue(i.Of); i.Of != "" && (of < 0 || of >= n) || (i.Of == "") != (i.Kind == FirstIssue) {
			return fmt.Errorf("document %q is a %s of %q, which cannot be", i.Symbol, i.Kind, i.Of)
		}
		if i.Seq < 1 || i.Seq >= i.Entry || n > 0 && i.Entry <= s.issued[n-1].Entry || i.AsOf.After(i.At) {
			return fmt.Errorf("document %q was issued by entry %d and holds entry %d", i.Symbol, i.Entry, i.Seq)
		}
	}
	return nil
}
