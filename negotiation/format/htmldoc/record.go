package htmldoc

import (
	"time"

	"plenary/negotiation"
)

// record is what the template prints of a record of sessions.
type record struct {
	Progress, Empty string
	Days            []recordDay
	Counts, History grid
	Chart           *chart
	UndecidedTitle  string
	Undecided       []undecided
	Nothing         string
}

type recordDay struct {
	Date, Title string
	Items       []recordItem
}

type recordItem struct {
	Title string
	Acts  []recordAct
}

// recordAct is an act; ID is empty where another of its entry has it.
type recordAct struct {
	ID, Instant, Time string
	Said, Lines       []string
	Points            []point
	Outcomes          []recordOutcome
}

type recordOutcome struct {
	ID, Address, Said string
	Spans             []span
	Lines             []string
}

type undecided struct{ Place, Why string }

func (p printer) record(r *negotiation.SessionRecord) *record {
	if r == nil {
		return nil
	}
	v := &record{Progress: p.tells(r.Progress.Says()), Chart: p.chart(r.History),
		Counts:         p.grid("progress.title", "progress.stand", "progress.paragraphs"),
		History:        p.grid("document.history", "document.column-when", "document.column-brackets", "document.column-open"),
		UndecidedTitle: p.tongue.Say("progress.undecided"), Nothing: p.tongue.Say("progress.none")}
	v.Counts.Quiet, v.History.Quiet = true, true
	if len(r.Acts) == 0 {
		v.Empty = p.tells(r.Empty())
	}
	var last negotiation.Seq
	for _, day := range r.Days(p.zone) {
		d := recordDay{Date: day.Date, Title: p.tongue.Date(day.At, p.zone)}
		for _, item := range day.Items {
			i := recordItem{Title: p.tells(item.Title())}
			for _, a := range item.Acts {
				i.Acts = append(i.Acts, p.act(a, a.Seq != last))
				last = a.Seq
			}
			d.Items = append(d.Items, i)
		}
		v.Days = append(v.Days, d)
	}
	for _, c := range r.Progress.Counts {
		v.Counts.add(p.tells(c.Stand.Saying()), c.Paragraphs)
	}
	v.Counts.total(p.tongue.Say("document.total"), r.Progress.Paragraphs)
	for _, u := range r.Progress.Undecided {
		place := u.Address
		if place == "" {
			place = p.tongue.Say("document.whole")
		}
		v.Undecided = append(v.Undecided, undecided{place, p.tellsAll(u.Says())})
	}
	for _, c := range r.History {
		v.History.add(p.instant(c.At), c.Brackets, c.Open)
	}
	return v
}

func (p printer) tellsAll(list []negotiation.Saying) string {
	return negotiation.InAll(list, p.tongue, p.zone, same)
}

func (p printer) act(a negotiation.Recorded, first bool) recordAct {
	v := recordAct{Instant: a.At.UTC().Format(time.RFC3339), Time: a.Time(p.zone)}
	if first {
		v.ID = a.Anchor()
	}
	for _, s := range a.Says() {
		v.Said = append(v.Said, p.tells(s))
	}
	if len(a.OnTable) > 0 {
		v.Lines = append(v.Lines, p.tells(a.Called()))
	}
	for _, from := range a.Points {
		point := p.point(from, from.Says())
		point.By = from.Address
		v.Points = append(v.Points, point)
	}
	for _, o := range a.Outcomes {
		v.Outcomes = append(v.Outcomes, p.outcome(o))
	}
	for _, f := range a.Fates {
		v.Lines = append(v.Lines, p.tells(f.Saying()))
	}
	return v
}

func (p printer) outcome(o negotiation.RecordedOutcome) recordOutcome {
	v := recordOutcome{ID: o.Anchor(), Address: o.Address, Said: p.tellsAll(o.Says()), Spans: p.spans(o.Words())}
	for _, s := range o.Told() {
		v.Lines = append(v.Lines, p.tells(s))
	}
	return v
}
