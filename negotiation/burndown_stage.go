package negotiation

import (
	"slices"

	"plenary/diff"
)

// stage is a paragraph as it stood when an entry of the record was made.
type stage struct {
	// paragraph is its place in the draft.
	paragraph int
	words     ParagraphView
	stood     bool
	// view has what was on the table on it.
	view View
}

// stages gives for each moment the paragraphs of which the count may have changed
// since the moment before.
func (h history) stages(moments []Count) [][]stage {
	last := map[int]stage{}
	list := make([][]stage, len(moments))
	next := 0
	for i, m := range moments {
		var touched []int
		for ; next < len(h.moves) && h.moves[next].seq <= m.Seq; next++ {
			touched = append(touched, h.moves[next].paragraphs...)
		}
		slices.Sort(touched)
		for _, at := range slices.Compact(touched) {
			s := h.view.stage(at, m.Seq)
			if before, known := last[at]; !known || !s.same(before) {
				list[i] = append(list[i], s)
			}
			last[at] = s
		}
	}
	return list
}

// stage gives the i-th paragraph at entry seq.
func (v View) stage(i int, seq Seq) stage {
	s := stage{paragraph: i, view: View{Parties: v.Parties}}
	p := v.Paragraphs[i]
	if s.words, s.stood = p.at(seq); !s.stood {
		return s
	}
	for _, id := range p.Proposals {
		if q, ok := v.Proposal(id); ok && q.Tabled().Seq <= seq {
			if q = q.at(seq); q.Status() == OnTable && !q.Combined() {
				s.view.Proposals = append(s.view.Proposals, q)
			}
		}
	}
	return s
}

// same reports whether s has the brackets of other: the same words, and the same
// asked of them.
func (s stage) same(other stage) bool {
	return s.stood == other.stood && s.words.Version == other.words.Version &&
		slices.EqualFunc(s.view.Proposals, other.view.Proposals, func(a, b ProposalView) bool {
			return a.ID == b.ID && len(a.Rebases) == len(b.Rebases) && a.Placed == b.Placed && a.Unconfirmed() == b.Unconfirmed()
		})
}

// brackets is how many stand in and behind the paragraph.
func (s stage) brackets() int {
	if len(s.view.Proposals) == 0 {
		return 0
	}
	return diff.Brackets(s.view.Contest(s.words).Passages()) + len(s.view.insertions(s.words))
}

// costOf is how many bytes it takes to merge all of them, about.
func costOf(stages [][]stage) int {
	n := 0
	for _, list := range stages {
		for _, s := range list {
			for i, q := range s.view.Proposals {
				if text, changes, present := q.wording(s.words); changes && present && i < diff.MaxParties {
					n += len(text) + len(s.words.Text)
				}
			}
		}
	}
	return n
}
