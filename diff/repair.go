package diff

import "slices"

// Repaired is what an author whose marks do not give back the text before has
// probably meant; see [Repair].
type Repaired struct {
	// Text is the text after, in the form of [Reading.After].
	Text string
	// Findings are what does not fit, in the order of the marked text: the first
	// [MaxFindings], and no more than hold 64 KiB, unless the first is longer.
	Findings []Finding
}

// Repair reads the marks of a text against the text before it, and returns the
// text after that its author probably meant: the one for which the words that
// are kept or deleted are those of the text before.
//
// Marks that give back the text before, white space and the shape of quotation
// marks aside, are taken at their word, and so is a text without any; there are
// no findings then. Otherwise what is typed is aligned with the text before, in
// few stretches rather than many. Of a bold run, the words of the text before
// were probably struck, unless the run restates them: then they are kept, as is
// a single article, preposition or conjunction, and what a new conjunction joins
// new words to. Of a struck run, the words that the text before never had were
// probably inserted, unless they are all of another text, or a conjunction joins
// them to struck words on either side. What else the marks do not account for is
// left as typed. For each such thing there is a finding.
//
//   - Without a finding that is [FindingKind.Merged] the text is
//     [Reading.After].
//   - Every token of the text is one of the text before or of the marked text.
//     A word that is kept is spelled as before.
//   - The result depends on the arguments only. Any texts can be read.
//
// The work is bounded: see [Words] for what it takes to align large texts. Those
// too large to be compared as a whole are taken at their word.
func Repair(before string, marked Reading) Repaired {
	literal := Repaired{Text: marked.After()}
	if !marked.HasMarks {
		return literal
	}
	r, ok := newRepairer(before, marked)
	if !ok || r.fits(marked.Before()) {
		return literal
	}
	r.align()
	r.seekLost()
	r.judge()
	slices.SortStableFunc(r.found, func(x, y found) int { return x.at - y.at })
	repaired := Repaired{Text: literal.Text}
	if slices.ContainsFunc(r.found, func(f found) bool { return f.Kind.Merged() }) {
		repaired.Text = r.text()
	}
	size := 0
	for _, f := range r.found[:min(len(r.found), MaxFindings)] {
		if size += len(f.Words) + len(f.Run); size > maxFound && len(repaired.Findings) > 0 {
			break
		}
		repaired.Findings = append(repaired.Findings, f.Finding)
	}
	return repaired
}

// repairer is a marked text beside the text before.
type repairer struct {
	table  *table
	draft  sequence
	typed  string // the marked text without its marks
	spans  []Span
	starts []int // of each span in the typed text, and where the last ends
	units  []unit
	old    map[int]string // of each mixed unit, what stood there before
	to     []int32        // of each unit, its token of the draft, or nowhere
	taken  []bool         // of each unit, whether it stands in the text after
	last   int            // the last that was taken
	found  []found

	allWords, plainWords int // how many words there are, and how many without marks
}

// stretch is the units from x up to y.
type stretch struct{ x, y int }

// class returns what kind of token a unit is.
func (r *repairer) class(x int) class { return r.table.classes[r.units[x].id] }

// isWord reports whether tokens of a class are words or parts of words.
func (c class) isWord() bool { return c < sentenceMark }

// words returns how many of some units are more than a mark.
func (r *repairer) words(s stretch) int {
	n := 0
	for x := s.x; x < s.y; x++ {
		if r.class(x).isWord() {
			n++
		}
	}
	return n
}

func (r *repairer) hasWord(s stretch) bool { return r.words(s) > 0 }

// draftHasWord is hasWord for the tokens of the draft from one up to another.
func (r *repairer) draftHasWord(from, to int) bool {
	return slices.ContainsFunc(r.draft.ids[from:to], func(id int32) bool { return r.table.classes[id].isWord() })
}
