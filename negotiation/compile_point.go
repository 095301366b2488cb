package negotiation

import (
	"slices"

	"plenary/diff"
)

// Point is one thing that a proposal asks of one paragraph, written out by itself:
// a note of a consolidated text, an entry of a comparative table.
type Point struct {
	Proposal ProposalID
	// Delegations put it forward, its own first.
	Delegations []Delegation
	Kind        ChangeKind
	// Address is that of the paragraph, or of the one after which to insert; empty
	// for a comment on the whole draft.
	Address string
	// Base is the version that it was written on, Older that it is not the newest.
	Base  int
	Older bool
	// Redline of an Amend, Insert or Delete.
	Redline diff.Script
	// Text of a request or a comment.
	Text string
	// As is the kind of the paragraph to insert.
	As Kind
	// After is the address where a Move goes.
	After string
	// Chapeau is the address of the struck paragraph that this one goes with.
	Chapeau string
	// Late says that it came after the cut-off, Held that it waits to be admitted.
	Late, Held bool
	// Unconfirmed says that its author has not confirmed how it is to be read; Typed
	// is then how it was marked, and Redline the probable reading.
	Unconfirmed bool
	// Unplaced is as for a Restated.
	Unplaced string
	Typed    []diff.Span
	// Parents are the proposals that it was combined from.
	Parents []ProposalID
	// Waits is diff.Conflict or diff.Satisfied where the change waits for its
	// author since the proposal Because was accepted; else empty.
	Waits   diff.Outcome
	Because ProposalID
	// Reason is the author's, with the first thing that a proposal asks only.
	Reason string
	// place is what conserves looks for.
	place place
}

// Shown is the redline to print: as it was marked, where how that is to be read is
// not confirmed; then what is kept and struck need not be the draft.
func (p Point) Shown() diff.Script { return shown(p.Typed, p.Redline) }

// Shown is the redline to print, as for a Point.
func (l Line) Shown() diff.Script { return shown(l.Typed, l.Redline) }

func shown(typed []diff.Span, redline diff.Script) diff.Script {
	if len(typed) > 0 {
		return typed
	}
	return redline
}

// place is a change of a proposal, by its index, as a document has to show it.
type place struct {
	proposal ProposalID
	change   int
}

// asked is a change of an open proposal, under the paragraph where it is shown.
type asked struct {
	by     ProposalView
	change int
	// with says that the paragraph goes with its chapeau, which the change strikes.
	with bool
}

// askedOf gives what is open by the paragraph that it is on, in printing order. A
// remark on the whole draft stands where the rest of its proposal does.
func (b *builder) askedOf() map[ParagraphID][]asked {
	open := slices.Clone(b.view.Proposals)
	open = slices.DeleteFunc(open, func(p ProposalView) bool { return !p.Status().Open() || p.Target == "" })
	slices.SortStableFunc(open, b.view.Before)
	list := map[ParagraphID][]asked{}
	for _, p := range open {
		for i, c := range p.Changes {
			at := c.Paragraph
			if at == "" {
				at = p.Target
			}
			list[at] = append(list[at], asked{by: p, change: i})
			if c.Kind != Delete {
				continue
			}
			for _, below := range b.below[at] {
				if sub := b.view.Paragraphs[below]; sub.Kind.Sub() && !sub.Deleted {
					list[sub.ID] = append(list[sub.ID], asked{by: p, change: i, with: true})
				}
			}
		}
	}
	return list
}

// point writes out what is asked of para. Not given its reason before, a proposal
// gives it here.
func (b *builder) point(a asked, para ParagraphView) Point {
	c := a.by.Changes[a.change]
	p := Point{Proposal: a.by.ID, Delegations: a.by.Authors(), Kind: c.Kind,
		Base: c.Base, Late: a.by.Late, Held: a.by.Status() == Late, Parents: a.by.Parents, place: place{a.by.ID, a.change}}
	switch c.Kind {
	case Amend, Delete:
		p.Redline, p.Older = c.Redline, c.Base != para.Version
	case Insert:
		p.Redline, p.As = diff.Script{{Op: diff.Insert, Text: c.Text}}, c.As
	case Move:
		p.After = b.paragraph(c.After).Address
	default:
		p.Text = c.Text
	}
	if c.Paragraph != "" {
		p.Address = para.Address
	}
	if a.with {
		p.Base, p.Older, p.Redline = para.Version, false, diff.Script{{Op: diff.Delete, Text: para.Text}}
		p.Chapeau = b.paragraph(para.Parent).Address
	}
	if doubt, doubted := a.by.Unread(a.change); doubted {
		p.Unconfirmed, p.Typed = true, doubt.Typed
	}
	if a.by.Unplaced() {
		p.Unplaced = a.by.Received.Unplaced
	}
	if r, waits := a.by.Waits(a.change); waits {
		p.Waits, p.Because = r.Outcome, r.Because
	}
	if !b.reasoned[a.by.ID] {
		p.Reason, b.reasoned[a.by.ID] = a.by.Reason, true
	}
	return p
}
