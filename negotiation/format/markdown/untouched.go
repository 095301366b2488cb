package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"plenary/negotiation"
)

// touched tells which units the proposals are on, and which they change or remark on.
type touched struct {
	// own are the units that a proposal is printed under, any those and all that
	// one of its changes names.
	own, any map[int]bool
}

// sayUntouched tells, at the end of the document, on what nobody has commented.
func (r *reader) sayUntouched(d negotiation.Draft) {
	if len(d.Proposals) == 0 {
		return
	}
	t := r.touchedBy(d)
	units, none, really := 0, 0, 0
	for at, u := range r.units {
		if u.Kind.IsHeading() {
			continue
		}
		units++
		if !t.own[at] {
			none++
		}
		if !t.any[at] {
			really++
		}
	}
	if really == 0 {
		return
	}
	split := ""
	if really != none {
		split = fmt.Sprintf(" (%d untouched once the lists that are restated are split)", really)
	}
	r.notices.add(r.lines[len(r.lines)-1].number, negotiation.Info, "untouched", "No comments: %d of %d units%s; %s", none, units, split, shortTo(2000, r.untouchedPlaces(t)))
}

func (r *reader) touchedBy(d negotiation.Draft) touched {
	t := touched{own: map[int]bool{}, any: map[int]bool{}}
	place := make(map[negotiation.ParagraphID]int, len(r.units))
	for at, u := range r.units {
		place[u.ID] = at
	}
	for i, p := range d.Proposals {
		on := r.passages[i].target
		if on < 0 && p.Changes[0].Paragraph != "" {
			on = place[p.Changes[0].Paragraph]
		}
		for _, c := range p.Changes {
			if c.Paragraph != "" {
				t.any[place[c.Paragraph]] = true
			}
		}
		if on >= 0 && p.Received.Unplaced == "" {
			t.own[on], t.any[on] = true, true
		}
	}
	return t
}

// untouchedPlaces lists the paragraphs that nothing is on, with their lists, and then
// the labelled items that nothing is on in a list of which others are commented on.
func (r *reader) untouchedPlaces(t touched) string {
	var whole, items []string
	for at := range r.units {
		u := &r.units[at]
		if u.Kind.IsHeading() || u.Kind.Sub() {
			continue
		}
		inList, free := false, []string{}
		for _, item := range u.items {
			inList = inList || t.any[item]
			if it := &r.units[item]; !t.any[item] && it.PrintedLabel() != "" {
				free = append(free, it.address)
			}
		}
		switch {
		case !t.any[at] && !inList:
			whole = append(whole, u.address)
		case inList && len(free) > 0:
			items = append(items, strings.Join(free, ", "))
		}
	}
	if len(whole) > 0 {
		items = append([]string{"paragraphs " + ranges(whole)}, items...)
	}
	return strings.Join(items, "; ")
}

// ranges lists addresses, numbers that follow each other as "10-14".
func ranges(list []string) string {
	var parts []string
	for i := 0; i < len(list); {
		end := i
		for end+1 < len(list) && number(list[end+1]) > 0 && number(list[end+1]) == number(list[end])+1 {
			end++
		}
		if end > i+1 {
			parts = append(parts, list[i]+"-"+list[end])
			i = end + 1
			continue
		}
		parts = append(parts, list[i])
		i++
	}
	return strings.Join(parts, ", ")
}

// number is the value of an address that is a number, or less than 0.
func number(address string) int {
	n, err := strconv.Atoi(address)
	if err != nil {
		return -2
	}
	return n
}

// shortTo gives the start of a text of at most so many bytes.
func shortTo(most int, text string) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}
