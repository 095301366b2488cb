package jsondoc

import (
	"plenary/diff"
	"plenary/negotiation"
)

type point struct {
	Proposal    negotiation.ProposalID   `json:"proposal"`
	Delegations []negotiation.Delegation `json:"delegations"`
	Kind        negotiation.ChangeKind   `json:"kind"`
	Address     string                   `json:"address,omitempty"`
	Base        int                      `json:"base,omitempty"`
	Older       bool                     `json:"older,omitempty"`
	Ops         diff.Script              `json:"ops,omitempty"`
	Text        string                   `json:"text,omitempty"`
	As          negotiation.Kind         `json:"as,omitempty"`
	After       string                   `json:"after,omitempty"`
	Chapeau     string                   `json:"chapeau,omitempty"`
	Late        bool                     `json:"late,omitempty"`
	Held        bool                     `json:"held,omitempty"`
	Unconfirmed bool                     `json:"unconfirmed,omitempty"`
	Typed       []diff.Span              `json:"typed,omitempty"`
	Unplaced    string                   `json:"unplaced,omitempty"`
	Parents     []negotiation.ProposalID `json:"parents,omitempty"`
	Waits       diff.Outcome             `json:"waits,omitempty"`
	Because     negotiation.ProposalID   `json:"because,omitempty"`
	Reason      string                   `json:"reason,omitempty"`
	Why         negotiation.NoteReason   `json:"why,omitempty"`
}

func newPoint(p negotiation.Point) point {
	return point{Proposal: p.Proposal, Delegations: list(p.Delegations), Kind: p.Kind, Address: p.Address, Base: p.Base,
		Older: p.Older, Ops: p.Redline, Text: p.Text, As: p.As, After: p.After, Chapeau: p.Chapeau, Late: p.Late, Held: p.Held,
		Unconfirmed: p.Unconfirmed, Typed: p.Typed, Unplaced: p.Unplaced, Parents: p.Parents, Waits: p.Waits, Because: p.Because, Reason: p.Reason}
}

func newPoints(all []negotiation.Point) []point {
	points := make([]point, len(all))
	for i, p := range all {
		points[i] = newPoint(p)
	}
	return points
}

func newNotes(all []negotiation.Note) []point {
	notes := make([]point, len(all))
	for i, n := range all {
		notes[i] = newPoint(n.Point)
		notes[i].Why = n.Why
	}
	return notes
}
