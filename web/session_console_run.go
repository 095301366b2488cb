package web

import (
	"slices"
	"strconv"
	"time"

	"plenary/negotiation"
)

// arrangement is what the forms to announce a session and to change it begin with.
type arrangement struct {
	Act                                   consoleAct
	Title, Starts, ObjectWithin, SpeakFor string
	// Open shows the form at once, because it was refused.
	Open bool
}

// Schedules is the form to announce a session; nil where there is one.
func (p consolePart) Schedules() *arrangement {
	if !p.View.Session.Ended() {
		return nil
	}
	a := arrangement{Act: p.ofSession("schedule", "chair.schedule", ""), ObjectWithin: strconv.Itoa(negotiation.DefaultObjection)}
	a.Act.Key = "schedule-" + strconv.Itoa(p.View.Session.Number)
	return p.retyped(&a)
}

// Arranges is the form to give the session another title, hour or rules.
func (p consolePart) Arranges() *arrangement {
	now := p.View.Session
	if now.Ended() {
		return nil
	}
	a := arrangement{Act: p.ofSession("arrange", "chair.arrange", ""), Title: now.Title, Starts: p.local(now.Starts),
		ObjectWithin: strconv.Itoa(now.Settings.ObjectWithin)}
	if now.Settings.SpeakFor > 0 {
		a.SpeakFor = strconv.Itoa(now.Settings.SpeakFor)
	}
	return p.retyped(&a)
}

func (p consolePart) retyped(a *arrangement) *arrangement {
	if a.Act.Act != p.typed.act {
		return a
	}
	f := p.typed.values
	a.Open, a.Title, a.Starts, a.ObjectWithin, a.SpeakFor = true, f.Get("title"), f.Get("starts"), f.Get("object_within"), f.Get("speak_for")
	return a
}

// local gives an instant as a datetime-local field has it.
func (p consolePart) local(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(p.zone()).Format(localTime)
}

// Opens is the form to open the session, or to go on with it; nil where it is open.
func (p consolePart) Opens() *consoleAct {
	label := map[negotiation.SessionStatus]string{negotiation.SessionDue: "chair.open", negotiation.SessionSuspended: "chair.resume"}[p.View.Session.Status]
	if label == "" {
		return nil
	}
	act := p.ofSession("open", label, "")
	return &act
}

// Suspends is the form to let the session rest; nil where it cannot.
func (p consolePart) Suspends() *consoleAct {
	if !p.mayCall() {
		return nil
	}
	act := p.ofSession("suspend", "chair.suspend", "")
	return &act
}

// Closes is the form to close the session; nil where it cannot.
func (p consolePart) Closes() *consoleAct {
	if p.View.Session.Ended() || p.View.Session.Floor.Stage == negotiation.AtGavel {
		return nil
	}
	act := p.ofSession("close", "chair.close", "")
	return &act
}

// speakerRow is a delegation that asks for the floor.
type speakerRow struct {
	negotiation.Speaker
	Give, Leave consoleAct
}

// Asking are those who ask for the floor, each with what the Chair may do.
func (p consolePart) Asking() []speakerRow {
	var list []speakerRow
	for _, sp := range p.View.Session.Speakers {
		row := speakerRow{Speaker: sp}
		leaves := []roomField{{"for", string(sp.Delegation)}}
		if sp.Order {
			leaves = append(leaves, roomField{"order", "1"})
		}
		row.Give = p.ofSession("give-floor", "chair.give", "", roomField{"delegation", string(sp.Delegation)})
		row.Leave = p.ofSession("leave-speakers", "chair.strike", "", leaves...)
		list = append(list, row)
	}
	return list
}

// SpeakerActs are what the Chair may do about the floor with one key.
func (p consolePart) SpeakerActs() []consoleAct {
	now := p.View.Session
	if !now.Running() {
		return nil
	}
	var list []consoleAct
	if len(now.Speakers) > 0 {
		list = append(list, p.ofSession("give-floor", "chair.give-next", "s", roomField{"delegation", string(now.Speakers[0].Delegation)}).
			named("delegation", now.Speakers[0].Delegation))
	}
	if now.Floor.Speaker.Delegation != "" {
		list = append(list, p.ofSession("yield", "chair.end-speech", "e"))
	}
	if now.SpeakersClosed {
		return append(list, p.ofSession("list-speakers", "chair.list-open", ""))
	}
	return append(list, p.ofSession("list-speakers", "chair.list-close", "", roomField{"closed", "1"}))
}

// AsksFor is the form to put a delegation on the speakers' list.
func (p consolePart) AsksFor() *consoleAct {
	if !p.View.Session.Running() {
		return nil
	}
	act := p.ofSession("ask-floor", "chair.put-on-list", "")
	return &act
}

// attendingRow is how many seats take part in one way, and which.
type attendingRow struct {
	Place negotiation.Attending
	Seats []negotiation.Attendance
}

// Roll is the answer to the roll call.
func (p consolePart) Roll() []attendingRow {
	var list []attendingRow
	for _, place := range p.Places() {
		row := attendingRow{Place: place}
		for _, a := range p.View.Session.Attendance {
			if a.Place == place {
				row.Seats = append(row.Seats, a)
			}
		}
		list = append(list, row)
	}
	return list
}

// Places are where a seat can be.
func (p consolePart) Places() []negotiation.Attending {
	return places()
}

// Attends is the form to answer the roll call for a seat, which is the Secretariat's.
func (p consolePart) Attends() *consoleAct {
	if p.View.Session.Ended() || !p.Seat.Role.HoldsPen() {
		return nil
	}
	act := p.ofSession("attend", "chair.attend", "")
	return &act
}

// Callable are the seats that answer the roll call.
func (p consolePart) Callable() []negotiation.Seat {
	return slices.DeleteFunc(slices.Clone(p.View.Seats), func(s negotiation.Seat) bool { return s.Closed })
}

// Groups is the form to name a group, which is the Secretariat's.
func (p consolePart) Groups() *consoleAct {
	if !p.Seat.Role.HoldsPen() {
		return nil
	}
	act := p.ofSession("group", "chair.group-save", "")
	return &act
}
