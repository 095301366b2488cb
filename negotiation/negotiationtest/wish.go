package negotiationtest

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"plenary/negotiation"
)

// Next thinks of a request to a negotiation that the Secretariat sees as v.
func (w *World) Next(v negotiation.View) negotiation.Request {
	w.now = w.now.Add(w.pace(v))
	req := negotiation.Request{At: w.now, Seat: w.seatFor()}
	if g := v.Session.Floor.Gavel; g != nil && !req.At.Before(g.Due()) && !w.chance(6) {
		return negotiation.Request{At: req.At, Seat: negotiation.SystemSeat, Do: negotiation.TakeEffect{}}
	}
	if len(v.Paragraphs) > 0 && w.rng.IntN(100) < 45 {
		req.Seat, req.Do = w.sitting(v)
		return req
	}
	switch n := w.rng.IntN(100); {
	case n < 40:
		req.Do = negotiation.TableProposal{Proposal: w.proposal(v)}
	case n < 54:
		req.Seat, req.Do = w.correspondence(v)
	case n < 65:
		req.Do, req.Seat = w.accept(v), w.decider()
	case n < 73:
		req.Do, req.Seat = w.combination(v), w.decider()
	case n < 75:
		req.Do = negotiation.ConfirmSatisfied{Proposal: w.satisfied(v)}
		if w.chance(2) {
			req.Seat = "office"
		}
	case n < 78:
		req.Do, req.Seat = negotiation.NotRetainProposal{Proposal: w.number(v), Reason: w.text()}, w.decider()
	case n < 85:
		req.Do, req.Seat = negotiation.AdmitProposal{Proposal: w.waiting(v), Reason: w.text()}, w.decider()
	case n < 91:
		req.Do = negotiation.WithdrawProposal{Proposal: w.number(v), Reason: w.text()}
		if w.chance(3) {
			req.Seat = "office"
		}
	default:
		req.Do, req.Seat = w.housekeeping(), pick(w, []negotiation.SeatID{"office", "office", "office", "office", "system", "chair"})
	}
	return req
}

// seatFor gives a seat, mostly one that may table.
func (w *World) seatFor() negotiation.SeatID {
	if w.chance(12) {
		return pick(w, []negotiation.SeatID{"reader", "ilo", "watcher", "chair", "nobody"})
	}
	return pick(w, []negotiation.SeatID{"mexico", "mexico2", "peru", "chile", "cosate", "office"})
}

// decider gives a seat, mostly one that may decide.
func (w *World) decider() negotiation.SeatID {
	if w.chance(12) {
		return w.seatFor()
	}
	return pick(w, []negotiation.SeatID{"office", "chair", "system"})
}

// combination combines proposals on one paragraph, mostly such as can be.
func (w *World) combination(v negotiation.View) negotiation.CombineProposals {
	c := negotiation.CombineProposals{Reason: pick(w, []string{"", w.text()})}
	for _, p := range v.Paragraphs {
		contest := v.Contest(p)
		if len(contest.Parties)+len(contest.Aside) < 2 || w.chance(3) {
			continue
		}
		c.Paragraph, c.Base = p.ID, p.Version-w.rng.IntN(10)/9
		for _, party := range contest.Parties {
			c.Parents = append(c.Parents, party.Proposal)
		}
		if w.chance(5) {
			c.Parents = append(c.Parents, contest.Aside...)
		}
		break
	}
	for w.chance(8) {
		c.Parents = append(c.Parents, w.number(v))
	}
	return c
}

// satisfied gives the number of a proposal, mostly of one of which the draft
// holds something already.
func (w *World) satisfied(v negotiation.View) negotiation.ProposalID {
	for _, p := range v.Proposals {
		if _, waits := p.Waits(0); waits {
			return p.ID
		}
	}
	return w.number(v)
}

// waiting gives the number of a proposal, mostly of one that waits to be admitted.
func (w *World) waiting(v negotiation.View) negotiation.ProposalID {
	for _, p := range v.Proposals {
		if p.Status() == negotiation.Late && !w.chance(4) {
			return p.ID
		}
	}
	return w.number(v)
}

// number gives that of a proposal, mostly of one that is still open.
func (w *World) number(v negotiation.View) negotiation.ProposalID {
	if w.chance(15) {
		return pick(w, []negotiation.ProposalID{"0", "", "-1", "007", "x", "99999"})
	}
	var open []negotiation.ProposalID
	for _, p := range v.Proposals {
		if p.Status().Open() {
			open = append(open, p.ID)
		}
	}
	if len(open) == 0 || w.chance(6) {
		return negotiation.ProposalID(strconv.Itoa(1 + w.rng.IntN(len(v.Proposals)+1)))
	}
	return pick(w, open)
}

func (w *World) proposal(v negotiation.View) negotiation.Proposal {
	p := negotiation.Proposal{Reason: pick(w, []string{"", w.text()}), Category: pick(w, []negotiation.Category{"", negotiation.Editorial, negotiation.Technical})}
	for range 1 + w.rng.IntN(4)*w.rng.IntN(2) {
		p.Changes = append(p.Changes, w.change(v))
	}
	if same := w.number(v); w.chance(6) {
		// Two delegations ask for the same; a late one's words are not known to others.
		if other, ok := v.Proposal(same); ok && other.Status() == negotiation.OnTable {
			p.Changes = other.Changes
		}
	}
	for w.chance(4) {
		p.Sponsors = append(p.Sponsors, pick(w, delegations()))
	}
	switch {
	case w.chance(15):
		p.Delegation = pick(w, delegations())
	case w.chance(10):
		p.Again = w.number(v)
	}
	if w.chance(8) {
		p.Replaces = w.number(v)
	}
	if w.chance(40) {
		p.Sponsors = append(p.Sponsors, "ATLANTIS")
	}
	return p
}

