package htmldoc

import (
	"fmt"
	"strings"

	"plenary/negotiation"
)

// The chart is drawn in these units; it is as wide as the text.
const (
	chartWidth  = 640
	chartHeight = 180
	chartLeft   = 40
	chartRight  = 44
	chartTop    = 16
	chartFoot   = 28
)

// chart is the burn-down of brackets as a stepped line. The table behind it says
// the same in words.
type chart struct {
	// Label says it in one sentence.
	Label       string
	Line, Area  string
	Width, High int
	// Marks are the heights with a line across, Ends name the first and the last
	// instant.
	Marks []chartMark
	Ends  [2]chartText
	Last  chartText
}

type chartMark struct {
	X1, X2, Y int
	Text      string
	TextX     int
}

type chartText struct {
	X, Y int
	Text string
}

// chart draws the counts; nothing where they tell of one instant only.
func (p printer) chart(counts []negotiation.Count) *chart {
	if len(counts) < 2 {
		return nil
	}
	most := 1
	for _, c := range counts {
		most = max(most, c.Brackets)
	}
	const wide, high, floor = chartWidth - chartLeft - chartRight, chartHeight - chartTop - chartFoot, chartHeight - chartFoot
	x := func(i int) int { return chartLeft + i*wide/(len(counts)-1) }
	y := func(n int) int { return floor - n*high/most }
	var line strings.Builder
	fmt.Fprintf(&line, "M%d %d", x(0), y(counts[0].Brackets))
	for i, c := range counts[1:] {
		fmt.Fprintf(&line, "H%dV%d", x(i+1), y(c.Brackets))
	}
	first, last := counts[0], counts[len(counts)-1]
	c := &chart{Line: line.String(), Width: chartWidth, High: chartHeight,
		Area:  fmt.Sprintf("%sV%dH%dZ", line.String(), floor, x(0)),
		Label: p.tongue.Say("document.chart", "first", first.Brackets, "most", most, "last", last.Brackets),
		Ends:  [2]chartText{{x(0), chartHeight - 8, p.day(first.At)}, {x(len(counts) - 1), chartHeight - 8, p.day(last.At)}},
		Last:  chartText{x(len(counts) - 1), y(last.Brackets), fmt.Sprint(last.Brackets)}}
	for _, n := range []int{0, most} {
		c.Marks = append(c.Marks, chartMark{X1: chartLeft, X2: chartWidth - chartRight, Y: y(n), Text: fmt.Sprint(n), TextX: chartLeft - 8})
	}
	return c
}
