package web

import (
	"crypto/sha256"
	"encoding/hex"
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
	// Shown are the digests of the texts beside the form: no other is tabled by it.
	Shown []string
}

// combineRow is a proposal that may be combined.
type combineRow struct {
	proposalLink
	Ticked bool
	// Place is where it stands in the order; 0 where that does not matter.
	Place int
}

// newCombineForm gives the form for all that may be combined on a paragraph. Those
// that chosen was made of are ticked and come first, in their order: sent as it is,
// the form says the same choice again. Its key says what it is about, so that one
// fragment serves an audience: it changes with the version of the paragraph and
// with each proposal that comes to it.
func newCombineForm(on negotiation.ParagraphView, all []negotiation.ProposalView, chosen combination, readings []reading) *combineForm {
	f := &combineForm{Base: on.Version, Key: fmt.Sprintf("combine-%s-%d-%d", on.ID, on.Version, len(on.Proposals))}
	names, placed := nameParents(all), chosen.inOnePlace()
	f.Places = len(placed) > 2
	for i, p := range chosen.parents {
		row := combineRow{proposalLink: names[p.ID].proposalLink, Ticked: true}
		if at := slices.Index(placed, i); f.Places && at >= 0 {
			row.Place = at + 1
		}
		f.Rows = append(f.Rows, row)
	}
	for _, p := range all {
		if !slices.ContainsFunc(chosen.parents, func(c negotiation.ProposalView) bool { return c.ID == p.ID }) {
			f.Rows = append(f.Rows, combineRow{proposalLink: names[p.ID].proposalLink})
		}
	}
	for _, r := range readings {
		f.Shown = append(f.Shown, digest(r.Text))
	}
	return f
}

// digest stands for a text that a page showed.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
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

// Crowded reports whether there are so many places that a list of them with every
// proposal would be most of the page.
func (f combineForm) Crowded() bool { return len(f.Numbers()) > many }
