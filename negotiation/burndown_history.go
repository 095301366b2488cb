package negotiation

import (
	"cmp"
	"slices"
	"time"
)

// history is what has happened to the count, in the order of the record.
type history struct {
	view  View
	index map[ParagraphID]int
	moves []move
}

// move is something that may have changed the count on paragraphs, by their
// places in the draft, and by how much it changed what is on the table.
type move struct {
	seq        Seq
	at         time.Time
	paragraphs []int
	open       int
}

func newHistory(v View) history {
	h := history{view: v, index: make(map[ParagraphID]int, len(v.Paragraphs))}
	for i, p := range v.Paragraphs {
		h.index[p.ID] = i
		for _, version := range p.Versions {
			h.moves = append(h.moves, move{seq: version.Seq, at: version.At, paragraphs: []int{i}})
		}
	}
	for _, p := range v.Proposals {
		h.proposal(p)
	}
	slices.SortStableFunc(h.moves, func(a, b move) int { return cmp.Compare(a.seq, b.seq) })
	return h
}

func (h *history) proposal(p ProposalView) {
	var on []int
	for _, c := range p.Changes {
		if i, ok := h.index[c.Paragraph]; ok && c.Kind.bracketed() && !p.Combined() {
			on = append(on, i)
		}
	}
	before := 0
	for _, step := range p.Steps {
		now := 0
		if step.Status == OnTable {
			now = 1
		}
		h.moves = append(h.moves, move{step.Seq, step.At, on, now - before})
		before = now
	}
	for _, r := range p.Rebases {
		h.moves = append(h.moves, move{seq: r.Seq, at: r.At, paragraphs: on})
	}
	if c := p.Confirmed; c != nil {
		h.moves = append(h.moves, move{seq: c.Seq, at: c.At, paragraphs: on})
	}
	if p.Placed > 0 {
		h.moves = append(h.moves, move{seq: p.Placed, at: p.PlacedAt, paragraphs: on})
	}
}

// moments are the entries of the moves, each once with what was on the table then,
// and the present.
func (h history) moments() []Count {
	var list []Count
	open := 0
	for _, m := range h.moves {
		open += m.open
		if len(list) == 0 || list[len(list)-1].Seq != m.seq {
			list = append(list, Count{Seq: m.seq, At: m.at})
		}
		list[len(list)-1].Open = open
	}
	if len(list) > 0 && list[len(list)-1].Seq != h.view.Seq {
		list = append(list, Count{Seq: h.view.Seq, At: h.view.At, Open: open})
	}
	return list
}
