package negotiation

import (
	"cmp"
	"fmt"
	"slices"
)

// Check reports the first invariant that s breaks, or nil. It costs a pass over
// the whole state; verify and the tests call it, the room does not.
//
// After every entry:
//
//   - each paragraph stands once in the order, its parent before it, and no two
//     have one address;
//   - nothing that stands hangs below what is struck;
//   - the versions of a paragraph count 1, 2, 3; each redline leads from the
//     version before to its own; the last is the paragraph's text;
//   - proposals are numbered 1, 2, 3; each has a status reached by lawful steps;
//     each change names a paragraph that lists the proposal, by number, and its
//     redline leads from the version that it is based on to its text;
//   - a superseded proposal names one that replaces it, a merged one an accepted
//     one that was made of it, a satisfied one an accepted one;
//   - a combined proposal names proposals that were not combined themselves, and its
//     credits give its text; only a combined one is moot;
//   - each rebase is of a change of its proposal;
//   - of a proposal only changes that amend can be read in two ways; one of the two,
//     or other words, was confirmed before it was accepted or combined, on a written
//     word where it was not its author who did; only what had no place was placed;
//   - each document that was issued has a symbol of its own, names an earlier one if
//     it follows one, and holds no entry that came later;
//   - the floor of a session is as its stage says; what is frozen has its hash, and
//     its words and its proposal do not move; what was agreed has not changed since,
//     unless it was reopened; each delegation has one position at most on a text;
//   - each delegate's seat speaks for a delegation that is known.
func (s State) Check() error {
	for _, check := range []func() error{s.checkOrder, s.checkVersions, s.checkProposals, s.checkIssued, s.checkSession, s.checkSeats} {
		if err := check(); err != nil {
			return fmt.Errorf("%s after entry %d: %w", s.id, s.seq, err)
		}
	}
	return nil
}

func (s State) checkOrder() error {
	if len(s.order) != s.paragraphs.len() {
		return fmt.Errorf("%d paragraphs stand in the order, there are %d", len(s.order), s.paragraphs.len())
	}
	before := map[ParagraphID]bool{"": true}
	addresses := map[string]ParagraphID{}
	for _, id := range s.order {
		p, ok := s.paragraph(id)
		if !ok || before[id] {
			return fmt.Errorf("paragraph %q in the order is unknown or doubled", id)
		}
		if !before[p.Parent] {
			return fmt.Errorf("paragraph %s stands before its parent %s", id, p.Parent)
		}
		before[id] = true
		if above, ok := s.paragraph(p.Parent); ok && p.Kind.Sub() && above.Deleted && !p.Deleted {
			return fmt.Errorf("paragraph %s stands below %s, which is struck", id, p.Parent)
		}
		a := s.address(id)
		if other, taken := addresses[a]; taken {
			return fmt.Errorf("paragraphs %s and %s have the address %s", other, id, a)
		}
		addresses[a] = id
	}
	return nil
}

func (s State) checkVersions() error {
	for n, p := range s.paragraphs.all() {
		if p.ID != paragraphID(n) || len(p.versions) != p.Version || p.Text == "" {
			return fmt.Errorf("paragraph %d (%s) has %d versions at version %d", n, p.ID, len(p.versions), p.Version)
		}
		if !slices.IsSortedFunc(p.proposals, func(a, b ProposalID) int { return cmp.Compare(a.number(), b.number()) }) {
			return fmt.Errorf("paragraph %s lists its proposals out of order: %v", p.ID, p.proposals)
		}
		for i, v := range p.versions {
			if err := p.checkVersion(i, v); err != nil {
				return err
			}
		}
		if last := p.versions[p.Version-1]; last.Text != p.Text || last.Deleted != p.Deleted {
			return fmt.Errorf("paragraph %s is not as its last version", p.ID)
		}
	}
	return nil
}

func (p paragraphState) checkVersion(i int, v Version) error {
	if v.Number != i+1 {
		return fmt.Errorf("version %d of %s is numbered %d", i+1, p.ID, v.Number)
	}
	if i == 0 || v.Moved {
		return nil
	}
	after := v.Text
	if v.Deleted {
		after = ""
	}
	if err := v.Redline.Check(); err != nil {
		return fmt.Errorf("redline of %s version %d: %w", p.ID, v.Number, err)
	}
	if v.Redline.Before() != p.versions[i-1].Text || v.Redline.After() != after {
		return fmt.Errorf("redline of %s version %d does not lead from the version before", p.ID, v.Number)
	}
	return nil
}

func (s State) checkSeats() error {
	for id, seat := range s.seats {
		if _, known := s.parties[seat.Delegation]; seat.ID != id || seat.Role == Delegate && !known {
			return fmt.Errorf("seat %s is %+v", id, seat)
		}
	}
	return nil
}
