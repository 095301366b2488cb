package htmldoc

import (
	"strings"
	"time"

	"plenary/negotiation"
)

// point is one thing that a proposal asks.
type point struct {
	// By says whose it is, Said what is to be said beside its words.
	By, Said string
	Spans    []span
	Remarks  []remark
}

func (p printer) point(from negotiation.Point, says []negotiation.Saying) point {
	v := point{By: p.tongue.Say("document.proposal", "proposal", from.Proposal), Spans: p.spans(from.Shown())}
	v.Said = p.sayAll(says)
	r := negotiation.Restated{Reason: from.Reason}
	switch from.Kind {
	case negotiation.RequestText:
		r.Requests = []string{from.Text}
	case negotiation.Comment:
		r.Comments = []string{from.Text}
	}
	v.Remarks = p.remarks(r)
	return v
}

func (p printer) says(s negotiation.Saying) string { return p.tongue.Say(s.Key, s.With...) }

func (p printer) sayAll(list []negotiation.Saying) string {
	var said []string
	for _, s := range list {
		said = append(said, p.says(s))
	}
	return strings.Join(said, "; ")
}

func (p printer) names(list []negotiation.Delegation) string {
	var names []string
	for _, d := range list {
		names = append(names, string(d))
	}
	return p.tongue.List(names)
}

// instant and day write when something was. What was converted without a record
// has no time.
func (p printer) instant(at time.Time) string {
	if at.IsZero() {
		return "–"
	}
	return p.tongue.DateTime(at, p.instants)
}

func (p printer) day(at time.Time) string {
	if at.IsZero() {
		return "–"
	}
	return p.tongue.Date(at, p.instants)
}
