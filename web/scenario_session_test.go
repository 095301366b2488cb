package web_test

import (
	"time"

	"plenary/negotiation"
)

// calledInSession is called for the acts of sessions. Whom the server knows to be
// connected no script can say, and what is due is the system's to do: where a scenario
// has these, the room is asked itself.
func calledInSession(c negotiation.Command) (path string, body any) {
	act, body := inSession(c)
	if act == "" {
		act, body = withPenOrPosition(c)
	}
	if act == "" {
		act, body = onFrozen(c)
	}
	if act == "" {
		return "", nil
	}
	return "session/" + act, body
}

func inSession(c negotiation.Command) (act string, body any) {
	switch c := c.(type) {
	case negotiation.ScheduleSession:
		return "schedule", arrangedAs(negotiation.ArrangeSession(c))
	case negotiation.ArrangeSession:
		return "arrange", arrangedAs(c)
	case negotiation.OpenSession:
		return "open", nil
	case negotiation.SuspendSession:
		return "suspend", object{"until": instantOf(c.Until), "reason": c.Reason}
	case negotiation.CloseSession:
		return "close", nil
	case negotiation.SetAgenda:
		return "agenda", object{"paragraphs": c.Paragraphs, "looked": c.Looked}
	case negotiation.Attend:
		return "attend", object{"seat": c.Seat, "place": c.Place}
	case negotiation.CallParagraph:
		return "call", object{"paragraph": c.Paragraph, "floor": c.Floor}
	case negotiation.AskFloor:
		return "ask-floor", object{"order": c.Order, "for": c.For}
	case negotiation.LeaveSpeakers:
		return "leave-speakers", object{"order": c.Order, "for": c.For}
	case negotiation.GiveFloor:
		return "give-floor", object{"delegation": c.Delegation}
	case negotiation.YieldFloor:
		return "yield", nil
	case negotiation.ListSpeakers:
		return "list-speakers", object{"closed": c.Closed}
	}
	return "", nil
}

func arrangedAs(c negotiation.ArrangeSession) object {
	return object{"title": c.Title, "starts": instantOf(c.Starts), "object_within": c.Settings.ObjectWithin, "speak_for": c.Settings.SpeakFor}
}

// instantOf leaves out an instant that was not said.
func instantOf(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func withPenOrPosition(c negotiation.Command) (act string, body any) {
	switch c := c.(type) {
	case negotiation.TakePen:
		return "take-pen", object{"for": c.For, "from": c.From, "over": c.Over, "floor": c.Floor}
	case negotiation.LayPen:
		return "lay-pen", nil
	case negotiation.PutDrafted:
		return "put-drafted", object{"text": c.Text, "reason": c.Reason, "looked": c.Looked}
	case negotiation.TakePosition:
		p := c.Position
		return "position", object{"by": p.By, "kind": p.Kind, "text": p.Text, "proposal": p.Proposal, "paragraph": p.Paragraph,
			"version": p.Version, "to_chair": p.ToChair, "looked": c.Looked}
	case negotiation.NameGroup:
		return "group", object{"name": c.Group.Name, "members": c.Group.Members, "speaker": c.Group.Speaker}
	}
	return "", nil
}

func onFrozen(c negotiation.Command) (act string, body any) {
	switch c := c.(type) {
	case negotiation.FreezeText:
		return "freeze", object{"proposal": c.Proposal, "floor": c.Floor}
	case negotiation.FreezeList:
		return "freeze-list", object{"paragraphs": c.Paragraphs, "floor": c.Floor}
	case negotiation.ThawText:
		return "thaw", object{"floor": c.Floor}
	case negotiation.LetGavelFall:
		if len(c.Present)+len(c.Absent) == 0 {
			return "gavel", object{"outcome": c.Outcome.Kind, "note": c.Outcome.Note, "hash": c.Hash, "told": c.Told, "floor": c.Floor}
		}
	case negotiation.Object:
		return "object", object{"hash": c.Hash, "reason": c.Reason, "sent": instantOf(c.Sent), "for": c.For}
	case negotiation.WithdrawObjection:
		return "withdraw-objection", object{"for": c.For}
	case negotiation.RuleOn:
		o := c.Outcome
		return "rule", object{"outcome": o.Kind, "asked": o.Asked, "to": o.To, "until": instantOf(o.Until), "note": o.Note, "floor": c.Floor}
	case negotiation.ReopenParagraph:
		return "reopen", object{"paragraph": c.Paragraph, "reason": c.Reason}
	}
	return "", nil
}
