package negotiation

import "strings"

// importDraft records a draft and its proposals, or refuses the whole.
func (s State) importDraft(c ImportDraft) ([]Event, *Refusal) {
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
	if r := readParagraphs(d.Paragraphs); r != nil {
		return nil, r
	}
	imported := DraftImported{Source: d.Source, Cover: d.Cover, Paragraphs: d.Paragraphs, Notices: d.Notices}
	events := []Event{imported}
	parties, r := s.importParties(d.Parties)
	if r != nil {
		return nil, r
	}
	tabled, r := s.importProposals(imported, d.Proposals)
	if r != nil {
		return nil, r
	}
	return append(append(events, parties...), tabled...), nil
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
		case !known, p.Kind.Sub() != (p.Parent != "" && !parent.IsHeading()), p.Kind != Group && parent.IsHeading():
			return Refuse(BadValue, "field", "parent", "value", p.ID)
		case p.Label == "", len(p.Label) > MaxName, !clean(p.Label), strings.ContainsAny(p.Label, "./\n"), labels[p.Parent][p.addressPart()]:
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

// importProposals tables the proposals of the document, as if one after the
// other on the draft just imported. They came in their own time: no window and
// no cut-off of ours applies to them.
func (s State) importProposals(d DraftImported, proposals []Proposal) ([]Event, *Refusal) {
	s = s.draftImported(Entry{}, d)
	var events []Event
	for _, p := range proposals {
		received := p.Received
		p, r := s.readProposal(p)
		if r != nil {
			return nil, r
		}
		p.Received = received
		p.Replaces, p.Again = "", ""
		named, r := s.named(Party{Name: p.Delegation})
		if r != nil {
			return nil, r
		}
		for _, ev := range append(named, ProposalTabled{Proposal: p}) {
			s = s.apply(Entry{}, ev)
			events = append(events, ev)
		}
	}
	return events, nil
}
