package web

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
)

// apiSession is the newest session of a negotiation as it stands.
type apiSession struct {
	Number         int             `json:"number" doc:"Counts the sessions from 1; 0 where none was ever announced." example:"3"`
	Title          string          `json:"title,omitempty" example:"Third reading"`
	Status         string          `json:"status,omitempty" enum:"scheduled,open,suspended,closed"`
	Starts         *time.Time      `json:"starts,omitempty" doc:"When it is due."`
	ObjectWithin   int             `json:"object_within,omitempty" doc:"How long there is to object after a gavel, in seconds." example:"10"`
	SpeakFor       int             `json:"speak_for,omitempty" doc:"How long a speaker has, in seconds." example:"180"`
	Until          *time.Time      `json:"until,omitempty" doc:"When a suspended one is to go on."`
	Reason         string          `json:"reason,omitempty" doc:"Why it is suspended. Markdown."`
	Agenda         []apiItem       `json:"agenda,omitempty" nullable:"false" doc:"The paragraphs in the order in which they are to be called."`
	AgendaSeq      uint64          `json:"agenda_seq,omitempty" doc:"Place in the record of the newest change to the agenda." example:"40"`
	Floor          *apiFloor       `json:"floor,omitempty" doc:"What the meeting is on; only while it is open or suspended."`
	Speakers       []apiSpeaker    `json:"speakers,omitempty" nullable:"false" doc:"Who asks for the floor: points of order first."`
	SpeakersClosed bool            `json:"speakers_closed,omitempty" doc:"Only points of order can be asked for."`
	Attendance     []apiAttendance `json:"attendance,omitempty" nullable:"false" doc:"For the Secretariat and the Chair; a delegation has its own, without seats."`
	Groups         []apiGroup      `json:"groups,omitempty" nullable:"false" doc:"Groups of delegations, by name."`
	Moved          uint64          `json:"moved,omitempty" doc:"Place in the record of the newest change to any of it." example:"42"`
}

// apiItem is a paragraph of the agenda with where it stands.
type apiItem struct {
	ID      string `json:"id" doc:"Of the paragraph." example:"p12"`
	Address string `json:"address" example:"9.c"`
	Outcome string `json:"outcome,omitempty" enum:"agreed,agreed-ad-ref,bracketed,parked,deferred" doc:"What the meeting made of it, where it has."`
}

// apiFloor is what the meeting is on.
type apiFloor struct {
	Paragraph  string         `json:"paragraph,omitempty" doc:"Id of the one that was called." example:"p12"`
	Address    string         `json:"address,omitempty" example:"9.c"`
	Stage      string         `json:"stage,omitempty" enum:"called,floor,drafting,frozen,gavel,objection" doc:"Nothing is on the floor where it is left out."`
	Seq        uint64         `json:"seq" doc:"Place in the record of the newest change to it: an act that decides on it names this." example:"42"`
	At         *time.Time     `json:"at,omitempty" doc:"When it came to its stage."`
	Speaker    *apiSpeaking   `json:"speaker,omitempty" doc:"Who has the floor."`
	Pen        *apiPen        `json:"pen,omitempty" doc:"Who drafts."`
	Proposal   string         `json:"proposal,omitempty" doc:"Number of the proposal last put forward from the floor." example:"12"`
	Frozen     *apiFrozen     `json:"frozen,omitempty" doc:"The exact text that the meeting is asked to agree to."`
	Gavel      *apiFallen     `json:"gavel,omitempty" doc:"An agreement that takes effect unless somebody objects."`
	Objections []apiObjection `json:"objections,omitempty" nullable:"false" doc:"To what is frozen, oldest first."`
}

type apiSpeaking struct {
	Delegation string     `json:"delegation" example:"MEXICO"`
	Order      bool       `json:"order,omitempty" doc:"To a point of order."`
	Since      time.Time  `json:"since"`
	Until      *time.Time `json:"until,omitempty" doc:"When the time is over."`
}

type apiSpeaker struct {
	Delegation string    `json:"delegation" example:"MEXICO"`
	Order      bool      `json:"order,omitempty" doc:"To a point of order."`
	At         time.Time `json:"at"`
}

type apiPen struct {
	Seat      string `json:"seat,omitempty" doc:"Who holds it; for the Secretariat and the Chair." example:"secretariat"`
	For       string `json:"for" doc:"The delegation that asked." example:"MEXICO"`
	From      string `json:"from,omitempty" doc:"Number of the proposal that the drafting starts from." example:"12"`
	Paragraph string `json:"paragraph" doc:"Id." example:"p12"`
	Base      int    `json:"base" doc:"Its version." example:"1"`
	Seq       uint64 `json:"seq" doc:"Place in the record of the pen being taken: put-drafted names it." example:"42"`
}

type apiFrozen struct {
	Hash     string          `json:"hash" doc:"SHA-256 of the texts, as the record has them. Its first eight digits are shown." example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Proposal string          `json:"proposal,omitempty" doc:"Number of the proposal that is taken in." example:"12"`
	Texts    []apiFrozenText `json:"texts" nullable:"false"`
}

type apiFrozenText struct {
	Paragraph string `json:"paragraph,omitempty" doc:"Id; none for one that would be inserted." example:"p12"`
	Address   string `json:"address,omitempty" example:"9.c"`
	After     string `json:"after,omitempty" doc:"Id of the paragraph behind which it would stand." example:"p12"`
	Version   int    `json:"version,omitempty" doc:"The present one." example:"1"`
	Text      string `json:"text"`
	Deleted   bool   `json:"deleted,omitempty"`
}

type apiFallen struct {
	Outcome string    `json:"outcome" enum:"agreed,agreed-ad-ref"`
	At      time.Time `json:"at"`
	Until   time.Time `json:"until" doc:"Until when there is time to object."`
	Due     time.Time `json:"due" doc:"When it takes effect at the earliest: what was sent by until may still come."`
	Present []string  `json:"present,omitempty" nullable:"false" doc:"The delegations that were connected."`
	Absent  []string  `json:"absent,omitempty" nullable:"false" doc:"Those that had been and were not, of whom the Chair knew."`
}

type apiObjection struct {
	Delegation string     `json:"delegation" example:"MEXICO"`
	Reason     string     `json:"reason,omitempty" doc:"Markdown."`
	Sent       *time.Time `json:"sent,omitempty" doc:"When it was sent, as its sender says."`
	At         time.Time  `json:"at" doc:"When the server had it."`
}

type apiAttendance struct {
	Seat       string `json:"seat" example:"mexico"`
	Delegation string `json:"delegation,omitempty" example:"MEXICO"`
	Place      string `json:"place" enum:"room,remote,away"`
}

type apiGroup struct {
	Name    string   `json:"name" example:"GRULAC"`
	Members []string `json:"members" nullable:"false" doc:"Delegations, by name." example:"[\"MEXICO\",\"PERU\"]"`
	Speaker string   `json:"speaker,omitempty" doc:"The member that takes positions for it." example:"MEXICO"`
}

func (a api) session() {
	operation(a, huma.Operation{
		OperationID: "read-session", Method: http.MethodGet, Path: "/negotiations/{id}/session", Tags: []string{"Session"},
		Summary: "Read the newest session as it stands",
	}, func(ctx context.Context, in *inNegotiation) (apiSession, error) {
		_, v, err := a.server.attend(ctx, in.ID)
		return sessionOf(v), err
	})
	for _, act := range sessionActs() {
		act.mount(a)
	}
}
