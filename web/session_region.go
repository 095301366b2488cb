package web

// The forms of the pages of the room.
const (
	roomForm    form = "room"    // a delegate's
	consoleForm form = "console" // the Chair's
	penForm     form = "pen"     // the pen-holder's
	screenForm  form = "screen"  // the projector's
)

// regions are the parts of a page of the room as readers of m see them now, in the
// order of the page; of pages of the text, where the meeting is, once there is one.
// The same parts make the page itself.
func (m *moment) regions() ([]region, error) {
	switch m.feed.key.form {
	case roomForm:
		return m.roomRegions()
	case consoleForm:
		return m.consoleRegions()
	case penForm:
		return m.penRegions()
	case screenForm:
		return m.screenRegions()
	case rowForm:
		return m.textRegions()
	case sideForm:
		return m.awayRegions()
	}
	return nil, nil
}

// sessionData is the newest session, in the words of the API: also when it is closed,
// which a program must be told. It is nil where none was ever announced.
func (m *moment) sessionData() any {
	if m.view.Session.Number == 0 {
		return nil
	}
	return sessionOf(m.view)
}
