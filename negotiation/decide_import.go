package negotiation

import (
	"strings"
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
	s = s.foresee(append(events, parties...))
	// They came in their own time: no window and no cut-off of ours applies to them.
	tabled, r := s.importAll(seat, d.Proposals, c.Confirmed, func(p Proposal) (ProposalTabled, *Refusal) {
		return ProposalTabled{Proposal: p}, nil
	})
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
		s, events = s.foresee(named), append(events, named...)
	}
	return events, nil
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
