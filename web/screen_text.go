package web

import (
	"unicode/utf8"

	"plenary/diff"
	"plenary/negotiation"
)

// The parts of the screen below its head and above its foot, in units: for the text
// of the floor; of what is drafted, and of the floor below that; and of what is frozen.
func floorSpace() space    { return space{171, 76} }
func draftingSpace() space { return space{171, 40} }
func besideSpace() space   { return space{171, 32} }
func frozenSpace() space   { return space{165, 50} }

// screenText is what the projector shows of the paragraph on the floor.
type screenText struct {
	Base
	layout
	Address string
	Columns []screenColumn
	// More is how many proposals there is no room for, Cut that there is none for
	// all words of the one that is shown.
	More int
	Cut  bool
}

// screenColumn is the draft, or one delegation's whole restated paragraph.
type screenColumn struct {
	// Of are the delegations; none for the draft.
	Of          []negotiation.Delegation
	Number      negotiation.ProposalID
	Newest      bool
	Unconfirmed bool
	Lines       []screenLine
}

type screenLine struct {
	Label  string
	Script diff.Script
}

func (c screenColumn) lengths() []int {
	list := make([]int, len(c.Lines))
	for i, l := range c.Lines {
		list[i] = utf8.RuneCountInString(l.Label) + 1
		for _, span := range l.Script {
			list[i] += utf8.RuneCountInString(span.Text)
		}
	}
	return list
}

// screenTextOf arranges the paragraph on the floor in a space: the draft and all
// proposals where they fit; else the draft and the proposal that the meeting is on,
// which is the last one put forward; else that alone, whose redline has the draft's
// words.
func screenTextOf(b Base, s sides, in space) screenText {
	floor := floorText(b, s)
	t := screenText{Base: b, Address: floor.Address}
	if floor.ID == "" {
		return t
	}
	draft := screenColumn{Lines: []screenLine{{floor.Label, floor.Present}}}
	for _, below := range floor.Below {
		draft.Lines = append(draft.Lines, screenLine{below.Label, below.Present})
	}
	all, on := []screenColumn{draft}, 1
	for i, c := range floor.Columns {
		all = append(all, screenColumnOf(c))
		if c.Newest {
			on = i + 1
		}
	}
	choices := [][]screenColumn{all}
	if len(all) > 1 {
		choices = append(choices, []screenColumn{draft, all[on]}, []screenColumn{all[on]})
	}
	for _, t.Columns = range choices {
		var fits bool
		if t.layout, fits = in.fit(lengthsOf(t.Columns)); fits {
			t.More = max(0, len(all)-max(len(t.Columns), 2))
			return t
		}
	}
	t.More, t.Cut = max(0, len(all)-2), true
	return t
}

func lengthsOf(columns []screenColumn) [][]int {
	list := make([][]int, len(columns))
	for i, c := range columns {
		list[i] = c.lengths()
	}
	return list
}

func screenColumnOf(c floorColumn) screenColumn {
	col := screenColumn{Of: c.Authors(), Number: c.ID, Newest: c.Newest, Unconfirmed: c.Restated.Unconfirmed}
	for _, l := range c.Restated.Lines {
		col.Lines = append(col.Lines, screenLine{c.Line(l), l.Shown()})
	}
	return col
}
