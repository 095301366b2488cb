package diff

import (
	"math"
	"slices"
	"strings"
)

// unit is a token of a marked text. Where marks begin or end inside a word, the
// word as a whole is one unit: it is mixed.
type unit struct {
	start, end int32 // in the typed text
	id         int32 // of what stood there before, or for a bold unit of itself
	span       int32 // the span that it begins in
	op         Op    // of its first letter
	mixed      bool
}

// isNew reports whether all of a unit is bold.
func (u unit) isNew() bool { return u.op == Insert && !u.mixed }

// newRepairer reads both texts, if they are not too large to be compared.
func newRepairer(before string, marked Reading) (*repairer, bool) {
	r := &repairer{table: newTable(), spans: marked.Spans, old: make(map[int]string)}
	var typed strings.Builder
	for _, span := range marked.Spans {
		r.starts = append(r.starts, typed.Len())
		typed.WriteString(span.Text)
	}
	r.typed = typed.String()
	r.starts = append(r.starts, len(r.typed))
	if max(len(before), len(r.typed)) > math.MaxInt32 {
		return nil, false
	}
	most, ok := maxBounds().tokens, false
	if r.draft, ok = r.table.readUpTo(most, before); !ok {
		return nil, false
	}
	known := r.table.size
	tokens, ok := r.table.readUpTo(most-r.draft.len(), r.typed)
	if ok {
		r.readUnits(tokens, known)
	}
	return r, ok
}

// readUnits makes units of the tokens of the typed text.
func (r *repairer) readUnits(tokens sequence, known int32) {
	r.units = make([]unit, 0, tokens.len())
	k := 0 // the span that the token begins in
	for x := range tokens.len() {
		u := unit{start: int32(tokens.start(x)), end: tokens.ends[x], id: tokens.ids[x]}
		for r.starts[k+1] <= int(u.start) {
			k++
		}
		u.span, u.op = int32(k), r.spans[k].Op
		if int(u.end) <= r.starts[k+1] {
			r.units = append(r.units, u)
		} else {
			r.units = r.appendMarked(u, known)
		}
	}
}

// appendMarked appends the units of a word in which marks begin or end: one that
// is mixed, unless its pieces are all words of the draft, with ids below known,
// which only stand too close together.
func (r *repairer) appendMarked(u unit, known int32) []unit {
	pieces := r.pieces(u)
	apart, olds := true, 0
	for _, p := range pieces {
		apart = apart && p.id < known
		u.mixed = u.mixed || p.op != u.op
		if p.op != Insert {
			olds++
		}
	}
	if !u.mixed {
		return append(r.units, u)
	}
	old := r.without(u, Insert)
	u.id = r.table.id(old)
	if apart && (olds == 1 || u.id >= known) {
		return append(r.units, pieces...)
	}
	r.old[len(r.units)] = old
	return append(r.units, u)
}

// pieces cuts a unit where marks begin or end.
func (r *repairer) pieces(u unit) []unit {
	var pieces []unit
	for k := int(u.span); r.starts[k] < int(u.end); k++ {
		p := unit{start: max(u.start, int32(r.starts[k])), end: min(u.end, int32(r.starts[k+1])), span: int32(k), op: r.spans[k].Op}
		if p.start < p.end {
			p.id = r.table.id(r.typed[p.start:p.end])
			pieces = append(pieces, p)
		}
	}
	return pieces
}

// without returns the letters of a unit but for those of an op.
func (r *repairer) without(u unit, op Op) string {
	var letters strings.Builder
	for _, p := range r.pieces(u) {
		if p.op != op {
			letters.WriteString(r.typed[p.start:p.end])
		}
	}
	return letters.String()
}

// fits reports whether what was not inserted is the draft, word for word or read
// as one text: white space inside of marks makes a difference between the two.
func (r *repairer) fits(before string) bool {
	var kept []int32
	for _, u := range r.units {
		if !u.isNew() {
			kept = append(kept, u.id)
		}
	}
	return slices.Equal(kept, r.draft.ids) || slices.Equal(r.table.read(before).ids, r.draft.ids)
}
