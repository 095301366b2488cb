package web

import (
	"fmt"
	"html/template"
	"slices"

	"plenary/negotiation"
)

// roomAct is a form of the room with one button.
type roomAct struct {
	Base
	// Act is its place in the address, Label the key of what is on its button.
	Act, Label string
	// Key is the idempotency key, made of what the form is about.
	Key string
	// Press is the key of the keyboard that presses it, or empty.
	Press string
	// Fields are what it says, hidden, name and value.
	Fields []roomField
	// Back names the page to return to.
	Back string
}

type roomField struct{ Name, Value string }

func (p roomPart) act(name, label, press string, since negotiation.Seq, fields ...roomField) roomAct {
	key := fmt.Sprintf("%s-%d", name, since)
	for _, f := range fields {
		key += "-" + f.Value
	}
	return roomAct{p.Base, name, label, key, press, fields, string(roomForm)}
}

// act renders the form of an act. It is the same for all who may do the same.
func (p *pages) act(a roomAct) (template.HTML, error) {
	key := leafOf(a.Base, actKey{a.Act, a.Label, a.Key, a.Press, a.Back, fmt.Sprintf("%q", a.Fields)})
	return p.kept(leafKey{"room-act", key}, a)
}

type actKey struct{ act, label, key, press, back, fields string }

// FloorActs are what the reader may do about the speakers' list.
func (p roomPart) FloorActs() []roomAct {
	now := p.View.Session
	if p.Seat.Delegation == "" || !now.Running() {
		return nil
	}
	asks := func(order bool) bool {
		return slices.ContainsFunc(now.Speakers, func(s negotiation.Speaker) bool { return s.Delegation == p.Seat.Delegation && s.Order == order })
	}
	order := roomField{"order", "1"}
	var list []roomAct
	switch {
	case asks(false):
		list = append(list, p.act("leave-speakers", "room.leave", "", now.Moved))
	case !now.SpeakersClosed:
		list = append(list, p.act("ask-floor", "room.ask", "f", now.Moved))
	}
	if asks(true) {
		list = append(list, p.act("leave-speakers", "room.leave-order", "", now.Moved, order))
	} else {
		list = append(list, p.act("ask-floor", "room.ask-order", "o", now.Moved, order))
	}
	if now.Floor.Speaker.Delegation == p.Seat.Delegation {
		list = append(list, p.act("yield", "room.yield", "", now.Moved))
	}
	return list
}

// Objects says that the reader may object to what is frozen now.
func (p roomPart) Objects() bool {
	floor := p.View.Session.Floor
	return p.takesPart() && p.View.Session.Running() && floor.Frozen != nil && !p.objected()
}

func (p roomPart) objected() bool {
	return slices.ContainsFunc(p.View.Session.Floor.Objections, func(o negotiation.Objection) bool { return o.Delegation == p.Seat.Delegation })
}

// Object is the form to object.
func (p roomPart) Object() roomAct {
	floor := p.View.Session.Floor
	return p.act("object", "room.object", "", floor.Seq, roomField{"hash", floor.Frozen.Hash})
}

// Reason is what was typed as the reason of an objection that was refused.
func (p roomPart) Reason() string { return p.typed.Value("object", "reason") }

// TakesBack is the form to take an objection back, or nil.
func (p roomPart) TakesBack() *roomAct {
	floor := p.View.Session.Floor
	if !p.takesPart() || floor.Stage != negotiation.AtObjection || !p.objected() {
		return nil
	}
	act := p.act("withdraw-objection", "room.withdraw-objection", "", floor.Seq)
	return &act
}
