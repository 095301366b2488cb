package web

import (
	"fmt"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// combineForm lets those who decide choose what is combined, and in which order.
type combineForm struct {
	Key    string
	Base   int
	Reason string
	Rows   []combineRow
	// Places asks for the order by numbers: more than two insert in one place.
	Places bool
	// Neutral says that the ticked ones are not all that the reading shows.
	Neutral bool
}

// combineRow is a proposal that may be combined.
type combineRow struct {
	proposalLink
	Ticked bool
	// Place is where it stands in the order; 0 where that does not matter.
	Place int
}

// newCombineForm gives the form with some proposals ticked. Its key says what it
// is about, so that one fragment serves an audience: it changes with the version
// of the paragraph and with each proposal that comes to it.
func newCombineForm(v negotiation.View, c combination, ticked []int) *combineForm {
	f := &combineForm{Base: c.paragraph.Version, Neutral: len(ticked) < len(c.bringing()) && len(c.bringing()) > 1,
		Key: fmt.Sprintf("combine-%s-%d-%d", c.paragraph.ID, c.paragraph.Version, len(c.paragraph.Proposals))}
	names, placed := nameParents(c.parents), c.inOnePlace()
	f.Places = len(placed) > 2
	for i, p := range c.parents {
		row := combineRow{proposalLink: names[p.ID].proposalLink, Ticked: slices.Contains(ticked, i)}
		if at := slices.Index(placed, i); f.Places && at >= 0 {
			row.Place = at + 1
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// PlaceName is the name of the field for the order of a proposal.
func (r combineRow) PlaceName() string { return "place-" + string(r.ID) }

// Numbers are the places that may be chosen.
func (f combineForm) Numbers() []string {
	var list []string
	for _, row := range f.Rows {
		if row.Place > 0 {
			list = append(list, strconv.Itoa(len(list)+1))
		}
	}
	return list
}
