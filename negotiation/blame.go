package negotiation

import (
	"slices"
	"time"

	"plenary/diff"
)

// Authored is a stretch of a version of a paragraph, with where its words come
// from.
type Authored struct {
	Text string
	// Version is the one that brought the words, At when it was decided.
	Version int
	At      time.Time
	// Proposal brought them; it is empty for the draft as imported.
	Proposal ProposalID
	// From are the proposals that wrote them, where Proposal was combined of
	// several and accepted as it stood.
	From []ProposalID
	// Delegations are those of From, or else of Proposal.
	Delegations []Delegation
	// Amended says that Proposal was accepted in other words than its author's, and
	// that these are among the others: they are the decision's, and of no delegation.
	Amended bool
}

// Blame says who wrote each word of a version of p, in pieces that give its text
// byte for byte; no two neighbours are alike. Words that a redline kept are those
// of the version that brought them. A struck version has the words that it had,
// a moved one those that it brought along. It is nil where there is no such version.
//
// It follows the recorded redlines, so that what was said once is said for ever:
// a word struck and put back later is its later author's. Each version costs a
// pass over its text.
func (v View) Blame(p ParagraphView, version int) []Authored {
	if version < 1 || version > len(p.Versions) {
		return nil
	}
	var from origins
	blame := from.of(v, p, p.Versions[0])
	for _, next := range p.Versions[1:version] {
		if !next.Moved && !next.Deleted {
			blame = blame.After(next.Redline, from.of(v, p, next))
		}
	}
	var list []Authored
	last := -1
	for _, piece := range blame {
		switch {
		case piece.Text == "":
		case piece.By == last:
			list[len(list)-1].Text += piece.Text
		default:
			list = append(list, from[piece.By])
			list[len(list)-1].Text, last = piece.Text, piece.By
		}
	}
	return list
}

// origins are where words may come from, without the words. A blame holds their
// indexes.
type origins []Authored

// of gives the blame of a version as if all of it were new.
func (o *origins) of(v View, p ParagraphView, version Version) diff.Blame {
	whole := Authored{Version: version.Number, At: version.At, Proposal: version.Proposal, Delegations: version.Delegations}
	if version.Proposal == "" {
		return diff.NewBlame(version.Text, o.add(whole))
	}
	change := v.worded(p, version)
	asked := o.written(v, change, whole)
	if change.Text == version.Text {
		return asked
	}
	whole.Delegations, whole.Amended = nil, true
	return asked.After(diff.Words(change.Text, version.Text), diff.NewBlame(version.Text, o.add(whole)))
}

// written gives the blame of the words of a change, as if all were new.
func (o *origins) written(v View, change Change, whole Authored) diff.Blame {
	if len(change.Credits) == 0 {
		return diff.NewBlame(change.Text, o.add(whole))
	}
	var blame diff.Blame
	for _, credit := range change.Credits {
		part := whole
		if authors := v.authors(credit.From); len(authors) > 0 {
			part.From, part.Delegations = credit.From, authors
		}
		blame = append(blame, diff.Origin{Text: credit.Text, By: o.add(part)})
	}
	return blame
}

// add gives the index of an origin, which it keeps once.
func (o *origins) add(a Authored) int {
	at := slices.IndexFunc(*o, func(b Authored) bool {
		return a.Version == b.Version && a.Amended == b.Amended && slices.Equal(a.From, b.From)
	})
	if at < 0 {
		at = len(*o)
		*o = append(*o, a)
	}
	return at
}

// worded gives the change whose words became a version: of several insertions the
// one that asked for the very words, or else none. A request has no words to give.
func (v View) worded(p ParagraphView, version Version) Change {
	proposal, _ := v.Proposal(version.Proposal)
	for _, c := range proposal.Changes {
		if c.Kind == Amend && c.Paragraph == p.ID || c.Kind == Insert && version.Number == 1 && c.Text == version.Text {
			return c
		}
	}
	return Change{}
}

// authors are the delegations of several proposals, each once.
func (v View) authors(ids []ProposalID) []Delegation {
	var list []Delegation
	for _, id := range ids {
		p, ok := v.Proposal(id)
		if !ok {
			continue
		}
		for _, d := range p.Authors() {
			if !slices.Contains(list, d) {
				list = append(list, d)
			}
		}
	}
	return list
}
