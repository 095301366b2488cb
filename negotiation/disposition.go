package negotiation

import (
	"slices"
	"time"
)

// DispositionTable says of every proposal what became of it.
type DispositionTable struct {
	// Tally counts proposals by status, in the order of Statuses; a status that no
	// proposal has is not in it.
	Tally []StatusCount
	// Rows by the number of the proposal.
	Rows []Disposition
}

// StatusCount is how many proposals have a status.
type StatusCount struct {
	Status    Status
	Proposals int
}

// Disposition is one proposal and its fate.
type Disposition struct {
	Proposal ProposalID
	// Delegations put it forward, its own first.
	Delegations []Delegation
	// Parents are the proposals that it was combined from.
	Parents []ProposalID
	// Addresses of the paragraphs that it is on, each once, as the draft stands now;
	// empty for a comment on the whole draft alone.
	Addresses []string
	// Points are what it asks for in short: redlines are excerpts that leave out what
	// does not change, and long texts end with "…".
	Points []Point
	Late   bool
	Tabled time.Time
	// Status since At; By and Reason as in the step that brought it.
	Status Status
	At     time.Time
	By     ProposalID
	Reason string
	// Agreed are as of a Fate.
	Agreed []string
}

// Statuses lists those that a proposal can have, in the order in which they are
// counted.
func Statuses() []Status {
	return []Status{OnTable, Late, Accepted, AcceptedAmended, Merged, Satisfied, NotRetained, Withdrawn, Superseded, Moot, Lapsed}
}

func (b *builder) dispositions() *DispositionTable {
	t := &DispositionTable{}
	count := map[Status]int{}
	for _, p := range b.view.Proposals {
		count[p.Status()]++
		t.Rows = append(t.Rows, b.disposition(p))
	}
	for _, status := range Statuses() {
		if count[status] > 0 {
			t.Tally = append(t.Tally, StatusCount{status, count[status]})
		}
	}
	return t
}

func (b *builder) disposition(p ProposalView) Disposition {
	last := p.Last()
	d := Disposition{Proposal: p.ID, Delegations: p.Authors(), Parents: p.Parents,
		Late: p.Late, Tabled: p.Tabled().At, Status: last.Status, At: last.At, By: last.By, Reason: last.Reason, Agreed: b.view.agreedWithout(p)}
	for i, c := range p.Changes {
		point := b.point(asked{by: p, change: i}, b.paragraph(c.Paragraph))
		if point.Address != "" && !slices.Contains(d.Addresses, point.Address) {
			d.Addresses = append(d.Addresses, point.Address)
		}
		// The row says whether it waits, and a decision brings a new version.
		point.Held, point.Older = false, point.Older && d.Status.Open()
		point.Redline, point.Text = excerpt(point.Redline), cut(point.Text, longestExcerpt)
		point.Typed = excerpt(point.Typed)
		d.Points = append(d.Points, point)
	}
	return d
}
