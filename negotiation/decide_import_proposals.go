package negotiation

import (
	"maps"
	"slices"
	"time"

	"plenary/diff"
)

// importProposals tables a file of amendments. It has come to the Secretariat now:
// window and cut-off count as for one that the Secretariat types, once there is one.
func (s State) importProposals(seat Seat, at time.Time, c ImportProposals) ([]Event, *Refusal) {
	d := c.Draft
	switch {
	case !s.HasDraft():
		return nil, Refuse(NoDraft)
	case len(d.Paragraphs) > 0:
		return nil, Refuse(AlreadyDraft)
	case len(d.Proposals) == 0:
		return nil, Refuse(Empty, "field", "proposals")
	}
	if r := readFrontMatter(d); r != nil {
		return nil, r
	}
	imported := ProposalsImported{Source: d.Source, Notices: d.Notices}
	parties, r := s.importParties(d.Parties)
	if r != nil {
		return nil, r
	}
	s = s.foresee(parties)
	tabled, r := s.importAll(seat, d.Proposals, c.Confirmed, func(p Proposal) (ProposalTabled, *Refusal) {
		if !s.window.Open && !s.window.Shut() {
			return ProposalTabled{Proposal: p}, nil
		}
		return s.onTime(at, p)
	})
	if r != nil {
		return nil, r
	}
	return append(append([]Event{imported}, parties...), tabled...), nil
}

// importAll tables the proposals of a document, as if one after the other, and
// confirms those that were confirmed beforehand.
func (s State) importAll(seat Seat, proposals []Proposal, confirmed []ImportedReading, table func(Proposal) (ProposalTabled, *Refusal)) ([]Event, *Refusal) {
	words := make(map[int]ImportedReading, len(confirmed))
	for _, c := range confirmed {
		if _, twice := words[c.Line]; twice {
			return nil, Refuse(BadValue, "field", "line", "value", c.Line)
		}
		words[c.Line] = c
	}
	if len(proposals) > MaxImported {
		return nil, Refuse(TooMany, "field", "proposals", "limit", MaxImported, "count", len(proposals))
	}
	var events []Event
	size := 0
	add := func(list []Event) {
		s, events = s.foresee(list), append(events, list...)
	}
	for _, p := range proposals {
		tabled, bytes, r := s.importOne(p, table)
		if r != nil {
			return nil, r
		}
		add(tabled)
		if size += bytes; size > maxImportedBytes {
			return nil, Refuse(TooLong, "field", "document", "limit", maxImportedBytes, "length", size)
		}
		word, given := words[receivedAt(p)]
		if !given || len(p.Received.Doubts) == 0 {
			continue
		}
		delete(words, word.Line)
		said, r := s.confirmReading(seat, ConfirmReading{Proposal: proposalID(s.proposals.len()), Reading: word.Reading, Words: word.Words, Word: word.Word})
		if r != nil {
			return nil, r
		}
		add(said)
	}
	if len(words) > 0 {
		return nil, Refuse(BadValue, "field", "line", "value", slices.Min(slices.Collect(maps.Keys(words))))
	}
	return events, nil
}

// receivedAt is the line at which a proposal began, or 0.
func receivedAt(p Proposal) int {
	if p.Received == nil {
		return 0
	}
	return p.Received.Line
}

// importOne reads a proposal of a document and tables it. It tells also about how many
// bytes that takes in the record.
func (s State) importOne(p Proposal, table func(Proposal) (ProposalTabled, *Refusal)) ([]Event, int, *Refusal) {
	received := p.Received
	p, r := s.readProposal(p)
	if r != nil {
		return nil, 0, r
	}
	p.Replaces, p.Again = "", ""
	if received != nil {
		own := *received
		if own.Doubts, r = s.readDoubts(p.Changes, own.Doubts); r != nil {
			return nil, 0, r
		}
		if own.Unplaced, r = readText("unplaced", own.Unplaced, MaxText); r != nil {
			return nil, 0, r
		}
		if own.Unplaced != "" && slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Paragraph != "" }) {
			// It has a place: to put it on another would take that one away.
			return nil, 0, Refuse(BadValue, "field", "unplaced", "value", own.Unplaced)
		}
		p.Received = &own
	}
	named, r := s.importParties(contributors(p))
	if r != nil {
		return nil, 0, r
	}
	tabled, r := table(p)
	return append(named, tabled), tabled.Proposal.size(), r
}

// maxImportedBytes bounds what the proposals of one document take in the record,
// which keeps them in one entry.
const maxImportedBytes = 32 << 20

// size is about what p takes in the record, in bytes.
func (p Proposal) size() int {
	const frame = 200 // names of fields, numbers
	n := frame + len(p.Reason)
	script := func(spans []diff.Span) {
		for _, span := range spans {
			n += frame/4 + len(span.Text)
		}
	}
	for _, c := range p.Changes {
		n += frame + len(c.Text)
		script(c.Redline)
	}
	if p.Received == nil {
		return n
	}
	n += len(p.Received.Verbatim) + len(p.Received.Unplaced)
	for _, d := range p.Received.Doubts {
		n += len(d.Literal) + len(d.Probable)
		script(d.Typed)
		for _, f := range d.Why {
			n += frame/2 + len(f.Words) + len(f.Run)
		}
	}
	return n
}
