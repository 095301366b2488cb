package web

import (
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// combinedPart is the text of what clashes with nothing, with who brought which
// words, what is left out and why, and for those who decide the form that tables it.
type combinedPart struct {
	Base
	ID       negotiation.ParagraphID
	Address  string
	Label    string
	Readings []reading
	Brought  []brought
	// Warnings say which words may refer to deleted ones.
	Warnings []string
	Left     []leftOut
	// MoreLeft counts what is left out beyond maxLeft.
	MoreLeft int
	// Tabled is the open proposal that holds this reading already. Without readings
	// there is nothing else to combine.
	Tabled negotiation.ProposalID
	Form   *combineForm
}

// empty reports whether there is nothing to show in a column.
func (p *combinedPart) empty() bool { return len(p.Readings) == 0 && p.Form == nil }

// reading is a combined text, one of two where the order changes the sense.
type reading struct {
	// Title says whose words come first; empty where it does not matter.
	Title string
	// First is the proposal that comes first.
	First  negotiation.ProposalID
	Chosen bool
	Pieces []piece
	Text   string
}

// brought is what one author has in a combined text, in sentences.
type brought struct {
	proposalLink
	Changes []string
}

// broughtPart is what part "brought" shows: who brought what to a combined text.
type broughtPart struct {
	Base
	Brought []brought
}

func broughtOf(b Base, list []brought) broughtPart { return broughtPart{b, list} }

// maxLeft is how many changes that are left out are listed.
const maxLeft = 200

// leftOut is a change that is not in a combined text.
type leftOut struct {
	Names string
	What  string
	// Because says what it clashes with.
	Because string
}

// combinedOf gives the Combined column of a paragraph, or nil where there are no
// two proposals of which something goes together. Where each has a rival, only
// those who decide see it: which of the rivals to combine with others is theirs to
// say, and without that there is no text.
func (c *contest) combinedOf(v negotiation.View) *combinedPart {
	parents := combinable(v, c.paragraph)
	if len(parents) < 2 {
		return nil
	}
	part := &combinedPart{Base: c.Base, ID: c.paragraph.ID, Address: c.paragraph.Address}
	if c.changes > maxCompared {
		return part.offered(c.paragraph, newCombineForm(c.paragraph, parents, combination{}, nil))
	}
	all, err := combine(c.paragraph, c.paragraph.Version, parents)
	if err != nil {
		return nil
	}
	if len(all.bringing()) > 1 {
		part = newCombinedPart(c.Base, v, all)
	}
	if part.Tabled != "" && len(part.Readings) == 1 && len(parents) == 2 {
		part.Readings = nil // it stands among the proposals, and there is no other
		return part
	}
	if len(part.Readings) > 0 || all.anyGoTogether() {
		return part.offered(c.paragraph, all.neutralForm(part.Readings))
	}
	return nil
}

// offered gives the part with a form, to those who decide, unless the paragraph was
// agreed. Otherwise it is nil if there is nothing to read.
func (p *combinedPart) offered(on negotiation.ParagraphView, form *combineForm) *combinedPart {
	if p.Seat.Role.Decides() && !closed(on) {
		p.Form = form
	}
	if p.empty() {
		return nil
	}
	return p
}

// neutralForm gives the form in which those are ticked that take no side.
func (c combination) neutralForm(readings []reading) *combineForm {
	neutral := c.neutral()
	chosen := c
	if len(neutral) < len(c.parents) {
		ticked := make([]negotiation.ProposalView, len(neutral))
		for i, party := range neutral {
			ticked[i] = c.parents[party]
		}
		var err error
		if chosen, err = combine(c.paragraph, c.paragraph.Version, ticked); err != nil {
			chosen = combination{}
		}
	}
	form := newCombineForm(c.paragraph, c.parents, chosen, readings)
	bringing := len(c.bringing())
	form.Neutral = len(neutral) < bringing && bringing > 1
	return form
}

// newCombinedPart shows a combination. Where two insert in one place, the first
// reading has them in the order of the parents.
func newCombinedPart(b Base, v negotiation.View, c combination) *combinedPart {
	part := &combinedPart{Base: b, ID: c.paragraph.ID, Address: c.paragraph.Address, Label: rowLabel(c.paragraph.Paragraph)}
	names := nameParents(c.parents)
	if placed := c.inOnePlace(); len(placed) == 2 {
		for i, first := range placed {
			r := newReading(c.beginningWith(first))
			r.First, r.Chosen = c.parents[first].ID, i == 0
			r.Title = b.T("combine.order", "first", names[r.First].Name, "second", names[c.parents[placed[1-i]].ID].Name)
			part.Readings = append(part.Readings, r)
		}
	} else {
		part.Readings = []reading{newReading(c)}
	}
	part.Brought, part.Warnings = b.brought(part.Readings[0].Pieces), b.warnings(c, names)
	for _, e := range c.Left[:min(len(c.Left), maxLeft)] {
		part.Left = append(part.Left, b.leftOut(c, e, names))
	}
	part.MoreLeft = len(c.Left) - len(part.Left)
	part.Tabled = tabledAs(v, c, part.Readings)
	return part
}

// beginningWith is the combination with one of its parents first, as the law will
// make it if a form says so.
func (c combination) beginningWith(first int) combination {
	if first == 0 {
		return c
	}
	parents := slices.Insert(slices.Delete(slices.Clone(c.parents), first, first+1), 0, c.parents[first])
	if other, err := combine(c.paragraph, c.paragraph.Version, parents); err == nil {
		return other
	}
	return c // not reached: the same parents combined before
}

func newReading(c combination) reading {
	return reading{Text: c.Text, Pieces: authored(c.redline(), c)}
}

// brought lists who brought what, in the order of the text.
func (b Base) brought(pieces []piece) []brought {
	var list []brought
	at := map[proposalLink]int{}
	for _, p := range pieces {
		for _, a := range p.Authors {
			i, known := at[a.proposalLink]
			if !known {
				i = len(list)
				at[a.proposalLink] = i
				list = append(list, brought{proposalLink: a.proposalLink})
			}
			list[i].Changes = append(list[i].Changes, b.changesIn(p.Script)...)
		}
	}
	return list
}

// leftOut says of an edit why it is not taken.
func (b Base) leftOut(c combination, e int, names map[negotiation.ProposalID]author) leftOut {
	edit := c.edits[e]
	name := func(parties []int) string {
		var list []string
		for _, party := range parties {
			list = append(list, names[c.parents[party].ID].Name)
		}
		return b.someNames(list)
	}
	var script diff.Script
	if edit.Deleted != "" {
		script = append(script, diff.Span{Op: diff.Delete, Text: edit.Deleted})
	}
	if edit.Inserted != "" {
		script = append(script, diff.Span{Op: diff.Insert, Text: edit.Inserted})
	}
	left := leftOut{Names: name(edit.By)}
	for _, what := range b.changesIn(script) {
		left.What = what
	}
	switch against, moot := c.against(e); {
	case len(against) == 0: // beyond what diff.MaxRelations tells
	case moot:
		left.Because = b.T("combine.moot", "delegations", name(against))
	default:
		left.Because = b.T("combine.clashes", "delegations", name(against))
	}
	return left
}

// tabledAs gives the open proposal that was combined of the same parents to one of
// these readings.
func tabledAs(v negotiation.View, c combination, readings []reading) negotiation.ProposalID {
	for _, id := range c.paragraph.Proposals {
		p, _ := v.Proposal(id)
		change, ok := p.Amendment(c.paragraph.ID)
		if !ok || !p.Combined() || !p.Status().Open() || len(p.Parents) != len(c.parents) {
			continue
		}
		same := !slices.ContainsFunc(c.parents, func(parent negotiation.ProposalView) bool { return !slices.Contains(p.Parents, parent.ID) })
		if same && slices.ContainsFunc(readings, func(r reading) bool { return r.Text == change.Text }) {
			return id
		}
	}
	return ""
}
