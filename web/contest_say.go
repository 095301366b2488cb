package web

import (
	"slices"
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// contestPart is the top of the page of a paragraph: what clashes with what, in a
// sentence, or in one of each kind.
type contestPart struct {
	Base
	ID negotiation.ParagraphID
	// Says are the sentences to read at once, More those behind a fold.
	Says, More []saying
	// Free says that some proposals clash with nothing, and whose; AllFree that it
	// is all of them.
	Free    string
	AllFree bool
	// Combine and Where are the link to what can be combined, or was; empty where
	// nothing can.
	Combine, Where string
	// Aside says which proposals are not compared.
	Aside []string
}

// saying is a sentence on one clash.
type saying struct {
	Number int
	Text   string
	// All are the proposals that it is about, where the sentence does not name all.
	All []proposalLink
}

// sayingPart is what part "saying" shows.
type sayingPart struct {
	contestPart
	saying
}

func sayingOf(c contestPart, s saying) sayingPart { return sayingPart{c, s} }

// proposalLink leads to a proposal on the same page.
type proposalLink struct {
	ID   negotiation.ProposalID
	Name string
}

// The most that is shown at once: sentences, names in one, quotations in one.
const (
	maxSayings = 4
	maxNamed   = 4
	maxQuoted  = 3
)

// part puts the contest into words. combined is what can be combined, or nil.
func (c *contest) part(combined *combinedPart) contestPart {
	part := contestPart{Base: c.Base, ID: c.paragraph.ID, Aside: c.aside()}
	part.Combine, part.Where = c.way(combined)
	if c.changes > maxCompared {
		part.Aside = []string{c.N("contest.too-much", c.changes, "limit", maxCompared)}
		return part
	}
	for _, x := range c.clashes {
		s := saying{Number: x.Number, Text: c.say(x), All: c.beyond(x)}
		if len(part.Says) < maxSayings {
			part.Says = append(part.Says, s)
		} else {
			part.More = append(part.More, s)
		}
	}
	changing, apart := c.changing(), c.apart()
	switch {
	case len(changing) < 2 || len(apart) == 0:
	case len(apart) == len(changing):
		part.Free, part.AllFree = c.T("contest.none", "delegations", c.named(apart)), true
	default:
		part.Free = c.N("contest.apart", len(apart), "delegations", c.named(apart))
	}
	return part
}

// way is the link to what can be combined, in words and with its address; empty where
// nothing can.
func (c *contest) way(combined *combinedPart) (words, href string) {
	switch {
	case combined == nil, closed(c.paragraph) && !combined.empty():
		return "", ""
	case combined.empty():
		return c.T("combine.tabled", "proposal", combined.Tabled), "#proposal-" + string(combined.Tabled)
	case c.changes > maxCompared || slices.ContainsFunc(c.clashes, func(x *clash) bool { return x.kind.Competes() }):
		return c.T("contest.combine-rest"), "#combined-" + string(c.paragraph.ID)
	}
	return c.T("contest.combine"), "#combined-" + string(c.paragraph.ID)
}

// say gives the sentence on a clash.
func (c *contest) say(x *clash) string {
	who := c.named(x.who)
	switch x.kind {
	case diff.SamePlace:
		return c.T("contest.same-place", "delegations", who, "words", c.quoted(c.inserted(x.edits)))
	case diff.RivalWordings:
		return c.T("contest.rival-wordings", "delegations", who, "words", c.quoted(x.words), "rivals", c.rivals(x.edits))
	case diff.ChangesOverlap:
		return c.T("contest.changes-overlap", "delegations", who, "words", c.quoted(x.words))
	case diff.DeletionsOverlap:
		return c.T("contest.deletions-overlap", "delegations", who, "words", c.quoted(x.words))
	case diff.NextToDeleted:
		return c.T("contest.next-to-deleted", "delegations", who, "deleting", c.named(x.whose), "words", c.quoted(c.inserted(x.edits)))
	}
	key := "contest.inside-deleted"
	if len(x.who) > 1 {
		key = "contest.inside-deleted-several"
	}
	return c.N(key, len(x.edits), "delegations", who, "deleting", c.named(x.whose))
}

// named gives the names of parties as a sentence has them: of very many the first.
func (c *contest) named(parties []int) string { return c.someNames(c.Contest.Names(parties)) }

// someNames gives names as a sentence has them: of very many the first.
func (b Base) someNames(names []string) string {
	if len(names) <= maxNamed {
		return b.Tongue.List(names)
	}
	first := names[:maxNamed-1]
	return b.N("contest.and-others", len(names)-len(first), "delegations", strings.Join(first, b.T("list.comma")))
}

// beyond are the proposals of a clash where the sentence names only the first.
func (c *contest) beyond(x *clash) []proposalLink {
	if len(x.who) <= maxNamed && len(x.whose) <= maxNamed {
		return nil
	}
	return c.links(join(append([]int(nil), x.who...), x.whose))
}

func (c *contest) links(parties []int) []proposalLink {
	list := make([]proposalLink, len(parties))
	for i, party := range parties {
		list[i] = proposalLink{c.Parties[party].Proposal, c.Parties[party].Name}
	}
	return list
}

// inserted are the words that edits bring, without those that only delete.
func (c *contest) inserted(edits []int) []string {
	var list []string
	for _, e := range edits {
		if words := c.edits[e].Inserted; words != "" {
			list = append(list, words)
		}
	}
	return list
}

// rivals are what edits would have in place of the same words; one that only
// deletes has none.
func (c *contest) rivals(edits []int) string {
	words := c.inserted(edits)
	rivals := c.quoted(words)
	if len(words) < len(edits) {
		rivals += " / " + c.T("contest.no-words")
	}
	return rivals
}

// quoted puts words into quotation marks: the first, cut short.
func (b Base) quoted(words []string) string {
	var list []string
	for _, w := range words[:min(len(words), maxQuoted)] {
		list = append(list, b.T("contest.quote", "words", cutShort(w)))
	}
	if len(words) > maxQuoted {
		list = append(list, "…")
	}
	return strings.Join(list, " / ")
}

// cutShort is a text short enough to be quoted among others.
func cutShort(text string) string {
	const most = 80
	if runes := []rune(text); len(runes) > most {
		return strings.TrimSpace(string(runes[:most-1])) + "…"
	}
	return text
}

// aside says which open proposals are not compared, and why.
func (c *contest) aside() []string {
	var list []string
	if len(c.unread) > 0 {
		list = append(list, c.N("contest.unread", len(c.unread), "proposals", c.someNames(texts(c.unread))))
	}
	switch {
	case len(c.Aside) == 0:
		return list
	case len(c.Parties) < diff.MaxParties:
		return append(list, c.N("contest.aside", len(c.Aside), "proposals", c.someNames(texts(c.Aside))))
	}
	return append(list, c.N("contest.too-many", len(c.Aside), "limit", diff.MaxParties))
}

// setUnread takes the proposals of which no reading is confirmed from those aside.
func (c *contest) setUnread(v negotiation.View) {
	var others []negotiation.ProposalID
	for _, id := range c.Aside {
		if p, _ := v.Proposal(id); p.Unconfirmed() {
			c.unread = append(c.unread, id)
		} else {
			others = append(others, id)
		}
	}
	c.Aside = others
}
