package web

import (
	"fmt"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// piece is a stretch of a redline with what is said of it: which clashes it is
// part of, and in a combined text who brought it.
type piece struct {
	Script  diff.Script
	Marks   []clashMark
	Authors []author
}

// piecesPart is what part "pieces" shows: a redline with signs and authors.
type piecesPart struct {
	Base
	Pieces []piece
}

func piecesOf(b Base, list []piece) piecesPart { return piecesPart{b, list} }

// clashMark is the small sign behind words that clash with those of others.
type clashMark struct {
	Number int
	// Words say it in full.
	Words string
	// Href leads to the other proposal, or where there are several to the sentence.
	Href string
}

// marked cuts the redline of a party at its changes and puts the signs of their
// clashes behind them. The second list has each sign once, to be read below.
func (c *contest) marked(party int, script diff.Script) (pieces []piece, below []clashMark) {
	marks := c.marks(party)
	for _, h := range matched(script, c.own[party]) {
		pieces = append(pieces, piece{Script: h.script, Marks: marks[h.edit]})
	}
	for _, own := range c.own[party] {
		for _, mark := range marks[own.edit] {
			if !slices.Contains(below, mark) {
				below = append(below, mark)
			}
		}
	}
	return pieces, below
}

// marks gives the signs for each edit of a party.
func (c *contest) marks(party int) map[int][]clashMark {
	type place struct {
		edit  int
		clash *clash
		// deleting says that the edit is what deletes the words of others.
		deleting bool
	}
	others := map[place][]int{}
	var order []place
	meet := func(at place, by []int) {
		if others[at] == nil {
			order = append(order, at)
		}
		others[at] = join(others[at], by)
	}
	for i, r := range c.relations {
		x := c.of[i]
		if x.Number == 0 {
			continue
		}
		a, b := c.edits[r.A].By, c.edits[r.B].By
		if slices.Contains(a, party) {
			meet(place{r.A, x, false}, b)
		}
		if slices.Contains(b, party) {
			meet(place{r.B, x, sided(r.Kind)}, a)
		}
	}
	marks := map[int][]clashMark{}
	for _, at := range order {
		marks[at.edit] = append(marks[at.edit], c.mark(at.clash, others[at], at.deleting))
	}
	return marks
}

func (c *contest) mark(x *clash, others []int, deleting bool) clashMark {
	key := "contest.mark-clash"
	switch {
	case deleting:
		key = "contest.mark-deletes"
	case x.kind == diff.InsideDeleted:
		key = "contest.mark-moot"
	case x.kind == diff.SamePlace:
		key = "contest.mark-place"
	}
	m := clashMark{Number: x.Number, Words: c.T(key, "delegations", c.named(others)), Href: clashAnchor(c.paragraph.ID, x.Number)}
	if len(others) == 1 {
		m.Href = "#proposal-" + string(c.Parties[others[0]].Proposal)
	}
	return m
}

func clashAnchor(id negotiation.ParagraphID, number int) string {
	return fmt.Sprintf("#clash-%s-%d", id, number)
}
