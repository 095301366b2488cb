package markdown

import (
	"slices"
	"strings"

	"plenary/negotiation"
	"plenary/negotiation/instruct"
)

// insert puts a new paragraph beside a unit or into its list.
func (o *orders) insert(i instruct.Instruction, at int) {
	text := negotiation.Normal(i.New)
	after, as := at, o.units[at].Kind
	items := o.units[at].items
	switch i.Place {
	case instruct.Start, instruct.End:
		as = negotiation.Bullet
		if len(items) > 0 {
			as = o.units[items[0]].Kind
		}
		if i.Place == instruct.End && len(items) > 0 {
			after = items[len(items)-1]
		}
	case instruct.Before:
		if after = o.before(at); after < 0 {
			o.refuse("nothing stands before " + o.units[at].address)
			return
		}
	}
	if text == "" {
		o.refuse("it gives no words")
		return
	}
	if label := i.Label; label != "" && o.units[at].Kind.Sub() != (number(stem(label)) < 0) {
		as = itemKind(strings.ToLower(label), negotiation.Paragraph{}, "")
		if number(stem(label)) >= 0 {
			as = negotiation.Numbered
		}
	}
	if as.Sub() && o.units[after].Kind.IsHeading() || !as.Sub() && o.units[after].Kind.Sub() {
		o.refuse("no such paragraph can stand there")
		return
	}
	o.changes = append(o.changes, negotiation.Change{Kind: negotiation.Insert, Paragraph: o.id(after), As: as, Text: text})
	o.said = append(o.said, "a new paragraph behind "+o.units[after].address+": "+short(text))
}

// before is the unit behind which something stands that is to stand before another:
// the one before it in the list, its chapeau, or the paragraph before; or -1.
func (s *structure) before(at int) int {
	u := s.units[at]
	if u.Kind.Sub() {
		items := s.units[u.up].items
		if i := slices.Index(items, at); i > 0 {
			return items[i-1]
		}
		return u.up
	}
	for at--; at >= 0 && s.units[at].Kind.Sub(); at-- {
		continue // the list of the paragraph before goes with it
	}
	return at
}

func (o *orders) move(i instruct.Instruction, at int) {
	to, known := o.find(i.To, at)
	if !known || to < 0 {
		o.astray = append(o.astray, i.To)
		return
	}
	if i.Place == instruct.Before {
		to = o.before(to)
	}
	if to < 0 || !o.movable(at, to) {
		o.refuse(o.units[at].address + " cannot stand there")
		return
	}
	o.whole(at, negotiation.Change{Kind: negotiation.Move, Paragraph: o.id(at), After: o.id(to)}, o.units[at].address+" moved behind "+o.units[to].address)
}
