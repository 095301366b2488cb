package negotiation

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"plenary/diff"
)

// After gives the state after entry e. Events are applied and never judged: the
// record says what happened, and a replay comes to the same state. It panics
// where e does not follow s or its events name what is not there: a journal
// that holds such an entry is corrupt, and Check is for finding that out.
func (s State) After(e Entry) State {
	if e.Seq != s.seq+1 || e.Negotiation != s.id {
		panic(fmt.Sprintf("negotiation: entry %d of %s applied after entry %d of %s", e.Seq, e.Negotiation, s.seq, s.id))
	}
	s.seq, s.at = e.Seq, e.At
	for _, ev := range e.Events {
		s = s.apply(e, ev).noted(e, ev)
	}
	return s.listed(e)
}

// foresee gives the state that events would lead to, for what is decided behind them
// in the same entry. They are not listed with their paragraphs yet.
func (s State) foresee(events []Event) State {
	for _, ev := range events {
		s = s.apply(Entry{}, ev)
	}
	return s
}

func (s State) apply(e Entry, event Event) State {
	switch ev := event.(type) {
	case NegotiationCreated:
		s.title, s.language, s.public = ev.Title, ev.Language, ev.Public
	case NegotiationDescribed:
		s.title, s.language, s.public = ev.Title, ev.Language, ev.Public
	case DraftImported:
		return s.draftImported(e, ev)
	case DelegationNamed:
		s.parties = withKey(s.parties, ev.Party.Name, ev.Party)
	case SeatOpened:
		s.seats = withKey(s.seats, ev.Seat.ID, ev.Seat)
	case SeatClosed:
		seat := s.seats[ev.Seat]
		seat.Closed = true
		s.seats = withKey(s.seats, ev.Seat, seat)
	case CommentsOpened:
		s.window = Window{Open: true, CutOff: ev.CutOff, Zone: ev.Zone, Late: ev.Late}
	case CommentsClosed:
		s.window.Open = false
	case ProposalsImported:
		s.imports = append(slices.Clip(s.imports), Import{Source: ev.Source, Notices: ev.Notices, Seq: e.Seq, At: e.At})
	case CompilationIssued:
		s.issued = append(slices.Clip(s.issued), Issued{Issue: ev.Issue, Entry: e.Seq, At: e.At, Seat: e.Seat})
	case PlaceholderAssigned:
		return s.placeholderAssigned(e, ev)
	case ProposalTabled, ProposalSuperseded, ProposalWithdrawn, ProposalAdmitted, ProposalAccepted, ProposalNotRetained,
		ProposalRebased, ProposalMerged, ProposalMoot, ProposalSatisfied, ReadingConfirmed, ProposalPlaced:
		return s.applyToProposal(e, event)
	case ParagraphAmended, ParagraphInserted, ParagraphDeleted, ParagraphMoved:
		return s.applyToParagraph(e, event)
	case ParagraphSettled, ParagraphReopened, ProposalLapsed, ProposalRevived, PositionTaken, GroupNamed:
		return s.applyOutcome(e, event)
	default:
		return s.applyToSession(e, event)
	}
	return s
}

func (s State) applyToProposal(e Entry, event Event) State {
	switch ev := event.(type) {
	case ProposalTabled:
		return s.proposalTabled(e, ev)
	case ProposalSuperseded:
		return s.step(ev.Proposal, e, Step{Status: Superseded, By: ev.By})
	case ProposalWithdrawn:
		return s.step(ev.Proposal, e, Step{Status: Withdrawn, Reason: ev.Reason})
	case ProposalAdmitted:
		return s.step(ev.Proposal, e, Step{Status: OnTable, Reason: ev.Reason})
	case ProposalAccepted:
		status := Accepted
		if ev.Amended {
			status = AcceptedAmended
		}
		return s.step(ev.Proposal, e, Step{Status: status, Reason: ev.Reason})
	case ProposalNotRetained:
		return s.step(ev.Proposal, e, Step{Status: NotRetained, Reason: ev.Reason})
	case ProposalRebased:
		return s.proposalRebased(e, ev)
	case ReadingConfirmed:
		return s.readingConfirmed(e, ev)
	case ProposalPlaced:
		return s.proposalPlaced(e, ev)
	case ProposalMerged:
		return s.step(ev.Proposal, e, Step{Status: Merged, By: ev.Into})
	case ProposalMoot:
		return s.step(ev.Proposal, e, Step{Status: Moot, By: ev.Because})
	case ProposalSatisfied:
		return s.step(ev.Proposal, e, Step{Status: Satisfied, By: ev.By, Reason: ev.Reason})
	}
	return s
}

