package web

import (
	"context"
	"slices"

	"plenary/negotiation"
	"plenary/negotiation/lint"
)

// mostLints is how many drafts are kept as the judges of what is proposed on them.
const mostLints = 20

// editorialPart is what part "editorial" shows: what an editor would mend in the
// clean text if a proposal were accepted as it stands. It is offered to its author
// and to those who decide, shown to nobody else, and never applied.
type editorialPart struct {
	Base
	// Probable says that its words are what was probably meant.
	Probable bool
	Notes    []editorialNote
}

// editorialNote is one thing to mend. Address is empty where there is only one
// paragraph to speak of.
type editorialNote struct{ Address, Text string }

// judge reads the present text of v as that by which proposals are judged, once for
// each state of the record. The text is the same for all who may read it.
func (s *Server) judge(ctx context.Context, v negotiation.View) (*lint.Draft, error) {
	at, err := s.edition(ctx, v)
	if err != nil {
		return nil, err
	}
	return s.lints.of(ctx, v.ID, at, func() (*lint.Draft, error) { return lint.New(lintUnits(v)), nil })
}

// lintUnits are the paragraphs that stand, in order.
func lintUnits(v negotiation.View) []lint.Unit {
	leads := map[negotiation.ParagraphID]bool{}
	for _, p := range v.Paragraphs {
		if p.Kind.Sub() && !p.Deleted {
			leads[p.Parent] = true
		}
	}
	var list []lint.Unit
	for _, p := range v.Paragraphs {
		if !p.Deleted {
			list = append(list, lint.Unit{Address: p.Address, Text: p.Text, Heading: p.Kind.IsHeading(), Chapeau: leads[p.ID], Item: p.Kind.Sub()})
		}
	}
	return list
}

// maySeeNotes reports whether notes on p are for the reader: they are no criticism
// before others.
func (b Base) maySeeNotes(p negotiation.ProposalView) bool {
	return p.Status().Open() && (b.Seat.Role.Decides() || b.Seat.Delegation != "" && slices.Contains(p.Authors(), b.Seat.Delegation))
}

// editorial notes what an editor would mend if changes were taken as they are; nil
// if that is nothing.
func (b Base) editorial(judge *lint.Draft, v negotiation.View, changes []negotiation.Change) *editorialPart {
	part := &editorialPart{Base: b}
	several := len(changes) > 1
	for _, c := range changes {
		para, ok := v.Paragraph(string(c.Paragraph))
		if !ok || para.Deleted {
			continue
		}
		address, before, after := para.Address, textAt(para, c.Base), negotiation.Normal(c.Text)
		switch c.Kind {
		case negotiation.Amend:
		case negotiation.Delete:
			after = ""
		case negotiation.Insert:
			address, before = newAddress(v, para, c.As), ""
			if after == "" {
				continue // nothing typed yet
			}
		default:
			continue
		}
		for _, n := range judge.Result(address, before, after) {
			note := editorialNote{Text: b.lintNote(n)}
			if several {
				note.Address = para.Address
			}
			part.Notes = append(part.Notes, note)
		}
	}
	if len(part.Notes) == 0 {
		return nil
	}
	return part
}

// newAddress is one in the list that an inserted paragraph will be in.
func newAddress(v negotiation.View, after negotiation.ParagraphView, as negotiation.Kind) string {
	if as == "" {
		as = after.Kind
	}
	if !as.Sub() {
		return "+"
	}
	if chapeau, ok := v.Paragraph(string(after.Parent)); ok && after.Kind.Sub() {
		after = chapeau
	}
	return after.Address + ".+"
}

// lintNote says a note in the reader's language.
func (b Base) lintNote(n lint.Note) string {
	return b.T("lint."+n.Code, "words", extract(n.Words), "suggest", extract(n.Suggest))
}

// proposalNotes are the notes on a proposal, for those who may see them.
func (s *Server) proposalNotes(ctx context.Context, h here, p negotiation.ProposalView) (*editorialPart, error) {
	if !h.maySeeNotes(p) {
		return nil, nil
	}
	judge, err := s.judge(ctx, h.View)
	if err != nil {
		return nil, err
	}
	return h.notesOn(judge, h.View, p), nil
}

// notesOn are the notes on a proposal, or nil.
func (b Base) notesOn(judge *lint.Draft, v negotiation.View, p negotiation.ProposalView) *editorialPart {
	part := b.editorial(judge, v, p.Changes)
	if part != nil {
		part.Probable = p.Unconfirmed()
	}
	return part
}

// slip is something to mend in the draft itself.
type slip struct{ Address, Text string }

// mostSlips is how many slips of a draft are listed.
const mostSlips = 100

// slips lists what to mend in the draft, for the Secretariat. Where a paragraph of
// a list was struck its label is missing on purpose.
func (b Base) slips(judge *lint.Draft, v negotiation.View) []slip {
	struck := map[negotiation.ParagraphID]bool{}
	byAddress := make(map[string]negotiation.ParagraphView, len(v.Paragraphs))
	for _, p := range v.Paragraphs {
		struck[p.Parent] = struck[p.Parent] || p.Deleted
		if !p.Deleted {
			byAddress[p.Address] = p
		}
	}
	var list []slip
	for _, s := range judge.Slips() {
		if s.Note.Code == lint.LabelSkips && struck[byAddress[s.Address].Parent] {
			continue
		}
		list = append(list, slip{s.Address, b.lintNote(s.Note)})
	}
	return list
}

// SlipsShown are those that the desk lists; MoreSlips counts the others.
func (p deskPage) SlipsShown() []slip { return p.Slips[:min(len(p.Slips), mostSlips)] }

// MoreSlips counts the slips that are not listed.
func (p deskPage) MoreSlips() int { return max(len(p.Slips)-mostSlips, 0) }
