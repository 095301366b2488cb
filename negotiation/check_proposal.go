package negotiation

import (
	"fmt"
	"slices"
	"strings"
)

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
		if err := s.checkReceived(p); err != nil {
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
		} else if parent.unread() {
			return fmt.Errorf("proposal %s is combined of %s, whose reading is not confirmed", p.ID, id)
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
// superseded, it moves no more. One that lapsed may be on the table again.
func (p proposalState) checkSteps() error {
	for i, st := range p.Steps {
		lawful := i == 0 && st.Status.Open() || i > 0 && p.Steps[i-1].Status.Open() && st.Status != Late ||
			i > 0 && p.Steps[i-1].Status == Lapsed && st.Status == OnTable
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
