package negotiation

import (
	"fmt"
	"slices"
)

// checkSession holds the floor to its stage, and what was agreed to what was frozen.
func (s State) checkSession() error {
	for _, check := range []func() error{s.checkFloor, s.checkLists} {
		if err := check(); err != nil {
			return fmt.Errorf("session %d: %w", s.session.Number, err)
		}
	}
	for _, p := range s.paragraphs.all() {
		for i, o := range p.settlements {
			last := i == len(p.settlements)-1
			if o.Version < 1 || o.Version > p.Version || o.Reopened == nil && !last && o.Kind.Closes() {
				return fmt.Errorf("paragraph %s was %s at version %d, which cannot be", p.ID, o.Kind, o.Version)
			}
		}
		if last, closed := p.closed(); closed && last.Version != p.Version {
			return fmt.Errorf("paragraph %s was %s at version %d and is at %d", p.ID, last.Kind, last.Version, p.Version)
		}
		if err := checkPositions(p.positions, func(t Taken) bool { return t.Paragraph == p.ID && t.Version >= 1 && t.Version <= p.Version }); err != nil {
			return fmt.Errorf("paragraph %s: %w", p.ID, err)
		}
	}
	for _, p := range s.proposals.all() {
		if err := checkPositions(p.positions, func(t Taken) bool { return t.Proposal == p.ID }); err != nil {
			return fmt.Errorf("proposal %s: %w", p.ID, err)
		}
	}
	return nil
}

func (s State) checkFloor() error {
	f := s.session.Floor
	frozen := slices.Contains([]Stage{AtFrozen, AtGavel, AtObjection}, f.Stage)
	switch {
	case !s.session.Running() && f.Stage == AtGavel:
		return fmt.Errorf("a gavel is falling while it is %q", s.session.Status)
	case frozen != (f.Frozen != nil), (f.Stage == AtGavel) != (f.Gavel != nil), (f.Stage == AtDrafting) != (f.Pen.Seat != ""),
		(f.Stage == AtObjection) != (len(f.Objections) > 0):
		return fmt.Errorf("the floor at %q is %+v", f.Stage, f)
	case f.Stage == AtNone && f.Paragraph != "", f.Stage != AtNone && f.Paragraph == "" && !frozen:
		return fmt.Errorf("the floor at %q has paragraph %q", f.Stage, f.Paragraph)
	case f.Stage == AtDrafting && f.Pen.Paragraph != f.Paragraph:
		return fmt.Errorf("the pen is on %q and the floor on %q", f.Pen.Paragraph, f.Paragraph)
	}
	if _, ok := s.paragraph(f.Paragraph); !ok && f.Paragraph != "" {
		return fmt.Errorf("paragraph %q on the floor is unknown", f.Paragraph)
	}
	if f.Stage != AtFrozen && f.Stage != AtGavel {
		return nil
	}
	if hashOf(f.Frozen.Texts) != f.Frozen.Hash {
		return fmt.Errorf("what is frozen has not the hash %s", f.Frozen.Hash)
	}
	for _, t := range f.Frozen.Texts {
		if p, ok := s.paragraph(t.Paragraph); ok && p.Version != t.Version {
			return fmt.Errorf("paragraph %s is frozen at version %d and is at %d", p.ID, t.Version, p.Version)
		}
	}
	if p, ok := s.proposal(f.Frozen.Proposal); ok && p.Status() != OnTable {
		return fmt.Errorf("proposal %s is frozen and %s", p.ID, p.Status())
	}
	return nil
}

// checkLists holds the agenda and the groups to what there is.
func (s State) checkLists() error {
	for _, id := range s.session.Agenda {
		if _, ok := s.paragraph(id); !ok {
			return fmt.Errorf("paragraph %q on the agenda is unknown", id)
		}
	}
	for name, g := range s.groups {
		for _, d := range g.Members {
			if _, known := s.parties[d]; !known {
				return fmt.Errorf("%s of group %s is unknown", d, name)
			}
		}
	}
	return nil
}

func checkPositions(list []Taken, on func(Taken) bool) error {
	seen := map[Delegation]bool{}
	for _, t := range list {
		if seen[t.By] || !on(t) || t.Kind == NoPosition && !t.ToChair || t.Kind.Worded() && blank(t.Text) {
			return fmt.Errorf("the position of %s is %+v", t.By, t.Position)
		}
		seen[t.By] = true
	}
	return nil
}
