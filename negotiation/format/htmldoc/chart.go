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

// chart is the burn-down of brackets as a stepped line, across by time. The table
// behind it says the same in words. Its peak is that of the points shown: between
// two of them there may have been more brackets.
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
	most := 0
	for _, c := range counts {
		most = max(most, c.Brackets)
	}
	top := max(most, 1) // of the scale
	const wide, high, floor = chartWidth - chartLeft - chartRight, chartHeight - chartTop - chartFoot, chartHeight - chartFoot
	x := func(i int) int { return chartLeft + across(counts, i, wide) }
	y := func(n int) int { return floor - n*high/top }
	var line strings.Builder
	fmt.Fprintf(&line, "M%d %d", x(0), y(counts[0].Brackets))
	for i, c := range counts[1:] {
		fmt.Fprintf(&line, "H%dV%d", x(i+1), y(c.Brackets))
	}
	first, last := counts[0], counts[len(counts)-1]
	c := &chart{Line: line.String(), Width: chartWidth, High: chartHeight,
		Area:  fmt.Sprintf("%sV%dH%dZ", line.String(), floor, x(0)),
		Label: p.tongue.Say("document.chart-shown", "first", first.Brackets, "most", most, "last", last.Brackets),
		Ends:  [2]chartText{{x(0), chartHeight - 8, p.day(first.At)}, {x(len(counts) - 1), chartHeight - 8, p.day(last.At)}},
		Last:  chartText{x(len(counts) - 1), y(last.Brackets), fmt.Sprint(last.Brackets)}}
	for _, n := range []int{0, top} {
		c.Marks = append(c.Marks, chartMark{X1: chartLeft, X2: chartWidth - chartRight, Y: y(n), Text: fmt.Sprint(n), TextX: chartLeft - 8})
	}
	return c
}

// across is how far from the left the i-th count stands on a line of a length: by
// its time, or by its number where all are of one instant.
func across(counts []negotiation.Count, i, length int) int {
	first, last := counts[0].At, counts[len(counts)-1].At
	if whole := last.Sub(first); whole > 0 {
		return int(float64(length) * float64(counts[i].At.Sub(first)) / float64(whole))
	}
	return i * length / (len(counts) - 1)
}
