package markdown

import (
	"slices"

	"plenary/diff"
)

// further reads a line behind the start of a proposal that goes on with it, though
// nothing before it says so: its reason, or the next paragraph of the draft with marks.
func (r *reader) further(l line) bool {
	if r.open == nil || l.escaped || len(r.open.pieces[0].parts) == 0 {
		return false
	}
	if t, _ := cutTag(l.words); t.remark == "Reason" {
		r.open.piece(l, l.words)
		r.open.end = l.end
		return true
	}
	if len(r.over) > 0 || r.open.general || l.shape != prose {
		return false
	}
	marked := diff.ReadMarks(l.words)
	if !marked.HasMarks || r.proposes(l) {
		return false
	}
	r.aim(r.open)
	at, one := r.exactly(folded(marked.Before()))
	if !one || at == r.open.target || r.units[at].Kind.IsHeading() || r.units[at].struck || r.open.restates(r.units[at].address) {
		return false
	}
	r.open.restated(l, r.units[at].address)
	return true
}

// restates reports whether a proposal holds a further paragraph already.
func (p *passage) restates(address string) bool {
	return slices.ContainsFunc(p.pieces, func(it piece) bool { return it.tag.on == address })
}
