package web

import (
	"plenary/diff"
	"plenary/negotiation"
)

// rowPart is one paragraph of the text page, which part "paragraph-row" shows.
// What is in it depends on the audience and the language only, so that one
// rendering serves everybody of an audience.
type rowPart struct {
	Base
	ID      negotiation.ParagraphID
	Kind    negotiation.Kind
	Address string
	// Label is as printed, or a sign where the kind has none.
	Label   string
	Touched negotiation.Seq
	Deleted bool
	// Inserted says that the paragraph was not in the draft as imported.
	Inserted bool
	// Redline leads from the draft as imported to the present words.
	Redline   diff.Script
	Contested bool
	// Open and Closed are its proposals, in the order of printing.
	Open   []negotiation.ProposalView
	Closed []negotiation.ProposalView
	Late   int
	// Unconfirmed counts the open ones of which nobody has confirmed a reading.
	Unconfirmed int
	// Owned are the open places that somebody is to fill.
	Owned []openPlace
	// Outcome is the newest thing that the meeting made of it, if anything.
	Outcome *settlementPart
	// Context says that the row stands only so that those below it make sense.
	Context bool
}

// row makes the row of one paragraph.
func (s placed) row(b Base, p negotiation.ParagraphView) rowPart {
	r := rowPart{Base: b, ID: p.ID, Kind: p.Kind, Address: p.Address, Label: rowLabel(p.Paragraph), Touched: p.Touched,
		Deleted: p.Deleted, Inserted: p.Versions[0].Proposal != "", Redline: sinceImport(p), Contested: s.contested(p.ID),
		Open: s.open(p.ID), Closed: s.closed(p.ID), Owned: ownedPlaces(p)}
	if outcomes, _ := outcomesOf(b, p); len(outcomes) > 0 {
		r.Outcome = &outcomes[0]
	}
	r.Unconfirmed = unconfirmed(r.Open)
	for _, open := range r.Open {
		if open.Status() == negotiation.Late {
			r.Late++
		}
	}
	return r
}

// rowLabel is what hangs in the margin and leads to the paragraph's page.
func rowLabel(p negotiation.Paragraph) string {
	switch label := p.PrintedLabel(); {
	case label != "":
		return label
	case p.Kind == negotiation.Bullet:
		return "•"
	}
	return "¶"
}

// sinceImport is the redline from a paragraph's first words to its present ones.
// An inserted paragraph had none at first, a struck one has none now.
func sinceImport(p negotiation.ParagraphView) diff.Script {
	first, inserted := p.Versions[0].Text, p.Versions[0].Proposal != ""
	switch {
	case inserted && p.Deleted:
		return diff.Script{{Op: diff.Delete, Text: p.Text}}
	case inserted:
		return diff.Script{{Op: diff.Insert, Text: p.Text}}
	case p.Deleted:
		return diff.Script{{Op: diff.Delete, Text: first}}
	case first == p.Text:
		return diff.Script{{Op: diff.Equal, Text: p.Text}}
	}
	return diff.Words(first, p.Text)
}
