package jsondoc

import (
	"time"

	"plenary/diff"
	"plenary/negotiation"
)

type record struct {
	Zone     string           `json:"zone"`
	Day      string           `json:"day,omitempty"`
	Acts     []act            `json:"acts"`
	Progress progress         `json:"progress"`
	History  []historicalMark `json:"history"`
}

type act struct {
	Seq        negotiation.Seq          `json:"seq"`
	At         time.Time                `json:"at"`
	Session    int                      `json:"session"`
	Kind       negotiation.ActKind      `json:"kind"`
	Address    string                   `json:"address,omitempty"`
	Addresses  []string                 `json:"addresses,omitempty"`
	Version    int                      `json:"version,omitempty"`
	Proposal   negotiation.ProposalID   `json:"proposal,omitempty"`
	Delegation negotiation.Delegation   `json:"delegation,omitempty"`
	By         []negotiation.Delegation `json:"by,omitempty"`
	Text       string                   `json:"text,omitempty"`
	Order      bool                     `json:"order,omitempty"`
	Many       int                      `json:"many,omitempty"`
	Relayed    bool                     `json:"relayed,omitempty"`
	Sent       time.Time                `json:"sent,omitzero"`
	Until      time.Time                `json:"until,omitzero"`
	Points     []point                  `json:"points,omitempty"`
	OnTable    []attributed             `json:"on_table,omitempty"`
	Gavel      *outcome                 `json:"gavel,omitempty"`
	Outcomes   []recordedOutcome        `json:"outcomes,omitempty"`
	Fates      []fate                   `json:"fates,omitempty"`
}

type attributed struct {
	Proposal negotiation.ProposalID   `json:"proposal"`
	By       []negotiation.Delegation `json:"by"`
}

type outcome struct {
	negotiation.Outcome
	Session  int                      `json:"session,omitempty"`
	Version  int                      `json:"version,omitempty"`
	Hash     string                   `json:"hash,omitempty"`
	Proposal negotiation.ProposalID   `json:"proposal,omitempty"`
	Silent   []negotiation.Delegation `json:"silent,omitempty"`
	Present  []negotiation.Delegation `json:"present,omitempty"`
	Absent   []negotiation.Delegation `json:"absent,omitempty"`
	Seq      negotiation.Seq          `json:"seq,omitempty"`
	At       time.Time                `json:"at,omitzero"`
	Reopened *reopening               `json:"reopened,omitempty"`
}

type reopening struct {
	Reason string          `json:"reason"`
	Seq    negotiation.Seq `json:"seq"`
	At     time.Time       `json:"at"`
}

type recordedOutcome struct {
	outcome
	Address      string                   `json:"address"`
	Anchor       string                   `json:"anchor"`
	Ops          diff.Script              `json:"ops"`
	Authors      []negotiation.Delegation `json:"authors"`
	Positions    []position               `json:"positions,omitempty"`
	Reservations []position               `json:"reservations,omitempty"`
	Fates        []fate                   `json:"fates,omitempty"`
}

type position struct {
	By      negotiation.Delegation   `json:"by"`
	Kind    negotiation.PositionKind `json:"kind"`
	Text    string                   `json:"text,omitempty"`
	Relayed bool                     `json:"relayed,omitempty"`
	Stale   bool                     `json:"stale,omitempty"`
}

type progress struct {
	UpTo       string       `json:"up_to"`
	Paragraphs int          `json:"paragraphs"`
	Counts     []standCount `json:"counts"`
	Undecided  []undecided  `json:"undecided"`
}

type standCount struct {
	Stand      negotiation.Stand `json:"stand"`
	Paragraphs int               `json:"paragraphs"`
}

type undecided struct {
	Address     string                   `json:"address,omitempty"`
	Outcome     *outcome                 `json:"outcome,omitempty"`
	Proposals   []attributed             `json:"proposals,omitempty"`
	Held        []attributed             `json:"held,omitempty"`
	Unconfirmed []attributed             `json:"unconfirmed,omitempty"`
	Unheard     []attributed             `json:"unheard,omitempty"`
	Awaiting    []negotiation.Delegation `json:"awaiting,omitempty"`
}

func newRecord(c negotiation.Compilation) *record {
	if c.Record == nil {
		return nil
	}
	d := &record{Zone: c.Zone, Day: c.Record.Day, Acts: []act{}, Progress: newProgress(c.Record.Progress), History: newHistory(c.Record.History)}
	if d.Zone == "" {
		d.Zone = "UTC"
	}
	for _, a := range c.Record.Acts {
		d.Acts = append(d.Acts, newAct(a))
	}
	return d
}

func newAct(a negotiation.Recorded) act {
	d := act{Seq: a.Seq, At: a.At.UTC(), Session: a.Session, Kind: a.Kind, Address: a.Address, Addresses: a.Addresses, Version: a.Version, Proposal: a.Proposal,
		Delegation: a.Delegation, By: a.By, Text: a.Text, Order: a.Order, Many: a.Many, Relayed: a.Relayed, Sent: a.Sent, Until: a.Until, Points: newPoints(a.Points), OnTable: newAttributed(a.OnTable), Fates: newFates(a.Fates)}
	if a.Kind == negotiation.ActGavel {
		d.Gavel = newOutcome(*a.Outcome)
	}
	for _, o := range a.Outcomes {
		d.Outcomes = append(d.Outcomes, recordedOutcome{*newOutcome(o.Settlement), o.Address, o.Anchor(), list(o.Words()), list(o.Authors),
			newPositions(o.Positions), newPositions(o.Reservations), newFates(o.Fates)})
	}
	return d
}

func newOutcome(s negotiation.Settlement) *outcome {
	o := &outcome{Outcome: s.Outcome, Session: s.Session, Version: s.Version, Hash: s.Hash, Proposal: s.Proposal,
		Silent: s.Silent, Present: s.Present, Absent: s.Absent, Seq: s.Seq, At: s.At}
	if r := s.Reopened; r != nil {
		o.Reopened = &reopening{r.Reason, r.Seq, r.At.UTC()}
	}
	return o
}

func newPositions(all []negotiation.Taken) []position {
	var positions []position
	for _, t := range all {
		positions = append(positions, position{t.By, t.Kind, t.Text, t.Relayed, t.Stale})
	}
	return positions
}

func newProgress(r negotiation.ProgressReport) progress {
	p := progress{UpTo: r.UpTo, Paragraphs: r.Paragraphs, Counts: []standCount{}, Undecided: []undecided{}}
	for _, c := range r.Counts {
		p.Counts = append(p.Counts, standCount(c))
	}
	for _, u := range r.Undecided {
		d := undecided{Address: u.Address, Proposals: newAttributed(u.Proposals), Held: newAttributed(u.Held),
			Unconfirmed: newAttributed(u.Unconfirmed), Unheard: newAttributed(u.Unheard), Awaiting: u.Awaiting}
		if u.Outcome != nil {
			d.Outcome = newOutcome(*u.Outcome)
		}
		p.Undecided = append(p.Undecided, d)
	}
	return p
}

func newAttributed(all []negotiation.Attributed) []attributed {
	var by []attributed
	for _, a := range all {
		by = append(by, attributed(a))
	}
	return by
}
