package negotiation

import (
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// importDraft records a draft and its proposals, or refuses the whole.
func (s State) importDraft(seat Seat, c ImportDraft) ([]Event, *Refusal) {
	if s.HasDraft() {
		return nil, Refuse(AlreadyDraft)
	}
	d := c.Draft
	if len(d.Paragraphs) == 0 {
		return nil, Refuse(Empty, "field", "paragraphs")
	}
	if len(d.Paragraphs) > MaxParagraphs {
		return nil, Refuse(TooMany, "field", "paragraphs", "limit", MaxParagraphs, "count", len(d.Paragraphs))
	}
	if r := readFrontMatter(d); r != nil {
		return nil, r
	}
	if r := readParagraphs(d.Paragraphs); r != nil {
		return nil, r
	}
	imported := DraftImported{Source: d.Source, Cover: d.Cover, Paragraphs: d.Paragraphs, Notices: d.Notices}
	events := []Event{imported}
	parties, r := s.importParties(d.Parties)
	if r != nil {
		return nil, r
	}
	for _, ev := range events {
		s = s.apply(Entry{}, ev)
	}
	for _, ev := range parties {
		s = s.apply(Entry{}, ev)
	}
	// They came in their own time: no window and no cut-off of ours applies to them.
	tabled, r := s.importAll(seat, d.Proposals, c.Confirmed, func(p Proposal) (ProposalTabled, *Refusal) {
		return ProposalTabled{Proposal: p}, nil
	})
	if r != nil {
		return nil, r
	}
	return append(append(events, parties...), tabled...), nil
}

// importProposals tables a file of amendments. It has come to the Secretariat now:
// window and cut-off count as for one that the Secretariat types.
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
	for _, ev := range parties {
		s = s.apply(Entry{}, ev)
	}
	tabled, r := s.importAll(seat, d.Proposals, c.Confirmed, func(p Proposal) (ProposalTabled, *Refusal) { return s.onTime(at, p) })
	if r != nil {
		return nil, r
	}
	return append(append([]Event{imported}, parties...), tabled...), nil
}

// readParagraphs checks that paragraphs are as Draft promises: the importers are
// ours, but what they read was not, and an event is for ever.
func readParagraphs(list []Paragraph) *Refusal {
	kinds := map[ParagraphID]Kind{"": ""}
	labels := map[ParagraphID]map[string]bool{}
	for i, p := range list {
		text, r := readWords(p.Text)
		if r != nil {
			return r
		}
		parent, known := kinds[p.Parent]
		switch {
		case p.ID != paragraphID(i+1), text != p.Text, p.Version != 1, p.Deleted, !p.Kind.Known():
			return Refuse(BadValue, "field", "paragraph", "value", p.ID)
		case !known, !p.Kind.hangsBelow(parent):
			return Refuse(BadValue, "field", "parent", "value", p.ID)
		case !validLabel(p.Label), labels[p.Parent][p.addressPart()]:
			return Refuse(BadValue, "field", "label", "value", p.Label)
		}
		kinds[p.ID] = p.Kind
		if labels[p.Parent] == nil {
			labels[p.Parent] = map[string]bool{}
		}
		labels[p.Parent][p.addressPart()] = true
	}
	return nil
}

// hangsBelow reports whether a paragraph of kind k may have a parent of kind
// parent, or none where that is empty.
func (k Kind) hangsBelow(parent Kind) bool {
	switch {
	case k.Sub():
		return parent == Numbered || parent == Plain
	case k == Group:
		return parent == Heading || parent == ""
	}
	return parent == ""
}

// validLabel reports whether label can stand in a document and in an address.
func validLabel(label string) bool {
	return !blank(label) && len(label) <= MaxName && clean(label) && label == Normal(label) && !strings.ContainsAny(label, "./")
}

// readFrontMatter refuses what the record could not give back as it came: JSON
// is UTF-8 [RFC 8259, 8.1].
func readFrontMatter(d Draft) *Refusal {
	texts := []string{d.Source.Name, d.Source.SHA256, d.Cover.Title, d.Cover.Symbol, d.Cover.Channel}
	for _, b := range d.Cover.Blocks {
		texts = append(texts, b.Lines...)
	}
	for _, n := range d.Notices {
		texts = append(texts, string(n.Severity), n.Code, n.Text)
	}
	for _, p := range d.Proposals {
		if p.Received != nil {
			texts = append(texts, p.Received.Verbatim)
		}
	}
	for _, text := range texts {
		if !utf8.ValidString(text) {
			return Refuse(BadText, "field", "document")
		}
	}
	return nil
}

func (s State) importParties(parties []Party) ([]Event, *Refusal) {
	var events []Event
	for _, p := range parties {
		name, r := readDelegation(p.Name)
		if r != nil {
			return nil, r
		}
		named, r := s.named(Party{Name: name, Kind: p.Kind})
		if r != nil {
			return nil, r
		}
		for _, ev := range named {
			s = s.apply(Entry{}, ev)
			events = append(events, ev)
		}
	}
	return events, nil
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
	var events []Event
	add := func(list ...Event) {
		for _, ev := range list {
			s = s.apply(Entry{}, ev)
			events = append(events, ev)
		}
	}
	for _, p := range proposals {
		tabled, r := s.importOne(p, table)
		if r != nil {
			return nil, r
		}
		add(tabled...)
		word, given := words[receivedAt(p)]
		if !given {
			continue
		}
		delete(words, word.Line)
		said, r := s.confirmReading(seat, ConfirmReading{Proposal: proposalID(s.proposals.len()), Reading: word.Reading, Words: word.Words, Word: word.Word})
		if r != nil {
			return nil, r
		}
		add(said...)
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

// importOne reads a proposal of a document and tables it.
func (s State) importOne(p Proposal, table func(Proposal) (ProposalTabled, *Refusal)) ([]Event, *Refusal) {
	received := p.Received
	p, r := s.readProposal(p)
	if r != nil {
		return nil, r
	}
	p.Replaces, p.Again = "", ""
	if received != nil {
		own := *received
		if own.Doubts, r = s.readDoubts(p.Changes, own.Doubts); r != nil {
			return nil, r
		}
		if own.Unplaced, r = readText("unplaced", own.Unplaced, MaxText); r != nil {
			return nil, r
		}
		if own.Unplaced != "" && slices.ContainsFunc(p.Changes, func(c Change) bool { return c.Paragraph != "" }) {
			// It has a place: to put it on another would take that one away.
			return nil, Refuse(BadValue, "field", "unplaced", "value", own.Unplaced)
		}
		p.Received = &own
	}
	named, r := s.importParties(contributors(p))
	if r != nil {
		return nil, r
	}
	tabled, r := table(p)
	return append(named, tabled), r
}

// contributors are the delegations of p. A document is believed where it names
// a sponsor: who reads it did not type it.
func contributors(p Proposal) []Party {
	parties := []Party{{Name: p.Delegation}}
	for _, d := range p.Sponsors {
		parties = append(parties, Party{Name: d})
	}
	return parties
}
