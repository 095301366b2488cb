package web

import (
	"strings"
	"time"

	"plenary/negotiation"
	"plenary/negotiation/lang"
)

// recordPart is what part "record" shows: the record of the sessions in the words of
// its Base. Its times are those of the meeting's zone.
type recordPart struct {
	Base
	// Language of the draft's words.
	Language string
	Record   negotiation.SessionRecord
	zone     *time.Location
}

// Recorded is the record as a document, in the words of the document.
func (p compilationPage) Recorded() recordPart {
	return recordPart{Base: p.In, Language: p.View.Language, Record: *p.Document.Record, zone: lang.Zone(p.Document.Zone)}
}

// Settled tells the outcome of a paragraph that holds, and the reservations to it.
func (p compilationPage) Settled(para negotiation.PrintedParagraph) []string {
	if para.Outcome == nil {
		return nil
	}
	says := para.Outcome.Says()
	for _, t := range para.Reservations {
		says = append(says, t.Footnote())
	}
	return recordPart{Base: p.In, zone: lang.Zone(p.Document.Zone)}.tellEach(says)
}

// recordedDay is a day with its name.
type recordedDay struct {
	negotiation.RecordDay
	Title string
	Items []recordedItem
}

type recordedItem struct {
	negotiation.RecordItem
	Title string
	Acts  []recordedAct
}

// recordedAct is an act in sentences; ID is empty where another of its entry has it.
type recordedAct struct {
	ID, Instant, Time string
	Said, Lines       []string
	// Prose are reasons and notes, which are Markdown.
	Prose    []string
	Points   []pointPart
	Outcomes []recordedOutcome
}

type recordedOutcome struct {
	negotiation.RecordedOutcome
	recordPart
	Said  string
	Lines []string
}

// Days are those of the record.
func (p recordPart) Days() []recordedDay {
	var days []recordedDay
	var last negotiation.Seq
	for _, d := range p.Record.Days(p.zone) {
		day := recordedDay{RecordDay: d, Title: p.Tongue.Date(d.At, p.zone)}
		for _, i := range d.Items {
			item := recordedItem{RecordItem: i, Title: p.Tell(i.Title())}
			for _, a := range i.Acts {
				item.Acts = append(item.Acts, p.act(a, a.Seq != last))
				last = a.Seq
			}
			day.Items = append(day.Items, item)
		}
		days = append(days, day)
	}
	return days
}

func (p recordPart) act(a negotiation.Recorded, first bool) recordedAct {
	act := recordedAct{Instant: a.At.UTC().Format(time.RFC3339), Time: a.Time(p.zone)}
	for _, s := range a.Says() {
		if words, is := s.Prose(); is {
			act.Prose = append(act.Prose, words)
		} else {
			act.Said = append(act.Said, p.Tell(s))
		}
	}
	if first {
		act.ID = a.Anchor()
	}
	if len(a.OnTable) > 0 {
		act.Lines = append(act.Lines, p.Tell(a.Called()))
	}
	for _, point := range a.Points {
		act.Points = append(act.Points, pointPart{p.Base, point, p.tellAll(point.Says()), p.Language, false})
	}
	for _, o := range a.Outcomes {
		act.Outcomes = append(act.Outcomes, recordedOutcome{o, p, p.tellAll(o.Says()), p.tellEach(o.Told())})
	}
	for _, f := range a.Fates {
		act.Lines = append(act.Lines, p.Tell(f.Saying()))
	}
	return act
}

// Tell says a sentence of the record.
func (p recordPart) Tell(s negotiation.Saying) string {
	return s.In(p.Tongue, p.zone, strings.TrimSpace)
}

func (p recordPart) tellEach(list []negotiation.Saying) []string {
	said := make([]string, len(list))
	for i, s := range list {
		said[i] = p.Tell(s)
	}
	return said
}

func (p recordPart) tellAll(list []negotiation.Saying) string {
	return strings.Join(p.tellEach(list), "; ")
}

// Why tells why something still needs a decision.
func (p recordPart) Why(u negotiation.Undecided) string { return p.tellAll(u.Says()) }