func (s State) applyToParagraph(e Entry, event Event) State {
	switch ev := event.(type) {
	case ParagraphAmended:
		return s.revise(e, ev.Paragraph, ev.Proposal, func(p *paragraphState, v *Version) {
			p.Text, v.Redline = ev.Text, ev.Redline
			p.owners = ownersAfter(p.owners, ev.Redline)
		})
	case ParagraphDeleted:
		return s.revise(e, ev.Paragraph, ev.Proposal, func(p *paragraphState, v *Version) {
			p.Deleted, v.Redline = true, diff.Script{{Op: diff.Delete, Text: p.Text}}
		})
	case ParagraphInserted:
		return s.paragraphInserted(e, ev)
	case ParagraphMoved:
		return s.paragraphMoved(e, ev)
	}
	return s
}

func (s State) draftImported(e Entry, ev DraftImported) State {
	s.source, s.cover, s.notices = ev.Source, ev.Cover, ev.Notices
	s.order = make([]ParagraphID, 0, len(ev.Paragraphs))
	for i, p := range ev.Paragraphs {
		first := Version{Number: 1, Text: p.Text, Seq: e.Seq, At: e.At}
		s.paragraphs = s.paragraphs.with(i+1, paragraphState{Paragraph: p, versions: []Version{first}, heard: heard{touched: e.Seq}})
		s.order = append(s.order, p.ID)
	}
	return s
}

func (s State) proposalTabled(e Entry, ev ProposalTabled) State {
	status := OnTable
	if ev.Held {
		status = Late
	}
	first := Step{Status: status, Seq: e.Seq, At: e.At, Seat: e.Seat}
	s.proposals = s.proposals.with(ev.Proposal.ID.number(), proposalState{
		Standing: Standing{Proposal: ev.Proposal, Steps: []Step{first}}, heard: heard{touched: e.Seq},
	})
	return s
}

// listed lists the proposals that an entry brings to paragraphs with those, by number.
// All of an entry are listed together: an import tables thousands, and each list is
// copied for whoever holds the older state.
func (s State) listed(e Entry) State {
	more := map[int][]ProposalID{}
	for _, ev := range e.Events {
		id, changes := brought(ev)
		for _, c := range changes {
			if n := c.Paragraph.number(); n > 0 {
				more[n] = append(more[n], id)
			}
		}
	}
	for n, ids := range more {
		p := s.paragraphs.at(n)
		// One that is placed by hand comes behind those that were tabled since.
		p.proposals = slices.Concat(p.proposals, ids)
		slices.SortFunc(p.proposals, func(a, b ProposalID) int { return cmp.Compare(a.number(), b.number()) })
		p.proposals = slices.Compact(p.proposals)
		s.paragraphs = s.paragraphs.with(n, p)
	}
	return s
}

// brought gives the proposal that an event brings to paragraphs, with the changes that
// name them.
func brought(ev Event) (ProposalID, []Change) {
	switch ev := ev.(type) {
	case ProposalTabled:
		return ev.Proposal.ID, ev.Proposal.Changes
	case ProposalPlaced:
		return ev.Proposal, ev.Changes
	}
	return "", nil
}

// step moves a proposal on.
func (s State) step(id ProposalID, e Entry, step Step) State {
	p := s.proposals.at(id.number())
	step.Seq, step.At, step.Seat = e.Seq, e.At, e.Seat
	p.Steps = append(slices.Clip(p.Steps), step)
	p.touched = e.Seq
	s.proposals = s.proposals.with(id.number(), p)
	return s
}

// revise gives a paragraph its next version, which change fills in.
func (s State) revise(e Entry, id ParagraphID, by ProposalID, change func(*paragraphState, *Version)) State {
	p := s.paragraphs.at(id.number())
	v := Version{Seq: e.Seq, At: e.At, Proposal: by, Delegations: s.authors(by)}
	change(&p, &v)
	p.Version++
	v.Number, v.Text, v.Deleted = p.Version, p.Text, p.Deleted
	p.versions = append(slices.Clip(p.versions), v)
	p.touched = e.Seq
	s.paragraphs = s.paragraphs.with(id.number(), p)
	return s
}

// authors are the delegations of a proposal, its own first.
func (s State) authors(id ProposalID) []Delegation {
	p, ok := s.proposal(id)
	if !ok {
		return nil
	}
	return p.Authors()
}

// withKey gives m with one entry more, and leaves m as it was.
func withKey[K comparable, V any](m map[K]V, k K, v V) map[K]V {
	out := maps.Clone(m)
	if out == nil {
		out = make(map[K]V, 1)
	}
	out[k] = v
	return out
}
