package markdown

import (
	"fmt"
	"strconv"

	"plenary/negotiation"
)

// gone is the index of a unit that was left out.
const gone = -2

// leaveOut takes the struck paragraphs out of the draft, when all is read: they
// are no part of it. What the document calls by an address it still finds, or
// knows to be gone.
func (r *reader) leaveOut() {
	places, struck := make([]int, len(r.units)), false
	for at, u := range r.units {
		struck = struck || u.struck
		if u.struck && (u.up < 0 || !r.units[u.up].struck) {
			r.sayStruck(at)
		}
	}
	if !struck {
		return
	}
	all := r.units
	r.units, r.used, r.section = nil, map[string]int{}, -1
	r.index, r.indexed, r.exact, r.keyed = index{}, 0, map[string]int{}, 0
	for at, u := range all {
		places[at] = gone
		if !u.struck {
			places[at] = len(r.units)
			r.again(u, all, places)
		}
	}
	for address, at := range r.byAddress {
		r.byAddress[address] = places[at]
	}
	for _, p := range r.passages {
		p.leftOut(all, places)
	}
}

// sayStruck tells about a struck paragraph, with what goes with it.
func (r *reader) sayStruck(at int) {
	u, list := r.units[at], 0
	for _, item := range u.items {
		if r.units[item].struck && u.Kind != negotiation.Heading {
			list++
		}
	}
	with := ""
	if list > 0 {
		with = fmt.Sprintf(", with %d struck items of its list,", list)
	}
	r.add(u.line, negotiation.Ask, "struck-paragraph", "%s is struck and was left out%s: %s", u.address, with, short(u.Text))
}

// again adds a unit that stands to those kept so far, below what is left of the
// paragraph that it hung below.
func (r *reader) again(u unit, all []unit, places []int) {
	below := u.up
	u.up = -1
	switch {
	case u.Kind == negotiation.Group:
		u.up = r.section
	case below >= 0 && all[below].struck:
		r.add(u.line, negotiation.Ask, "no-chapeau", "%s stands below a struck paragraph: it became a paragraph of its own", u.address)
		u.Kind, u.unlabelled = negotiation.Plain, true
	case below >= 0:
		u.up = places[below]
	}
	at := len(r.units)
	u.ID, u.Parent, u.rank, u.items = negotiation.ParagraphID("p"+strconv.Itoa(at+1)), "", 0, nil
	if u.up >= 0 {
		up := &r.units[u.up]
		u.Parent, u.rank = up.ID, len(up.items)
		up.items = append(up.items, at)
	}
	if u.unlabelled {
		// Those without a printed label are counted as they stand.
		u.Label = r.label(u.Kind, line{}, u.Parent)
	}
	u.address = addressUnder(r.units, u.up, u.Paragraph)
	r.units = append(r.units, u)
	if u.Kind == negotiation.Heading {
		r.section = at
	}
}

// leftOut gives a proposal the places of what is kept.
func (p *passage) leftOut(all []unit, places []int) {
	on := p.place
	if p.target >= 0 {
		on = p.target
		p.target = places[p.target]
	}
	p.place = places[p.place]
	if places[on] == gone && !p.general {
		p.missing = all[on].address
	}
}
