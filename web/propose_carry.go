package web

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// carriedField is something typed that the page does not show at the moment, in
// the fields of another kind or behind the question whether to table. It goes
// along, so that it is there when its reader comes back to it.
type carriedField struct{ Name, Value string }

// Carried lists what goes along unseen.
func (p proposePage) Carried() []carriedField {
	f, k := p.Form, p.Form.Kind
	remark := k == negotiation.RequestText || k == negotiation.Comment
	var list []carriedField
	carry := func(unseen bool, name, value string) {
		if (unseen || p.Confirm) && value != "" {
			list = append(list, carriedField{name, value})
		}
	}
	for _, id := range slices.Sorted(maps.Keys(f.Words)) {
		w := f.Words[id]
		carry(k != negotiation.Amend, "words."+string(id), w.Text)
		carry(k != negotiation.Amend, "base."+string(id), strconv.Itoa(w.Base))
	}
	carry(!remark && k != negotiation.Insert, "text", f.Text)
	carry(k != negotiation.Insert, "as", string(f.As))
	carry(k != negotiation.Move, "after", string(f.After))
	carry(false, "kind", string(k))
	carry(false, "reason", f.Reason)
	carry(false, "category", string(f.Category))
	carry(false, "language", f.Language)
	carry(false, "delegation", string(f.Delegation))
	carry(false, "other", string(f.Other))
	for _, d := range f.Sponsors {
		carry(false, "sponsor", string(d))
	}
	for _, kept := range f.Keep {
		carry(false, "keep", fmt.Sprintf("%d@%d", kept.Index, kept.Base))
	}
	return list
}
