package web

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"plenary/diff"
	"plenary/negotiation"
)

// contest is what the open proposals on one paragraph have to do with one
// another, as pages say it: in sentences at the top, in signs beside the words,
// and in a text of what clashes with nothing.
type contest struct {
	Base
	negotiation.Contest
	paragraph negotiation.ParagraphView
	// unread are the proposals set aside because no reading of them is confirmed.
	unread []negotiation.ProposalID
	// changes are how many the proposals make in all. Where they are more than
	// maxCompared nothing is compared and all that follows is empty.
	changes   int
	edits     []diff.Edit
	relations []diff.Relation
	// own are the edits of each party.
	own [][]ownEdit
	// clashes are the relations grouped, the gravest first; of says to which one
	// each relation belongs, index for index.
	clashes []*clash
	of      []*clash
}

// clash is what several proposals have to settle with one another: all relations
// of one kind among the same of them.
type clash struct {
	// Number is its sign on the page; 0 where there is nothing to settle.
	Number int
	kind   diff.RelationKind
	// who are the parties. For the kinds with two sides they are those whose words
	// are in question, and whose are those who would delete.
	who, whose []int
	edits      []int
	// words are those of the base that it is about.
	words []string
}

// kinds orders what is said: first what cannot both stand.
func kinds() []diff.RelationKind {
	return []diff.RelationKind{diff.RivalWordings, diff.ChangesOverlap, diff.InsideDeleted, diff.SamePlace,
		diff.DeletionsOverlap, diff.NextToDeleted}
}

// sided reports whether the two edits of such a relation have different parts in it.
func sided(k diff.RelationKind) bool { return k == diff.InsideDeleted || k == diff.NextToDeleted }

// settled reports whether such a relation leaves nothing to settle.
func settled(k diff.RelationKind) bool { return !k.Competes() && k != diff.SamePlace }

// maxCompared is how many changes on one paragraph are compared. Of more nobody
// could read what is said, and every page and every live reader would wait for it.
const maxCompared = 2_000

func newContest(b Base, v negotiation.View, p negotiation.ParagraphView) *contest {
	c := &contest{Base: b, paragraph: p, changes: changesOn(v, p)}
	if c.changes > maxCompared {
		return c
	}
	c.Contest = v.Contest(p)
	c.setUnread(v)
	for i, party := range c.Parties {
		if party.Name != string(party.Delegation) {
			c.Parties[i].Name = numbered(party.Delegation, party.Proposal)
		}
	}
	c.edits, c.relations = c.Merged.Edits(), c.Merged.Relations()
	c.own = editsByParty(c.Merged, c.edits, len(c.Parties))
	c.nest()
	c.group()
	number := 0
	for _, x := range c.clashes {
		if !settled(x.kind) {
			number++
			x.Number = number
		}
	}
	return c
}

// changesOn counts what the open proposals change in the words of p as it stands.
func changesOn(v negotiation.View, p negotiation.ParagraphView) int {
	n := 0
	for _, id := range p.Proposals {
		other, ok := v.Proposal(id)
		if !ok || other.Status() != negotiation.OnTable || other.Combined() {
			continue
		}
		for i, change := range other.Changes {
			_, doubted := other.Doubt(i)
			if !doubted && change.Paragraph == p.ID && change.Kind == negotiation.Amend && change.Base == p.Version {
				n += changed(change.Redline)
			}
		}
	}
	return n
}

// nest tells a deletion inside of a longer one as what it is beside other changes
// there: one that has no place any more if the longer one is taken. Alone it is
// simply agreed upon.
func (c *contest) nest() {
	moot := map[int]bool{}
	for _, r := range c.relations {
		if r.Kind == diff.InsideDeleted {
			moot[r.B] = true
		}
	}
	for i, r := range c.relations {
		a, b := c.edits[r.A], c.edits[r.B]
		switch {
		case r.Kind != diff.DeletionsOverlap:
		case moot[r.B] && b.From <= a.From && a.To <= b.To:
			c.relations[i].Kind = diff.InsideDeleted
		case moot[r.A] && a.From <= b.From && b.To <= a.To:
			c.relations[i] = diff.Relation{Kind: diff.InsideDeleted, A: r.B, B: r.A, Words: r.Words}
		}
	}
}

