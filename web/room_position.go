package web

import (
	"fmt"
	"html/template"
	"slices"
	"strconv"

	"plenary/negotiation"
)

// positionTarget is what a position is on: a proposal, or a paragraph as it stands.
type positionTarget struct {
	Proposal  *negotiation.ProposalView
	Paragraph *negotiation.ParagraphView
}

// positionForm is what part "position-form" shows: what the reader's delegation
// says of a text, and a form to say something else.
type positionForm struct {
	Base
	// ID is that of the form, Key its idempotency key, and Back the page to return to.
	ID, Key, Back string
	// Fields are what it is about, hidden.
	Fields []roomField
	// For are those whose position may be taken: the own delegation, and the groups
	// for which it speaks; any for those who run the meeting.
	For []negotiation.Delegation
	By  negotiation.Delegation
	// Held are the positions that they have.
	Held []heldPosition
	// Kind, Text and ToChair are what the fields begin with; Open shows them at once.
	Kind    negotiation.PositionKind
	Text    string
	ToChair bool
	Open    bool
}

// heldPosition is one that the reader's delegation has, or a group of it.
type heldPosition struct {
	negotiation.Taken
	Says string
	// TakeBack is the form to take it back; nil for one that is a group's.
	TakeBack *roomAct
}

// positionFormOf makes the form for the seat of b; nil where it may take no position
// on t now.
func positionFormOf(b Base, v negotiation.View, t positionTarget, back string, typed typed) *positionForm {
	f := &positionForm{Base: b, Back: back}
	f.For = positionsFor(b.Seat, v)
	if len(f.For) == 0 || b.Seat.Role.Decides() && back != behindMatrix {
		return nil // a list of all delegations beside each text is too much for other pages
	}
	var held []negotiation.Taken
	var since negotiation.Seq
	if t.Proposal != nil {
		if t.Proposal.Status() != negotiation.OnTable {
			return nil
		}
		held, since = t.Proposal.Positions, touchedAt(v, *t.Proposal)
		f.ID, f.Fields = "position-"+string(t.Proposal.ID), []roomField{{"proposal", string(t.Proposal.ID)}}
	} else {
		held, since = t.Paragraph.Positions, t.Paragraph.Touched
		f.ID = "position-" + string(t.Paragraph.ID)
		f.Fields = []roomField{{"paragraph", string(t.Paragraph.ID)}, {"version", strconv.Itoa(t.Paragraph.Version)}}
	}
	f.Key = fmt.Sprintf("%s-%d", f.ID, since)
	f.Fields = append(f.Fields, roomField{"looked", strconv.FormatUint(uint64(since), 10)})
	f.hold(held)
	f.retype(typed)
	return f
}

// positionsFor are those for which a seat takes positions; the law decides. Those
// who run the meeting record what was said in the room, for anybody.
func positionsFor(seat negotiation.Seat, v negotiation.View) []negotiation.Delegation {
	var list []negotiation.Delegation
	runs := seat.Role.Decides()
	switch {
	case runs:
		for _, p := range v.Parties {
			list = append(list, p.Name)
		}
	case seat.Delegation == "" || !seat.Tables():
		return nil
	default:
		list = append(list, seat.Delegation)
	}
	for _, g := range v.Groups {
		if runs || g.Speaker == seat.Delegation {
			list = append(list, g.Name)
		}
	}
	return list
}

// touchedAt is the newest entry that changed anything shown of a proposal.
func touchedAt(v negotiation.View, p negotiation.ProposalView) negotiation.Seq {
	seq := p.Last().Seq
	for _, id := range paragraphsOf(&p) {
		if on, ok := v.Paragraph(string(id)); ok {
			seq = max(seq, on.Touched)
		}
	}
	return seq
}

// hold takes in the positions that are the reader's; the fields begin with the own.
func (f *positionForm) hold(list []negotiation.Taken) {
	for _, t := range list {
		if f.Seat.Role.Decides() || !slices.Contains(f.For, t.By) {
			continue // theirs is none of what they record
		}
		held := heldPosition{Taken: t, Says: f.verb(t.Kind, string(t.By)) + f.viaGroups([]negotiation.Taken{t}) + f.saidInRoom([]negotiation.Taken{t})}
		if len(t.Via) == 0 {
			fields := append(slices.Clone(f.Fields), roomField{"by", string(t.By)}, roomField{"kind", ""})
			held.TakeBack = &roomAct{f.Base, "position", "position.take-back", f.Key + "-back", "", fields, f.Back}
		}
		f.Held = append(f.Held, held)
		if t.By == f.Seat.Delegation && len(t.Via) == 0 && !t.Stale {
			f.Kind, f.Text, f.ToChair = t.Kind, t.Text, t.ToChair
		}
	}
}

// retype puts in what was typed, where this form is there and was refused.
func (f *positionForm) retype(t typed) {
	if f == nil {
		return
	}
	if about := f.Fields[0]; !t.Has("position", about.Name, about.Value) {
		return
	}
	f.Kind, f.Text = negotiation.PositionKind(t.Value("position", "kind")), t.Value("position", "text")
	f.ToChair, f.By, f.Open = t.Value("position", "to_chair") != "", negotiation.Delegation(t.Value("position", "by")), true
}

// positionForm renders a form, or nothing for nil. Before anything was said or typed it
// is the same for all delegations.
func (p *pages) positionForm(f *positionForm) (template.HTML, error) {
	if f == nil {
		return "", nil
	}
	if len(f.Held) > 0 || f.Open {
		html, err := p.part("position-form", f)
		return template.HTML(html), err
	}
	var whose string // who is alone is not shown
	if len(f.For) > 1 || f.Seat.Role.Decides() {
		whose = fmt.Sprintf("%q", f.For)
	}
	key := leafOf(f.Base, positionKey{f.ID, f.Key, f.Back, fmt.Sprintf("%q", f.Fields), whose, f.By, f.Kind, f.Text, f.ToChair, f.Seat.Role.Decides()})
	return p.kept(leafKey{"position-form", key}, f)
}

// positionKey is all that a form shows of itself.
type positionKey struct {
	id, key, back, fields, whose string
	by                           negotiation.Delegation
	kind                         negotiation.PositionKind
	text                         string
	toChair, decides             bool
}

// Kinds are the positions to choose from.
func (f positionForm) Kinds() []negotiation.PositionKind { return negotiation.PositionKinds() }
