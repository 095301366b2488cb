package web

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"plenary/negotiation"
)

// burndownPart is what part "burndown" shows: how the numbers of brackets and of
// open proposals went, as a stepped line drawn here, and as a table. The drawing
// stretches to any width; its words stand around it in HTML, so that they stay
// readable. Nothing in it is personal.
type burndownPart struct {
	Base
	Counts []negotiation.Count
	// Link is where the brackets stand, if not on this page.
	Link string
}

// The drawing's own units; the style sheet gives it its size.
const (
	burndownWide = 1000
	burndownHigh = 100
)

// Drawn reports whether there is a line to draw: one point is none, and neither is
// nothing all the time.
func (p burndownPart) Drawn() bool {
	return len(p.Counts) > 1 && slices.ContainsFunc(p.Counts, func(c negotiation.Count) bool { return c.Brackets+c.Open > 0 })
}

// Last is the present.
func (p burndownPart) Last() negotiation.Count {
	if len(p.Counts) == 0 {
		return negotiation.Count{}
	}
	return p.Counts[len(p.Counts)-1]
}

// Most is the top of the scale.
func (p burndownPart) Most() int {
	most := 1
	for _, c := range p.Counts {
		most = max(most, c.Brackets, c.Open)
	}
	return most
}

// Said tells the line in a sentence, for those who do not see it.
func (p burndownPart) Said() string {
	most := 0
	for _, c := range p.Counts {
		most = max(most, c.Brackets)
	}
	return p.T("document.chart-shown", "first", p.Counts[0].Brackets, "most", most, "last", p.Last().Brackets)
}

// Ends are the words below the line: from when, until when. Within one day they are
// times of the day, and where these would be the same it is one, the day.
func (p burndownPart) Ends() []string {
	first, last := p.Counts[0].At.In(p.zone()), p.Last().At.In(p.zone())
	for _, said := range []func(time.Time) string{p.day, timeOfDay} {
		if from, until := said(first), said(last); from != until {
			return []string{from, until}
		}
	}
	return []string{p.day(first)}
}

func (p burndownPart) day(at time.Time) string { return p.Tongue.Date(at, p.zone()) }

func timeOfDay(at time.Time) string { return at.Format("15:04") }

// Brackets is the line of the brackets [SVG 2, 9.3: path data].
func (p burndownPart) Brackets() string {
	return p.line(func(c negotiation.Count) int { return c.Brackets })
}

// Open is the line of the proposals on the table.
func (p burndownPart) Open() string {
	return p.line(func(c negotiation.Count) int { return c.Open })
}

// Area is what lies below the line of the brackets.
func (p burndownPart) Area() string { return fmt.Sprintf("%sV%dH0Z", p.Brackets(), burndownHigh) }

// Now is the present end of the line of the brackets: a line without a length,
// which round caps make a dot however the drawing is stretched.
func (p burndownPart) Now() string {
	return fmt.Sprintf("M%d %dh0", burndownWide, p.height(p.Last().Brackets))
}

func (p burndownPart) line(of func(negotiation.Count) int) string {
	var b strings.Builder
	for i, c := range p.Counts {
		if i == 0 {
			fmt.Fprintf(&b, "M0 %d", p.height(of(c)))
			continue
		}
		fmt.Fprintf(&b, "H%dV%d", p.across(i), p.height(of(c)))
	}
	return b.String()
}

// across is where the i-th count stands: by its time, or by its number where all
// are of one instant.
func (p burndownPart) across(i int) int {
	first, last := p.Counts[0].At, p.Last().At
	if whole := last.Sub(first); whole > 0 {
		return int(float64(burndownWide) * float64(p.Counts[i].At.Sub(first)) / float64(whole))
	}
	return burndownWide * i / (len(p.Counts) - 1)
}

func (p burndownPart) height(n int) int { return burndownHigh - burndownHigh*n/p.Most() }
