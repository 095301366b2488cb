package web

import (
	"slices"

	"plenary/negotiation"
)

// atRest reports whether nothing is frozen.
func (p consolePart) atRest() bool {
	switch p.View.Session.Floor.Stage {
	case negotiation.AtFrozen, negotiation.AtGavel, negotiation.AtObjection:
		return false
	}
	return true
}

// onFloorNow is the paragraph on the floor of an open session that can be decided.
func (p consolePart) onFloorNow() (negotiation.ParagraphView, bool) {
	on, ok := p.sides.paragraph(p.View.Session.Floor.Paragraph)
	return on, ok && p.View.Session.Running() && !on.Deleted && !closed(on)
}

// Freezes are the forms to freeze the paragraph on the floor: as it stands, and with
// each proposal that can be taken in as it is, unless they are too many for buttons.
func (p consolePart) Freezes() []consoleAct {
	if !p.freezes() {
		return nil
	}
	list := []consoleAct{p.onFloor("freeze", "chair.freeze", "z")}
	if whole := p.freezable(); len(whole) <= many {
		for _, prop := range whole {
			list = append(list, p.onFloor("freeze", "chair.freeze-proposal", "", roomField{"proposal", string(prop.ID)}).
				named("number", prop.ID, "delegation", prop.Delegation))
		}
	}
	return list
}

// freezeOne is the form to freeze the paragraph on the floor with one of many proposals.
type freezeOne struct {
	consoleAct
	Proposals []negotiation.ProposalView
}

// FreezesOne is the form that takes the place of many buttons; nil for few.
func (p consolePart) FreezesOne() *freezeOne {
	if !p.freezes() {
		return nil
	}
	whole := p.freezable()
	if len(whole) <= many {
		return nil
	}
	act := p.onFloor("freeze", "chair.freeze-one", "")
	act.Key = "freeze-one-" + number10(p.View.Session.Floor.Seq)
	return &freezeOne{act, whole}
}

// freezes reports whether the paragraph on the floor can be frozen now.
func (p consolePart) freezes() bool {
	_, ok := p.onFloorNow()
	stage := p.View.Session.Floor.Stage
	return ok && stage != negotiation.AtGavel && stage != negotiation.AtFrozen
}

// freezable are the proposals that the paragraph on the floor can be frozen with.
func (p consolePart) freezable() []negotiation.ProposalView {
	return filtered(p.sides.open(p.View.Session.Floor.Paragraph), func(prop negotiation.ProposalView) bool {
		return prop.Status() == negotiation.OnTable && !prop.Unconfirmed() && acceptable(p.View, prop)
	})
}

// Thaws is the form to take back what is frozen, and a gavel on it; nil where
// nothing is.
func (p consolePart) Thaws() *consoleAct {
	if p.atRest() || !p.View.Session.Running() {
		return nil
	}
	label := "chair.thaw"
	if p.View.Session.Floor.Stage == negotiation.AtGavel {
		label = "chair.thaw-gavel"
	}
	act := p.onFloor("thaw", label, "t")
	return &act
}

// Unheard says which proposals are not decided with what is frozen; empty for none.
func (p consolePart) Unheard() string { return p.unheardFrozen(p.View) }

// Rules reports whether the paragraph on the floor can be put in brackets, parked
// or deferred, now that no list is frozen beside it.
func (p consolePart) Rules() bool {
	_, ok := p.onFloorNow()
	return ok && p.View.Session.Floor.Stage != negotiation.AtGavel && !p.View.Session.Floor.ListFrozen()
}

// Rule is a form of a ruling: its button says which.
func (p consolePart) Rule() consoleAct { return p.onFloor("rule", "chair.brackets", "") }

// asker is a delegation that may have asked for brackets.
type asker struct {
	Delegation negotiation.Delegation
	Asked      bool
}

// Askers are the delegations that brackets may be for: those that object, which have
// asked, those with a proposal on the paragraph, and those against it.
func (p consolePart) Askers() []asker {
	var list []asker
	add := func(d negotiation.Delegation, asked bool) {
		if !slices.ContainsFunc(list, func(a asker) bool { return a.Delegation == d }) {
			list = append(list, asker{d, asked})
		}
	}
	for _, o := range p.View.Session.Floor.Objections {
		add(o.Delegation, true)
	}
	for _, prop := range p.sides.open(p.View.Session.Floor.Paragraph) {
		for _, d := range prop.Authors() {
			add(d, false)
		}
	}
	on, _ := p.sides.paragraph(p.View.Session.Floor.Paragraph)
	for _, t := range on.Positions {
		if t.Kind == negotiation.Opposes || t.Kind == negotiation.Reserves {
			add(t.By, false)
		}
	}
	if typed := p.typed.values["asked"]; p.typed.act == "rule" {
		for i, a := range list {
			list[i].Asked = slices.Contains(typed, string(a.Delegation))
		}
	}
	return list
}

// listForm is the form to freeze paragraphs that can be agreed in one list.
type listForm struct {
	consoleAct
	// Paragraphs are as many as a list may have, in their order; Left counts the rest.
	Paragraphs []negotiation.ParagraphView
	Left       int
}

// FreezesList is the form to freeze the paragraphs on which nothing is on the table and
// nothing was decided; nil where there are none, and while something is frozen.
func (p consolePart) FreezesList() *listForm {
	if !p.View.Session.Running() || !p.atRest() {
		return nil
	}
	untouched := p.standing(func(on negotiation.ParagraphView) bool { return p.agenda().kinds[on.ID] == "untouched" })
	if len(untouched) == 0 {
		return nil
	}
	n := min(len(untouched), negotiation.MaxFrozen)
	return &listForm{p.onFloor("freeze-list", "chair.list-freeze", ""), untouched[:n], len(untouched) - n}
}

// Gavel is the form to let the gavel fall on what is frozen; nil where it cannot.
func (p consolePart) Gavel() *consoleAct {
	floor := p.View.Session.Floor
	if !p.View.Session.Running() || floor.Stage != negotiation.AtFrozen {
		return nil
	}
	act := p.onFloor("gavel", "chair.gavel", "", roomField{"hash", floor.Frozen.Hash})
	act.Key = "gavel-" + number10(floor.Seq)
	return &act
}

// Falling is the gavel that has fallen and not taken effect; nil for none.
func (p consolePart) Falling() *negotiation.Gavel {
	if p.View.Session.Floor.Stage != negotiation.AtGavel {
		return nil
	}
	return p.View.Session.Floor.Gavel
}

// ObjectsFor is the form to record an objection that was said in the room; nil where
// nothing is frozen.
func (p consolePart) ObjectsFor() *consoleAct {
	floor := p.View.Session.Floor
	if !p.View.Session.Running() || floor.Frozen == nil {
		return nil
	}
	act := p.ofSession("object", "chair.object", "", roomField{"hash", floor.Frozen.Hash})
	act.Key = "object-" + number10(p.View.Session.Moved)
	return &act
}

// Reopens is the form to reopen one of Reopenable. Its key is that of the text as it
// is, which the agenda around it is rendered by.
func (p consolePart) Reopens() consoleAct {
	var touched negotiation.Seq
	for _, on := range p.View.Paragraphs {
		touched = max(touched, on.Touched)
	}
	return consoleAct{p.act("reopen", "chair.reopen", "", touched), ""}
}

// Reopenable are the paragraphs that were agreed.
func (p consolePart) Reopenable() []negotiation.ParagraphView {
	return p.standing(func(on negotiation.ParagraphView) bool {
		return closed(on) && !p.View.Session.Floor.Holds(on.ID)
	})
}
