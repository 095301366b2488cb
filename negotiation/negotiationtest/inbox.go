package negotiationtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

// correspondence thinks of what comes of documents that were sent.
func (w *World) correspondence(v negotiation.View) (negotiation.SeatID, negotiation.Command) {
	office := pick(w, []negotiation.SeatID{"office", "office", "office", "office", "office", "system", "chair", "mexico"})
	switch n := w.rng.IntN(14); {
	case n < 5:
		return w.confirmation(v)
	case n < 7:
		return office, w.placement(v)
	case n < 11:
		d, confirmed := w.file(v.Paragraphs)
		return office, negotiation.ImportProposals{Draft: d, Confirmed: confirmed}
	case n < 12:
		return office, w.issue(v)
	}
	return office, w.assignment(v)
}

// received gives a proposal as it stood at a line of a document, of which the draft
// has these paragraphs: on one of them, often in doubt, or on none.
func (w *World) received(list []negotiation.ParagraphView, line int) negotiation.Proposal {
	p := negotiation.Proposal{Delegation: w.sender(), Received: &negotiation.Received{Line: line, Verbatim: w.text()}}
	if w.chance(5) {
		p.Changes = []negotiation.Change{{Kind: negotiation.Comment, Text: w.text()}}
		p.Received.Unplaced = w.text()
		return p
	}
	p.Changes, p.Received.Doubts = w.doubtful(list)
	if w.chance(4) {
		p.Sponsors = []negotiation.Delegation{pick(w, delegations())}
	}
	return p
}

// sender gives a delegation, now and then one that nobody has heard of.
func (w *World) sender() negotiation.Delegation {
	if w.chance(8) {
		w.texts++
		return negotiation.Delegation(fmt.Sprintf("x%dx", w.texts))
	}
	return pick(w, delegations())
}

// doubtful gives changes of one or two paragraphs, most of them in doubt, and a
// remark now and then.
func (w *World) doubtful(list []negotiation.ParagraphView) (changes []negotiation.Change, doubts []negotiation.Doubt) {
	for range 1 + w.rng.IntN(2) {
		p := w.favourite(list)
		if p.Deleted || slices.ContainsFunc(changes, func(c negotiation.Change) bool { return c.Paragraph == p.ID }) {
			continue
		}
		c := negotiation.Change{Kind: negotiation.Amend, Paragraph: p.ID, Base: p.Version, Text: w.reworded(p)}
		if !w.chance(4) {
			doubts = append(doubts, w.doubt(p, &c, len(changes)))
		}
		changes = append(changes, c)
		if w.chance(5) {
			changes = append(changes, negotiation.Change{Kind: negotiation.Comment, Paragraph: p.ID, Base: p.Version, Text: w.text()})
		}
	}
	if len(changes) == 0 {
		changes = []negotiation.Change{{Kind: negotiation.Comment, Text: w.text()}}
	}
	return changes, doubts
}

// favourite gives mostly one of the first few paragraphs, so that proposals meet.
func (w *World) favourite(list []negotiation.ParagraphView) negotiation.ParagraphView {
	if w.chance(3) {
		return pick(w, list)
	}
	return list[w.rng.IntN(min(4, len(list)))]
}

// doubt gives another reading of c. Now and then one of the two is what the draft
// says already; then c has the other.
func (w *World) doubt(p negotiation.ParagraphView, c *negotiation.Change, n int) negotiation.Doubt {
	d := negotiation.Doubt{Change: n, Probable: c.Text, Literal: w.reworded(p)}
	switch w.rng.IntN(8) {
	case 0:
		d.Literal = p.Text
	case 1:
		d.Probable, c.Text = p.Text, d.Literal
	}
	if d.Literal == d.Probable {
		d.Literal += " " + w.text()
	}
	d.Typed = append(slices.Clone(diff.Words(d.Probable, d.Literal)), diff.Span{Op: diff.Delete, Text: w.text()})
	d.Why = []diff.Finding{{Kind: pick(w, []diff.FindingKind{diff.BoldInStruck, diff.StruckInBold, diff.LostUnmarked}), Words: w.text()}}
	return d
}

// spoiled spoils a doubt now and then.
func (w *World) spoiled(list []negotiation.Doubt) []negotiation.Doubt {
	if w.chance(15) {
		for i := range list {
			list[i].Change, list[i].Literal = w.rng.IntN(5)-1, pick(w, []string{"", list[i].Literal, list[i].Probable})
		}
	}
	return list
}

