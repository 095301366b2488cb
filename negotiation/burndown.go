package negotiation

import (
	"slices"
	"time"
)

// Count is how much was still open when an entry of the record was made.
type Count struct {
	Seq Seq
	At  time.Time
	// Brackets is that of the consolidated text as of Seq.
	Brackets int
	// Open is how many proposals were on the table.
	Open int
}

// MaxHistoryText is how many bytes of text BurnDown merges, the present aside: a
// reader does not wait longer for what was than for what is.
const MaxHistoryText = 12 << 20

// BurnDown tells how the count of brackets went: most entries at most that changed
// something of it, evenly taken among them, the first and the present included. It
// depends on v only. Between two points each paragraph on which something changed
// is merged once, so that it costs no more merges than there are changes, nor than
// most times the paragraphs. Where these would merge more than MaxHistoryText there
// are half as many points, or half of that; each that is told is exact.
func BurnDown(v View, most int) []Count {
	h := newHistory(v)
	all := h.moments()
	for {
		moments := sampled(all, most)
		stages := h.stages(moments)
		if most <= 2 || costOf(stages[:max(len(stages)-1, 0)]) <= MaxHistoryText {
			return h.count(moments, stages)
		}
		most = max(2, min(most, len(all))/2)
	}
}

// count merges what changed from each moment to the next.
func (h history) count(moments []Count, stages [][]stage) []Count {
	counts := make([]Count, 0, len(moments))
	brackets, sum, open, next := make([]int, len(h.view.Paragraphs)), 0, 0, 0
	for i, m := range moments {
		for ; next < len(h.moves) && h.moves[next].seq <= m.Seq; next++ {
			open += h.moves[next].open
		}
		for _, s := range stages[i] {
			sum -= brackets[s.paragraph]
			brackets[s.paragraph] = s.brackets()
			sum += brackets[s.paragraph]
		}
		m.Brackets, m.Open = sum, open
		counts = append(counts, m)
	}
	return counts
}

// sampled takes most of the moments evenly, with both ends; the last if one only.
func sampled(all []Count, most int) []Count {
	if len(all) <= most {
		return all
	}
	var list []Count
	for i := range max(most, 0) {
		at := len(all) - 1
		if most > 1 {
			at = i * (len(all) - 1) / (most - 1)
		}
		list = append(list, all[at])
	}
	return list
}

// at gives the words of p at entry seq, if it stood then.
func (p ParagraphView) at(seq Seq) (ParagraphView, bool) {
	stood := false
	for _, version := range p.Versions {
		if version.Seq <= seq {
			p.Text, p.Version, p.Deleted, stood = version.Text, version.Number, version.Deleted, true
		}
	}
	return p, stood
}

// at gives a proposal as it stood at entry seq, which is not before it was tabled.
func (p ProposalView) at(seq Seq) ProposalView {
	for i := len(p.Rebases) - 1; i >= 0 && p.Rebases[i].Seq > seq; i-- {
		if p.Changes = slices.Clone(p.Changes); p.Rebases[i].Change < len(p.Changes) {
			p.Changes[p.Rebases[i].Change] = p.Rebases[i].Was
		}
		p.Rebases = p.Rebases[:i]
	}
	last := len(p.Steps)
	for last > 1 && p.Steps[last-1].Seq > seq {
		last--
	}
	p.Steps = p.Steps[:last]
	return p
}
