package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"plenary/diff"
)

// mergeReporter says in words what a merge found.
type mergeReporter struct {
	merged *diff.Merged
	names  []string
	edits  []diff.Edit
}

func newMergeReport(m *diff.Merged, parties []diff.Party) mergeReport {
	w := mergeReporter{merged: m, edits: m.Edits()}
	r := mergeReport{
		Version: 1, Text: m.Bracketed(nil), Combined: m.Apply(m.ClashFree(nil), nil).Text,
		// Empty lists, never null.
		Segments: []mergeSegment{}, Conflicts: []mergeFinding{}, Notices: []mergeFinding{},
		Compatible: [][]string{}, Unchanged: []string{},
	}
	for x, p := range parties {
		w.names = append(w.names, p.Name)
		if !w.changes(x) {
			r.Unchanged = append(r.Unchanged, p.Name)
		}
	}
	for _, s := range m.Segments() {
		r.Segments = append(r.Segments, mergeSegment{s.Op, s.Text, w.named(s.By)})
	}
	for _, pair := range m.Compatible() {
		r.Compatible = append(r.Compatible, w.named(pair[:]))
	}
	w.relations(&r)
	w.brackets(&r)
	return r
}

// brackets warns of words that hold brackets, which could be taken for those of
// the consolidated text and for a wish of whoever is named in them.
func (w mergeReporter) brackets(r *mergeReport) {
	for _, e := range w.edits {
		if strings.ContainsAny(e.Inserted, "[]") {
			r.Notices = append(r.Notices, mergeFinding{Kind: ownBrackets, Between: w.named(e.By),
				Text: "The brackets in " + w.says(e) + " are its own words, and nobody else's."})
		}
	}
}

// relations reports every relation in the order in which a reader comes to the
// second of its edits.
func (w mergeReporter) relations(r *mergeReport) {
	relations := w.merged.Relations()
	slices.SortFunc(relations, func(x, y diff.Relation) int {
		return cmp.Or(max(x.A, x.B)-max(y.A, y.B), min(x.A, x.B)-min(y.A, y.B))
	})
	for x, relation := range relations {
		found := w.finding(relation)
		if relation.Kind == diff.SamePlace && x < maxReadings {
			w.readings(&found, relation)
		}
		if slices.Contains([]string{"competing", "moot", "order"}, found.Kind) {
			r.Conflicts = append(r.Conflicts, found)
		} else {
			r.Notices = append(r.Notices, found)
		}
	}
	if len(relations) == diff.MaxRelations {
		r.Notices = append(r.Notices, mergeFinding{Kind: "more", Between: []string{},
			Text: fmt.Sprintf("Only the first %d of what is to be said stands here.", diff.MaxRelations)})
	}
}

func (w mergeReporter) changes(party int) bool {
	return slices.ContainsFunc(w.edits, func(e diff.Edit) bool { return slices.Contains(e.By, party) })
}

func (w mergeReporter) named(parties []int) []string {
	var names []string
	for _, p := range parties {
		names = append(names, w.names[p])
	}
	return names
}

// finding puts a relation into the words of the contract.
func (w mergeReporter) finding(r diff.Relation) mergeFinding {
	a, b := w.edits[r.A], w.edits[r.B]
	f := mergeFinding{Kind: "competing", Between: w.named(slices.Concat(a.By, b.By))}
	first, second := w.says(a), w.says(b)
	switch r.Kind {
	case diff.RivalWordings:
		f.Text = fmt.Sprintf("%s competes with %s: only one of them can stand.", first, second)
	case diff.ChangesOverlap:
		f.Text = fmt.Sprintf("%s competes with %s: both change %s, and only one of them can stand.", first, second, quoted(r.Words))
	case diff.InsideDeleted:
		f.Kind = "moot"
		f.Text = fmt.Sprintf("If %s is taken, %s has no place any more.", second, first)
	case diff.SamePlace:
		f.Kind = "order"
		f.Text = fmt.Sprintf("%s and %s stand in one place: both can be taken, and their order changes the sense.", first, second)
	case diff.DeletionsOverlap:
		w.deletions(&f, r, first, second)
	case diff.NextToDeleted:
		f.Kind = string(r.Kind)
		f.Text = fmt.Sprintf("%s stands right behind the words that go with %s: it may refer to them.", first, second)
	}
	return f
}

// maxReadings bounds how often the whole text is printed once more.
const maxReadings = 100

// readings offers both orders of two insertions in one place as full readings.
// Beside a replaced stretch an insertion has one place, and there is one reading.
func (w mergeReporter) readings(f *mergeFinding, r diff.Relation) {
	a, b := w.edits[r.A].By[0], w.edits[r.B].By[0]
	for _, order := range [][]int{{a, b}, {b, a}} {
		reading := strings.TrimSpace(w.merged.Apply([]int{r.A, r.B}, order).Text)
		if !slices.Contains(f.Readings, reading) {
			f.Readings = append(f.Readings, reading)
		}
	}
}

// deletions tells a deletion inside another, which is moot if that is taken, from
// two that only share words.
func (w mergeReporter) deletions(f *mergeFinding, r diff.Relation, first, second string) {
	a, b := w.edits[r.A], w.edits[r.B]
	if a.From <= b.From && b.To <= a.To {
		a, b, first, second = b, a, second, first
	}
	if b.From <= a.From && a.To <= b.To {
		f.Kind, f.Between = "moot", w.named(slices.Concat(a.By, b.By))
		f.Text = fmt.Sprintf("If %s is taken, %s is part of it.", second, first)
		return
	}
	f.Kind = string(r.Kind)
	f.Text = fmt.Sprintf("%s and %s overlap: both would do without %s.", first, second, quoted(r.Words))
}

// says names an edit: MEXICO's insertion of “which”.
func (w mergeReporter) says(e diff.Edit) string {
	who := strings.Join(w.named(e.By), " and ") + "'s "
	switch {
	case e.Deleted == "":
		return who + "insertion of " + quoted(e.Inserted)
	case e.Inserted == "":
		return who + "deletion of " + quoted(e.Deleted)
	}
	return who + "change of " + quoted(e.Deleted) + " to " + quoted(e.Inserted)
}

// quoted gives words in quotation marks, only the first and the last of many.
func quoted(words string) string {
	const first, last = 6, 4
	if all := strings.Fields(words); len(all) > first+last+1 {
		words = strings.Join(all[:first], " ") + " … " + strings.Join(all[len(all)-last:], " ")
	}
	return "“" + words + "”"
}
