package web

import (
	"fmt"
	"slices"
	"strings"

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

// hunk is a stretch of a redline that is kept or changed, and the edit that the
// change is; -1 where it is none, or none that can be told.
type hunk struct {
	script diff.Script
	edit   int
}

// hunks cuts a redline between what it changes and what it keeps.
func hunks(script diff.Script) []hunk {
	var list []hunk
	for i, span := range script {
		if i == 0 || (span.Op == diff.Equal) != (script[i-1].Op == diff.Equal) {
			list = append(list, hunk{edit: -1})
		}
		list[len(list)-1].script = append(list[len(list)-1].script, span)
	}
	return list
}

// ownEdit is an edit of a party: its index, where it ends in the base, and its words.
type ownEdit struct {
	edit, end int
	words     change
}

// editsByParty lists the edits of each party in the order of the base.
func editsByParty(m *diff.Merged, edits []diff.Edit, parties int) [][]ownEdit {
	lists := make([][]ownEdit, parties)
	for e, edit := range edits {
		_, end := m.Place(e)
		own := ownEdit{e, end, change{bare(edit.Deleted), bare(edit.Inserted)}}
		for _, party := range edit.By {
			lists[party] = append(lists[party], own)
		}
	}
	return lists
}

// matched cuts the redline of a party and finds for each change its edit among
// those of the party. Both are in the order of the base and are walked in step:
// where words differ, because the redline was made by itself, what ends first is
// passed over and nothing is looked at again.
func matched(script diff.Script, own []ownEdit) []hunk {
	list := hunks(script)
	at, next := 0, 0
	for i, h := range list {
		if h.script[0].Op != diff.Equal {
			words := changeOf(h.script)
			for next < len(own) && own[next].words != words && own[next].end < at {
				next++
			}
			if next < len(own) && own[next].words == words {
				list[i].edit = own[next].edit
				next++
			}
		}
		at += beforeLen(h.script)
	}
	return list
}

// beforeLen is how many bytes of the base a stretch of a redline takes up.
func beforeLen(script diff.Script) int {
	n := 0
	for _, span := range script {
		if span.Op != diff.Insert {
			n += len(span.Text)
		}
	}
	return n
}

// change is what goes and what comes instead, both bare: what differs only in
// spaces is the same.
type change struct{ deleted, inserted string }

// changeOf gives what a stretch of a redline changes.
func changeOf(cut diff.Script) change {
	var deleted, inserted strings.Builder
	for _, span := range cut {
		switch span.Op {
		case diff.Delete:
			deleted.WriteString(span.Text)
		case diff.Insert:
			inserted.WriteString(span.Text)
		}
	}
	return change{bare(deleted.String()), bare(inserted.String())}
}

// plainQuotes writes all quotation marks alike.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "’", "'", "‘", "'")

// bare is a text without white space, with all quotation marks alike.
func bare(text string) string {
	return plainQuotes.Replace(strings.Join(strings.Fields(text), ""))
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