// file gives a file of amendments to the draft, with what some of their authors
// have confirmed before.
func (w *World) file(list []negotiation.ParagraphView) (negotiation.Draft, []negotiation.ImportedReading) {
	d := negotiation.Draft{Source: negotiation.Source{Name: "amendments.md"}, Notices: []negotiation.Notice{{Line: 1, Severity: negotiation.Ask, Text: w.text()}}}
	var confirmed []negotiation.ImportedReading
	for n := range 1 + w.rng.IntN(3) {
		p := w.received(list, n+1)
		p.Received.Doubts = w.spoiled(p.Received.Doubts)
		d.Proposals = append(d.Proposals, p)
		if w.chance(5) && len(p.Received.Doubts) > 0 || w.chance(30) {
			c := w.reading(list, p)
			confirmed = append(confirmed, negotiation.ImportedReading{Line: n + 1, Reading: c.Reading, Words: c.Words, Word: w.text()})
		}
	}
	return d, confirmed
}

// reading gives a word on how p is to be read, mostly a lawful one.
func (w *World) reading(list []negotiation.ParagraphView, p negotiation.Proposal) negotiation.ConfirmReading {
	c := negotiation.ConfirmReading{Proposal: p.ID, Reading: pick(w, []negotiation.Reading{negotiation.Probable, negotiation.Probable,
		negotiation.Literal, negotiation.Literal, negotiation.Edited, negotiation.Edited}), Word: pick(w, []string{"", w.text(), w.text()})}
	if w.chance(30) {
		c.Reading = pick(w, []negotiation.Reading{"", "either"})
	}
	if p.Received == nil || c.Reading != negotiation.Edited && !w.chance(20) {
		return c
	}
	for _, d := range p.Received.Doubts {
		at := slices.IndexFunc(list, func(q negotiation.ParagraphView) bool {
			return d.Change >= 0 && d.Change < len(p.Changes) && q.ID == p.Changes[d.Change].Paragraph
		})
		if at >= 0 && !w.chance(20) {
			base := list[at].Version - w.rng.IntN(15)/14
			c.Words = append(c.Words, negotiation.ConfirmedWords{Change: d.Change, Base: base, Text: w.reworded(list[at])})
		}
	}
	return c
}

// confirmation says how a proposal is to be read that waits for that, mostly by a
// seat of its delegation.
func (w *World) confirmation(v negotiation.View) (negotiation.SeatID, negotiation.ConfirmReading) {
	p, _ := v.Proposal(w.among(v, negotiation.ProposalView.Unconfirmed))
	seat := negotiation.SeatID(strings.ToLower(string(p.Delegation)))
	if w.chance(3) || !seat.Valid() {
		seat = "office"
	}
	if w.chance(8) {
		seat = w.seatFor()
	}
	return seat, w.reading(v.Paragraphs, p.Proposal)
}

// placement puts a proposal somewhere, mostly one that has no place.
func (w *World) placement(v negotiation.View) negotiation.PlaceProposal {
	c := negotiation.PlaceProposal{Proposal: w.among(v, negotiation.ProposalView.Unplaced), Reason: pick(w, []string{"", w.text()})}
	c.Changes, c.Doubts = w.doubtful(v.Paragraphs)
	c.Doubts = w.spoiled(c.Doubts)
	if w.chance(6) {
		c.Changes, c.Doubts = []negotiation.Change{w.change(v)}, nil
	}
	return c
}

// among gives the number of a proposal, mostly of one that is so.
func (w *World) among(v negotiation.View, so func(negotiation.ProposalView) bool) negotiation.ProposalID {
	var list []negotiation.ProposalID
	for _, p := range v.Proposals {
		if so(p) {
			list = append(list, p.ID)
		}
	}
	if len(list) == 0 || w.chance(10) {
		return w.number(v)
	}
	return pick(w, list)
}

// issue issues a document, mostly under a symbol that is free.
func (w *World) issue(v negotiation.View) negotiation.IssueCompilation {
	symbol := func() string { return fmt.Sprintf("doc.%d/17", 1+w.rng.IntN(8)) }
	i := negotiation.Issue{Symbol: symbol(), Kind: negotiation.FirstIssue, Words: pick(w, negotiation.Languages()),
		Seq: v.Seq - negotiation.Seq(w.rng.IntN(3)), AsOf: w.now, Cover: negotiation.Cover{Title: w.text()}}
	i.Files = []negotiation.IssuedFile{{Format: "md", SHA256: strings.Repeat("0f", 32), Bytes: 1}}
	if w.chance(3) {
		i.Kind, i.Of = pick(w, negotiation.IssueKinds()), symbol()
	}
	switch w.rng.IntN(20) {
	case 0:
		i.Seq = v.Seq + 1
	case 1:
		i.AsOf = w.now.Add(time.Second)
	case 2:
		i.Files = nil
	}
	return negotiation.IssueCompilation{Issue: i}
}

// assignment leaves an open place to somebody.
func (w *World) assignment(v negotiation.View) negotiation.AssignPlaceholder {
	return negotiation.AssignPlaceholder{Paragraph: pick(w, v.Paragraphs).ID, Nth: w.rng.IntN(4), Owner: pick(w, []string{"", w.text()})}
}
