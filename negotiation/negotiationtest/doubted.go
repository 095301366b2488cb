package negotiationtest

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"plenary/negotiation"
)

// received is what a simulation knows of a proposal that came in a document: kept
// by its own means, so that the law is not asked whether it obeys itself.
type received struct {
	// passage is how it came, marks and all, as the record first had it.
	passage   string
	changes   []negotiation.Change
	doubts    []negotiation.Doubt
	confirmed negotiation.Reading
}

// unread reports whether it waits for the word of its author.
func (r *received) unread() bool { return r != nil && len(r.doubts) > 0 && r.confirmed == "" }

// noteReceived keeps what came in documents, what was placed of it, and what was
// confirmed; before is the state before the request.
func (s *simulation) noteReceived(before negotiation.State, req negotiation.Request, events []negotiation.Event) {
	s.decidedUnread(req.Do)
	known := shown(before.For(negotiation.Audience{Role: negotiation.Secretariat}))
	for _, ev := range events {
		switch ev := ev.(type) {
		case negotiation.DraftImported:
			maps.Copy(known, rare(marshal(ev.Paragraphs)))
		case negotiation.ProposalTabled:
			if r := ev.Proposal.Received; r != nil {
				s.received[ev.Proposal.ID] = &received{passage: marshal(r), changes: ev.Proposal.Changes, doubts: r.Doubts}
				s.watch(ev.Proposal.ID, r.Doubts, known)
			}
		case negotiation.ProposalPlaced:
			r := s.received[ev.Proposal]
			p, _ := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Proposal(ev.Proposal)
			r.passage, r.changes, r.doubts = marshal(p.Received), ev.Changes, ev.Doubts
			s.watch(ev.Proposal, r.doubts, known)
			s.outcomes["placed"]++
		case negotiation.ReadingConfirmed:
			s.confirmedBy(before, req, ev)
		}
	}
	switch req.Do.(type) {
	case negotiation.ImportDraft, negotiation.ImportProposals, negotiation.PlaceProposal:
	default:
		// What somebody says is theirs, also where they say it after another.
		for word := range rare(marshal(req.Do)) {
			delete(s.watched, word)
		}
	}
}

// decidedUnread fails where a decision was taken on what nobody has confirmed.
func (s *simulation) decidedUnread(do negotiation.Command) {
	var decided []negotiation.ProposalID
	switch c := do.(type) {
	case negotiation.AcceptProposal:
		decided = []negotiation.ProposalID{c.Proposal}
	case negotiation.CombineProposals:
		decided = c.Parents
	}
	for _, id := range decided {
		if s.received[id].unread() {
			s.fatalf("%T of proposal %s, whose reading nobody has confirmed", do, id)
		}
	}
}

// confirmedBy holds a confirmation to who may give it, and to what is then asked for:
// the text of that reading on the words that the document was read against.
func (s *simulation) confirmedBy(before negotiation.State, req negotiation.Request, ev negotiation.ReadingConfirmed) {
	r := s.received[ev.Proposal]
	if !r.unread() {
		s.fatalf("a reading of proposal %s is confirmed, which is not in doubt", ev.Proposal)
	}
	p, _ := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Proposal(ev.Proposal)
	office := req.Seat == negotiation.SystemSeat || req.Seat == "office"
	if theirs := strings.HasPrefix(string(req.Seat), strings.ToLower(string(p.Delegation))); !theirs && !(office && ev.Word != "") {
		s.fatalf("%s confirms a reading of %s on the word %q", req.Seat, p.Delegation, ev.Word)
	}
	if _, alone := req.Do.(negotiation.ConfirmReading); alone && before.Seq()+1 != p.Confirmed.Seq {
		s.fatalf("proposal %s was confirmed by entry %d", p.ID, p.Confirmed.Seq)
	}
	r.confirmed = ev.Reading
	s.outcomes["as "+string(ev.Reading)]++
	for _, d := range r.doubts {
		if slices.ContainsFunc(p.Rebases, func(r negotiation.Rebase) bool { return r.Change == d.Change && r.Seq < p.Confirmed.Seq }) {
			s.outcomes["as "+string(ev.Reading)+" on newer words"]++
		}
		got := confirmedChange(p, d.Change)
		want := map[negotiation.Reading]string{negotiation.Literal: d.Literal, negotiation.Probable: d.Probable, negotiation.Edited: got.Text}[ev.Reading]
		base := r.changes[d.Change].Base
		if ev.Reading == negotiation.Edited {
			para, _ := s.state.For(negotiation.Audience{Role: negotiation.Secretariat}).Paragraph(string(got.Paragraph))
			base = para.Version
		}
		if got.Text != want || got.Base != base {
			s.fatalf("change %d of proposal %s, confirmed as %s, is %q on version %d, want %q on %d", d.Change, p.ID, ev.Reading, got.Text, got.Base, want, base)
		}
		if _, waits := p.Waits(d.Change); waits && ev.Reading == negotiation.Edited {
			s.fatalf("change %d of proposal %s waits for its author, who has given its words", d.Change, p.ID)
		}
		for word := range rare(got.Text) {
			delete(s.watched, word)
		}
	}
}

// confirmedChange is a change of p in the words that were confirmed, before the
// acceptance of others carried it over.
func confirmedChange(p negotiation.ProposalView, change int) negotiation.Change {
	new := slices.Contains(p.Confirmed.Changes, change)
	for _, r := range p.Rebases {
		if r.Change == change && (!new || r.Seq >= p.Confirmed.Seq) {
			return r.Was
		}
	}
	return p.Changes[change]
}

// watch keeps the rare words of both readings that are not known yet: none of them
// may be read in the draft before it is their author's.
func (s *simulation) watch(id negotiation.ProposalID, doubts []negotiation.Doubt, known map[string]bool) {
	for word := range rare(marshal(doubts)) {
		if !known[word] {
			s.watched[word] = id
		}
	}
}

// rare are the words of a text that stand nowhere else; see World.text.
func rare(text string) map[string]bool {
	words := map[string]bool{}
	for _, word := range regexp.MustCompile(`\bx\d+x\b`).FindAllString(text, -1) {
		words[word] = true
	}
	return words
}

// keepsReadings looks whether the draft holds a word that nobody has confirmed, and
// whether each proposal that came in a document is still kept as it came.
func (s *simulation) keepsReadings() {
	v := s.state.For(negotiation.Audience{Role: negotiation.Secretariat})
	for _, p := range v.Paragraphs {
		for word := range rare(p.Text) {
			if id, watched := s.watched[word]; watched {
				s.fatalf("paragraph %s holds %q of proposal %s, which nobody has confirmed", p.ID, word, id)
			}
		}
	}
	for _, p := range v.Proposals {
		r := s.received[p.ID]
		if kept := p.Received != nil; kept != (r != nil) || kept && marshal(p.Received) != r.passage {
			s.fatalf("proposal %s came otherwise than it is kept: %s", p.ID, marshal(p.Received))
		}
		if got, want := p.Unconfirmed(), r.unread() && p.Status().Open(); got != want {
			s.fatalf("proposal %s waits for its author: %v, want %v", p.ID, got, want)
		}
	}
}
