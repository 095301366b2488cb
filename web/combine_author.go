package web

import (
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// author is who brought a stretch of a combined text: the delegation of one of the
// proposals that it was made of.
type author struct {
	proposalLink
	// Short is the name where there is little room.
	Short string
}

// maxShort is how many letters a name may have beside words of a text.
const maxShort = 12

// numbered is the name of a delegation with the number of one of its proposals, set
// apart from numbers in the name.
func numbered(d negotiation.Delegation, id negotiation.ProposalID) string {
	return string(d) + " · " + string(id)
}

func authorOf(p negotiation.ProposalView, name string) author {
	short := []rune(name)
	if len(short) > maxShort {
		short = append(short[:maxShort-1:maxShort-1], '.')
	}
	return author{proposalLink{p.ID, name}, string(short)}
}

// nameParents names proposals: by delegation, and by number as well where one
// delegation has several of them.
func nameParents(parents []negotiation.ProposalView) map[negotiation.ProposalID]author {
	count := map[negotiation.Delegation]int{}
	for _, p := range parents {
		count[p.Delegation]++
	}
	names := make(map[negotiation.ProposalID]author, len(parents))
	for _, p := range parents {
		name := string(p.Delegation)
		if count[p.Delegation] > 1 {
			name = numbered(p.Delegation, p.ID)
		}
		names[p.ID] = authorOf(p, name)
	}
	tellApart(names)
	return names
}

// tellApart puts the number of the proposal behind short names that are alike.
func tellApart(names map[negotiation.ProposalID]author) {
	alike := map[string]int{}
	for _, a := range names {
		alike[a.Short]++
	}
	for id, a := range names {
		if alike[a.Short] < 2 {
			continue
		}
		number := ". " + string(id)
		letters := []rune(a.Name)
		a.Short = strings.TrimSpace(string(letters[:max(1, maxShort-len(number))])) + number
		names[id] = a
	}
}

// authored cuts the redline of a combined change where another author begins.
func authored(c negotiation.Change, of combination) []piece {
	w := authoring{names: nameParents(of.parents), inserted: owned(c.Credits), deleted: of.deletions()}
	before, after := 0, 0
	for _, span := range c.Redline {
		end := len(span.Text)
		switch span.Op {
		case diff.Equal:
			w.put(span, nil)
			before, after = before+end, after+end
		case diff.Delete:
			w.deleted = w.cut(span, before, w.deleted)
			before += end
		case diff.Insert:
			w.inserted = w.cut(span, after, w.inserted)
			after += end
		}
	}
	return w.pieces
}

// stretch is some of a text, from one byte to another, and whose it is.
type stretch struct {
	from, to int
	by       []negotiation.ProposalID
}

type authoring struct {
	names             map[negotiation.ProposalID]author
	inserted, deleted []stretch
	pieces            []piece
}

// cut puts a span that begins at a byte of its text, cut where its owner changes.
// It returns the owners without those whose part is over: the spans of a text come
// in its order.
func (w *authoring) cut(span diff.Span, at int, owners []stretch) []stretch {
	begin, end := 0, len(span.Text)
	for begin < end {
		for len(owners) > 0 && owners[0].to <= at+begin {
			owners = owners[1:]
		}
		by, to := ownerAt(owners, at+begin, at+end)
		w.put(diff.Span{Op: span.Op, Text: span.Text[begin : to-at]}, by)
		begin = to - at
	}
	return owners
}

// ownerAt gives whose the text is at a byte, and up to where at most. list is in
// the order of the text.
func ownerAt(list []stretch, at, end int) (by []negotiation.ProposalID, to int) {
	to = end
	for _, s := range list {
		if s.from >= to {
			break
		}
		switch {
		case at < s.from:
			to = s.from
		case at < s.to:
			to = min(to, s.to)
			for _, id := range s.by {
				if !slices.Contains(by, id) {
					by = append(by, id)
				}
			}
		}
	}
	return by, to
}

// put adds a span. What one author strikes and puts in its place is one piece.
func (w *authoring) put(span diff.Span, by []negotiation.ProposalID) {
	var authors []author
	for _, id := range by {
		if a, known := w.names[id]; known {
			authors = append(authors, a)
		}
	}
	if last := len(w.pieces) - 1; last >= 0 && span.Op != diff.Equal && len(authors) > 0 && slices.Equal(w.pieces[last].Authors, authors) {
		w.pieces[last].Script = append(w.pieces[last].Script, span)
		return
	}
	w.pieces = append(w.pieces, piece{Script: diff.Script{span}, Authors: authors})
}

func owned(credits []negotiation.Credit) []stretch {
	var list []stretch
	at := 0
	for _, c := range credits {
		list = append(list, stretch{at, at + len(c.Text), c.From})
		at += len(c.Text)
	}
	return list
}
