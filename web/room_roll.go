package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"plenary/negotiation"
)

// places are where a seat can be.
func places() []negotiation.Attending {
	return []negotiation.Attending{negotiation.InRoom, negotiation.Remote, negotiation.Away}
}

// RollCall is how the reader says where it takes part from.
func (p roomPart) RollCall() []roomAct {
	if p.Seat.Role == negotiation.Public || p.View.Session.Ended() {
		return nil
	}
	var list []roomAct
	for _, place := range places() {
		list = append(list, p.act("attend", "room.attend-"+string(place), "", p.View.Session.Moved, roomField{"place", string(place)}))
	}
	return list
}

// Answered says what the seats of the reader's delegation have answered to the roll
// call: "remote", or of several "in the room (2), remote".
func (p roomPart) Answered() string {
	var said []string
	for _, place := range places() {
		n := 0
		for _, a := range p.View.Session.Attendance {
			if a.Place == place && a.Delegation != "" && a.Delegation == p.Seat.Delegation {
				n++
			}
		}
		if n == 0 {
			continue
		}
		says := p.T("room.attend-" + string(place))
		if n > 1 {
			says = fmt.Sprintf("%s (%d)", says, n)
		}
		said = append(said, says)
	}
	return strings.Join(said, p.T("list.comma"))
}

// ownAnswer is what a seat without a delegation has answered to the roll call itself.
// No region has it: these are the same for all who sit alike, and which of them has
// answered what is not theirs to know. After the next answer a script shows that one.
type ownAnswer struct {
	Base
	// Given is empty for none yet.
	Given negotiation.Attending
}

// Places are those that can be answered.
func (ownAnswer) Places() []negotiation.Attending { return places() }

// ownAnswerOf looks for the answer of the seat of h; nil for one that is answered for by
// its delegation, and for the public.
func (s *Server) ownAnswerOf(ctx context.Context, h here) (*ownAnswer, error) {
	if h.Seat.ID == "" || h.Seat.Delegation != "" {
		return nil, nil
	}
	v, err := s.room.View(ctx, h.View.ID, negotiation.Audience{Role: negotiation.System})
	if err != nil {
		return nil, err
	}
	own := &ownAnswer{Base: h.Base}
	list := v.Session.Attendance
	if at := slices.IndexFunc(list, func(a negotiation.Attendance) bool { return a.Seat == h.Seat.ID }); at >= 0 && !v.Session.Ended() {
		own.Given = list[at].Place
	}
	return own, nil
}
