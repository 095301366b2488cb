package negotiation

import "slices"

// takePosition says what a delegation or a group thinks of a text.
func (s State) takePosition(seat Seat, c TakePosition) ([]Event, *Refusal) {
	pos := c.Position
	var r *Refusal
	if pos.By, r = s.saysFor(seat, pos.By); r != nil {
		return nil, r
	}
	var had []Taken
	if pos.Proposal != "" {
		pos.Paragraph, pos.Version = "", 0
		had, r = s.heardOn(seat, pos.Proposal, c.Looked)
	} else {
		p, ok := s.paragraph(pos.Paragraph)
		if !ok || p.Kind.IsHeading() {
			return nil, Refuse(UnknownParagraph, "paragraph", pos.Paragraph)
		}
		had, r = p.positions, s.fresh(p, pos.Version)
	}
	if r != nil {
		return nil, r
	}
	if pos.Text, r = readProse("text", pos.Text, MaxReason); r != nil {
		return nil, r
	}
	switch {
	case pos.Kind == NoPosition:
		pos.Text, pos.ToChair = "", false
		if !slices.ContainsFunc(had, func(t Taken) bool { return t.By == pos.By && t.Kind != NoPosition }) {
			return nil, Refuse(BadValue, "field", "position", "value", "")
		}
	case !slices.Contains(PositionKinds(), pos.Kind):
		return nil, Refuse(BadValue, "field", "position", "value", pos.Kind)
	case pos.Kind.Worded() && blank(pos.Text):
		return nil, Refuse(Empty, "field", "text")
	}
	return []Event{PositionTaken{pos}}, nil
}

// saysFor gives whose position a seat may take: its own delegation's, a group's for
// which that speaks, or any that is known for those who decide, who record what was
// said in the room.
func (s State) saysFor(seat Seat, by Delegation) (Delegation, *Refusal) {
	g, group := s.groups[by]
	switch {
	case by == "":
		return s.speaksAs(seat, by)
	case group && (seat.Role.Decides() || seat.Delegation != "" && seat.Delegation == g.Speaker):
		return by, nil
	case group:
		return "", Refuse(NotYours, "delegation", by, "proposal", "")
	}
	return s.speaksAs(seat, by)
}

// heardOn gives the positions on a proposal that is on the table, in the words that
// were looked at.
func (s State) heardOn(seat Seat, id ProposalID, looked Seq) ([]Taken, *Refusal) {
	p, r := s.open(seat, id)
	if r != nil {
		return nil, r
	}
	if p.Status() != OnTable {
		return nil, Refuse(NotOnTable, "proposal", id, "status", p.Status())
	}
	if looked != 0 && p.reworded > looked {
		on, _ := s.paragraph(p.Changes[0].Paragraph)
		return nil, Refuse(Stale, "paragraph", s.addressOrNone(on.ID), "base", on.Version-1, "current", on.Version, "text", p.Changes[0].Text)
	}
	return p.positions, nil
}

func (s State) nameGroup(g DelegationGroup) ([]Event, *Refusal) {
	name, r := readDelegation(g.Name)
	if r != nil {
		return nil, r
	}
	g.Name = name
	_, known := s.groups[name]
	if len(g.Members) == 0 {
		if !known {
			return nil, Refuse(BadValue, "field", "group", "value", name)
		}
		return []Event{GroupNamed{DelegationGroup{Name: name}}}, nil
	}
	if _, taken := s.parties[name]; taken && !known {
		return nil, Refuse(AlreadyExists, "field", "group", "value", name)
	}
	if !known && len(s.groups) >= MaxGroups {
		return nil, Refuse(TooMany, "field", "groups", "limit", MaxGroups, "count", len(s.groups)+1)
	}
	if g.Members, r = s.readKnown("members", g.Members); r != nil {
		return nil, r
	}
	if g.Speaker != "" && !slices.Contains(g.Members, g.Speaker) {
		return nil, Refuse(BadValue, "field", "speaker", "value", g.Speaker)
	}
	return []Event{GroupNamed{g}}, nil
}
