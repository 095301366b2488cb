package bracketed

import (
	"cmp"
	"slices"
)

// Parse reads the brackets of one paragraph. For a line of names the function
// returns them, joint ones apart, in the form in which they are to be compared
// ("MEX" and "MEXICO" are one, if it says so); for any other words nil. A nil
// function knows nobody.
//
// The text may be any bytes. The time grows with its length alone: of each bracket
// the function is asked about no more than a few short lines.
func Parse(text string, names func(line string) []string) Text {
	if names == nil {
		names = func(string) []string { return nil }
	}
	p := parser{text: text, names: names}
	p.match()
	passages := p.level(0, len(text))
	p.settle(passages, true)
	passages = p.join(passages)
	slices.SortStableFunc(p.problems, func(a, b Problem) int { return cmp.Compare(a.At, b.At) })
	return Text{Passages: passages, Problems: p.problems[:min(len(p.problems), MaxProblems)]}
}

// parser reads one text.
type parser struct {
	text  string
	names func(line string) []string
	// closes is where each bracket closes, by where it opens.
	closes   map[int]int
	problems []Problem
}

// match finds the brackets that have a partner and are not too deep.
func (p *parser) match() {
	p.closes = map[int]int{}
	var open []int
	for i := range len(p.text) {
		switch p.text[i] {
		case '[':
			open = append(open, i)
		case ']':
			if len(open) == 0 {
				p.report(UnopenedBracket, i)
				continue
			}
			p.closes[open[len(open)-1]] = i
			open = open[:len(open)-1]
		}
	}
	for _, at := range open {
		p.report(UnclosedBracket, at)
	}
	p.dropDeep()
}

// dropDeep forgets the brackets inside MaxDepth others.
func (p *parser) dropDeep() {
	var ends []int // of the brackets around
	for i := range len(p.text) {
		if len(ends) > 0 && ends[len(ends)-1] == i {
			ends = ends[:len(ends)-1]
		}
		end, ok := p.closing(i)
		if !ok {
			continue
		}
		if len(ends) < MaxDepth {
			ends = append(ends, end)
			continue
		}
		delete(p.closes, i)
		p.report(DeepBracket, i)
	}
}

// closing returns where the bracket closes that opens at a byte, if one does.
func (p *parser) closing(at int) (int, bool) {
	if p.text[at] != '[' {
		return 0, false
	}
	end, ok := p.closes[at]
	return end, ok
}

func (p *parser) report(kind ProblemKind, at int) {
	p.problems = append(p.problems, Problem{kind, at})
}

// level returns the passages of a stretch of the text.
func (p *parser) level(from, to int) []Passage {
	var list []Passage
	words := from
	flush := func(end int) {
		if words < end {
			list = append(list, Passage{Text: p.text[words:end]})
		}
	}
	for i := from; i < to; {
		end, ok := p.closing(i)
		if !ok {
			i++
			continue
		}
		flush(i)
		b := &Bracket{Kind: Own, At: i, Inside: p.level(i+1, end)}
		p.attribute(b)
		list = append(list, Passage{Bracket: b})
		i, words = end+1, end+1
	}
	flush(to)
	return list
}

// join puts a deletion that holds no words around the bracket that it follows:
// "[old words] [delete: MEXICO]".
func (p *parser) join(list []Passage) []Passage {
	var out []Passage
	for _, passage := range list {
		b := passage.Bracket
		if b == nil {
			out = append(out, passage)
			continue
		}
		b.Inside = p.join(b.Inside)
		if b.Kind != Insertion && b.Kind != Deletion || len(b.Inside) > 0 {
			out = append(out, passage)
			continue
		}
		if at := markable(out); b.Kind == Deletion && at >= 0 {
			b.Inside = []Passage{out[at]}
			out = append(out[:at], passage)
			continue
		}
		b.Kind = Remark
		p.report(NothingMarked, b.At)
		out = append(out, passage)
	}
	return out
}

// markable returns the last bracket of a list that a deletion may be about, or -1
// where other words stand last.
func markable(list []Passage) int {
	at := len(list) - 1
	if at >= 0 && list[at].Bracket == nil && isSpace(list[at].Text) {
		at--
	}
	if at < 0 || list[at].Bracket == nil {
		return -1
	}
	switch list[at].Bracket.Kind {
	case Own, Option, Placeholder, Insertion, Deletion:
		return at
	}
	return -1
}
