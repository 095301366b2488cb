package negotiation

import (
	"slices"
	"time"
)

// SessionRecord tells what happened in the sessions of a meeting, act by act, and how
// far it has come. It holds what everybody may know who sees what its View holds: no
// position that is told to the Chair alone.
type SessionRecord struct {
	// Day is the one that it is limited to, "2017-09-21", and Begins when that begins;
	// empty for all.
	Day    string
	Begins time.Time
	// Acts, oldest first.
	Acts []Recorded
	// Progress and History are as of the View, also in the record of a day.
	Progress ProgressReport
	History  []Count
}

// Recorded is an act as the record tells it. Outcomes that one gavel brought alike are
// one of them.
type Recorded struct {
	Act
	// Address is that of Paragraph now, and Addresses are those of Paragraphs.
	Address   string
	Addresses []string
	// Resumed says that a session was opened that had been suspended.
	Resumed bool
	// Version of the paragraph at that time; 0 where there is none.
	Version int
	// By are the authors of Proposal.
	By []Delegation
	// Points are what a proposal asks that was put forward.
	Points []Point
	// OnTable are the proposals that were on the table on the paragraph when it was
	// called.
	OnTable []Attributed
	// Outcomes are those of an act that settles.
	Outcomes []RecordedOutcome
	// Fates are what a reopening made of proposals.
	Fates []Fate
}

// Attributed is a proposal with its authors.
type Attributed struct {
	Proposal ProposalID
	By       []Delegation
}

// sessions gathers the record of what v holds.
func (b *builder) sessions() *SessionRecord {
	r := &SessionRecord{Progress: Progress(b.view), History: BurnDown(b.view, HistoryPoints)}
	suspended := false
	for _, a := range b.view.Acts {
		if a.Kind == ActSettled && b.joins(r.Acts, a) {
			last := &r.Acts[len(r.Acts)-1]
			last.Outcomes = append(last.Outcomes, b.recordedOutcome(a))
			continue
		}
		act := b.recorded(a)
		act.Resumed = suspended && a.Kind == ActOpened
		switch a.Kind {
		case ActSuspended:
			suspended = true
		case ActScheduled, ActOpened, ActClosed:
			suspended = false
		}
		r.Acts = append(r.Acts, act)
	}
	return r
}

// joins reports whether a settles what the last act settled, alike.
func (b *builder) joins(list []Recorded, a Act) bool {
	if len(list) == 0 {
		return false
	}
	last := list[len(list)-1].Act
	return last.Kind == ActSettled && last.Seq == a.Seq && last.Outcome.Hash == a.Outcome.Hash && a.Outcome.Hash != "" &&
		slices.Equal(last.Outcome.Silent, a.Outcome.Silent)
}

func (b *builder) recorded(a Act) Recorded {
	para := b.paragraph(a.Paragraph)
	r := Recorded{Act: a, Address: para.Address}
	if then, stood := para.at(a.Seq); stood {
		r.Version = then.Version
	}
	for _, id := range a.Paragraphs {
		r.Addresses = append(r.Addresses, b.paragraph(id).Address)
	}
	if p, ok := b.view.Proposal(a.Proposal); ok {
		r.By = p.Authors()
		if a.Kind == ActRaised {
			r.Points = b.pointsAt(p, a.Seq)
		}
	}
	switch a.Kind {
	case ActCalled:
		for _, id := range para.Proposals {
			p, ok := b.view.Proposal(id)
			if ok && p.Tabled().Seq <= a.Seq && p.at(a.Seq).Status() == OnTable {
				r.OnTable = append(r.OnTable, Attributed{p.ID, p.Authors()})
			}
		}
	case ActSettled:
		r.Outcomes = []RecordedOutcome{b.recordedOutcome(a)}
	case ActReopened:
		r.Fates = b.fatesAt(a.Seq, a.Paragraph, "")
	}
	return r
}

// pointsAt are what p asked at entry seq.
func (b *builder) pointsAt(p ProposalView, seq Seq) []Point {
	then := p.at(seq)
	var list []Point
	for i, c := range then.Changes {
		point := b.point(asked{by: then, change: i}, b.paragraph(c.Paragraph))
		// What has become of it since is not of that hour.
		point.Older, point.Waits, point.Because, point.Held = false, "", "", false
		list = append(list, point)
	}
	return list
}

// fatesAt are what entry seq made of the proposals on a paragraph, but for one.
func (b *builder) fatesAt(seq Seq, on ParagraphID, but ProposalID) []Fate {
	var list []Fate
	for _, id := range b.paragraph(on).Proposals {
		p, ok := b.view.Proposal(id)
		if !ok || id == but || p.Tabled().Seq == seq {
			continue
		}
		if i := slices.IndexFunc(p.Steps, func(s Step) bool { return s.Seq == seq }); i >= 0 {
			p.Steps = p.Steps[:i+1]
			list = append(list, b.view.fate(p))
		}
	}
	return list
}

// RecordDay is what happened on a day.
type RecordDay struct {
	// Date is its name, "2017-09-21", and At an instant of it.
	Date string
	At   time.Time
	// Items are what the meeting was on, one after the other.
	Items []RecordItem
}

// RecordItem is what happened while a paragraph was on the floor or, without an
// Address, in a session at large.
type RecordItem struct {
	Session int
	Address string
	Acts    []Recorded
}

// Days gives the acts by the day on which they were in a zone.
func (r SessionRecord) Days(zone *time.Location) []RecordDay {
	var days []RecordDay
	for _, a := range r.Acts {
		at := a.At.In(zone)
		if date := at.Format(time.DateOnly); len(days) == 0 || days[len(days)-1].Date != date {
			days = append(days, RecordDay{Date: date, At: a.At})
		}
		day := &days[len(days)-1]
		last := len(day.Items) - 1
		if last < 0 || a.Kind == ActCalled || day.Items[last].Session != a.Session || day.Items[last].Address != a.item() {
			day.Items = append(day.Items, RecordItem{Session: a.Session, Address: a.item()})
			last++
		}
		day.Items[last].Acts = append(day.Items[last].Acts, a)
	}
	return days
}

// item is the address of the paragraph under which an act is told.
func (r Recorded) item() string {
	switch r.Kind {
	case ActScheduled, ActOpened, ActSuspended, ActClosed:
		return ""
	}
	if r.Many > 1 || len(r.Outcomes) > 1 {
		return ""
	}
	return r.Address
}
