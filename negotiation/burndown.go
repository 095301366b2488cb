package negotiation

import (
	"slices"
	"time"

	"plenary/diff"
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

// BurnDown tells how the count of brackets went: most entries at most that changed
// something of it, evenly taken among them, the first and the present included. It
// depends on v only. Between two points each paragraph on which something changed
// is merged once, so that it costs no more merges than there are changes, nor than
// most times the paragraphs.
func BurnDown(v View, most int) []Count {
	h := newHistory(v)
	moments := sampled(h.moments(), most)
	counts := make([]Count, 0, len(moments))
	brackets, open, next := make([]int, len(v.Paragraphs)), 0, 0
	for _, m := range moments {
		var touched []int
		for ; next < len(h.moves) && h.moves[next].seq <= m.Seq; next++ {
			touched = append(touched, h.moves[next].paragraphs...)
			open += h.moves[next].open
		}
		slices.Sort(touched)
		for _, i := range slices.Compact(touched) {
			m.Brackets -= brackets[i]
			brackets[i] = v.bracketsAt(v.Paragraphs[i], m.Seq)
			m.Brackets += brackets[i]
		}
		if len(counts) > 0 {
			m.Brackets += counts[len(counts)-1].Brackets
		}
		m.Open = open
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

// bracketsAt is how many brackets stood in and behind p when entry seq was made.
func (v View) bracketsAt(p ParagraphView, seq Seq) int {
	then, stood := p.at(seq)
	if !stood {
		return 0
	}
	past := View{Parties: v.Parties}
	for _, id := range p.Proposals {
		if q, ok := v.Proposal(id); ok && q.Tabled().Seq <= seq {
			if q = q.at(seq); q.Status() == OnTable && !q.Combined() {
				past.Proposals = append(past.Proposals, q)
			}
		}
	}
	if len(past.Proposals) == 0 {
		return 0
	}
	return diff.Brackets(past.Contest(then).Passages()) + len(past.insertions(then))
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
