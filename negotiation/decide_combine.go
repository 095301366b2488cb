package negotiation

import (
	"cmp"
	"fmt"
	"slices"

	"plenary/diff"
)

// combineProposals tables what does not clash of several proposals as one.
func (s State) combineProposals(c CombineProposals) ([]Event, *Refusal) {
	para, ok := s.paragraph(c.Paragraph)
	if !ok {
		return nil, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	}
	if r := s.fresh(para, c.Base); r != nil {
		return nil, r
	}
	if r := s.changeable([]Change{{Kind: Amend, Paragraph: para.ID}}); r != nil {
		return nil, r
	}
	parents, r := s.combinable(para, c.Parents)
	if r != nil {
		return nil, r
	}
	change, r := combine(para, parents)
	if r != nil {
		return nil, r
	}
	if id, twice := s.combinedAlready(para, c.Parents, change.Text); twice {
		return nil, Refuse(AlreadyExists, "field", "proposal", "value", id)
	}
	if s.proposals.len() >= MaxProposals {
		return nil, Refuse(TooMany, "field", "proposals", "limit", MaxProposals, "count", s.proposals.len()+1)
	}
	p := Proposal{ID: proposalID(s.proposals.len() + 1), Language: s.language, Category: categoryOf(parents), Changes: []Change{change}, Parents: c.Parents,
		Late: slices.ContainsFunc(parents, func(p proposalState) bool { return p.Late })}
	if p.Reason, r = readProse("reason", c.Reason, MaxReason); r != nil {
		return nil, r
	}
	authors := s.authorsOf(parents)
	// None is nil, as a replay reads it.
	p.Delegation, p.Sponsors = authors[0], append([]Delegation(nil), authors[1:]...)
	return []Event{ProposalTabled{Proposal: p}}, nil
}

// combinable gives the proposals with these numbers, or refuses the first that is
// not one that amends para as it stands and nothing else.
func (s State) combinable(para paragraphState, ids []ProposalID) ([]proposalState, *Refusal) {
	if len(ids) < 2 {
		return nil, Refuse(Empty, "field", "parents")
	}
	if len(ids) > diff.MaxParties {
		return nil, Refuse(TooMany, "field", "parents", "limit", diff.MaxParties, "count", len(ids))
	}
	var parents []proposalState
	for i, id := range ids {
		p, ok := s.proposal(id)
		switch {
		case !ok:
			return nil, Refuse(UnknownProposal, "proposal", id)
		case p.Status() != OnTable:
			return nil, Refuse(NotOnTable, "proposal", id, "status", p.Status())
		case p.Unconfirmed():
			return nil, Refuse(Unconfirmed, "proposal", id, "delegation", p.Delegation)
		case slices.Contains(ids[:i], id), p.Combined(), !p.AmendsOnly(para.ID):
			return nil, Refuse(Uncombinable, "proposal", id)
		}
		if c, _ := p.Amendment(para.ID); c.Base != para.Version {
			return nil, Refuse(Stale, "paragraph", s.address(para.ID), "base", c.Base, "current", para.Version, "text", para.Text)
		}
		parents = append(parents, p)
	}
	return parents, nil
}

// combine lays the parents over one another and takes what clashes with nothing.
// A parent of which nothing is left is refused: the result would stand under the
// name of a delegation that has no word in it.
func combine(para paragraphState, parents []proposalState) (Change, *Refusal) {
	merged := overlay(para, parents)
	taken := merged.ClashFree(nil)
	for i, p := range parents {
		if len(ofParty(merged, taken, i)) == 0 {
			return Change{}, Refuse(Uncombinable, "proposal", p.ID)
		}
	}
	combined := merged.Apply(taken, nil)
	text, r := readWords(combined.Text)
	if r != nil {
		return Change{}, r
	}
	c := Change{Kind: Amend, Paragraph: para.ID, Base: para.Version, Text: text,
		Redline: diff.Words(para.Text, text), Algorithm: diff.Algorithm}
	if text == combined.Text {
		c.Credits = creditsOf(combined.Credits, parents)
	}
	return c, nil
}

// overlay lays proposals that amend para over one another, in the order given.
func overlay(para paragraphState, parents []proposalState) *diff.Merged {
	parties := make([]diff.Party, len(parents))
	for i, p := range parents {
		c, _ := p.Amendment(para.ID)
		parties[i] = diff.Party{Name: string(p.ID), Text: c.Text}
	}
	merged, err := diff.Merge(para.Text, parties)
	if err != nil {
		// combinable lets nothing through that Merge refuses.
		panic(fmt.Sprintf("negotiation: overlay on %s: %v", para.ID, err))
	}
	return merged
}

func creditsOf(list []diff.Credit, parents []proposalState) []Credit {
	credits := make([]Credit, len(list))
	for i, credit := range list {
		credits[i].Text = credit.Text
		for _, by := range credit.By {
			credits[i].From = append(credits[i].From, parents[by].ID)
		}
	}
	return credits
}

// combinedAlready gives the open proposal that was combined of the same parents to
// the same words, if there is one.
func (s State) combinedAlready(para paragraphState, parents []ProposalID, text string) (ProposalID, bool) {
	same := func(a, b []ProposalID) bool {
		return len(a) == len(b) && !slices.ContainsFunc(a, func(id ProposalID) bool { return !slices.Contains(b, id) })
	}
	for _, id := range para.proposals {
		p := s.proposals.at(id.number())
		if c, _ := p.Amendment(para.ID); p.Combined() && p.Status().Open() && same(p.Parents, parents) && c.Text == text {
			return id, true
		}
	}
	return "", false
}

// categoryOf is what all of them are, or else substantive.
func categoryOf(parents []proposalState) Category {
	for _, p := range parents {
		if p.Category != parents[0].Category {
			return Substantive
		}
	}
	return parents[0].Category
}

// authorsOf lists the delegations and sponsors of proposals in the order in which
// documents have them: member states by name, then bodies by name.
func (s State) authorsOf(parents []proposalState) []Delegation {
	var list []Delegation
	for _, p := range parents {
		for _, d := range p.Authors() {
			if !slices.Contains(list, d) {
				list = append(list, d)
			}
		}
	}
	slices.SortFunc(list, func(a, b Delegation) int {
		// "state" before "body"
		return cmp.Or(cmp.Compare(s.parties[b].Kind, s.parties[a].Kind), cmp.Compare(a, b))
	})
	return list
}
