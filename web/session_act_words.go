package web

import (
	"strings"
	"time"

	"plenary/negotiation"
)

// The words of the acts, as a form and the API have them. What is missing or wrong
// in them the law refuses, with a code for each case.

// ids are addresses or ids of paragraphs.
type ids []string

// apiArrange gives a session its title, hour and rules.
type apiArrange struct {
	_ struct{} `additionalProperties:"false"`

	Title        string     `json:"title,omitempty" doc:"At most 500 bytes." example:"Third reading"`
	Starts       *time.Time `json:"starts,omitempty" doc:"When it is due [RFC 3339]."`
	ObjectWithin int        `json:"object_within,omitempty" doc:"How long there is to object after a gavel, in seconds; 10 if left out." example:"10"`
	SpeakFor     int        `json:"speak_for,omitempty" doc:"How long a speaker has, in seconds; without a limit if left out." example:"180"`
}

func (in apiArrange) command(scene) negotiation.Command { return in.settings() }

func (in apiArrange) settings() negotiation.ArrangeSession {
	return negotiation.ArrangeSession{Title: in.Title, Starts: timeOr(in.Starts),
		Settings: negotiation.SessionSettings{ObjectWithin: in.ObjectWithin, SpeakFor: in.SpeakFor}}
}

// apiSchedule announces a session.
type apiSchedule apiArrange

func (in apiSchedule) command(scene) negotiation.Command {
	return negotiation.ScheduleSession(apiArrange(in).settings())
}

// timeOr is the instant at t, or none.
func timeOr(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}

// apiSuspend lets a session rest.
type apiSuspend struct {
	_ struct{} `additionalProperties:"false"`

	Until  *time.Time `json:"until,omitempty" doc:"When it is to go on [RFC 3339]."`
	Reason string     `json:"reason,omitempty" doc:"Markdown." example:"Consultations."`
}

func (in apiSuspend) command(scene) negotiation.Command {
	return negotiation.SuspendSession{Until: timeOr(in.Until), Reason: in.Reason}
}

// apiAgenda is the order of the paragraphs to call.
type apiAgenda struct {
	_ struct{} `additionalProperties:"false"`

	Paragraphs ids    `json:"paragraphs,omitempty" nullable:"false" doc:"Addresses or ids, in the order in which they are to be called." example:"[\"7.b\",\"9.c\"]"`
	Looked     uint64 `json:"looked,omitempty" doc:"The agenda_seq of the session that was seen. Refused as floor-moved where somebody has changed it since." example:"42"`
	// Move is what a button of the form does to the list that the form has: "up 7.b",
	// "down 7.b", "out 7.b" or "in 7.b". A script gives the whole list.
	Move string `json:"-" form:"move"`
}

func (in apiAgenda) command(sc scene) negotiation.Command {
	list := sc.paragraphs(in.Paragraphs)
	if way, which, ok := strings.Cut(in.Move, " "); ok {
		list = moved(list, way, sc.ids.find(which))
	}
	return negotiation.SetAgenda{Paragraphs: list, Looked: negotiation.Seq(in.Looked)}
}

// apiAttend says where a seat takes part from.
type apiAttend struct {
	_ struct{} `additionalProperties:"false"`

	Seat  string `json:"seat,omitempty" doc:"The caller's own if left out." example:"mexico"`
	Place string `json:"place,omitempty" enum:"room,remote,away" doc:"Away is who has left again."`
}

func (in apiAttend) command(scene) negotiation.Command {
	return negotiation.Attend{Seat: negotiation.SeatID(shortened(in.Seat)), Place: negotiation.Attending(shortened(in.Place))}
}

// apiCall puts a paragraph on the floor.
type apiCall struct {
	_ struct{} `additionalProperties:"false"`

	Paragraph string `json:"paragraph,omitempty" doc:"Its address or id." example:"9.c"`
	Floor     uint64 `json:"floor,omitempty" doc:"The seq of the floor that was seen. Refused as floor-moved where the meeting has gone on since." example:"42"`
}

func (in apiCall) command(sc scene) negotiation.Command {
	return negotiation.CallParagraph{Paragraph: sc.ids.find(in.Paragraph), Floor: negotiation.Seq(in.Floor)}
}

// apiReopen ends the settlement of a paragraph.
type apiReopen struct {
	_ struct{} `additionalProperties:"false"`

	Paragraph string `json:"paragraph,omitempty" doc:"Its address or id." example:"9.c"`
	Reason    string `json:"reason,omitempty" doc:"Why; it must be said. Markdown." example:"A figure was wrong."`
}

func (in apiReopen) command(sc scene) negotiation.Command {
	return negotiation.ReopenParagraph{Paragraph: sc.ids.find(in.Paragraph), Reason: in.Reason}
}

// apiNameGroup makes a group of delegations, changes it or ends it.
type apiNameGroup struct {
	_ struct{} `additionalProperties:"false"`

	Name    string   `json:"name,omitempty" example:"GRULAC"`
	Members []string `json:"members,omitempty" nullable:"false" doc:"Delegations; without any, the group is ended." example:"[\"MEXICO\",\"PERU\"]"`
	Speaker string   `json:"speaker,omitempty" doc:"The member that takes positions for the group." example:"MEXICO"`
}

func (in apiNameGroup) command(sc scene) negotiation.Command {
	return negotiation.NameGroup{Group: negotiation.DelegationGroup{Name: negotiation.Delegation(in.Name),
		Members: sc.delegations(in.Members), Speaker: sc.delegation(in.Speaker)}}
}
