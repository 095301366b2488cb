package web

import (
	"cmp"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// combination is what the law would table if some proposals on a paragraph were
// combined, in this order: what clashes with nothing among them.
type combination struct {
	diff.Combined
	paragraph negotiation.ParagraphView
	parents   []negotiation.ProposalView
	changes   []negotiation.Change // of the parents, index for index
	merged    *diff.Merged
	edits     []diff.Edit
	relations []diff.Relation
	// relationsOf are those of each edit.
	relationsOf [][]diff.Relation
}

// combinable lists the proposals that the law would combine with others, in
// printing order: each amends the paragraph at its present version, and does
// nothing else but comment.
func combinable(v negotiation.View, on negotiation.ParagraphView) []negotiation.ProposalView {
	var list []negotiation.ProposalView
	for _, id := range on.Proposals {
		p, ok := v.Proposal(id)
		if !ok || on.Deleted || p.Status() != negotiation.OnTable || p.Combined() || p.Unconfirmed() || !p.AmendsOnly(on.ID) {
			continue
		}
		if change, _ := p.Amendment(on.ID); change.Base == on.Version {
			list = append(list, p)
		}
	}
	slices.SortStableFunc(list, v.Before)
	return list[:min(len(list), diff.MaxParties)]
}

// amendmentOn is the change of p to a paragraph as it stood on a version.
func amendmentOn(p negotiation.ProposalView, on negotiation.ParagraphID, version int) (negotiation.Change, bool) {
	if c, ok := p.Amendment(on); ok && c.Base == version {
		return c, true
	}
	for _, r := range p.Rebases {
		if r.Was.Kind == negotiation.Amend && r.Was.Paragraph == on && r.Was.Base == version {
			return r.Was, true
		}
	}
	return negotiation.Change{}, false
}

// combine lays parents over one another as they stood on a version of the
// paragraph. It fails where one did not amend it, or where there are too many.
func combine(on negotiation.ParagraphView, version int, parents []negotiation.ProposalView) (combination, error) {
	c := combination{paragraph: on, parents: parents}
	c.paragraph.Text, c.paragraph.Version = textAt(on, version), version
	parties := make([]diff.Party, len(parents))
	for i, p := range parents {
		change, ok := amendmentOn(p, on.ID, version)
		if !ok {
			return c, negotiation.Refuse(negotiation.Uncombinable, "proposal", p.ID)
		}
		c.changes = append(c.changes, change)
		parties[i] = diff.Party{Name: string(p.ID), Text: change.Text}
	}
	var err error
	if c.merged, err = diff.Merge(c.paragraph.Text, parties); err != nil {
		return c, err
	}
	c.edits, c.relations = c.merged.Edits(), c.merged.Relations()
	c.relationsOf = make([][]diff.Relation, len(c.edits))
	for _, r := range c.relations {
		c.relationsOf[r.A] = append(c.relationsOf[r.A], r)
		c.relationsOf[r.B] = append(c.relationsOf[r.B], r)
	}
	c.Combined = c.merged.Apply(c.merged.ClashFree(nil), nil)
	return c, nil
}

// bringing lists the indexes of the parents of which something is taken.
func (c combination) bringing() []int {
	var list []int
	for _, e := range c.Taken {
		list = join(list, c.edits[e].By)
	}
	return list
}

// takes reports whether an edit is taken.
func (c combination) takes(e int) bool {
	_, taken := slices.BinarySearch(c.Taken, e)
	return taken
}

// inOnePlace lists the parents that insert in the same place as another: for them
// the order matters.
func (c combination) inOnePlace() []int {
	var list []int
	for _, r := range c.relations {
		if r.Kind == diff.SamePlace && c.takes(r.A) && c.takes(r.B) {
			list = join(join(list, c.edits[r.A].By), c.edits[r.B].By)
		}
	}
	return list
}

// redline is the change that would be tabled, who brought its words included.
func (c combination) redline() negotiation.Change {
	change := negotiation.Change{Kind: negotiation.Amend, Paragraph: c.paragraph.ID, Base: c.paragraph.Version, Text: c.Text,
		Redline: diff.Words(c.paragraph.Text, c.Text)}
	for _, credit := range c.Credits {
		from := negotiation.Credit{Text: credit.Text}
		for _, by := range credit.By {
			from.From = append(from.From, c.parents[by].ID)
		}
		change.Credits = append(change.Credits, from)
	}
	return change
}

// deletions are the places of the base that the parents strike by what is taken,
// in its order.
func (c combination) deletions() []stretch {
	var list []stretch
	own := editsByParty(c.merged, c.edits, len(c.parents))
	for party, p := range c.parents {
		at := 0
		for _, h := range matched(c.changes[party].Redline, own[party]) {
			for _, span := range h.script {
				if span.Op == diff.Delete && c.takes(h.edit) {
					list = append(list, stretch{at, at + len(span.Text), []negotiation.ProposalID{p.ID}})
				}
				if span.Op != diff.Insert {
					at += len(span.Text)
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	return list
}
