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
	// Clash says which of the open proposals touch the same place.
	Clash string
	// Below are the sub-paragraphs.
	Below []belowEntry
	// Present is the text as it stands, struck where it was deleted.
	Present diff.Script
	// Open and Closed are the proposals, in the order of printing.
	Open   []proposalPart
	Closed []proposalPart
	// History has the versions, newest first; one alone is none.
	History []versionEntry
	// Propose is the address of the page to propose a change, or none.
	Propose string
}

// belowEntry is a paragraph of the same list, with the delegations that have open proposals
// on it.
type belowEntry struct {
	negotiation.ParagraphView
	Label   string
	Present diff.Script
	Open    []negotiation.ProposalView
}

// versionEntry is one wording that the paragraph has had.
type versionEntry struct {
	negotiation.Version
	Redline diff.Script
}

// sideOf makes the side-by-side view of one paragraph of v.
func sideOf(b Base, v negotiation.View, p negotiation.ParagraphView) sidePart {
	s := place(v)
	side := sidePart{Base: b, ParagraphView: p, Label: rowLabel(p.Paragraph), Present: present(p),
		Open: proposalsOf(b, v, s.open(p.ID)), Closed: proposalsOf(b, v, s.closed(p.ID)), History: versionsOf(p), Clash: b.clash(p.ID, s.open(p.ID))}
	if b.mayTable() && !p.Deleted {
		side.Propose = "/n/" + string(v.ID) + "/p/" + p.Address + "/propose"
	}
	for _, other := range v.Paragraphs {
		switch {
		case other.ID == p.Parent && p.Kind.Sub():
			side.Chapeau = s.entry(other)
		case other.Parent == p.ID && other.Kind.Sub():
			side.Below = append(side.Below, *s.entry(other))
		}
	}
	return side
}

func (s placed) entry(p negotiation.ParagraphView) *belowEntry {
	return &belowEntry{ParagraphView: p, Label: rowLabel(p.Paragraph), Present: present(p), Open: s.open(p.ID)}
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
