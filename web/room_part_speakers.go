package web

import "plenary/negotiation"

// sessionSpeakersPart is what part "session-speakers" shows: who has the floor and
// since when, and who asked for it, points of order first. It holds no control.
type sessionSpeakersPart struct {
	Base
	// Speaking has the floor; without a delegation nobody has.
	Speaking negotiation.Speaking
	List     []negotiation.Speaker
	Closed   bool
	// Minutes and Seconds are the time that a speaker has; both 0 for no limit.
	Minutes, Seconds int
}

// sessionSpeakers makes the part of the speakers of v.
func sessionSpeakers(b Base, v negotiation.View) sessionSpeakersPart {
	now := v.Session
	limit := now.Settings.SpeakFor
	part := sessionSpeakersPart{Base: b, List: now.Speakers, Closed: now.SpeakersClosed, Minutes: limit / 60, Seconds: limit % 60}
	if now.Running() {
		part.Speaking = now.Floor.Speaker // nobody speaks while it is suspended
	}
	return part
}

// sessionStatusPart is what part "session-status" shows: where the session stands,
// in one line.
type sessionStatusPart struct {
	Base
	Session negotiation.Session
	// Address is that of the paragraph on the floor; empty for none, and while a list
	// is frozen instead.
	Address string
}

// sessionStatus makes the part of the session of v.
func sessionStatus(b Base, v negotiation.View) sessionStatusPart {
	p := sessionStatusPart{Base: b, Session: v.Session}
	if on, ok := v.Paragraph(string(v.Session.Floor.Paragraph)); ok && !v.Session.Floor.ListFrozen() {
		p.Address = on.Address
	}
	return p
}

// Says is that line: "On the floor: 9.c, frozen".
func (p sessionStatusPart) Says() string {
	now := p.Session
	switch {
	case now.Number == 0:
		return p.T("session.none")
	case now.Status == negotiation.SessionClosed:
		return p.T("session.closed", "number", now.Number)
	case now.Status == negotiation.SessionSuspended && now.Until.IsZero():
		return p.T("session.suspended", "number", now.Number)
	case now.Status == negotiation.SessionSuspended:
		return p.T("session.suspended-until", "number", now.Number, "time", p.Date(now.Until))
	case now.Status == negotiation.SessionDue && now.Starts.IsZero():
		return p.T("session.due", "number", now.Number)
	case now.Status == negotiation.SessionDue:
		return p.T("session.due-at", "number", now.Number, "time", p.Date(now.Starts))
	case now.Floor.Stage == negotiation.AtNone:
		return p.T("session.floor-empty")
	case p.Address == "":
		return p.T("session.floor-list", "stage", p.Stage())
	}
	return p.T("session.floor", "paragraph", p.Address, "stage", p.Stage())
}

// Stage is where the floor stands, in words.
func (p sessionStatusPart) Stage() string { return p.T("stage." + string(p.Session.Floor.Stage)) }
