package markdown

import (
	"fmt"
	"strings"

	"plenary/negotiation"
)

// record writes what happened in sessions, day by day.
func (p *page) record(r *negotiation.SessionRecord) {
	p.block(p.tells(r.Progress.Says()))
	days := r.Days(p.zone)
	if len(days) == 0 {
		p.block(p.tells(r.Empty()))
	}
	for _, day := range days {
		p.block("## " + p.tongue.Date(day.At, p.zone))
		for _, item := range day.Items {
			p.block("### " + p.tells(item.Title()) + "\n")
			for _, a := range item.Acts {
				p.act(a)
			}
		}
	}
	p.progress(r.Progress)
	p.history(r.History)
}

func (p *page) act(a negotiation.Recorded) {
	p.out.WriteString("- " + a.Time(p.zone) + " " + p.tell(a.Says()) + "\n")
	if len(a.OnTable) > 0 {
		p.under(p.tells(a.Called()))
	}
	for _, point := range a.Points {
		p.under(p.at(point) + p.point(point, point.Says()))
	}
	for _, o := range a.Outcomes {
		p.outcome(o)
	}
	for _, f := range a.Fates {
		p.under(p.tells(f.Saying()))
	}
}

// at names the paragraph that a point is on.
func (p *page) at(point negotiation.Point) string {
	if point.Address == "" {
		return ""
	}
	return point.Address + ": "
}

// outcome writes what is of one paragraph: its words, who wrote them, what was said.
func (p *page) outcome(o negotiation.RecordedOutcome) {
	p.under(o.Address + " *(" + negotiation.InAll(o.Says(), p.tongue, p.zone, proseText) + ")*: " + redline(o.Words()))
	for _, s := range o.Told() {
		p.under(p.tells(s))
	}
}

// under writes an item below the last one, whose lines stay in it.
func (p *page) under(text string) {
	p.out.WriteString("  - " + strings.ReplaceAll(text, "\n", "<br>") + "\n")
}

// tell writes sentences one behind the other.
func (p *page) tell(list []negotiation.Saying) string {
	said := make([]string, len(list))
	for i, s := range list {
		said[i] = strings.ReplaceAll(p.tells(s), "\n", "<br>")
	}
	return strings.Join(said, " ")
}

func (p *page) progress(r negotiation.ProgressReport) {
	p.block("## " + p.tongue.Say("progress.title"))
	var rows [][]string
	for _, c := range r.Counts {
		rows = append(rows, []string{p.tells(c.Stand.Saying()), fmt.Sprint(c.Paragraphs)})
	}
	rows = append(rows, []string{"**" + p.tongue.Say("document.total") + "**", fmt.Sprintf("**%d**", r.Paragraphs)})
	p.table(p.columns("progress.stand", "progress.paragraphs"), rows)
	p.block("## " + p.tongue.Say("progress.undecided") + "\n")
	if len(r.Undecided) == 0 {
		p.out.WriteString(p.tongue.Say("progress.none") + "\n")
	}
	for _, u := range r.Undecided {
		place := u.Address
		if place == "" {
			place = p.tongue.Say("document.whole")
		}
		text := negotiation.InAll(u.Says(), p.tongue, p.zone, proseText)
		p.out.WriteString("- " + place + ": " + strings.ReplaceAll(text, "\n", "<br>") + "\n")
	}
}
