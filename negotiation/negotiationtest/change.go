package negotiationtest

import (
	"strconv"
	"strings"

	"plenary/negotiation"
)

// finder gives the id and the newest version of the paragraph at an address.
// What is nowhere keeps its name as its id, so that a script can ask for it.
type finder func(address string) (negotiation.ParagraphID, int)

// place reads "9.e@1", or "9.e" for its newest version.
func (w *words) place(find finder) (negotiation.ParagraphID, int) {
	address, version, at := strings.Cut(w.word("a paragraph"), "@")
	id, base := find(address)
	if at {
		n, err := strconv.Atoi(version)
		if err != nil {
			w.fail("%q is no version", version)
		}
		base = n
	}
	return id, base
}

// parseChange reads one change, if the next words begin one.
func parseChange(w *words, find finder) (c negotiation.Change, ok bool) {
	switch {
	case w.has("on"):
		c.Kind = negotiation.Amend
		c.Paragraph, c.Base = w.place(find)
	case w.has("deletion of"):
		c.Kind = negotiation.Delete
		c.Paragraph, c.Base = w.place(find)
		return c, true
	case w.has("insertion after"):
		c.Kind = negotiation.Insert
		c.Paragraph, c.Base = w.place(find)
		if w.has("as") {
			c.As = negotiation.Kind(w.word("a kind"))
		}
	case w.has("move of"):
		c.Kind = negotiation.Move
		c.Paragraph, c.Base = w.place(find)
		if !w.has("after") {
			w.fail(`a move lacks "after"`)
		}
		c.After, _ = w.place(find)
		return c, true
	case w.has("request on"):
		c.Kind = negotiation.RequestText
		c.Paragraph, c.Base = w.place(find)
	case w.has("comment on"):
		c.Kind = negotiation.Comment
		c.Paragraph, c.Base = w.place(find)
	case w.has("comment"):
		c.Kind = negotiation.Comment
	default:
		return c, false
	}
	c.Text = w.quote("a text")
	return c, true
}

// parseTerms reads the changes of a proposal and what goes with them, until the
// end of the line.
func parseTerms(w *words, find finder, p *negotiation.Proposal, key *string) {
	for w.more() {
		c, ok := parseChange(w, find)
		switch {
		case ok:
			p.Changes = append(p.Changes, c)
		case w.has("because"):
			p.Reason = w.quote("a reason")
		case w.has("for"):
			p.Delegation = negotiation.Delegation(w.word("a delegation"))
		case w.has("with"):
			p.Sponsors = append(p.Sponsors, negotiation.Delegation(w.word("a sponsor")))
		case w.has("in"):
			p.Language = w.word("a language")
		case w.has("category"):
			p.Category = negotiation.Category(w.word("a category"))
		case w.has("key"):
			*key = w.quote("a key")
		default:
			w.fail("nobody understands %q", w.word("a term"))
		}
	}
}

// parseProposals reads the proposals that stand in the document of a draft.
func parseProposals(text string, find finder, d *negotiation.Draft) error {
	lines, err := parseScript(text)
	if err != nil {
		return err
	}
	for _, l := range lines {
		w := newWords(l.text)
		party := negotiation.Party{Name: negotiation.Delegation(w.word("a delegation")), Kind: negotiation.MemberState}
		if w.has("body") {
			party.Kind = negotiation.ConsultativeBody
		}
		p := negotiation.Proposal{Delegation: party.Name,
			Received: &negotiation.Received{Line: l.number, Verbatim: l.text}}
		parseTermsAndDoubts(w, l.below, find, &p, &p.Received.Doubts)
		if err := w.end(); err != nil {
			return err
		}
		d.Parties = append(d.Parties, party)
		d.Proposals = append(d.Proposals, p)
	}
	return nil
}

// finderIn is a finder in a draft that is not imported yet.
func finderIn(list []negotiation.Paragraph) finder {
	return func(address string) (negotiation.ParagraphID, int) {
		for id, a := range negotiation.Addresses(list) {
			if a == address {
				return id, 1
			}
		}
		return negotiation.ParagraphID(address), 1
	}
}