// change gives a change of any paragraph, mostly on its newest version.
func (w *World) change(v negotiation.View) negotiation.Change {
	p := pick(w, v.Paragraphs)
	c := negotiation.Change{Paragraph: p.ID, Base: p.Version, Text: w.text()}
	if w.chance(15) {
		c.Base = w.rng.IntN(5)
	}
	switch n := w.rng.IntN(20); {
	case n < 9:
		c.Kind = negotiation.Amend
		if !w.chance(4) {
			c.Paragraph, c.Text = w.amended(v)
			p, _ := v.Paragraph(string(c.Paragraph))
			c.Base = p.Version
		}
	case n < 12:
		c.Kind = negotiation.Insert
		c.As = pick(w, []negotiation.Kind{"", "", "", negotiation.Bullet, negotiation.Lettered, negotiation.Roman,
			negotiation.Numbered, negotiation.Plain, negotiation.Heading, negotiation.Group})
	case n < 14:
		c.Kind, c.Text = negotiation.Delete, ""
	case n < 17:
		c.Kind, c.Text, c.After = negotiation.Move, "", w.placeFor(p, v)
	case n < 18:
		c.Kind = negotiation.RequestText
	default:
		c.Kind = negotiation.Comment
		if w.chance(2) {
			c.Paragraph, c.Base = "", 0
		}
	}
	if w.chance(40) {
		c.Paragraph = "p9999"
	}
	if w.chance(40) {
		c.Text = pick(w, []string{"", "\x00", "\xff", "  \n"})
	}
	return c
}

// amended gives one of a few paragraphs, so that proposals meet there, and other
// words for it.
func (w *World) amended(v negotiation.View) (negotiation.ParagraphID, string) {
	p := v.Paragraphs[w.rng.IntN(min(4, len(v.Paragraphs)))]
	return p.ID, w.reworded(p)
}

// reworded gives the text of p with some of its words replaced, taken out, or joined
// by others.
func (w *World) reworded(p negotiation.ParagraphView) string {
	words := strings.Fields(p.Text)
	for range 1 + w.rng.IntN(2) {
		at := w.rng.IntN(len(words))
		switch w.rng.IntN(4) {
		case 0:
			words[at] = w.text()
		case 1:
			if len(words) > 1 {
				words = slices.Delete(words, at, at+1)
			}
		default:
			words = slices.Insert(words, at, w.text())
		}
	}
	if text := strings.Join(words, " "); text != p.Text {
		return text
	}
	return p.Text + " " + w.text()
}

// placeFor gives a paragraph to move p after, mostly one of its kind.
func (w *World) placeFor(p negotiation.ParagraphView, v negotiation.View) negotiation.ParagraphID {
	for range 5 {
		if q := pick(w, v.Paragraphs); q.Kind.Sub() == p.Kind.Sub() && q.ID != p.ID && !q.Deleted {
			return q.ID
		}
	}
	return pick(w, v.Paragraphs).ID
}

// accept decides for a proposal, mostly on the newest versions where it gives
// other words.
func (w *World) accept(v negotiation.View) negotiation.Command {
	c := negotiation.AcceptProposal{Proposal: w.number(v), Reason: pick(w, []string{"", w.text()})}
	p, ok := v.Proposal(c.Proposal)
	if !ok {
		return c
	}
	for i, change := range p.Changes {
		para, _ := v.Paragraph(string(change.Paragraph))
		stale := change.Kind == negotiation.Amend && change.Base != para.Version
		asked := change.Kind == negotiation.RequestText
		if (stale || asked) && !w.chance(3) || w.chance(8) {
			c.Amended = append(c.Amended, negotiation.AmendedText{Change: i, Base: para.Version - w.rng.IntN(10)/9, Text: w.text()})
		}
	}
	return c
}

func (w *World) housekeeping() negotiation.Command {
	switch w.rng.IntN(9) {
	case 0:
		return negotiation.CloseComments{}
	case 1:
		id := negotiation.SeatID("seat-" + strconv.Itoa(w.rng.IntN(40)))
		return negotiation.OpenSeat{Seat: negotiation.Seat{ID: id, Role: negotiation.Delegate, Delegation: pick(w, delegations()), MayTable: true}}
	case 2:
		return negotiation.CloseSeat{Seat: negotiation.SeatID("seat-" + strconv.Itoa(w.rng.IntN(40)))}
	case 3:
		return negotiation.ImportDraft{}
	case 4:
		return negotiation.CreateNegotiation{Title: "Again", Language: "en"}
	case 5:
		return negotiation.DescribeNegotiation{Title: pick(w, []string{"", w.text(), w.text()}),
			Language: pick(w, []string{"de", "en", "es", "fr", "pt"}), Public: w.chance(2)}
	}
	return negotiation.OpenComments{
		CutOff: pick(w, []time.Time{{}, w.now.Add(2 * time.Hour), w.now.Add(-time.Hour), w.now}),
		Late:   pick(w, []negotiation.LatePolicy{"", negotiation.MarkLate, negotiation.MarkLate, negotiation.AddendumLate, negotiation.RefuseLate}),
	}
}
