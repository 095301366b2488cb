package negotiation

import (
	"slices"
	"time"
)

// onFloor refuses a decision on a floor that has moved on since it was looked at, or
// that is at none of the stages at which it can be taken.
func (s State) onFloor(looked Seq, stages ...Stage) *Refusal {
	f := s.session.Floor
	if looked != 0 && looked != f.Seq {
		return s.floorMoved()
	}
	if len(stages) > 0 && !slices.Contains(stages, f.Stage) {
		return s.wrongStage()
	}
	return nil
}

func (s State) floorMoved() *Refusal {
	f := s.session.Floor
	return Refuse(FloorMoved, "stage", f.Stage, "paragraph", s.addressOrNone(f.Paragraph))
}

func (s State) wrongStage() *Refusal {
	f := s.session.Floor
	return Refuse(WrongStage, "stage", f.Stage, "paragraph", s.addressOrNone(f.Paragraph))
}

func (s State) addressOrNone(id ParagraphID) string {
	if id == "" {
		return ""
	}
	return s.address(id)
}

// atRest are the stages at which nothing is frozen.
func atRest() []Stage { return []Stage{AtNone, AtCalled, AtFloor, AtDrafting} }

func (s State) callParagraph(c CallParagraph) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, append(atRest(), AtFrozen, AtObjection)...); r != nil {
		return nil, r
	}
	p, ok := s.paragraph(c.Paragraph)
	switch {
	case !ok, p.Kind.IsHeading():
		return nil, Refuse(UnknownParagraph, "paragraph", c.Paragraph)
	case p.Deleted:
		return nil, Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	return []Event{ParagraphCalled{p.ID}}, nil
}

// speaksAs gives the delegation for which a seat may speak in the room: its own, or
// any that is known for those who run it.
func (s State) speaksAs(seat Seat, d Delegation) (Delegation, *Refusal) {
	if d == "" || d == seat.Delegation && d != "" {
		if seat.Delegation == "" {
			return "", Refuse(Empty, "field", "delegation")
		}
		return seat.Delegation, nil
	}
	if !seat.Role.Decides() {
		return "", Refuse(NotYours, "delegation", d, "proposal", "")
	}
	if _, known := s.parties[d]; !known {
		return "", Refuse(BadValue, "field", "delegation", "value", d)
	}
	return d, nil
}

func (s State) askFloor(seat Seat, c AskFloor) ([]Event, *Refusal) {
	d, r := s.speaksAs(seat, c.For)
	if r != nil {
		return nil, r
	}
	now := s.session
	switch {
	case now.SpeakersClosed && !c.Order && !seat.Role.Decides():
		return nil, Refuse(ListClosed)
	case now.asks(d, c.Order):
		return nil, Refuse(AlreadyExists, "field", "speaker", "value", d)
	case len(now.Speakers) >= MaxSpeakers:
		return nil, Refuse(TooMany, "field", "speakers", "limit", MaxSpeakers, "count", len(now.Speakers)+1)
	}
	return []Event{FloorAsked{Delegation: d, Order: c.Order}}, nil
}

// asks reports whether a delegation is on the speakers' list.
func (s Session) asks(d Delegation, order bool) bool {
	return slices.ContainsFunc(s.Speakers, func(sp Speaker) bool { return sp.Delegation == d && sp.Order == order })
}

func (s State) leaveSpeakers(seat Seat, c LeaveSpeakers) ([]Event, *Refusal) {
	d, r := s.speaksAs(seat, c.For)
	if r != nil {
		return nil, r
	}
	if !s.session.asks(d, c.Order) {
		return nil, Refuse(BadValue, "field", "speaker", "value", d)
	}
	return []Event{FloorLeft{Delegation: d, Order: c.Order}}, nil
}

