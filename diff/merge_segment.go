package diff

import "strings"

// Segment is a piece of the table in reading order: words of the base that all
// keep (By is nil) or some delete, or words that some insert.
type Segment struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
	By   []int  `json:"by,omitempty"`
}

// Segments returns the whole table. What is equal or deleted, put together, is
// the base, byte for byte; each edit that inserts words is one segment, behind
// the words it replaces.
func (m *Merged) Segments() []Segment {
	var s segmenter
	deleters, inserted := m.deleters(), m.standing()
	for i, by := range deleters {
		for _, x := range inserted[i] {
			s.flush()
			before, after := m.around(x)
			s.done = append(s.done, Segment{Insert, before + m.rows[x].words + after, m.rows[x].by.list()})
		}
		t := spelled(m.base, i)
		s.add(t.space+t.word, by)
	}
	s.flush()
	return s.done
}

// segmenter joins tokens that the same parties delete.
type segmenter struct {
	done []Segment
	text strings.Builder
	by   partySet
}

func (s *segmenter) add(text string, by partySet) {
	if by != s.by && text != "" {
		s.flush()
		s.by = by
	}
	s.text.WriteString(text)
}

func (s *segmenter) flush() {
	if s.text.Len() == 0 {
		return
	}
	op := Equal
	if s.by != (partySet{}) {
		op = Delete
	}
	s.done = append(s.done, Segment{op, s.text.String(), s.by.list()})
	s.text.Reset()
}

// deleters returns who deletes each token of the base, and nobody for its end.
func (m *Merged) deleters() []partySet {
	deleters := make([]partySet, m.base.len()+1)
	for _, r := range m.rows {
		for i := r.from; i < r.to; i++ {
			deleters[i].join(r.by)
		}
	}
	return deleters
}

// standing returns for each gap of the base the rows that insert words there if
// all that is deleted is still shown: first those which replace words before the
// gap, then the insertions.
func (m *Merged) standing() [][]int {
	standing := make([][]int, m.base.len()+1)
	for _, replaces := range []bool{true, false} {
		for x, r := range m.rows {
			if r.inserts() && r.deletes() == replaces {
				standing[r.to] = append(standing[r.to], x)
			}
		}
	}
	return standing
}

// around returns the white space around the words of a row where they stand in
// the base: theirs before them, and behind them only what the base has not.
func (m *Merged) around(x int) (before, after string) {
	r := m.rows[x]
	if m.base.space(r.to) == "" {
		after = r.trail
	}
	return r.lead, after
}
