package negotiationtest

import (
	"time"

	"plenary/negotiation"
)

// parseAct reads what a seat does, from the words after the seat.
func (p *play) parseAct(seat negotiation.SeatID, w *words, below []line) negotiation.Request {
	req := negotiation.Request{Seat: seat}
	switch {
	case w.has("tables"):
		req.Do = p.parseTable(seat, w, below, &req.Key)
	case w.has("replaces"):
		old := proposalOf(w)
		c := p.parseTable(seat, w, below, &req.Key)
		c.Proposal.Replaces = old
		req.Do = c
	case w.has("withdraws"):
		id := proposalOf(w)
		req.Do = negotiation.WithdrawProposal{Proposal: id, Reason: because(w)}
	case w.has("admits"):
		id := proposalOf(w)
		req.Do = negotiation.AdmitProposal{Proposal: id, Reason: because(w)}
	case w.has("does not retain"):
		id := proposalOf(w)
		req.Do = negotiation.NotRetainProposal{Proposal: id, Reason: because(w)}
	case w.has("accepts"):
		req.Do = parseAccept(w)
	case w.has("combines"):
		req.Do = p.parseCombine(w)
	case w.has("confirms reading of"):
		req.Do = parseReading(w)
	case w.has("confirms"):
		id := proposalOf(w)
		req.Do = negotiation.ConfirmSatisfied{Proposal: id, Reason: because(w)}
	default:
		if req.Do = p.parseInSession(seat, w); req.Do == nil {
			req.Do = p.parseHouse(w, below)
		}
	}
	if w.has("key") {
		req.Key = w.quote("a key")
	}
	return req
}

func proposalOf(w *words) negotiation.ProposalID {
	return negotiation.ProposalID(w.word("a proposal"))
}

func because(w *words) string {
	if w.has("because") {
		return w.quote("a reason")
	}
	return ""
}

// parseTable reads a proposal. "3 again" takes its changes from proposal 3 as
// the seat sees it; whatever else is said comes on top.
func (p *play) parseTable(seat negotiation.SeatID, w *words, below []line, key *string) negotiation.TableProposal {
	var c negotiation.TableProposal
	if len(w.list) > 1 && w.list[1] == "again" {
		c.Proposal.Again = proposalOf(w)
		w.has("again")
		if old, ok := p.view(p.audience(seat)).Proposal(c.Proposal.Again); ok {
			c.Proposal.Changes = old.Changes
		}
	}
	parseTerms(w, p.find, &c.Proposal, key)
	for _, l := range below {
		term := newWords(l.text)
		parseTerms(term, p.find, &c.Proposal, key)
		if err := term.end(); err != nil {
			w.fail("line %d: %w", l.number, err)
		}
	}
	return c
}

// parseAccept reads "1 with 0@2 "text"": other words for change 0, decided on
// version 2 of its paragraph.
func parseAccept(w *words) negotiation.Command {
	c := negotiation.AcceptProposal{Proposal: proposalOf(w)}
	for w.has("with") {
		change, base := w.index()
		c.Amended = append(c.Amended, negotiation.AmendedText{Change: change, Base: base, Text: w.quote("a text")})
	}
	if w.has("seen up to") {
		c.Looked = negotiation.Seq(w.number("a number"))
	}
	c.Reason = because(w)
	return c
}

// parseCombine reads "1 2 on 8@1": the proposals, in their order, and where.
func (p *play) parseCombine(w *words) negotiation.Command {
	var c negotiation.CombineProposals
	for w.more() && !w.has("on") {
		c.Parents = append(c.Parents, proposalOf(w))
	}
	c.Paragraph, c.Base = w.place(p.find)
	c.Reason = because(w)
	return c
}

// parseHouse reads the acts of those who keep the house.
func (p *play) parseHouse(w *words, below []line) negotiation.Command {
	switch {
	case w.has("creates"):
		c := negotiation.CreateNegotiation{Title: w.quote("a title")}
		c.Public = w.has("in public")
		if w.has("in") {
			c.Language = w.word("a language")
		}
		return c
	case w.has("describes"):
		c := negotiation.DescribeNegotiation{Title: w.quote("a title")}
		c.Public = w.has("in public")
		if w.has("in") {
			c.Language = w.word("a language")
		}
		return c
	case w.has("imports"):
		return p.parseImport(w, below)
	case w.has("places"):
		return p.parsePlace(w, below)
	case w.has("leaves placeholder"):
		return p.parsePlaceholder(w)
	case w.has("issues"):
		return p.parseIssue(w)
	case w.has("opens seat"):
		return parseSeat(w)
	case w.has("closes seat"):
		return negotiation.CloseSeat{Seat: negotiation.SeatID(w.word("a seat"))}
	case w.has("opens comments"):
		return parseWindow(w)
	case w.has("closes comments"):
		return negotiation.CloseComments{}
	}
	w.fail("nobody understands what is done")
	return nil
}

func parseWindow(w *words) negotiation.Command {
	var c negotiation.OpenComments
	if w.has("until") {
		c.CutOff = parseTime(w)
	}
	if w.has("in") {
		c.Zone = w.word("a zone")
	}
	if w.has("late") {
		c.Late = negotiation.LatePolicy(w.word("a policy"))
	}
	return c
}

func parseTime(w *words) time.Time {
	at, err := time.Parse(time.RFC3339Nano, w.word("an instant"))
	if err != nil {
		w.fail("%w", err)
	}
	return at
}
