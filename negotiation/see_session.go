package negotiation

// sessionFor gives what a may see of the session.
func (s State) sessionFor(a Audience) Session {
	now := s.session
	if a.Role.Decides() {
		return now
	}
	now.Attendance = a.answered(now.Attendance)
	now.Floor.Pen.Seat = ""
	if g := now.Floor.Gavel; g != nil {
		seen := *g
		seen.Seat = ""
		now.Floor.Gavel = &seen
	}
	return now
}

// answered gives what the delegation of a answered to the roll call itself. Which of
// its seats did is not shown.
func (a Audience) answered(list []Attendance) []Attendance {
	var own []Attendance
	for _, at := range list {
		if a.Delegation != "" && at.Delegation == a.Delegation {
			own = append(own, Attendance{Delegation: at.Delegation, Place: at.Place})
		}
	}
	return own
}
