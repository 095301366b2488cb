package web

import (
	"strings"

	"plenary/diff"
	"plenary/negotiation"
)

// proposal gives what the form asks for, as the law takes it. For one form it is
// always the same, whatever has happened to the draft since: a form that is sent
// twice must be recognised. It refuses what holds no change at all.
func (p *proposePage) proposal() (negotiation.Proposal, error) {
	f := p.Form
	proposal := negotiation.Proposal{
		Delegation: p.speaker(), Sponsors: f.Sponsors, Language: f.Language, Category: f.Category,
		Reason: f.Reason, Again: f.Again, Replaces: f.Replaces,
	}
	kept, err := p.kept()
	if err != nil {
		return proposal, err
	}
	typed, err := p.changes(len(kept) > 0)
	proposal.Changes = append(typed, kept...)
	return proposal, err
}

// speaker is on whose behalf the form is sent: the seat's own delegation, or
// the one that the Secretariat names.
func (p proposePage) speaker() negotiation.Delegation {
	switch {
	case p.Seat.Delegation != "":
		return p.Seat.Delegation
	case strings.TrimSpace(string(p.Form.Other)) != "":
		return p.Form.Other
	}
	return p.Form.Delegation
}

// changes are those typed into the fields of the form's kind. None is fine only
// where others are kept.
func (p *proposePage) changes(others bool) ([]negotiation.Change, error) {
	f := p.Form
	c := negotiation.Change{Kind: f.Kind, Paragraph: p.place(), Base: f.Base}
	switch f.Kind {
	case negotiation.Amend:
		return p.amendments(others)
	case negotiation.Delete:
		return []negotiation.Change{c}, nil
	case negotiation.Move:
		c.After = f.After
		return []negotiation.Change{c}, nil
	case negotiation.Insert:
		c.As = f.As
	}
	c.Text = f.Text
	if strings.TrimSpace(f.Text) == "" {
		if others {
			return nil, nil
		}
		return nil, negotiation.Refuse(negotiation.Empty, "field", "text")
	}
	return []negotiation.Change{c}, short(f.Text)
}

// amendments are the paragraphs whose words were changed, in the order of the draft.
func (p *proposePage) amendments(others bool) ([]negotiation.Change, error) {
	var list []negotiation.Change
	for _, para := range p.View.Paragraphs {
		w, typed := p.Form.Words[para.ID]
		if !typed {
			continue
		}
		if err := short(w.Text); err != nil {
			return nil, err
		}
		if strings.TrimSpace(w.Text) == "" {
			return nil, negotiation.Refuse(negotiation.Empty, "field", "text")
		}
		list = append(list, negotiation.Change{Kind: negotiation.Amend, Paragraph: para.ID, Base: w.Base, Text: w.Text})
	}
	if len(list) == 0 && !others {
		return nil, negotiation.Refuse(negotiation.NoChange, "paragraph", p.Address())
	}
	return list, nil
}

// short refuses what is too long before a redline is made of it.
func short(text string) error {
	if len(text) > negotiation.MaxText {
		return negotiation.Refuse(negotiation.TooLong, "field", "text", "limit", negotiation.MaxText, "length", len(text))
	}
	return nil
}

// kept are the changes taken over from the proposal that this one follows.
func (p proposePage) kept() ([]negotiation.Change, error) {
	if len(p.Form.Keep) == 0 {
		return nil, nil
	}
	id := p.Form.Again
	if id == "" {
		id = p.Form.Replaces
	}
	old, ok := p.View.Proposal(id)
	if !ok {
		return nil, negotiation.Refuse(negotiation.UnknownProposal, "proposal", id)
	}
	var list []negotiation.Change
	for _, kept := range p.Form.Keep {
		if kept.Index < 0 || kept.Index >= len(old.Changes) || len(list) >= negotiation.MaxChanges {
			return nil, negotiation.Refuse(negotiation.BadValue, "field", "change", "value", kept.Index)
		}
		c := old.Changes[kept.Index]
		list = append(list, negotiation.Change{Kind: c.Kind, Paragraph: c.Paragraph, Base: kept.Base, Text: c.Text, As: c.As, After: c.After})
	}
	return list, nil
}

// hindrance is what would be refused now whatever the words are.
func (p *proposePage) hindrance() error {
	w := p.View.Window
	switch _, answers := p.answers(); {
	case answers, p.FromFloor():
	case !w.Open:
		return negotiation.Refuse(negotiation.WindowClosed)
	case p.Late() && w.Late == negotiation.RefuseLate:
		return negotiation.Refuse(negotiation.CutOffPassed, "cutoff", p.Date(w.CutOff))
	}
	for _, old := range p.stale() {
		return negotiation.Refuse(negotiation.Stale, "paragraph", old.Address, "base", old.Base, "current", old.Current)
	}
	return nil
}

// staleWords tells of a paragraph that has changed since its words were typed.
type staleWords struct {
	Address       string
	Base, Current int
	// Script leads from the version that was seen to the present one.
	Script diff.Script
	// Yours are the words typed on the older version.
	Yours string
}

// stale lists what the form would change and the draft has changed meanwhile.
func (p proposePage) stale() []staleWords {
	var list []staleWords
	f := p.Form
	if p.Target != nil && f.Kind.Textual() && f.Kind != negotiation.Amend && f.Base != p.Target.Version {
		list = append(list, overtaken(*p.Target, f.Base, f.Text))
	}
	if f.Kind == negotiation.Amend {
		for _, para := range p.View.Paragraphs {
			if w, typed := f.Words[para.ID]; typed && w.Base != para.Version {
				list = append(list, overtaken(para, w.Base, w.Text))
			}
		}
	}
	kept, _ := p.kept() // what is unknown is refused where it would be sent
	for _, c := range kept {
		if para, ok := p.View.Paragraph(string(c.Paragraph)); ok && c.Kind.Textual() && c.Base != para.Version {
			list = append(list, overtaken(para, c.Base, c.Text))
		}
	}
	return list
}

func overtaken(para negotiation.ParagraphView, base int, yours string) staleWords {
	return staleWords{Address: para.Address, Base: base, Current: para.Version,
		Script: diff.Words(textAt(para, base), para.Text), Yours: yours}
}