func (s State) giveFloor(at time.Time, c GiveFloor) ([]Event, *Refusal) {
	now := s.session
	given := FloorGiven{Delegation: c.Delegation}
	switch i := slices.IndexFunc(now.Speakers, func(sp Speaker) bool { return c.Delegation == "" || sp.Delegation == c.Delegation }); {
	case i >= 0:
		given.Delegation, given.Order = now.Speakers[i].Delegation, now.Speakers[i].Order
	case c.Delegation == "":
		return nil, Refuse(Empty, "field", "speakers")
	default:
		if _, known := s.parties[c.Delegation]; !known {
			return nil, Refuse(BadValue, "field", "delegation", "value", c.Delegation)
		}
	}
	if now.Settings.SpeakFor > 0 {
		given.Until = at.Add(time.Duration(now.Settings.SpeakFor) * time.Second)
	}
	var events []Event
	if was := now.Floor.Speaker.Delegation; was != "" {
		events = append(events, FloorYielded{was})
	}
	return append(events, given), nil
}

func (s State) yieldFloor(seat Seat) ([]Event, *Refusal) {
	now := s.session.Floor.Speaker.Delegation
	if now == "" {
		return nil, s.wrongStage()
	}
	if now != seat.Delegation && !seat.Role.Decides() {
		return nil, Refuse(NotYours, "delegation", now, "proposal", "")
	}
	return []Event{FloorYielded{now}}, nil
}

func (s State) takePen(seat Seat, c TakePen) ([]Event, *Refusal) {
	if r := s.onFloor(c.Floor, AtCalled, AtFloor, AtDrafting, AtObjection); r != nil {
		return nil, r
	}
	f := s.session.Floor
	if f.Pen.Seat != "" && f.Pen.Seat != c.Over {
		return nil, s.penHeld()
	}
	p, _ := s.paragraph(f.Paragraph)
	switch {
	case p.ID == "":
		return nil, s.wrongStage()
	case p.Deleted:
		return nil, Refuse(ParagraphGone, "paragraph", s.address(p.ID))
	}
	if r := s.unsettled(p); r != nil {
		return nil, r
	}
	d, r := s.speaksAs(seat, c.For)
	if r != nil {
		return nil, r
	}
	if c.From != "" {
		from, r := s.open(seat, c.From)
		if r != nil {
			return nil, r
		}
		if from.Status() != OnTable {
			// Everybody sees what is drafted from; a late one is not theirs to know of.
			return nil, Refuse(NotOnTable, "proposal", c.From, "status", from.Status())
		}
		if _, amends := from.Amendment(p.ID); !amends {
			return nil, Refuse(BadValue, "field", "from", "value", c.From)
		}
	}
	return []Event{PenTaken{Seat: seat.ID, For: d, From: c.From, Paragraph: p.ID, Base: p.Version}}, nil
}

func (s State) penHeld() *Refusal {
	pen := s.session.Floor.Pen
	return Refuse(PenHeld, "seat", pen.Seat, "delegation", pen.For)
}

func (s State) layPen(seat Seat) ([]Event, *Refusal) {
	if r := s.onFloor(0, AtDrafting); r != nil {
		return nil, r
	}
	if s.session.Floor.Pen.Seat != seat.ID {
		return nil, s.penHeld()
	}
	return []Event{PenLaid{}}, nil
}

// putDrafted tables what was drafted. A pen that was taken over in the meantime, also
// by its own holder, does not write what it drafted before.
func (s State) putDrafted(seat Seat, at time.Time, c PutDrafted) ([]Event, *Refusal) {
	if r := s.onFloor(0, AtDrafting); r != nil {
		return nil, r
	}
	pen := s.session.Floor.Pen
	if pen.Seat != seat.ID || c.Looked != 0 && c.Looked != pen.Seq {
		return nil, s.penHeld()
	}
	p := Proposal{Delegation: pen.For, Reason: c.Reason, Changes: []Change{{Kind: Amend, Paragraph: pen.Paragraph, Base: pen.Base, Text: c.Text}}}
	if from, ok := s.proposal(pen.From); ok && from.Delegation == pen.For && from.Status().Open() &&
		from.AmendsOnly(pen.Paragraph) && !from.Combined() && !from.Unconfirmed() {
		p.Replaces = from.ID
	}
	events, r := s.tableProposal(seat, at, p)
	if r != nil {
		return nil, r
	}
	return append(events, PenLaid{}), nil
}
