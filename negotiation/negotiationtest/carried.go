package negotiationtest

import (
	"slices"

	"plenary/negotiation"
)

// keepsUp holds the open proposals to the draft as it stands: whoever would change
// its words does so on the newest version or waits for an answer, and what was
// combined has all its parents on the table.
func (s *simulation) keepsUp() {
	v := s.state.For(negotiation.Audience{Role: negotiation.Secretariat})
	for _, p := range v.Proposals {
		if !p.Status().Open() {
			continue
		}
		for i, c := range p.Changes {
			s.carried(v, p, i, c)
		}
		for _, id := range p.Parents {
			if parent, ok := v.Proposal(id); !ok || parent.Status() != negotiation.OnTable {
				s.fatalf("combined proposal %s is open, its parent %s is not on the table", p.ID, id)
			}
		}
	}
}

// carried looks at one change. A request becomes none before it is accepted.
func (s *simulation) carried(v negotiation.View, p negotiation.ProposalView, i int, c negotiation.Change) {
	if c.Kind != negotiation.Amend && c.Kind != negotiation.Delete {
		return
	}
	para, _ := v.Paragraph(string(c.Paragraph))
	_, waits := p.Waits(i)
	switch {
	case waits:
		s.outcomes[string(p.Rebases[len(p.Rebases)-1].Outcome)]++
	case c.Base != para.Version || para.Deleted:
		s.fatalf("change %d of proposal %s is on version %d of %s and waits for nothing, the draft has %d", i, p.ID, c.Base, para.ID, para.Version)
	case p.Combined():
		s.outcomes["combined"]++
	case len(p.Rebases) > 0:
		s.outcomes["clean"]++
	}
	if p.Combined() && waits {
		s.fatalf("combined proposal %s waits", p.ID)
	}
	if slices.ContainsFunc(p.Rebases, func(r negotiation.Rebase) bool { return r.Change == i && r.Version > para.Version }) {
		s.fatalf("proposal %s was carried beyond version %d of %s", p.ID, para.Version, para.ID)
	}
}
