package negotiation

import (
	"fmt"
	"slices"

	"plenary/diff"
)

// Contest is the open proposals on the words of one paragraph, laid over one
// another: who would change what, and what clashes with what.
type Contest struct {
	*diff.Merged
	// Parties are in printing order; the parties of Merged have the same indexes.
	Parties []Contestant
	// Aside are the open proposals that would change the words as well but cannot
	// be compared: they are on an older version, their author has not confirmed how
	// they read, or they are beyond diff.MaxParties.
	Aside []ProposalID
}

// Contestant is one of the proposals that are compared.
type Contestant struct {
	Proposal   ProposalID
	Delegation Delegation
	// Name is that of the delegation, with the number of the proposal where it has
	// several on this paragraph: they are never taken for one.
	Name string
}

// Contest lays the proposals on the table that amend or delete p over one another.
// Combined ones are left out: they hold words of their parents, who are there.
func (v View) Contest(p ParagraphView) Contest {
	var c Contest
	var parties []diff.Party
	for _, other := range v.contending(p) {
		text, changes, present := other.wording(p)
		switch {
		case !changes:
		case !present || p.Deleted || len(parties) == diff.MaxParties:
			c.Aside = append(c.Aside, other.ID)
		default:
			parties = append(parties, diff.Party{Name: string(other.ID), Text: text})
			c.Parties = append(c.Parties, Contestant{Proposal: other.ID, Delegation: other.Delegation})
		}
	}
	c.nameParties()
	merged, err := diff.Merge(p.Text, parties)
	if err != nil {
		// Numbers of proposals are no doubles, and there are not too many.
		panic(fmt.Sprintf("negotiation: contest on %s: %v", p.ID, err))
	}
	c.Merged = merged
	return c
}

// contending lists the proposals on the table that ask something of p, in printing
// order, without the combined ones.
func (v View) contending(p ParagraphView) []ProposalView {
	var list []ProposalView
	for _, id := range p.Proposals {
		if other, ok := v.Proposal(id); ok && other.Status() == OnTable && !other.Combined() {
			list = append(list, other)
		}
	}
	slices.SortStableFunc(list, v.Before)
	return list
}

// wording is the text that other would give p, whether it would change its words
// at all, and whether that is certain and written on its present version.
func (other ProposalView) wording(p ParagraphView) (text string, changes, present bool) {
	for i, c := range other.Changes {
		if c.Paragraph == p.ID && (c.Kind == Amend || c.Kind == Delete) {
			_, doubted := other.Doubt(i)
			return c.Text, true, c.Base == p.Version && !doubted
		}
	}
	return "", false, false
}

func (c Contest) nameParties() {
	several := map[Delegation]int{}
	for _, party := range c.Parties {
		several[party.Delegation]++
	}
	for i, party := range c.Parties {
		c.Parties[i].Name = string(party.Delegation)
		if several[party.Delegation] > 1 {
			c.Parties[i].Name += " " + string(party.Proposal)
		}
	}
}

// Names are the names of parties, by their indexes.
func (c Contest) Names(parties []int) []string {
	names := make([]string, len(parties))
	for i, party := range parties {
		names[i] = c.Parties[party].Name
	}
	return names
}
