package negotiation

import (
	"slices"

	"plenary/diff"
)

// Restate writes proposals of v out as Compile would print them, in the same
// order and whatever their status: what a reader compares on a screen is what
// they find on paper. Whoever does so again and again for one view makes a
// Restater.
func Restate(v View, list []ProposalView) []Restated { return NewRestater(v).Restate(list) }

// Restater writes proposals of one view out. What it knows of the draft it
// learns once; each proposal then costs what it shows. It may be used by
// several goroutines at once.
type Restater struct{ b *builder }

// NewRestater gives a Restater for the proposals of v.
func NewRestater(v View) Restater { return Restater{newBuilder(v)} }

// Restate is as the function of this name; the proposals are of its view.
func (r Restater) Restate(list []ProposalView) []Restated {
	restated := make([]Restated, 0, len(list))
	for _, p := range list {
		restated = append(restated, r.b.restate(p))
	}
	return restated
}

// restate writes a proposal out as the whole paragraph that it would have.
func (b *builder) restate(p ProposalView) Restated {
	r := Restated{Proposal: p.ID, Delegation: p.Delegation, Sponsors: p.Sponsors, Late: p.Late,
		Unconfirmed: p.unread(), Target: p.Target, Reason: p.Reason}
	if p.Unplaced() {
		r.Unplaced = p.Received.Unplaced
	}
	textual := false
	for _, c := range p.Changes {
		switch c.Kind {
		case RequestText:
			r.Requests = append(r.Requests, c.Text)
		case Comment:
			r.Comments = append(r.Comments, c.Text)
		default:
			textual = true
		}
	}
	r.Address = b.paragraph(p.Target).Address
	if textual {
		r.Lines = b.lines(p)
	}
	return r
}

// lines gives the target, then its list where the proposal changes something in
// it, then whatever else it changes elsewhere; each insertion behind its place.
func (b *builder) lines(p ProposalView) []Line {
	var lines, elsewhere []Line
	for _, i := range b.around(p) {
		para := b.view.Paragraphs[i]
		if !b.restates(p, para) {
			continue
		}
		written := append([]Line{b.line(p, para)}, b.insertions(p, para)...)
		if para.ID == p.Target || para.Kind.Sub() && para.Parent == p.Target {
			lines = append(lines, written...)
		} else {
			elsewhere = append(elsewhere, written...)
		}
	}
	return append(lines, elsewhere...)
}

// around gives the places in the draft, in order, of all that p can show: what
// it names and what hangs below that. The rest of a long draft is not looked at.
func (b *builder) around(p ProposalView) []int {
	var list []int
	add := func(id ParagraphID) {
		if i, ok := b.index[id]; ok {
			list = append(append(list, i), b.below[id]...)
		}
	}
	add(p.Target)
	for _, c := range p.Changes {
		add(c.Paragraph)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// restates reports whether p, written out, shows para: its target, a paragraph
// that it changes, the list that it strikes with its chapeau, and the rest of a
// list of which it changes an item.
func (b *builder) restates(p ProposalView, para ParagraphView) bool {
	if para.ID == p.Target || strikesWith(p, para) {
		return true
	}
	inList := false
	for _, c := range p.Changes {
		if !c.Kind.Textual() {
			continue
		}
		if c.Paragraph == para.ID {
			return true
		}
		inList = inList || b.paragraph(c.Paragraph).Parent == p.Target
	}
	return inList && para.Parent == p.Target && para.Kind.Sub() && !para.Deleted
}

// strikesWith reports whether para goes with its chapeau, which p strikes.
func strikesWith(p ProposalView, para ParagraphView) bool {
	return para.Kind.Sub() && !para.Deleted && slices.ContainsFunc(p.Changes, func(c Change) bool {
		return c.Kind == Delete && c.Paragraph == para.Parent
	})
}

func (b *builder) line(p ProposalView, para ParagraphView) Line {
	l := Line{Kind: para.Kind, Label: para.Label, Address: para.Address, Base: para.Version,
		Redline: diff.Script{{Op: diff.Equal, Text: para.Text}}}
	if strikesWith(p, para) {
		l.Change, l.Redline = Delete, diff.Script{{Op: diff.Delete, Text: para.Text}}
	}
	for i, c := range p.Changes {
		if c.Paragraph != para.ID {
			continue
		}
		switch c.Kind {
		case Amend, Delete:
			l.Change, l.Base, l.Redline = c.Kind, c.Base, c.Redline
			doubt, _ := p.Unread(i)
			l.Typed = doubt.Typed
		case Move:
			l.Change, l.Base, l.After = c.Kind, c.Base, b.paragraph(c.After).Address
		}
	}
	return l
}

func (b *builder) insertions(p ProposalView, para ParagraphView) []Line {
	var lines []Line
	for _, c := range p.Changes {
		if c.Kind == Insert && c.Paragraph == para.ID {
			lines = append(lines, Line{Kind: c.As, Change: Insert, Base: c.Base, After: para.Address,
				Redline: diff.Script{{Op: diff.Insert, Text: c.Text}}})
		}
	}
	return lines
}
