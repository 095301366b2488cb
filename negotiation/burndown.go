package negotiation

import (
	"maps"
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
// something of it, the first and the present included. Where there are more, half of
// the others are those that took the most proposals off the table, because decisions
// are what a meeting looks for, and half are evenly taken; what lies between is not
// told. It depends on v only. Between two points each paragraph on which something changed
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
	brackets, sum := make([]int, len(h.view.Paragraphs)), 0
	for i, m := range moments {
		for _, s := range stages[i] {
			sum -= brackets[s.paragraph]
			brackets[s.paragraph] = s.brackets()
			sum += brackets[s.paragraph]
		}
		m.Brackets = sum
		counts = append(counts, m)
	}
	return counts
}

// sampled takes most of the moments, as BurnDown says; the last if one only.
func sampled(all []Count, most int) []Count {
	switch {
	case len(all) <= most:
		return all
	case most <= 1:
		return all[len(all)-max(most, 0):]
	}
	var inner []int
	for i := 1; i < len(all)-1; i++ {
		inner = append(inner, i)
	}
	chosen := falls(all, inner, (most-1)/2)
	rest := slices.DeleteFunc(inner, func(i int) bool { return slices.Contains(chosen, i) })
	chosen = append(chosen, spread(rest, most-2-len(chosen))...)
	slices.Sort(chosen)
	list := []Count{all[0]}
	for _, i := range chosen {
		list = append(list, all[i])
	}
	return append(list, all[len(all)-1])
}

// falls gives n at most of the moments at which proposals left the table: those at
// which most did, and of equals some evenly.
func falls(all []Count, moments []int, n int) []int {
	bySize := map[int][]int{}
	for _, i := range moments {
		if fell := all[i-1].Open - all[i].Open; fell > 0 {
			bySize[fell] = append(bySize[fell], i)
		}
	}
	var list []int
	for _, size := range slices.Backward(slices.Sorted(maps.Keys(bySize))) {
		list = append(list, spread(bySize[size], n-len(list))...)
	}
	return list
}

// spread takes n of a list evenly, or all of it.
func spread(list []int, n int) []int {
	if len(list) <= n {
		return list
	}
	var some []int
	for i := range n {
		some = append(some, list[(2*i+1)*len(list)/(2*n)])
	}
	return some
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
	if p.Confirmed != nil && p.Confirmed.Seq > seq {
		// The words of that time are not kept: they were in no bracket.
		p.Confirmed = nil
	}
	if p.Placed > seq {
		p.Changes, p.Placed = nil, 0
	}
	return p
}
