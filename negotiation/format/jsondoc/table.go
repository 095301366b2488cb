package jsondoc

import (
	"time"

	"plenary/negotiation"
)

type comparative struct {
	Columns []negotiation.Delegation `json:"columns"`
	Rows    []row                    `json:"rows"`
}

type row struct {
	Paragraph paragraph `json:"paragraph"`
	Cells     []cell    `json:"cells"`
}

type cell struct {
	Delegation negotiation.Delegation   `json:"delegation"`
	Points     []point                  `json:"points"`
	CoSponsors []negotiation.ProposalID `json:"co_sponsors"`
}

type dispositions struct {
	Tally []tally       `json:"tally"`
	Rows  []disposition `json:"rows"`
}

type tally struct {
	Status    negotiation.Status `json:"status"`
	Proposals int                `json:"proposals"`
}

type disposition struct {
	Proposal    negotiation.ProposalID   `json:"proposal"`
	Delegations []negotiation.Delegation `json:"delegations"`
	Parents     []negotiation.ProposalID `json:"parents"`
	Addresses   []string                 `json:"addresses"`
	Points      []point                  `json:"points"`
	Late        bool                     `json:"late,omitempty"`
	Tabled      time.Time                `json:"tabled"`
	Status      negotiation.Status       `json:"status"`
	At          time.Time                `json:"at"`
	By          negotiation.ProposalID   `json:"by,omitempty"`
	Reason      string                   `json:"reason,omitempty"`
	Agreed      []string                 `json:"agreed,omitempty"`
}

func newComparative(t *negotiation.ComparativeTable) *comparative {
	if t == nil {
		return nil
	}
	d := &comparative{Columns: list(t.Columns), Rows: []row{}}
	for _, r := range t.Rows {
		printed := row{Paragraph: newParagraph(r.Paragraph), Cells: []cell{}}
		for _, c := range r.Cells {
			other := cell{c.Delegation, newPoints(c.Points), []negotiation.ProposalID{}}
			for _, p := range c.With {
				other.CoSponsors = append(other.CoSponsors, p.Proposal)
			}
			printed.Cells = append(printed.Cells, other)
		}
		d.Rows = append(d.Rows, printed)
	}
	return d
}

func newDispositions(t *negotiation.DispositionTable) *dispositions {
	if t == nil {
		return nil
	}
	d := &dispositions{Tally: []tally{}, Rows: []disposition{}}
	for _, s := range t.Tally {
		d.Tally = append(d.Tally, tally(s))
	}
	for _, r := range t.Rows {
		d.Rows = append(d.Rows, disposition{r.Proposal, list(r.Delegations), list(r.Parents), list(r.Addresses),
			newPoints(r.Points), r.Late, r.Tabled.UTC(), r.Status, r.At.UTC(), r.By, r.Reason, r.Agreed})
	}
	return d
}
