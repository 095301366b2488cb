package web

import (
	"plenary/diff"
	"plenary/negotiation"
)

// sidePart is one paragraph with its proposals side by side, which part
// "paragraph-side" shows. What is in it depends on the audience, the right to
// table and the language only.
type sidePart struct {
	Base
	negotiation.ParagraphView
	Label string
	// Chapeau is the paragraph that this one hangs below, if any.
	Chapeau *belowEntry
	// Owned are the open places that somebody is to fill.
	Owned []openPlace
	// Strikes are the open proposals that would delete it with that chapeau.
	Strikes []strike
	// Outcomes are what the meeting made of it, newest first; Settled says that it can
	// be changed only after it was reopened.
	Outcomes []settlementPart
	Settled  bool
	// Held says that its words are frozen.
	Held bool
	// Unheard says which proposals came after it was agreed; empty for none.
	Unheard string
	// Says are the positions on it as it stands; Position is to take one.
	Says     positionsPart
	Position *positionForm
	// Contest says what clashes with what.
	Contest contestPart
	// Combined is the text of what clashes with nothing, if there is one.
	Combined *combinedPart
	// Below are the sub-paragraphs.
	Below []belowEntry
	// Present is the text as it stands, struck where it was deleted.
	Present diff.Script
	// Authors are who wrote the words of Present, or nil where the draft as
	// imported has them all.
	Authors *authorsPart
	// Open and Closed are the proposals, in the order of printing.
	Open   []proposalPart
	Closed []proposalPart
	// Many says that there are more open ones than one looks at together.
	Many bool
	// History has the versions, newest first; one alone is none.
	History []versionEntry
	// Propose is the address of the page to propose a change, or none.
	Propose string
}

// many is how many open proposals may stand side by side in full. Of more each is
// decided on a page of its own, and the combined text stands beside the draft.
const many = 8

// belowEntry is a paragraph of the same list.
type belowEntry struct {
	negotiation.ParagraphView
	Label   string
	Present diff.Script
	// Open are the open proposals on a sub-paragraph.
	Open []negotiation.ProposalView
}

// versionEntry is one wording that the paragraph has had.
type versionEntry struct {
	negotiation.Version
	Redline diff.Script
}

// sides makes the side-by-side views of one View, with what they have in common
// made once. It may be used by several goroutines at once.
type sides struct {
	placed
	negotiation.Restater
	byID map[negotiation.ParagraphID]*negotiation.ParagraphView
	// below lists the sub-paragraphs of each paragraph.
	below map[negotiation.ParagraphID][]*negotiation.ParagraphView
}

func newSides(p placed) sides {
	s := sides{placed: p, Restater: negotiation.NewRestater(p.View), byID: make(map[negotiation.ParagraphID]*negotiation.ParagraphView, len(p.Paragraphs)),
		below: map[negotiation.ParagraphID][]*negotiation.ParagraphView{}}
	for i := range p.Paragraphs {
		para := &p.Paragraphs[i]
		s.byID[para.ID] = para
		if para.Kind.Sub() {
			s.below[para.Parent] = append(s.below[para.Parent], para)
		}
	}
	return s
}

// paragraph gives a paragraph of the draft.
func (s sides) paragraph(id negotiation.ParagraphID) (negotiation.ParagraphView, bool) {
	p, ok := s.byID[id]
	if !ok {
		return negotiation.ParagraphView{}, false
	}
	return *p, true
}

// address is that of a paragraph, or empty where there is none.
func (s sides) address(id negotiation.ParagraphID) string {
	p, _ := s.paragraph(id)
	return p.Address
}

// side makes the view of one paragraph.
func (s sides) side(b Base, p negotiation.ParagraphView) sidePart {
	c := newContest(b, s.View, p)
	side := sidePart{Base: b, ParagraphView: p, Label: rowLabel(p.Paragraph), Present: present(p), Owned: ownedPlaces(p), Authors: b.presentAuthors(s.View, p),
		Open: s.parts(b, s.open(p.ID)), Closed: s.parts(b, s.closed(p.ID)), History: versionsOf(p)}
	side.Outcomes, side.Settled = outcomesOf(b, p)
	side.Held = s.Session.Floor.Holds(p.ID)
	if side.Settled {
		side.Unheard = b.unheard(s.View, "unheard.agreed", p)
	}
	side.Says = positionsSaid(b, p.Positions)
	if !p.Kind.IsHeading() && !p.Deleted {
		side.Position = positionFormOf(b, s.View, positionTarget{Paragraph: &p}, behindParagraph(p.ID), typed{})
	}
	side.Many = len(side.Open) > many
	for i := range side.Open {
		side.Open[i].Brief = side.Many && b.Seat.Role.Decides()
		if at := side.Open[i].Shut; at != nil && at.Paragraph == p.ID {
			side.Open[i].Shut = nil // it is said once, above them
		}
	}
	combined := c.combinedOf(s.View)
	side.Contest = c.part(combined)
	if combined != nil && !combined.empty() {
		side.Combined = combined
	}
	for party, contestant := range c.Parties {
		for i := range side.Open {
			if side.Open[i].ID == contestant.Proposal {
				side.Open[i].mark(c, party)
			}
		}
	}
	if (b.mayTable() || b.Seat.Tables() && s.fromFloor(p.ID)) && !p.Deleted && !side.Settled {
		side.Propose = "/n/" + string(s.ID) + "/p/" + p.Address + "/propose"
	}
	if chapeau, ok := s.paragraph(p.Parent); ok && p.Kind.Sub() {
		side.Chapeau, side.Strikes = entryOf(chapeau), s.strikes(p)
	}
	for _, below := range s.below[p.ID] {
		entry := entryOf(*below)
		entry.Open = s.open(below.ID)
		side.Below = append(side.Below, *entry)
	}
	return side
}

func (s sides) parts(b Base, list []negotiation.ProposalView) []proposalPart {
	return proposalParts(b, s.View, list, s.Restate(list))
}

func entryOf(p negotiation.ParagraphView) *belowEntry {
	return &belowEntry{ParagraphView: p, Label: rowLabel(p.Paragraph), Present: present(p)}
}

// present is the text of a paragraph as it stands now.
func present(p negotiation.ParagraphView) diff.Script {
	op := diff.Equal
	if p.Deleted {
		op = diff.Delete
	}
	return diff.Script{{Op: op, Text: p.Text}}
}

// versionsOf lists the versions of p, newest first, each with its redline from
// the one before.
func versionsOf(p negotiation.ParagraphView) []versionEntry {
	if len(p.Versions) < 2 {
		return nil
	}
	var list []versionEntry
	for i := len(p.Versions) - 1; i >= 0; i-- {
		e := versionEntry{Version: p.Versions[i], Redline: p.Versions[i].Redline}
		if len(e.Redline) == 0 {
			e.Redline = diff.Script{{Op: diff.Equal, Text: e.Text}}
		}
		list = append(list, e)
	}
	return list
}