// group puts the relations into clashes.
func (c *contest) group() {
	chains := c.chains()
	byKey := map[string]*clash{}
	c.of = make([]*clash, len(c.relations))
	for i, r := range c.relations {
		key := chains.key(r)
		if sided(r.Kind) {
			key = fmt.Sprint(r.Kind, c.edits[r.B].By)
		}
		x := byKey[key]
		if x == nil {
			x = &clash{kind: r.Kind}
			byKey[key] = x
		}
		x.add(c.edits, r)
		c.of[i] = x
	}
	byParties, alike := map[string]*clash{}, map[*clash]*clash{}
	for i, x := range c.of {
		if alike[x] == nil {
			key := fmt.Sprint(x.kind, x.who, x.whose)
			if byParties[key] == nil {
				byParties[key] = x
				c.clashes = append(c.clashes, x)
			}
			alike[x] = byParties[key]
		}
		if same := alike[x]; same != x {
			same.add(c.edits, c.relations[i])
			c.of[i] = same
		}
	}
	slices.SortStableFunc(c.clashes, func(x, y *clash) int {
		return cmp.Or(cmp.Compare(slices.Index(kinds(), x.kind), slices.Index(kinds(), y.kind)), cmp.Compare(x.edits[0], y.edits[0]))
	})
}

func (x *clash) add(edits []diff.Edit, r diff.Relation) {
	x.who = join(x.who, edits[r.A].By)
	x.edits = join(x.edits, []int{r.A})
	if sided(r.Kind) {
		x.whose = join(x.whose, edits[r.B].By)
	} else {
		x.who = join(x.who, edits[r.B].By)
		x.edits = join(x.edits, []int{r.B})
	}
	// One more than is quoted says that there are more.
	if r.Words != "" && len(x.words) <= maxQuoted && !slices.Contains(x.words, r.Words) {
		x.words = append(x.words, r.Words)
	}
}

// join gives the numbers of both lists, ascending, each once. list is ascending.
func join(list, more []int) []int {
	for _, n := range more {
		if at, has := slices.BinarySearch(list, n); !has {
			list = slices.Insert(list, at, n)
		}
	}
	return list
}

// chains are the edits that hang together by relations of one kind: if MEXICO and
// PERU have other words for one, and PERU and CHILE have, it is one matter of three.
type chains map[diff.RelationKind][]int

func (c *contest) chains() chains {
	all := chains{}
	for _, r := range c.relations {
		if all[r.Kind] == nil {
			all[r.Kind] = make([]int, len(c.edits))
			for e := range c.edits {
				all[r.Kind][e] = e
			}
		}
		of := all[r.Kind]
		of[root(of, r.B)] = root(of, r.A)
	}
	return all
}

func root(of []int, e int) int {
	for of[e] != e {
		of[e] = of[of[e]]
		e = of[e]
	}
	return e
}

func (all chains) key(r diff.Relation) string {
	return fmt.Sprint(r.Kind, " ", root(all[r.Kind], r.A))
}

// changing lists the parties that change something.
func (c *contest) changing() []int {
	parties := map[int]bool{}
	for _, e := range c.edits {
		for _, party := range e.By {
			parties[party] = true
		}
	}
	return slices.Sorted(maps.Keys(parties))
}

// apart lists the parties that change something and have nothing to settle.
func (c *contest) apart() []int {
	var bound []int
	for _, x := range c.clashes {
		if x.Number > 0 {
			bound = join(join(bound, x.who), x.whose)
		}
	}
	return slices.DeleteFunc(c.changing(), func(party int) bool { return slices.Contains(bound, party) })
}
