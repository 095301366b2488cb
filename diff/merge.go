package diff

import (
	"errors"
	"fmt"
	"slices"
)

const (
	// MaxParties is how many texts one Merge compares.
	MaxParties = 200
	// MaxMergeBytes is how long the texts of one Merge are together, with the base
	// counted once for each.
	MaxMergeBytes = 16 << 20
	// maxRows is how many edits the parties may make together, in equal shares.
	// One that makes more is compared coarsely.
	maxRows = 50_000
)

// Party is one text that somebody would have in place of the base. The name is
// not empty and stands once in a Merge.
type Party struct{ Name, Text string }

// Merged is what several parties make of one base: a table from which each
// text can be read again, and every relation between their changes. It is not
// changed after Merge, so calls may run side by side.
//
// Where the same edit can stand in several places with one result, it stands
// where the first of its parties has it.
//
// A party's quotation marks, spaces and encoding of words that it keeps are its
// spelling: they are no edit, and come back with [Merged.Select] only.
type Merged struct {
	base    sequence
	rows    []row
	columns []column
}

// Edit is one change of the base: its tokens From to To go, and Inserted comes
// instead. What several parties change alike is one edit. Edits of one party
// always have a token between them that it keeps.
type Edit struct {
	From, To int // From == To for an insertion
	// The words as typed, by the first of several parties, without the white
	// space at their ends.
	Deleted, Inserted string
	By                []int // indexes of the parties, ascending
	Editorial         bool  // as [Script.Editorial] has it
}

// Merge compares the texts of the parties with the base. It returns an error for
// a party without a name, a name that stands twice, more parties than
// [MaxParties], and more text than [MaxMergeBytes]. The texts may hold anything.
//
// Of a party that makes thousands of edits where there are many parties,
// neighbouring edits are joined, with the words between them.
func Merge(base string, parties []Party) (*Merged, error) {
	if err := checkParties(base, parties); err != nil {
		return nil, err
	}
	words := newTable()
	t := newTabulation(words.read(base))
	texts := make([]sequence, len(parties))
	tokens := len(parties) * t.base.len()
	for x, p := range parties {
		texts[x] = words.read(p.Text)
		tokens += texts[x].len()
	}
	// One effort for all: the work does not grow with the number of parties.
	e := newEffort(tokens)
	for x, p := range parties {
		kept := Fine.keep(e, maxRows, words, t.base, texts[x])
		t.add(p.Name, texts[x], coarser(kept, t.base, texts[x], maxRows/len(parties)))
		texts[x] = sequence{}
	}
	return t.merged(), nil
}

// coarser joins the changes between the runs kept until there are at most so many.
func coarser(kept []run, a, b sequence, most int) []run {
	if len(kept) < most {
		return kept
	}
	return runsOf(paired(hunksOf(kept, a.len(), b.len()), most), a.len(), b.len())
}

func checkParties(base string, parties []Party) error {
	if len(parties) > MaxParties {
		return fmt.Errorf("merge %d parties: at most %d can be compared", len(parties), MaxParties)
	}
	length := len(parties) * len(base)
	for _, p := range parties {
		length += len(p.Text)
	}
	if length > MaxMergeBytes {
		return fmt.Errorf("merge %d bytes, with the base for each party: at most %d can be compared", length, MaxMergeBytes)
	}
	seen := make(map[string]bool, len(parties))
	for _, p := range parties {
		switch {
		case p.Name == "":
			return errors.New("merge: a party has no name")
		case seen[p.Name]:
			return fmt.Errorf("merge: two parties are named %q", p.Name)
		}
		seen[p.Name] = true
	}
	return nil
}

// Edits returns the edits in the order of the base; those of one place in the
// order of the parties. The other methods name an edit by its index here.
func (m *Merged) Edits() []Edit {
	edits := make([]Edit, len(m.rows))
	for x, r := range m.rows {
		edits[x] = Edit{
			From: r.from, To: r.to,
			Deleted: m.words(r.from, r.to), Inserted: r.words,
			By:        r.by.list(),
			Editorial: spoken(m.words(r.from, r.to)) == spoken(r.words),
		}
	}
	return edits
}

// Place returns which bytes of the base an edit is about, by its index in
// [Merged.Edits]: those of the tokens that go, without the white space at their
// ends, or from == to for an insertion, in front of the token that follows it. It
// panics for what is no index of an edit.
func (m *Merged) Place(edit int) (from, to int) {
	r := m.rows[edit]
	from = m.base.start(r.from)
	if !r.deletes() {
		return from, from
	}
	return from, m.base.end(r.to - 1)
}

// Select returns the text of one party, byte for byte, and the base for none.
// For several it returns the base with the edits of all of them, as
// [Merged.Apply] does in the order given: the caller looks first whether any
// compete. What is no index of a party is left out.
func (m *Merged) Select(parties ...int) string {
	parties = slices.DeleteFunc(slices.Clone(parties), func(p int) bool { return p < 0 || p >= len(m.columns) })
	switch len(parties) {
	case 0:
		return m.base.text
	case 1:
		col := &m.columns[parties[0]]
		return m.weave(col.rows, nil, m.spelledBy(col)).text
	}
	return m.Apply(m.rowsOf(parties), parties).Text
}

// words returns tokens of the base as typed, with the white space among them.
func (m *Merged) words(from, to int) string {
	if from >= to {
		return ""
	}
	return m.base.text[m.base.start(from):m.base.end(to-1)]
}

// rowsOf returns the edits that any of the parties makes, in order.
func (m *Merged) rowsOf(parties []int) []int {
	var any partySet
	for _, p := range parties {
		any.add(p)
	}
	var rows []int
	for x, r := range m.rows {
		if r.by.meets(any) {
			rows = append(rows, x)
		}
	}
	return rows
}
