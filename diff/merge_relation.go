package diff

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// MaxRelations is how many relations one call returns. Where there are more,
// nobody reads them; [Merged.Compatible] and [Merged.ClashFree] look at all.
const MaxRelations = 10_000

// RelationKind says how two edits of different parties stand to each other.
type RelationKind string

// The kinds of relations. Edits without one can be taken or left on their own.
const (
	// SamePlace is two insertions in one gap, or one at the border of a
	// replacement. Both may stand; their order changes the sense.
	SamePlace RelationKind = "same-place"
	// RivalWordings is other words for the same words of the base, or none.
	RivalWordings RelationKind = "rival-wordings"
	// ChangesOverlap is two stretches that cross, of which at least one is replaced.
	ChangesOverlap RelationKind = "changes-overlap"
	// DeletionsOverlap is two deletions with words in common, on which the parties agree.
	DeletionsOverlap RelationKind = "deletions-overlap"
	// InsideDeleted is an edit A of words that B deletes or replaces: A has no
	// place any more if B is taken.
	InsideDeleted RelationKind = "inside-deleted"
	// NextToDeleted is an insertion A that follows the words which B deletes: it
	// may refer to them. Both can stand.
	NextToDeleted RelationKind = "next-to-deleted"
)

// Competes reports whether of two such edits one can stand at most.
func (k RelationKind) Competes() bool {
	return k == RivalWordings || k == ChangesOverlap || k == InsideDeleted
}

// agrees reports whether two such edits can be taken together without a
// thought to their order.
func (k RelationKind) agrees() bool { return k == DeletionsOverlap || k == NextToDeleted }

// Relation is between two edits, by their index in [Merged.Edits], that have no
// party in common. A is before B, but for InsideDeleted and NextToDeleted.
type Relation struct {
	Kind RelationKind
	A, B int
	// Words are those of the base that both edits are about. For SamePlace they
	// are the two insertions, cut short if long, and for NextToDeleted the words
	// before the insertion.
	Words string
}

// Relations returns the relations of the edits, ordered by A, then B: at most
// [MaxRelations], of which those at the beginning of the base.
func (m *Merged) Relations() []Relation { return m.relationsAmong(m.all()) }

func (m *Merged) all() []int {
	rows := make([]int, len(m.rows))
	for x := range rows {
		rows[x] = x
	}
	return rows
}

func (m *Merged) relationsAmong(rows []int) []Relation {
	var found []Relation
	m.sweep(rows, func(kind RelationKind, a, b int) bool {
		found = append(found, Relation{kind, a, b, m.inQuestion(kind, m.rows[a], m.rows[b])})
		return len(found) < MaxRelations
	})
	slices.SortFunc(found, func(x, y Relation) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	return found
}

// sweep visits every relation among some rows, which are ascending, until visit
// returns false. Its work is the number of rows that touch each other: rows are
// ordered by their beginning, so those that touch one follow it closely.
func (m *Merged) sweep(rows []int, visit func(kind RelationKind, a, b int) bool) {
	for x, a := range rows {
		for _, b := range rows[x+1:] {
			if m.rows[b].from > m.rows[a].to {
				break
			}
			kind, turned := relate(m.rows[a], m.rows[b])
			if kind == "" {
				continue
			}
			first, second := a, b
			if turned {
				first, second = b, a
			}
			if !visit(kind, first, second) {
				return
			}
		}
	}
}

// relate returns the relation of two rows, of which a is the earlier, or "". If
// turned, b comes first in it. Rows that touch have no party in common, for
// there is a token between the edits of one.
func relate(a, b row) (kind RelationKind, turned bool) {
	switch {
	case a.deletes() && b.deletes():
		return relateDeleting(a, b)
	case a.deletes():
		kind = relateInsertion(b, a)
		return kind, kind != SamePlace
	case b.deletes():
		return relateInsertion(a, b), false
	}
	return SamePlace, false
}

// relateInsertion returns how an insertion stands to a change it touches.
func relateInsertion(insertion, change row) RelationKind {
	switch at := insertion.from; {
	case change.from < at && at < change.to:
		return InsideDeleted
	case change.inserts():
		return SamePlace
	case at == change.to:
		return NextToDeleted
	}
	return ""
}

func relateDeleting(a, b row) (kind RelationKind, turned bool) {
	switch {
	case b.from == a.to:
		return "", false
	case !a.inserts() && !b.inserts():
		return DeletionsOverlap, false
	case a.from == b.from && a.to == b.to:
		return RivalWordings, false
	case b.to <= a.to:
		return InsideDeleted, true
	case a.from == b.from:
		return InsideDeleted, false
	}
	return ChangesOverlap, false
}

// inQuestion returns what a relation is about.
func (m *Merged) inQuestion(kind RelationKind, a, b row) string {
	switch {
	case kind == SamePlace:
		return shortened(a.words) + " / " + shortened(b.words)
	case kind == NextToDeleted:
		return m.words(b.from, b.to)
	case !a.deletes():
		return m.words(b.from, b.to)
	}
	return m.words(max(a.from, b.from), min(a.to, b.to))
}

// shortened bounds what a relation says of long words: there may be thousands.
func shortened(words string) string {
	const longest = 120
	if len(words) <= longest {
		return words
	}
	end := longest
	for end > 0 && !utf8.RuneStart(words[end]) {
		end--
	}
	return words[:end] + "…"
}

// Compatible returns the pairs of parties that both change something and whose
// edits have no relation, or only such as leave nothing to decide between them:
// deletions that overlap, and an insertion next to deleted words.
func (m *Merged) Compatible() [][2]int {
	apart := make([]partySet, len(m.columns))
	m.sweep(m.all(), func(kind RelationKind, a, b int) bool {
		if kind.agrees() {
			return true
		}
		for p := range m.rows[a].by.all {
			apart[p].join(m.rows[b].by)
		}
		return true
	})
	var pairs [][2]int
	for p := range m.columns {
		for q := p + 1; q < len(m.columns); q++ {
			if len(m.columns[p].rows) > 0 && len(m.columns[q].rows) > 0 && !apart[p].has(q) && !apart[q].has(p) {
				pairs = append(pairs, [2]int{p, q})
			}
		}
	}
	return pairs
}
