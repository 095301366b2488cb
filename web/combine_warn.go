package web

import (
	"fmt"

	"plenary/diff"
	"plenary/negotiation"
)

// warnings say of a combined text which words in it follow words that it strikes,
// and may refer to them.
func (b Base) warnings(c combination, names map[negotiation.ProposalID]author) []string {
	type follows struct {
		who, whose []int
		words      []string
	}
	var list []*follows
	at := map[string]*follows{}
	for _, r := range c.relations {
		if r.Kind != diff.NextToDeleted || !c.takes(r.A) || !c.takes(r.B) || c.edits[r.A].Inserted == "" {
			continue
		}
		key := fmt.Sprint(c.edits[r.A].By, c.edits[r.B].By)
		f := at[key]
		if f == nil {
			f = &follows{who: c.edits[r.A].By, whose: c.edits[r.B].By}
			at[key] = f
			list = append(list, f)
		}
		f.words = append(f.words, c.edits[r.A].Inserted)
	}
	named := func(parties []int) string {
		var all []string
		for _, party := range parties {
			all = append(all, names[c.parents[party].ID].Name)
		}
		return b.someNames(all)
	}
	var said []string
	for _, f := range list {
		said = append(said, b.T("contest.next-to-deleted", "delegations", named(f.who), "deleting", named(f.whose), "words", b.quoted(f.words)))
	}
	return said
}
