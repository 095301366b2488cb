package negotiation

import (
	"fmt"
	"slices"
	"strings"
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
//     each change names a paragraph that lists the proposal, and its redline
//     leads from the version that it is based on to its text;
//   - a superseded proposal names one that replaces it, a merged one an accepted
//     one that was made of it, a satisfied one an accepted one;
//   - a combined proposal names proposals that were not combined themselves, and its
//     credits give its text; only a combined one is moot;
//   - each rebase is of a change of its proposal;
//   - each delegate's seat speaks for a delegation that is known.
func (s State) Check() error {
	for _, check := range []func() error{s.checkOrder, s.checkVersions, s.checkProposals, s.checkSeats} {
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

func (s State) checkProposals() error {
	for n, p := range s.proposals.all() {
		if p.ID != proposalID(n) || len(p.Steps) == 0 || len(p.Changes) == 0 {
			return fmt.Errorf("proposal %d has id %q, %d steps, %d changes", n, p.ID, len(p.Steps), len(p.Changes))
		}
		if _, known := s.parties[p.Delegation]; !known {
			return fmt.Errorf("proposal %s is of %q, who is unknown", p.ID, p.Delegation)
		}
		if err := p.checkSteps(); err != nil {
			return err
		}
		if err := s.checkEnd(p); err != nil {
			return err
		}
		if err := s.checkParents(p.Proposal); err != nil {
			return err
		}
		for i, c := range p.Changes {
			if err := s.checkChange(p.Proposal, c); err != nil {
				return fmt.Errorf("proposal %s, change %d: %w", p.ID, i, err)
			}
		}
	}
	return nil
}

// checkEnd looks at the other proposal that the last step of p names.
func (s State) checkEnd(p proposalState) error {
	by, known := s.proposal(p.Last().By)
	accepted := known && (by.Status() == Accepted || by.Status() == AcceptedAmended)
	lawful := true
	switch p.Status() {
	case Superseded:
		lawful = known && by.Replaces == p.ID
	case Merged:
		lawful = accepted && slices.Contains(by.Parents, p.ID)
	case Satisfied:
		lawful = accepted
	case Moot:
		lawful = known && p.Combined()
	}
	if !lawful {
		return fmt.Errorf("proposal %s is %s by %q, which cannot be", p.ID, p.Status(), p.Last().By)
	}
	for _, r := range p.Rebases {
		if r.Change < 0 || r.Change >= len(p.Changes) {
			return fmt.Errorf("proposal %s had its change %d rebased, there are %d", p.ID, r.Change, len(p.Changes))
		}
	}
	return nil
}

// checkParents holds a combined proposal to what it was made of.
func (s State) checkParents(p Proposal) error {
	for _, id := range p.Parents {
		if parent, ok := s.proposal(id); !ok || parent.Combined() {
			return fmt.Errorf("proposal %s is combined of %q, which cannot be", p.ID, id)
		}
	}
	for i, c := range p.Changes {
		var text strings.Builder
		for _, credit := range c.Credits {
			text.WriteString(credit.Text)
		}
		if len(c.Credits) > 0 && (text.String() != c.Text || !p.Combined()) {
			return fmt.Errorf("proposal %s, change %d: its credits are not its text", p.ID, i)
		}
	}
	return nil
}

// checkSteps holds a proposal to its path: once decided, withdrawn or
// superseded, it moves no more.
func (p proposalState) checkSteps() error {
	for i, st := range p.Steps {
		lawful := i == 0 && st.Status.Open() || i > 0 && p.Steps[i-1].Status.Open() && st.Status != Late
		if !lawful {
			return fmt.Errorf("proposal %s became %s at step %d", p.ID, st.Status, i)
		}
	}
	return nil
}

func (s State) checkChange(by Proposal, c Change) error {
	if c.Paragraph == "" && c.Kind == Comment {
		return nil
	}
	p, ok := s.paragraph(c.Paragraph)
	if !ok || c.Base < 1 || c.Base > p.Version {
		return fmt.Errorf("it is on %q at version %d", c.Paragraph, c.Base)
	}
	if !slices.Contains(p.proposals, by.ID) {
		return fmt.Errorf("paragraph %s does not list it", p.ID)
	}
	if c.Kind != Amend {
		return nil
	}
	if c.Redline.Before() != p.versions[c.Base-1].Text || c.Redline.After() != c.Text {
		return fmt.Errorf("its redline does not lead from version %d of %s to its text", c.Base, p.ID)
	}
	return c.Redline.Check()
}

func (s State) checkSeats() error {
	for id, seat := range s.seats {
		if _, known := s.parties[seat.Delegation]; seat.ID != id || seat.Role == Delegate && !known {
			return fmt.Errorf("seat %s is %+v", id, seat)
		}
	}
	return nil
}
