package web

import (
	"time"

	"plenary/negotiation"
)

// apiSettlement is an outcome of a paragraph.
type apiSettlement struct {
	Outcome  string     `json:"outcome" enum:"agreed,agreed-ad-ref,bracketed,parked,deferred"`
	Asked    []string   `json:"asked,omitempty" nullable:"false" doc:"The delegations that asked for brackets." example:"[\"MEXICO\"]"`
	To       string     `json:"to,omitempty" doc:"With whom it is parked." example:"Friends of the Chair"`
	Until    *time.Time `json:"until,omitempty" doc:"Until when."`
	Note     string     `json:"note,omitempty" doc:"Markdown."`
	Session  int        `json:"session" doc:"Number of the session in which it was taken." example:"3"`
	Version  int        `json:"version" doc:"Of the paragraph, which it is on." example:"2"`
	Hash     string     `json:"hash,omitempty" doc:"Of what was frozen; none for a ruling." example:"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"`
	Proposal string     `json:"proposal,omitempty" doc:"Number of the proposal that brought the words." example:"12"`
	Silent   []string   `json:"silent,omitempty" nullable:"false" doc:"The delegations that took part and had said nothing of it to all when the gavel fell."`
	Absent   []string   `json:"absent,omitempty" nullable:"false" doc:"Those that were not connected any more."`
	Seq      uint64     `json:"seq" doc:"Place in the record." example:"42"`
	At       time.Time  `json:"at"`
	Reopened uint64     `json:"reopened,omitempty" doc:"Place in the record of its end: the Chair has reopened the paragraph." example:"57"`
}

func settlementsOf(list []negotiation.Settlement) []apiSettlement {
	var out []apiSettlement
	for _, s := range list {
		one := apiSettlement{Outcome: string(s.Kind), Asked: texts(s.Asked), To: s.To, Until: orNone(s.Until), Note: s.Note, Session: s.Session,
			Version: s.Version, Hash: s.Hash, Proposal: string(s.Proposal), Silent: texts(s.Silent), Absent: texts(s.Absent), Seq: uint64(s.Seq), At: s.At}
		if s.Reopened != nil {
			one.Reopened = uint64(s.Reopened.Seq)
		}
		out = append(out, one)
	}
	return out
}

// apiPosition is what a delegation or a group says of a text.
type apiPosition struct {
	By      string    `json:"by" doc:"The delegation or the group." example:"MEXICO"`
	Kind    string    `json:"kind" enum:"supports,cosponsors,can-live-with,supports-if,opposes,reserves,awaits-instructions"`
	Text    string    `json:"text,omitempty" doc:"The condition, or the footnote."`
	ToChair bool      `json:"to_chair,omitempty" doc:"Told to the Chair and the Secretariat alone."`
	Relayed bool      `json:"relayed,omitempty" doc:"Taken down by the Secretariat or the Chair, as said in the room."`
	Via     []string  `json:"via,omitempty" nullable:"false" doc:"The groups of which the delegation has it." example:"[\"GRULAC\"]"`
	Stale   bool      `json:"stale,omitempty" doc:"The words have changed since: it is no word on the present ones."`
	On      string    `json:"on,omitempty" doc:"Number of the earlier proposal that it was taken on." example:"9"`
	Seq     uint64    `json:"seq" doc:"Place in the record." example:"42"`
	At      time.Time `json:"at"`
}

func positionsOf(list []negotiation.Taken) []apiPosition {
	var out []apiPosition
	for _, t := range list {
		if t.Kind != negotiation.NoPosition {
			out = append(out, apiPosition{By: string(t.By), Kind: string(t.Kind), Text: t.Text, ToChair: t.ToChair, Relayed: t.Relayed, Via: texts(t.Via),
				Stale: t.Stale, On: string(t.On), Seq: uint64(t.Seq), At: t.At})
		}
	}
	return out
}
